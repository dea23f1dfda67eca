export {
  type InspectedActivity,
  type InspectedBreakdown,
  type InspectedIndicator,
  type Inspection,
  type InspectOptions,
  inspect,
} from "./inspect.ts";
