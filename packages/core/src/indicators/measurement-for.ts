import type { Indicator, Measurement } from "../document/index.ts";
import { unitOf } from "./performance.ts";

/**
 * How an indicator is measured: as it says, else percentages keep the last value that was reported, and everything else is a count that each
 * period adds to; sources and places add up.
 */
export function measurementFor(indicator: Indicator): Measurement {
  const percent = unitOf(indicator) === "%";
  return (
    indicator.measurement ?? {
      measure: percent ? "percentage" : "count",
      accumulation: percent ? "latest" : "sum",
      combination: { sources: "sum", places: "sum" },
    }
  );
}
