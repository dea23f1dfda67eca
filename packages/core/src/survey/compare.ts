import type { Direction } from "../document/index.ts";
import { studentBelow } from "../indicators/student.ts";
import { covarianceOf, type SampleDesign } from "./design.ts";
import { type EstimateOptions, estimateSurvey, influenceOnMean, type SurveyEstimate } from "./estimate.ts";
import { differenceInterval, powerOfChange } from "./power.ts";
import { normalBelow, normalQuantile, studentQuantile } from "./quantiles.ts";
import { pOfShareChange } from "./test-of-change.ts";

/** What two rounds of a survey say of a change. Differences of shares are fractions: 0.08 is 8 points. */
export interface SurveyDifference {
  /** The first round. */
  before: SurveyEstimate;
  /** The second round. */
  after: SurveyEstimate;
  /** After − before; `null` where an estimate is missing. */
  change: number | null;
  /** Standard error of the change; `null` without an interval. */
  se: number | null;
  /** Lower end of the change's interval; `null` where it cannot be computed. */
  low: number | null;
  /** Upper end, as `low`. */
  high: number | null;
  /** Confidence level of the interval: 0.95. */
  level: number;
  /**
   * Of the hypothesis that nothing has changed, by the same interval: below 0.05 exactly where the interval of 95 % leaves zero out. Values
   * below 1e-12 are given as that; `null` without an interval.
   */
  p: number | null;
  /** `increase` or `decrease` where the interval leaves zero out; else `inconclusive`. */
  verdict: Direction | "inconclusive" | null;
  /**
   * The smallest change of the baseline, up and down, that samples like these find with a probability of `power`; `null` where no change
   * that is possible is large enough, or an estimate is missing.
   */
  detectable: {
    /** The smallest increase. */
    up: number | null;
    /** The smallest decrease, as a number above 0. */
    down: number | null;
    /** The probability with which they are found. */
    power: number;
  } | null;
}

/** How rounds are compared. */
export interface CompareOptions {
  /** Default: 0.8. */
  power?: number;
  /** Of the two estimates, where the same people or clusters were asked. Default: 0, two independent samples. */
  correlation?: number;
}

/**
 * Compares two rounds of a survey, baseline first. Shares by Newcombe's interval from both intervals, means by Welch's.
 * @throws RangeError where kinds or levels differ.
 */
export function compareSurveys(
  before: SurveyEstimate,
  after: SurveyEstimate,
  { power = 0.8, correlation = 0 }: CompareOptions = {},
): SurveyDifference {
  if (before.kind !== after.kind)
    throw new RangeError(`a ${before.kind} is not compared with a ${after.kind}`);
  if (before.level !== after.level)
    throw new RangeError(`intervals of ${before.level} and of ${after.level} are not compared`);
  const { kind, level } = before;
  const empty = { ...{ before, after, level }, change: null, se: null, low: null, high: null, p: null };
  const [first, second] = [ended(before), ended(after)];
  if (first === null || second === null) {
    const change =
      before.estimate === null || after.estimate === null ? null : after.estimate - before.estimate;
    return { ...empty, change, verdict: null, detectable: null };
  }
  const change = second.estimate - first.estimate;
  const [a, b] = [before.se ?? 0, after.se ?? 0];
  const se = Math.sqrt(Math.max(0, a * a + b * b - 2 * correlation * a * b));
  const { low, high } =
    kind === "share"
      ? differenceInterval(first, second, { correlation })
      : welchInterval(change, se, before, after);
  return {
    ...{ before, after, change, se, low, high, level },
    p:
      kind === "share"
        ? pOfShareChange(before, after, correlation)
        : pOfMeanChange(change, se, before, after),
    verdict: low > 0 ? "increase" : high < 0 ? "decrease" : "inconclusive",
    detectable: detectableChange(before, after, se, power),
  };
}

/**
 * Compares two groups of one design, such as the rounds of a panel: clusters that are in both make them correlated, and the linearisation
 * takes that into account.
 */
export function compareWithin(
  design: SampleDesign,
  values: readonly (number | null)[],
  groups: readonly [before: (row: number) => boolean, after: (row: number) => boolean],
  options: Omit<EstimateOptions, "within"> & { power?: number } = {},
): SurveyDifference {
  const { power, ...rest } = options;
  const [before, after] = groups.map((within) => estimateSurvey(design, values, { ...rest, within })) as [
    SurveyEstimate,
    SurveyEstimate,
  ];
  const influences = [before, after].map(({ estimate, population }, index) =>
    influenceOnMean(
      design,
      values,
      (row) => (groups[index]?.(row) ?? false) && values[row] !== null,
      estimate ?? 0,
      population,
    ),
  );
  const both = (row: number) => values[row] !== null && groups.some((within) => within(row));
  const { matrix } = covarianceOf(design, influences, rest.singleUnit ?? "refuse", both);
  const scale = Math.sqrt((matrix?.[0]?.[0] ?? 0) * (matrix?.[1]?.[1] ?? 0));
  const correlation = scale === 0 ? 0 : (matrix?.[0]?.[1] ?? 0) / scale;
  return compareSurveys(before, after, { correlation, ...(power !== undefined && { power }) });
}

const ended = ({ estimate, low, high }: SurveyEstimate) =>
  estimate === null || low === null || high === null ? null : { estimate, low, high };

/** Degrees of freedom of the difference of two means (B. Welch 1947), rounded down, which makes the interval wider. */
function welchDegrees(se: number, before: SurveyEstimate, after: SurveyEstimate): number {
  const parts = [before, after].map(({ se: own, degrees }) => ((own ?? 0) ** 4 || 0) / Math.max(1, degrees));
  const sum = (parts[0] ?? 0) + (parts[1] ?? 0);
  return sum === 0 ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(se ** 4 / sum));
}

function pOfMeanChange(change: number, se: number, before: SurveyEstimate, after: SurveyEstimate): number {
  if (se === 0) return change === 0 ? 1 : 0;
  const degrees = welchDegrees(se, before, after);
  const size = Math.abs(change) / se;
  return 2 * (degrees === Number.POSITIVE_INFINITY ? normalBelow(-size) : studentBelow(-size, degrees));
}

function welchInterval(change: number, se: number, before: SurveyEstimate, after: SurveyEstimate) {
  const degrees = welchDegrees(se, before, after);
  const reach = se === 0 ? 0 : studentQuantile((1 + before.level) / 2, degrees) * se;
  return { low: change - reach, high: change + reach };
}

function detectableChange(
  before: SurveyEstimate,
  after: SurveyEstimate,
  se: number,
  power: number,
): SurveyDifference["detectable"] {
  const { kind, level, estimate } = before;
  if (kind === "mean") {
    const reach = (normalQuantile((1 + level) / 2) + normalQuantile(power)) * se;
    return { up: reach, down: reach, power };
  }
  const sizes = [before.effectiveSize, after.effectiveSize] as const;
  const [first, second] = sizes;
  if (first === null || second === null || estimate === null) return null;
  if (!(estimate > 0 && estimate < 1)) return { up: null, down: null, power };
  return {
    up: smallestChange(estimate, [first, second], level, power, 1),
    down: smallestChange(estimate, [first, second], level, power, -1),
    power,
  };
}

/** Steps of a tenth of a point, by halving: power grows with the change. */
function smallestChange(
  from: number,
  sizes: readonly [number, number],
  level: number,
  power: number,
  sign: 1 | -1,
): number | null {
  const STEP = 0.001;
  let high = Math.floor(((sign > 0 ? 1 - from : from) - STEP / 2) / STEP);
  const found = (steps: number) =>
    powerOfChange([from, from + sign * steps * STEP], sizes, { level }) >= power;
  if (high < 1 || !found(high)) return null;
  let low = 0;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (found(middle)) high = middle;
    else low = middle;
  }
  return high / 1000;
}
