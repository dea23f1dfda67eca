import { type CalendarDate, daysBetween } from "../values/date.ts";

/** Change a day, so far and needed. */
export interface Pace {
  /** Change a day so far. */
  achieved: number | null;
  /** Change a day from now on that would reach the target on the last day; 0 where it is reached. */
  needed: number | null;
  /** Why the one or the other is `null`. */
  reason: "not-begun" | "no-time-left" | null;
}

/** How fast an indicator has moved since the start, and how fast it would have to move from now on. */
export function paceOf(
  levels: { baseline: number; target: number; actual: number },
  time: { start: CalendarDate; on: CalendarDate; end: CalendarDate },
): Pace {
  const { baseline, target, actual } = levels;
  const [past, left] = [daysBetween(time.start, time.on), daysBetween(time.on, time.end)];
  const reached = target >= baseline ? actual >= target : actual <= target;
  return {
    achieved: past > 0 ? (actual - baseline) / past : null,
    needed: reached ? 0 : left > 0 ? (target - actual) / left : null,
    reason: past <= 0 ? "not-begun" : !reached && left <= 0 ? "no-time-left" : null,
  };
}
