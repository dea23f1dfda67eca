// Percent of target, progress and status as docs/goals.md defines them, in rational numbers. Written from that text: levels are compared,
// not shares of the way, and no code of the package is used. Tests hold the package against it.

/** A rational number: numerator and positive denominator. */
export type Rational = readonly [numerator: bigint, denominator: bigint];

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
export function ratio(numerator: bigint, denominator: bigint): Rational {
  const divisor = gcd(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return [numerator / divisor, denominator / divisor];
}
const whole = (value: bigint): Rational => [value, 1n];
const plus = ([a, b]: Rational, [c, d]: Rational): Rational => ratio(a * d + c * b, b * d);
const times = ([a, b]: Rational, [c, d]: Rational): Rational => ratio(a * c, b * d);
const minus = (x: Rational, y: Rational): Rational => plus(x, times(whole(-1n), y));
const over = (x: Rational, [c, d]: Rational): Rational => times(x, ratio(d, c));
const sign = ([numerator]: Rational): number => (numerator > 0n ? 1 : numerator < 0n ? -1 : 0);
const atLeast = (x: Rational, y: Rational): boolean => sign(minus(x, y)) >= 0;
const size = (x: Rational): Rational => (sign(x) < 0 ? minus(whole(0n), x) : x);

/** An indicator on a day. Levels are rationals, days are numbers. */
export interface GoalCase {
  baseline: Rational | null;
  target: Rational | null;
  actual: Rational | null;
  /** Counts whole until its day, `null`: until the end. */
  milestone: { level: Rational; by: number | null } | null;
  start: number | null;
  end: number | null;
  on: number | null;
  direction?: "increase" | "decrease" | "maintain";
  maintain?: "at-least" | "at-most" | "within";
}

export interface GoalAnswer {
  percent: Rational | null;
  progress: Rational | null;
  status: string | null;
  statusReason: string | null;
}

/** What is expected by the day, as a level; `null` where that is unknown. */
function expectedLevel(goal: GoalCase, baseline: Rational, target: Rational): Rational | null {
  const { milestone, start, end, on } = goal;
  if (on === null) return null;
  if (end !== null && on >= end) return target;
  if (milestone !== null && (milestone.by === null || on <= milestone.by)) return milestone.level;
  const [from, day] = milestone?.by == null ? [baseline, start] : [milestone.level, milestone.by];
  if (day === null || end === null) return null;
  if (on <= day) return from;
  return plus(from, over(times(minus(target, from), whole(BigInt(on - day))), whole(BigInt(end - day))));
}

export function referenceGoal(goal: GoalCase): GoalAnswer {
  const { baseline, target, actual, on } = goal;
  const answer = (
    percent: Rational | null,
    progress: Rational | null,
    status: string | null,
    reason: string | null,
  ) => ({
    percent,
    progress,
    status,
    statusReason: reason,
  });
  if (target === null) return answer(null, null, null, "no-target");
  if (actual === null) return answer(null, null, null, "no-actual");
  const gap = baseline === null ? null : minus(target, baseline);
  const direction =
    goal.direction ?? (gap === null ? null : ["decrease", "maintain", "increase"][sign(gap) + 1]);
  const maintain =
    direction === "maintain" ? (goal.maintain ?? (goal.direction ? "within" : "at-least")) : null;
  const lessIsBetter = direction === "decrease" || maintain === "at-most";
  const percent = lessIsBetter || sign(target) === 0 ? null : over(actual, target);
  const progress =
    gap === null || baseline === null || sign(gap) === 0 ? null : over(minus(actual, baseline), gap);
  const status = (name: string | null, reason: string | null = null) =>
    answer(percent, progress, name, reason);
  if (on === null) return status(null, "no-day");

  if (maintain !== null) {
    const beyond = minus(actual, target);
    const wrong =
      maintain === "within"
        ? size(beyond)
        : (maintain === "at-least") === sign(beyond) < 0
          ? size(beyond)
          : whole(0n);
    if (sign(wrong) === 0) return status("on-track");
    if (sign(target) === 0) return maintain === "within" ? status(null, "target-zero") : status("off-track");
    const twentieths = over(times(wrong, whole(20n)), size(target));
    if (maintain === "within" && atLeast(whole(1n), twentieths)) return status("on-track");
    return status(atLeast(whole(2n), twentieths) ? "at-risk" : "off-track");
  }
  if (
    gap !== null &&
    ((direction === "increase" && sign(gap) < 0) || (direction === "decrease" && sign(gap) > 0))
  )
    return status(null, "direction-contradicts-target");
  // Multiplied by the direction's sign, more is better.
  const up = whole(direction === "decrease" ? -1n : 1n);
  if (direction !== null && atLeast(times(up, actual), times(up, target))) return status("achieved");
  if (baseline === null) return status(null, "no-baseline");
  if (progress === null) return status(null, "baseline-equals-target");
  const level = expectedLevel(goal, baseline, target);
  if (level === null) return status(null, "no-milestone-nor-time");
  const needed = times(up, minus(level, baseline));
  const gained = times(up, minus(actual, baseline));
  if (sign(needed) === 0 && sign(gained) === 0) return status("not-due");
  if (sign(needed) <= 0) return status(atLeast(gained, needed) ? "on-track" : "off-track");
  if (atLeast(times(whole(10n), gained), times(whole(9n), needed))) return status("on-track");
  return status(atLeast(times(whole(10n), gained), times(whole(6n), needed)) ? "at-risk" : "off-track");
}
