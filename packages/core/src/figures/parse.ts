import { parseBy } from "../border.ts";
import type { Result } from "../problem.ts";
import { MeasurementFramework } from "./definition.ts";

/** Validates a measurement framework at the border, as parsed from JSON; problems are told as `parseFramework` tells them. */
export function parseMeasurement(input: unknown): Result<MeasurementFramework> {
  return parseBy(MeasurementFramework, input, "measurement-invalid");
}
