export {
  createFramework,
  type FrameworkInput,
  type IndicatorInput,
  type OutcomeInput,
  type OutputInput,
  type ValueInput,
} from "./create-framework.ts";
export { type Measuring, measure, type ObservationInput } from "./measure.ts";
export { MEASUREMENTS, type MeasurementName } from "./measurements.ts";
export { type CommonResult, type RollUpMap, rollUp } from "./roll-up.ts";
