import type { Interval } from "../values/interval.ts";
import type { SurveyEstimate } from "./estimate.ts";
import { logitInterval, wilsonInterval } from "./interval.ts";
import { differenceInterval } from "./power.ts";

/** Smaller p-values are not distinguished. */
const SMALLEST = 1e-12;

/** The interval of a share at another level, of the same effective sample size. */
function shareInterval(
  { method, estimate, se, degrees, effectiveSize, low, high }: SurveyEstimate,
  level: number,
): Interval {
  const share = estimate ?? 0;
  if (method === "logit") return logitInterval(share, se ?? 0, degrees, { level });
  if (method === "wilson" && effectiveSize !== null) return wilsonInterval(share, effectiveSize, { level });
  return { low: low ?? share, high: high ?? share };
}

/**
 * The p-value of the hypothesis that a share has not changed: the greatest level of significance at which the interval of the difference
 * still holds zero. It is below 5 % exactly where the interval of 95 % leaves zero out.
 */
export function pOfShareChange(before: SurveyEstimate, after: SurveyEstimate, correlation: number): number {
  const holdsZero = (p: number): boolean => {
    const [first, second] = [before, after].map((each) => ({
      estimate: each.estimate ?? 0,
      ...shareInterval(each, 1 - p),
    })) as [Interval & { estimate: number }, Interval & { estimate: number }];
    const { low, high } = differenceInterval(first, second, { correlation });
    return low <= 0 && high >= 0;
  };
  if (before.estimate === after.estimate) return 1;
  if (!holdsZero(SMALLEST)) return SMALLEST;
  // The interval narrows as p grows: by halving its logarithm.
  let [low, high] = [Math.log(SMALLEST), 0];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (holdsZero(Math.exp(middle))) low = middle;
    else high = middle;
  }
  return Math.exp(low);
}
