import { parseWith } from "../diagnostics/parse.ts";
import type { Result } from "../diagnostics/problem.ts";
import { MeasurementFramework } from "./definition.ts";

/** Validates a measurement framework at the border, as parsed from JSON; problems are told as `parseFramework` tells them. */
export function parseMeasurement(input: unknown): Result<MeasurementFramework> {
  return parseWith(MeasurementFramework, input, "measurement-invalid");
}
