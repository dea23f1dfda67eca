export { type BreakdownCheck, checkBreakdown } from "./breakdown.ts";
export {
  type Coverage,
  checkDisaggregation,
  type Disaggregated,
  type DisaggregationCheck,
} from "./disaggregation.ts";
export { type Reading, type Summary, type SummaryReason, summarise } from "./measure.ts";
export {
  type Computed,
  directionOf,
  percentOfTarget,
  progress,
  type UndefinedReason,
  unitOf,
} from "./performance.ts";
export { type PastPoint, type Projection, projectTo } from "./projection.ts";
export {
  type LeftOut,
  type LeftOutReason,
  ROLL_UP_LEVELS,
  type RolledUp,
  type RollUpIndicator,
  type RollUpLevel,
  type RollUpMapping,
  rollUp,
} from "./roll-up.ts";
export {
  type Pace,
  paceOf,
  STATUS_POLICY,
  type Standing,
  type Status,
  StatusPolicy,
  type StatusReason,
  statusOf,
} from "./status.ts";
