import type { SurveyEstimate, SurveyKind } from "./estimate.ts";
import { studentInterval, wilsonInterval } from "./interval.ts";

/** An estimate as a survey report publishes it. Shares are fractions. */
export interface PublishedEstimate {
  /** Whether a share or a mean is estimated. */
  kind: SurveyKind;
  /** The share as a fraction, or the mean. */
  estimate: number;
  /** Respondents. */
  n: number;
  /** Default: 1, and the result says that it assumes a simple random sample. */
  designEffect?: number;
  /** Standard error, where it is published; it takes precedence over the design effect. */
  se?: number;
  /** How many people the sample was drawn from, where it is a large part of them. */
  population?: number;
  /** The group that it is of. Default: all. */
  at?: Record<string, string>;
}

/**
 * An estimate with its interval from what a survey report states. A share gets Wilson's interval of its effective sample size; a mean needs
 * its standard error.
 * @throws RangeError where a number is out of range.
 */
export function publishedEstimate(
  published: PublishedEstimate,
  { level = 0.95 }: { level?: number | undefined } = {},
): SurveyEstimate {
  const { kind, estimate, n, designEffect, se, population, at = {} } = published;
  demand("n", n, Number.isInteger(n) && n > 0);
  demand("estimate", estimate, kind === "share" ? estimate >= 0 && estimate <= 1 : Number.isFinite(estimate));
  demand("designEffect", designEffect, designEffect === undefined || designEffect > 0);
  demand("se", se, se === undefined || se >= 0);
  demand("population", population, population === undefined || population >= n);
  const left = population === undefined ? 1 : 1 - n / population;
  const spread = estimate * (1 - estimate);
  const simple = kind === "share" && spread > 0 ? spread / n : null;
  const effect = se !== undefined && simple !== null ? se ** 2 / simple : (designEffect ?? 1) * left;
  const base: SurveyEstimate = {
    ...{ kind, at, estimate, se: se ?? null, low: null, high: null, level, method: null, reason: null },
    ...{ n, missingCount: 0, population: population ?? n, designEffect: null, effectiveSize: null },
    ...{ degrees: n - 1, singleUnits: [], assumes: null },
  };
  if (left === 0) return { ...base, se: 0, low: estimate, high: estimate, method: "census" };
  if (kind === "mean") {
    if (se === undefined || n < 2) return { ...base, reason: "no-standard-error" };
    return { ...base, ...studentInterval(estimate, se, n - 1, { level }), method: "student" };
  }
  const worth = effect === 0 ? n / left : n / effect;
  return {
    ...base,
    se: se ?? (simple === null ? null : Math.sqrt(simple * effect)),
    ...wilsonInterval(estimate, worth, { level }),
    ...{ method: "wilson", designEffect: effect, effectiveSize: worth },
    assumes: se === undefined && designEffect === undefined ? "simple-random-sample" : null,
  };
}

function demand(name: string, found: unknown, holds: boolean): void {
  if (!holds) throw new RangeError(`${name}: ${found} is out of range`);
}
