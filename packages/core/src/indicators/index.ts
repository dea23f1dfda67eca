export { type BreakdownCheck, checkBreakdown } from "./breakdown.ts";
export {
  type Coverage,
  checkDisaggregation,
  type Disaggregated,
  type DisaggregationCheck,
} from "./disaggregation.ts";
export { type Forecast, forecastTo, type PastPoint } from "./forecast.ts";
export { type Reading, type Summary, type SummaryReason, summarise } from "./measure.ts";
export {
  type Computed,
  directionOf,
  percentOfTarget,
  progress,
  type UndefinedReason,
  unitOf,
} from "./performance.ts";
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
  type Status,
  StatusPolicy,
  type StatusReason,
  type StatusResult,
  statusOf,
} from "./status.ts";
