export { drawMachine, type MachineStep, pathWords } from "./draw.ts";
export { eventWords, machineWords, stateWords } from "./labels.ts";
export type { Machine, MachineLayout, StateBox, StateTransition } from "./layout.ts";
