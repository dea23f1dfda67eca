import type { Breakdown, Figure } from "../framework/index.ts";
import { numberOf } from "../value.ts";

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

/** Sums compared to the precision of the figures, since parts such as 0.1 and 0.2 have no exact binary form. */
const same = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** Checks a figure's breakdown against its total; `null` where the figure has no breakdown with parts. */
export function checkBreakdown(figure: Figure): BreakdownCheck | null {
  const { breakdown } = figure;
  if (breakdown === undefined || breakdown.parts.length === 0) return null;
  const sum = parts(breakdown).reduce((total, part) => total + part, 0);
  const total = numberOf(figure.value);
  if (total === null) return { sum, consistent: null };
  if (breakdown.partition) return { sum, consistent: same(sum, total) };
  return { sum, consistent: Math.max(...parts(breakdown)) > total ? false : null };
}
