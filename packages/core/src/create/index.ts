export { createFramework, parseFrameworkInput } from "./create-framework.ts";
export { FrameworkInput, IndicatorInput, OutcomeInput, OutputInput, ValueInput } from "./framework-input.ts";
export { type Measuring, measure, type ObservationInput } from "./measure.ts";
export { MEASUREMENTS, type MeasurementName } from "./measurements.ts";
export { type CommonResult, type RollUpMap, rollUp } from "./roll-up.ts";
