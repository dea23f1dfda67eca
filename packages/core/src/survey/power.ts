import type { Interval } from "../values/interval.ts";
import { wilsonInterval } from "./interval.ts";
import { normalBelow } from "./quantiles.ts";

/** A share with the interval that it was estimated in. */
export interface Estimated extends Interval {
  /** The share, as a fraction. */
  estimate: number;
}

/**
 * The interval of the difference of two shares from their own intervals (R. Newcombe 1998, method 10; with a correlation, G. Zou and
 * A. Donner 2008). It keeps within −1 and 1.
 */
export function differenceInterval(
  before: Estimated,
  after: Estimated,
  { correlation = 0 }: { correlation?: number | undefined } = {},
): Interval {
  const change = after.estimate - before.estimate;
  const reach = (down: number, up: number) =>
    Math.sqrt(Math.max(0, down * down + up * up - 2 * correlation * down * up));
  return {
    low: change - reach(after.estimate - after.low, before.high - before.estimate),
    high: change + reach(after.high - after.estimate, before.estimate - before.low),
  };
}

/** Outcomes less likely than this are left out of an exact power. */
const NEGLIGIBLE = 1e-9;

interface Outcome extends Estimated {
  probability: number;
}

/** What a sample of independent respondents can show, with the probability of each; unlikely outcomes left out. */
function outcomesOf(share: number, size: number, level: number): Outcome[] {
  const outcomes: Outcome[] = [];
  let logarithm = size * Math.log1p(-share);
  for (let yes = 0; yes <= size; yes += 1) {
    if (yes > 0) logarithm += Math.log((size - yes + 1) / yes) + Math.log(share / (1 - share));
    const probability = Math.exp(logarithm);
    if (probability > NEGLIGIBLE)
      outcomes.push({ probability, estimate: yes / size, ...wilsonInterval(yes / size, size, { level }) });
  }
  return outcomes;
}

/**
 * The probability that a change of a share is found: that the interval of the difference lies on the change's own side of zero. Exact for
 * independent respondents, by looking at every outcome of both rounds; sizes are effective ones, rounded down.
 */
export function powerOfChange(
  [from, to]: readonly [number, number],
  [before, after]: readonly [number, number],
  { level = 0.95 }: { level?: number | undefined } = {},
): number {
  if (!(from > 0 && from < 1 && to > 0 && to < 1)) throw new RangeError("shares must lie between 0 and 1");
  const first = outcomesOf(from, Math.floor(before), level);
  const second = outcomesOf(to, Math.floor(after), level);
  let power = 0;
  for (const a of first)
    for (const b of second) {
      const { low, high } = differenceInterval(a, b);
      if (to > from ? low > 0 : high < 0) power += a.probability * b.probability;
    }
  return power;
}

/** The probability that a change of a mean is found, by the normal approximation. */
export function powerOfMeanChange(change: number, se: number, quantile: number): number {
  return normalBelow(Math.abs(change) / se - quantile);
}
