import { exactSum } from "../values/exact-sum.ts";
import { quotient } from "../values/fraction.ts";
import type { IndicatorDefinition } from "./definition.ts";
import type { Plan } from "./plan.ts";
import { NOT_COMPARABLE, TO_BE_DETERMINED } from "./plan-goals.ts";
import { GOAL_REASONS, type GoalReason, type ResultSet } from "./query.ts";

const code = (reason: GoalReason): number => 1 + GOAL_REASONS.indexOf(reason);
const [
  TARGET_TBD,
  NO_TARGET,
  NO_ACTUAL,
  DECREASING,
  TARGET_NOT_COMPARABLE,
  TARGET_ZERO,
  BASELINE_TBD,
  NO_BASELINE,
  BASELINE_EQUALS,
] = GOAL_REASONS.map(code) as [number, number, number, number, number, number, number, number, number];

/** Whether less is better: `null` where baseline and target decide. */
const declaredDecreasing = ({ direction, maintain }: IndicatorDefinition): boolean | null => {
  if (direction === "decrease") return true;
  if (direction === "maintain" || (direction === undefined && maintain !== undefined))
    return maintain === "at-most";
  return direction === "increase" ? false : null;
};

/** Percent of target and progress of every group; the reasons in the order of {@link GOAL_REASONS}. */
export function compareGoals(plan: Plan, results: ResultSet): void {
  const { size, keys, value, reason, target } = results;
  const { percentOfTarget, percentReason, progress, progressReason } = results;
  const { baseline } = plan.goals;
  const width = plan.strides.get("indicator") ?? 1;
  const decreasing = plan.indicatorPlans.map(({ definition }) => declaredDecreasing(definition));
  // Groups are in the order of their indicators.
  let next = 0;
  let declared: boolean | null = null;
  for (let index = 0; index < size; index += 1) {
    const key = keys === null ? index : (keys[index] as number);
    if (key >= next) {
      const indicator = Math.floor(key / width);
      declared = decreasing[indicator] ?? null;
      next = (indicator + 1) * width;
    }
    const to = target[index] as number;
    let why = 0;
    if (Number.isNaN(to)) why = NO_TARGET;
    else if (to === TO_BE_DETERMINED) why = TARGET_TBD;
    else if (reason[index] !== 0) why = NO_ACTUAL;
    else if (to === NOT_COMPARABLE) why = TARGET_NOT_COMPARABLE;
    if (why !== 0) {
      percentReason[index] = why;
      progressReason[index] = why;
      continue;
    }
    const now = value[index] as number;
    const from =
      baseline === null
        ? Number.NaN
        : baseline instanceof Map
          ? (baseline.get(key) ?? Number.NaN)
          : (baseline[key] as number);
    const falls = declared ?? (Number.isFinite(from) && from > to);
    if (falls) percentReason[index] = DECREASING;
    else if (to === 0) percentReason[index] = TARGET_ZERO;
    else percentOfTarget[index] = quotient(now, to);
    if (Number.isNaN(from) || progress === null) progressReason[index] = NO_BASELINE;
    else if (from === TO_BE_DETERMINED) progressReason[index] = BASELINE_TBD;
    else if (from === to) progressReason[index] = BASELINE_EQUALS;
    else progress[index] = quotient(exactSum([now, -from]), exactSum([to, -from]));
  }
}
