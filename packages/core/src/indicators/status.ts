import { z } from "zod";
import type { Direction } from "../document/index.ts";
import { type CalendarDate, daysBetween } from "../values/date.ts";
import type { Value } from "../values/value.ts";
import { NONE, numberOf } from "../values/value-number.ts";
import { directionOf, progress, type UndefinedReason } from "./performance.ts";

/**
 * Where the steps between statuses lie. The fund lays none down, so these are the house's, to be replaced by whoever has better ones:
 * progress of at least `onTrack` of what is expected by now is on track, of at least `atRisk` at risk, below it off track. An indicator
 * to be maintained is on track within `tolerance` of its target (as a share of it), at risk within twice that.
 */
export const StatusPolicy = z
  .object({ version: z.string(), onTrack: z.number(), atRisk: z.number(), tolerance: z.number() })
  .meta({ id: "StatusPolicy" });
export type StatusPolicy = z.infer<typeof StatusPolicy>;

/** The house's own steps between statuses. */
export const STATUS_POLICY: StatusPolicy = { version: "cadre-1", onTrack: 0.9, atRisk: 0.6, tolerance: 0.05 };

/** Where an indicator stands. The milestone is one for the day that is asked about. */
export interface StatusResult {
  baseline: Value;
  target: Value;
  actual: Value;
  milestone?: Value;
  /** Share of the project's time that has passed, 0 to 1; used where there is no milestone. */
  elapsed?: number | null;
  direction?: Direction;
}

/** Why there is no status. */
export type StatusReason = UndefinedReason | "direction-contradicts-target" | "no-milestone-nor-time";

/** Where an indicator stands against what is expected by now, or why nobody can say. */
export interface Status {
  status: "achieved" | "on-track" | "at-risk" | "off-track" | null;
  reason: StatusReason | null;
  /** What it was compared with. `target` where the target is reached, or to be maintained. */
  against: "target" | "milestone" | "time" | null;
  /** Progress from baseline to target as a fraction, never cut off: 1.4 is over-achieved, below 0 has moved away. */
  progress: number | null;
  /** Progress that was expected by now, on the same scale. */
  expected: number | null;
}

/**
 * Status of an indicator: what it has come along the way from baseline to target, over what its milestone (else the time elapsed, as if
 * it were to grow evenly) expects by now. A target that is reached is achieved, whatever the baseline. Nothing is expected at the
 * start: there, standing still is on track.
 */
export function statusOf(standing: StatusResult, policy: StatusPolicy = STATUS_POLICY): Status {
  const { milestone = NONE, elapsed = null } = standing;
  const figures = (actual: Value) => ({
    ...(standing.direction === undefined ? {} : { direction: standing.direction }),
    baseline: { value: standing.baseline },
    target: { value: standing.target },
    actual: { value: actual },
  });
  const made = progress(figures(standing.actual));
  const none = (reason: StatusReason): Status => ({
    status: null,
    reason,
    against: null,
    progress: made.value,
    expected: null,
  });
  const direction = directionOf(figures(standing.actual));
  const [from, to, now] = [standing.baseline, standing.target, standing.actual].map(numberOf);
  // A missing figure or a unit that differs: no comparison has a meaning.
  if (to === null || to === undefined || now === null || now === undefined || made.reason === "units-differ")
    return none(made.reason ?? "no-actual");
  const told = (status: Status["status"], against: Status["against"], expected: number | null): Status => ({
    status,
    reason: null,
    against,
    progress: made.value,
    expected,
  });

  if (direction === "maintain") {
    if (to === 0 && now !== 0) return none("target-zero");
    const off = to === 0 ? 0 : Math.abs(now - to) / Math.abs(to);
    const { tolerance } = policy;
    return told(
      off <= tolerance ? "on-track" : off <= 2 * tolerance ? "at-risk" : "off-track",
      "target",
      null,
    );
  }
  if (typeof from === "number" && direction !== null && (direction === "increase" ? to < from : to > from))
    return none("direction-contradicts-target");
  if (direction !== null && (direction === "increase" ? now >= to : now <= to))
    return told("achieved", "target", 1);
  if (made.reason !== null) return none(made.reason);

  const due = progress(figures(milestone));
  const expected = due.value ?? elapsed;
  if (expected === null) return none(due.reason === "units-differ" ? due.reason : "no-milestone-nor-time");
  const ratio = expected > 0 ? made.value / expected : made.value >= expected ? 1 : 0;
  const status = ratio >= policy.onTrack ? "on-track" : ratio >= policy.atRisk ? "at-risk" : "off-track";
  return told(status, due.value === null ? "time" : "milestone", expected);
}

/** Change a day, so far and needed. */
export interface Pace {
  /** Change a day so far. */
  made: number | null;
  /** Change a day from now on that would reach the target on the last day; 0 where it is reached. */
  needed: number | null;
  /** Why the one or the other is `null`. */
  reason: "not-begun" | "no-time-left" | null;
}

/** How fast an indicator has moved since the start, and how fast it would have to move from now on. */
export function paceOf(
  figures: { baseline: number; target: number; actual: number },
  time: { start: CalendarDate; on: CalendarDate; end: CalendarDate },
): Pace {
  const { baseline, target, actual } = figures;
  const [past, left] = [daysBetween(time.start, time.on), daysBetween(time.on, time.end)];
  const reached = target >= baseline ? actual >= target : actual <= target;
  return {
    made: past > 0 ? (actual - baseline) / past : null,
    needed: reached ? 0 : left > 0 ? (target - actual) / left : null,
    reason: past <= 0 ? "not-begun" : !reached && left <= 0 ? "no-time-left" : null,
  };
}
