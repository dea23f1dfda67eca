export {
  type ActivityDelays,
  type DelayOptions,
  daysLostOf,
  type ProjectDelays,
  projectDelays,
} from "./delays.ts";
export { type InspectOptions, inspect, inspectSteps } from "./inspect.ts";
export { ActivityResult, type BreakdownResult, IndicatorResult, ProjectResult } from "./schema.ts";
export { type VerdictSource, verdictOf } from "./verdict.ts";
