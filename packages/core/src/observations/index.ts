export { Axis, UNKNOWN } from "./axis.ts";
export { Instant, Observation, type ObservationColumns, type Rejection } from "./observation.ts";
