export type { Bounds } from "../values/interval.ts";
export { isOwnCode, OwnCode } from "../values/own-code.ts";
export {
  ACTIVITY_STATES,
  type ActivityContext,
  ActivityState,
  activityLifecycle,
  activityLifecycleTable,
  activityMachine,
  deriveState,
  FundState,
  type HoldUp,
  invokedActivityMachine,
  type Note,
  type NoteCode,
  type PlanState,
} from "./activity.ts";
export { type CauseDays, type DaysLost, daysLost, sumDaysLost } from "./days-lost.ts";
export {
  type ActionReference,
  defineLifecycle,
  type GuardReference,
  type Implementation,
  type Lifecycle,
  type LifecycleShape,
  type StepArgs,
} from "./definition.ts";
export {
  type DrawnTransition,
  drawLifecycle,
  guardText,
  lifecycleShape,
  regionsOf,
  type StateGraph,
  stateGraph,
} from "./draw.ts";
export {
  ACTIVITY_EVENT_TYPES,
  ActivityEvent,
  ActivityEventType,
  Basis,
  Cause,
  FundCause,
  FundEvent,
  type FundEventType,
  isOwnEvent,
  OwnEvent,
  ProjectEvent,
  ReportEvent,
} from "./event.ts";
export { type ExtensionImplementation, extendLifecycle, type LifecycleExtension } from "./extend.ts";
export { type Ends, toMachine } from "./machine.ts";
export { type Dated, documentEffort, type Effort, type When, whenOf } from "./order.ts";
export {
  type ActivityLifecycle,
  broaderOf,
  type CauseOf,
  defineProfile,
  FUND_PROFILE,
  FundRole,
  fundState,
  isHeldUp,
  knowsCause,
  type OwnEventType,
  type OwnEventTypeOf,
  type OwnState,
  type OwnTerm,
  type Profile,
  Role,
  type RoleOf,
  type RolePermissions,
  type StateOf,
} from "./profile.ts";
export { causeIssues, eventIssues } from "./profile-issues.ts";
export {
  PROJECT_STATES,
  type ProjectContext,
  type ProjectState,
  projectLifecycle,
  projectLifecycleTable,
  projectMachine,
} from "./project.ts";
export {
  type ActivitySnapshot,
  type ActivityStatus,
  type ActivityTable,
  type HoldUpInterval,
  inOrderOfEffect,
  type Refusal,
  type ReplayOptions,
  replay,
  replayWith,
} from "./replay.ts";
export { replayAll, type StatesAlong, statesAlong } from "./replay-all.ts";
export {
  REPORT_STATES,
  type ReportContext,
  type ReportState,
  reportLifecycle,
  reportLifecycleTable,
  reportMachine,
} from "./report.ts";
export {
  compileLifecycle,
  initialState,
  type LifecycleTable,
  REFUSAL_REASONS,
  type RefusalReason,
  type RefusedEvent,
  runTable,
  stateName,
  stateNames,
  statesAllowing,
  step,
  type TableState,
} from "./table.ts";
