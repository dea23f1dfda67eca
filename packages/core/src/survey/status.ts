import type { Direction, Maintain } from "../document/index.ts";
import type { SurveyEstimate } from "./estimate.ts";

/** Whether a target was reached, as far as a sample can say. */
export type SurveyStatus = "reached" | "not-reached" | "inconclusive";

/** The target of a survey indicator, in the unit of the estimate (a share as a fraction). */
export interface SurveyTarget {
  /** The value to be reached. */
  target: number;
  /** Which way it should go. */
  direction: Direction;
  /** Of one that is to be maintained. Default: at least at its target. */
  maintain?: Maintain;
}

/**
 * Compares an interval with a target: `reached` where the whole interval is on the right side of it, `not-reached` where none of it is,
 * `inconclusive` where it holds the target; `null` without an interval.
 */
export function surveyStatus(
  { low, high }: Pick<SurveyEstimate, "low" | "high">,
  { target, direction, maintain = "at-least" }: SurveyTarget,
): SurveyStatus | null {
  if (low === null || high === null) return null;
  const within =
    typeof maintain === "object" && direction === "maintain" ? maintain.within * Math.abs(target) : null;
  if (within !== null) {
    const [from, to] = [target - within, target + within];
    if (low >= from && high <= to) return "reached";
    return high < from || low > to ? "not-reached" : "inconclusive";
  }
  const less = direction === "decrease" || (direction === "maintain" && maintain === "at-most");
  if (less) return high <= target ? "reached" : low > target ? "not-reached" : "inconclusive";
  return low >= target ? "reached" : high < target ? "not-reached" : "inconclusive";
}
