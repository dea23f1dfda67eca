export { type ActivityDelays, type ProjectDelays, projectDelays } from "./delays.ts";
export {
  type InspectedActivity,
  type InspectedBreakdown,
  type InspectedIndicator,
  type Inspection,
  type InspectOptions,
  inspect,
} from "./inspect.ts";
export { type VerdictSource, verdictOf } from "./verdict.ts";
