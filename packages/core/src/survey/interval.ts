import type { Interval } from "../values/interval.ts";
import { normalQuantile, studentQuantile } from "./quantiles.ts";

/**
 * The score interval of E. B. Wilson (1927) for a share of so many independent respondents; `size` may be an effective one and need not
 * be whole. It keeps within 0 and 1, also where everybody gave the same answer.
 */
export function wilsonInterval(
  share: number,
  size: number,
  { level = 0.95 }: { level?: number | undefined } = {},
): Interval {
  const z = normalQuantile((1 + level) / 2);
  const [square, whole] = [z * z, size + z * z];
  const middle = (size * share + square / 2) / whole;
  const reach = (z / whole) * Math.sqrt(size * share * (1 - share) + square / 4);
  return {
    low: share === 0 ? 0 : Math.max(0, middle - reach),
    high: share === 1 ? 1 : Math.min(1, middle + reach),
  };
}

/**
 * The interval of a share on the scale of log odds, with Student's quantile: `svyciprop(method = "xlogit")` of R's `survey`. The share
 * must lie between 0 and 1, both excluded.
 */
export function logitInterval(
  share: number,
  se: number,
  degrees: number,
  { level = 0.95 }: { level?: number | undefined } = {},
): Interval {
  const middle = Math.log(share / (1 - share));
  const reach = (studentQuantile((1 + level) / 2, degrees) * se) / (share * (1 - share));
  const back = (x: number) => 1 / (1 + Math.exp(-x));
  return { low: back(middle - reach), high: back(middle + reach) };
}

/** The interval of a mean with Student's quantile. */
export function studentInterval(
  mean: number,
  se: number,
  degrees: number,
  { level = 0.95 }: { level?: number | undefined } = {},
): Interval {
  const reach = studentQuantile((1 + level) / 2, degrees) * se;
  return { low: mean - reach, high: mean + reach };
}

/**
 * The number of independent respondents that a sample is worth, corrected for the degrees of freedom that its variance was estimated with
 * (E. Korn and B. Graubard 1998).
 */
export function effectiveSize(size: number, designEffect: number, degrees: number, level = 0.95): number {
  const [own, design] = [
    studentQuantile((1 + level) / 2, Math.max(1, size - 1)),
    studentQuantile((1 + level) / 2, degrees),
  ];
  return (size / designEffect) * (own / design) ** 2;
}
