export {
  ACTIVITY_STATES,
  type ActivityContext,
  type ActivityState,
  activityMachine,
} from "./activity-machine.ts";
export {
  type CompiledMachine,
  type CompiledSnapshot,
  compileMachine,
  replayAll,
  runCompiled,
} from "./compile.ts";
export { drawMachine, machineConfig } from "./draw.ts";
export { ActivityEvent, type ActivityEventType, Basis, Cause, ProjectEvent, ReportEvent } from "./event.ts";
export { type ProjectContext, projectMachine } from "./project-machine.ts";
export {
  type ActivitySnapshot,
  type Dated,
  inOrderOfEffect,
  type Refusal,
  type RefusalReason,
  type RefusedEvent,
  replay,
  replayWith,
} from "./replay.ts";
export { type ReportContext, reportMachine } from "./report-machine.ts";
