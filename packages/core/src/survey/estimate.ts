import type { Interval } from "../values/interval.ts";
import { covarianceOf, type SampleDesign, type SingleUnit, sampledShare, unitsOf } from "./design.ts";
import { effectiveSize, logitInterval, studentInterval, wilsonInterval } from "./interval.ts";

/** What is estimated: the share of a population that answers yes (1, not 0), or the mean of a number. */
export type SurveyKind = "share" | "mean";

/** How an interval was computed. `census`: everybody was asked, so that there is no sampling error. */
export type IntervalMethod = "wilson" | "logit" | "student" | "census";

/**
 * Why an estimate, its standard error or its interval is missing. `single-unit-stratum`: a stratum has one sampled unit, see `singleUnit`.
 * `too-few-clusters`: as many strata as clusters, so that nothing is left to estimate a variance from. `no-standard-error`: a published
 * mean without one.
 */
export type SurveyReason = "no-responses" | "single-unit-stratum" | "too-few-clusters" | "no-standard-error";

/** An estimate from a sample. Shares are fractions (0.62), means in the units of the answers. */
export interface SurveyEstimate {
  /** Whether a share or a mean is estimated. */
  kind: SurveyKind;
  /** The group that it is of: `{ sex: "female" }`; empty for all. */
  at: Record<string, string>;
  /** The share or the mean; `null` where nobody answered. */
  estimate: number | null;
  /** Standard error. */
  se: number | null;
  /** Ends of the confidence interval of `level`; `null` where it cannot be computed, with the reason. */
  low: number | null;
  /** Upper end, as `low`. */
  high: number | null;
  /** Confidence level of the interval: 0.95. */
  level: number;
  /** How the interval was computed; `null` where there is none. */
  method: IntervalMethod | null;
  /** Why something is missing; `null` where nothing is. */
  reason: SurveyReason | null;
  /** Respondents who answered, and those of the group who did not. */
  n: number;
  /** Those of the group who did not answer. */
  missingCount: number;
  /** The sum of the weights: how many people the respondents represent, where the weights are scaled so. */
  population: number;
  /** The variance over that of a simple random sample of the same size; `null` where everybody answered the same. */
  designEffect: number | null;
  /** The effective sample size: what Wilson's interval was computed with. */
  effectiveSize: number | null;
  /** Degrees of freedom of the variance: clusters less strata. */
  degrees: number;
  /** Strata with a single sampled unit, by name. */
  singleUnits: string[];
  /** What the interval takes for granted: a published value without a design effect is read as a simple random sample. */
  assumes: "simple-random-sample" | null;
}

/** How an estimate is made. */
export interface EstimateOptions {
  /** What is estimated. Default: `share`. */
  kind?: SurveyKind;
  /** Which respondents are in the group; the whole design still counts for the variance. Default: all. */
  within?: (row: number) => boolean;
  /** The group that it is of, for the result. Default: all. */
  at?: Record<string, string>;
  /** Default: 0.95. */
  level?: number;
  /** Of a share. Default: `wilson`. */
  method?: "wilson" | "logit";
  /** Default: `refuse`. */
  singleUnit?: SingleUnit;
}

/**
 * Estimates a share or a mean from raw answers; `null` is no answer. Standard errors are those of R's `survey` package: Taylor
 * linearisation over strata and clusters, with finite population correction, and subpopulations as domains of the whole design.
 * @throws RangeError where there are not as many values as respondents, or a share's value is neither 0 nor 1.
 */
export function estimateSurvey(
  design: SampleDesign,
  values: readonly (number | null)[],
  options: EstimateOptions = {},
): SurveyEstimate {
  const { kind = "share", within = () => true, level = 0.95, singleUnit = "refuse" } = options;
  checkValues(design, values, kind);
  const present = (row: number) => within(row) && values[row] !== null;
  const { n, missing, population, mean } = weighted(design, values, within);
  const base: SurveyEstimate = {
    ...{ kind, at: options.at ?? {}, estimate: n === 0 ? null : mean, se: null, low: null, high: null },
    ...{ level, method: null, reason: n === 0 ? "no-responses" : null, n, missingCount: missing, population },
    ...{ designEffect: null, effectiveSize: null, degrees: 0, singleUnits: [], assumes: null },
  };
  if (n === 0) return base;

  const units = unitsOf(design, present);
  const degrees = units.clusters - units.strata;
  const { matrix, singleUnits } = covarianceOf(
    design,
    [influenceOnMean(design, values, present, mean, population)],
    singleUnit,
    present,
  );
  const known = { ...base, degrees, singleUnits };
  if (matrix === null) return { ...known, reason: "single-unit-stratum" };
  const variance = matrix[0]?.[0] ?? 0;
  const simple = simpleVariance(design, values, present, mean, population, n);
  const se = Math.sqrt(variance);
  const census = sampledShare(design) >= 1 - 1e-7;
  const designEffect = simple > 0 ? variance / simple : null;
  const found = { ...known, se, designEffect };
  if (census) return { ...found, low: mean, high: mean, method: "census" };
  if (degrees < 1) return { ...found, reason: "too-few-clusters" };
  return { ...found, ...intervalOf(design, found, units.clusters, options.method ?? "wilson") };
}

function checkValues(design: SampleDesign, values: readonly (number | null)[], kind: SurveyKind): void {
  if (values.length !== design.size)
    throw new RangeError(`found ${values.length} values, expected ${design.size}`);
  for (const [row, value] of values.entries())
    if (value !== null && (kind === "share" ? value !== 0 && value !== 1 : !Number.isFinite(value)))
      throw new RangeError(
        `value ${row + 1}: found ${value}, expected ${kind === "share" ? "0 or 1" : "a finite number"}`,
      );
}

function weighted(
  { size, weights }: SampleDesign,
  values: readonly (number | null)[],
  within: (row: number) => boolean,
) {
  let [n, missing, population, sum] = [0, 0, 0, 0];
  for (let row = 0; row < size; row += 1) {
    if (!within(row)) continue;
    const value = values[row] ?? null;
    if (value === null) {
      missing += 1;
      continue;
    }
    const weight = weights[row] as number;
    n += 1;
    population += weight;
    sum += weight * value;
  }
  return { n, missing, population, mean: sum / population };
}

/** How each respondent moves a mean: the linearised variable, weights included, zero outside of the group. */
export function influenceOnMean(
  { size, weights }: SampleDesign,
  values: readonly (number | null)[],
  present: (row: number) => boolean,
  mean: number,
  population: number,
): Float64Array {
  const influence = new Float64Array(size);
  for (let row = 0; row < size; row += 1)
    if (present(row)) influence[row] = ((weights[row] as number) * ((values[row] ?? 0) - mean)) / population;
  return influence;
}

/** The variance of the mean of a simple random sample of the same size from the same population. */
function simpleVariance(
  { size, weights }: SampleDesign,
  values: readonly (number | null)[],
  present: (row: number) => boolean,
  mean: number,
  population: number,
  n: number,
): number {
  let squares = 0;
  for (let row = 0; row < size; row += 1)
    if (present(row)) squares += (weights[row] as number) * ((values[row] ?? 0) - mean) ** 2;
  return n < 2 ? 0 : squares / population / (n - 1);
}

type Found = Pick<SurveyEstimate, "kind" | "n" | "degrees" | "level" | "designEffect" | "estimate" | "se">;

function intervalOf(
  design: SampleDesign,
  { kind, n, degrees, level, designEffect, estimate, se }: Found,
  clusters: number,
  method: "wilson" | "logit",
): Interval & Pick<SurveyEstimate, "method" | "effectiveSize"> {
  const [mean, error] = [estimate ?? 0, se ?? 0];
  if (kind === "mean")
    return { ...studentInterval(mean, error, degrees, { level }), method: "student", effectiveSize: null };
  if (method === "logit" && mean > 0 && mean < 1)
    return { ...logitInterval(mean, error, degrees, { level }), method, effectiveSize: null };
  // Where all answers are the same, nothing says how alike the clusters are: each then counts as one respondent. A design may be worth no
  // more than as many respondents of the same population.
  const limit = n / (1 - sampledShare(design));
  const worth =
    designEffect === null
      ? Math.min(clusters, limit)
      : Math.min(designEffect === 0 ? limit : effectiveSize(n, designEffect, degrees, level), limit);
  return { ...wilsonInterval(mean, worth, { level }), method: "wilson", effectiveSize: worth };
}
