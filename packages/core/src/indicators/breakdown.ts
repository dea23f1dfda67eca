import type { Breakdown, ReportedValue } from "../document/index.ts";
import { sumDecimals } from "../values/exact-sum.ts";
import { isPercentUnit, numberOf } from "../values/value-number.ts";

/** What a breakdown says about its total. */
export interface BreakdownCheck {
  /** Sum of the parts; of overlapping groups it means nothing by itself. */
  sum: number;
  /**
   * A partition: whether its parts add up to the total. Overlapping groups need not add up; they only contradict the total (`false`)
   * where one of them alone exceeds it. `null` where nothing can be said.
   */
  consistent: boolean | null;
}

const parts = (breakdown: Breakdown) => breakdown.parts.map(({ value }) => value);

/** Checks a value's breakdown against its total; `null` where the value has no breakdown with parts. */
export function checkBreakdown(reported: ReportedValue): BreakdownCheck | null {
  const { breakdown } = reported;
  if (breakdown === undefined || breakdown.parts.length === 0) return null;
  const sum = sumDecimals(parts(breakdown));
  const total = numberOf(reported.value);
  // Parts of a percentage are the levels of its groups: they do not add up, and some are above it.
  if (total === null || (reported.value.kind === "number" && isPercentUnit(reported.value.unit)))
    return { sum, consistent: null };
  if (breakdown.partition) return { sum, consistent: sum === total };
  return { sum, consistent: Math.max(...parts(breakdown)) > total ? false : null };
}
