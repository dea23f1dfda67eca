export { drawMachine, type MachineStep, pathWords } from "./draw.ts";
export type { Machine, MachineLayout, StateBox, StateWay } from "./layout.ts";
export { eventWords, machineWords, stateWords } from "./words.ts";
