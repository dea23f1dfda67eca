import type { Indicator, ReportedValue } from "../document/index.ts";
import { money } from "../values/money.ts";
import { numberOf } from "../values/value-number.ts";
import type { Reading } from "./measure.ts";
import { measurementFor } from "./measurement-for.ts";
import { unitOf } from "./performance.ts";

/** A reported value as what its indicator measures. What a range or a limit confines is not reported exactly, and counts as missing. */
export function readingOf(indicator: Indicator, { value }: ReportedValue): Reading {
  const { measure, levels = [] } = measurementFor(indicator);
  const number = numberOf(value);
  switch (measure) {
    case "ratio":
    case "percentage": {
      const { numerator, denominator } = value.kind === "number" ? value : {};
      return numerator === undefined
        ? { measure, value: number }
        : { measure, numerator, denominator: denominator ?? null };
    }
    case "currency":
      return { measure, value: number === null ? null : money(number, unitOf(indicator) ?? "USD") };
    case "scale":
      return { measure, level: number === null ? null : (levels[number] ?? null) };
    case "yes-no":
      return { measure, yes: number === null ? null : number > 0 };
    default:
      return { measure, value: number };
  }
}
