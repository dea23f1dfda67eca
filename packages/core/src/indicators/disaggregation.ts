import type { Finding } from "../diagnostics/problem.ts";
import { type Bilingual, bilingual, formatNumber } from "../locale/index.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { UNKNOWN } from "../values/axis.ts";
import { sumDecimals } from "../values/exact-sum.ts";

/** A total and its parts on one axis. */
export interface Disaggregated {
  /** Where it is, for the finding: `indicators/2.1.1/actual`. */
  path: string;
  /** Name of the axis: `sex`. */
  axis: string;
  /** The categories of a `partition` exclude one another and add up; those of an `overlapping` axis need not. */
  kind: "partition" | "overlapping";
  /** Categories that the axis has beside `unknown`, where they are laid down. */
  categories?: readonly string[];
  /** `null` where no total was reported. Parts never replace it. */
  total: number | null;
  /** Values by category. */
  parts: Readonly<Record<string, number>>;
}

/** Share of the total that is known by category, `unknown` not counted, as a fraction. */
export interface Coverage {
  /** `null` where it is not one number; see `reason`. */
  value: number | null;
  /** Of overlapping groups it lies between these, since a person may be in several. */
  low: number | null;
  /** Upper end, as `low`. */
  high: number | null;
  /** Why `value` is null; `null` where it is a number. */
  reason: "overlapping" | "no-total" | "total-zero" | "parts-exceed-total" | null;
}

/** What came of holding a total against its parts. */
export interface DisaggregationCheck {
  /** Parts that do not fit the total. */
  findings: Finding[];
  /** How much of the total is known by category. */
  coverage: Coverage;
  /** How many are of unknown category: `null` where the breakdown does not say, which is not zero. */
  unknown: number | null;
  /** Categories of the axis that were not reported. */
  missing: string[];
}

/** A number with every decimal that it has. */
const inFull = (value: number): Bilingual => ({
  en: formatNumber(value, { language: "en", decimals: 12 }),
  fr: formatNumber(value, { language: "fr", decimals: 12 }),
});

/**
 * Holds a total against its parts. Parts of a partition that do not add up (exactly, as printed) are a finding, `partition-sum`: a
 * warning where categories are missing that may hold the rest, else an error; an overlapping group larger than the total is
 * `part-exceeds-total`. Nothing is repaired and no part is made up.
 */
export function checkDisaggregation(input: Disaggregated): DisaggregationCheck {
  const { path, axis, kind, categories = [], total, parts } = input;
  const values = Object.values(parts);
  const findings: Finding[] = [];
  const report = (
    rule: string,
    where: string,
    found: number,
    message: Bilingual,
    severity: Finding["severity"],
  ) => findings.push({ code: rule, severity, where: { path: where }, message, found, expected: total });
  const missing = categories.filter((category) => parts[category] === undefined);
  const sum = sumDecimals(values);
  if (total !== null && values.length > 0) {
    if (kind === "partition" && sum !== total)
      report(
        "partition-sum",
        path,
        sum,
        bilingual(en.partsSum, fr.partsSum, axis, inFull(sum), inFull(total)),
        sum < total && missing.length > 0 ? "warning" : "error",
      );
    for (const [category, value] of Object.entries(parts))
      if (kind === "overlapping" && value > total)
        report(
          "part-exceeds-total",
          `${path}/${axis}/${category}`,
          value,
          bilingual(en.partExceedsTotal, fr.partExceedsTotal, category, inFull(value), inFull(total)),
          "error",
        );
  }
  const known = Object.entries(parts).flatMap(([category, value]) => (category === UNKNOWN ? [] : [value]));
  return { findings, coverage: coverageOf(kind, total, known), unknown: parts[UNKNOWN] ?? null, missing };
}

function coverageOf(kind: Disaggregated["kind"], total: number | null, known: number[]): Coverage {
  const none = (reason: Coverage["reason"]) => ({ value: null, low: null, high: null, reason });
  if (total === null) return none("no-total");
  if (total === 0) return none("total-zero");
  const share = sumDecimals(known) / total;
  const largest = Math.max(0, ...known) / total;
  if (largest > 1 || (kind === "partition" && share > 1)) return none("parts-exceed-total");
  if (kind === "partition") return { value: share, low: share, high: share, reason: null };
  return { value: null, low: largest, high: Math.min(1, share), reason: "overlapping" };
}
