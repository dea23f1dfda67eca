export { drawMachine, type MachineStep, pathText } from "./draw.ts";
export { eventText, machineLabels, stateText } from "./labels.ts";
export type { Machine, MachineLayout, StateBox, StateTransition } from "./layout.ts";
