export {
  type Assessment,
  assess,
  type ProjectTime,
  projectTime,
  type ValueReason,
} from "./assess.ts";
export { type BreakdownCheck, checkBreakdown } from "./breakdown.ts";
export {
  type Coverage,
  checkDisaggregation,
  type Disaggregated,
  type DisaggregationCheck,
} from "./disaggregation.ts";
export { type Expectation, expectedOn, type Plan, type PlannedLevel } from "./expected.ts";
export {
  type Forecast,
  type ForecastOptions,
  type ForecastReason,
  forecastOptions,
  forecastTo,
  type Limits,
  limitsOf,
  type PastPoint,
} from "./forecast.ts";
export { type Reading, type Summary, type SummaryReason, summarise } from "./measure.ts";
export { measurementFor } from "./measurement-for.ts";
export { type Pace, paceOf } from "./pace.ts";
export {
  type Computed,
  directionOf,
  isDecreasing,
  maintainOf,
  percentOfTarget,
  progress,
  type UndefinedReason,
  unitOf,
} from "./performance.ts";
export { readingOf } from "./reading-of.ts";
export {
  type LeftOut,
  type LeftOutReason,
  ROLL_UP_LEVELS,
  type RolledUp,
  type RollUpIndicator,
  type RollUpLevel,
  type RollUpMapping,
  rollUpIndicator,
} from "./roll-up.ts";
export {
  asReported,
  STATUS_POLICY,
  STATUSES,
  type Status,
  type StatusInput,
  type StatusName,
  StatusPolicy,
  type StatusReason,
  statusOf,
} from "./status.ts";
