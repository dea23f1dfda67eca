import { parseWith } from "../diagnostics/parse.ts";
import type { Result } from "../diagnostics/problem.ts";
import { MeasurementFramework } from "./definition.ts";

/** Validates a measurement framework at the boundary, as parsed from JSON; problems are reported as `parseFramework` states them. */
export function parseMeasurement(input: unknown): Result<MeasurementFramework> {
  return parseWith(MeasurementFramework, input, "measurement-invalid");
}
