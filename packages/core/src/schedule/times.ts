import type { Dependency, Schedule, ScheduledActivity } from "../document/index.ts";
import { type CalendarDate, earliest, latest, type PartialDate, shiftDate } from "../values/date.ts";
import { groupBy } from "../values/group-by.ts";
import { type DayCount, dayCount, type WorkingCalendar } from "./calendar.ts";
import { intoEach } from "./order.ts";

/** What a schedule is worked out by. */
export interface ScheduleOptions {
  /** Last day of which it is known what happened: unfinished work ends on it or later, work that has not begun starts after it. */
  statusDate?: CalendarDate | null;
  /** Default: every day is a working day. */
  calendar?: WorkingCalendar | null;
}

/** A number of days between two bounds; infinite where one is not known. Ends are the day after the last. */
export interface Span {
  low: number;
  high: number;
}

/** An activity in working days. */
export interface TimedActivity {
  code: string;
  state: "planned" | "in-progress" | "finished";
  start: Span;
  end: Span;
  duration: Span;
}

/** The days that a schedule is counted in. */
export interface Clock {
  days: DayCount;
  /** First day of which nothing is known. */
  status: number;
}

const UNKNOWN: Span = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
const exactly = (day: number): Span => ({ low: day, high: day });
const plus = (a: Span, b: Span): Span => ({ low: a.low + b.low, high: a.high + b.high });
const shift = (a: Span, days: number): Span => ({ low: a.low + days, high: a.high + days });
const minus = (a: Span, b: Span): Span => ({ low: a.low - b.high, high: a.high - b.low });
const later = (a: Span, b: Span): Span => ({ low: Math.max(a.low, b.low), high: Math.max(a.high, b.high) });

export const clockOf = ({ statusDate = null, calendar = null }: ScheduleOptions): Clock => {
  const days = dayCount(calendar);
  return {
    days,
    status: statusDate === null ? Number.NEGATIVE_INFINITY : days.indexOf(shiftDate(statusDate, 1)),
  };
};

/** Dates of the plan that holds: as last changed, or the original ones. */
export const plannedDates = ({ start, end, replanned }: ScheduledActivity) => replanned ?? { start, end };

/** A date that has happened: within what is known of it, and before the day of which nothing is known. */
function happened(date: PartialDate, { days, status }: Clock, afterLast: boolean): Span {
  const [first, last] = [earliest(date), latest(date)];
  const of = (day: CalendarDate) => days.indexOf(afterLast ? shiftDate(day, 1) : day);
  const cap = afterLast ? status : status - 1;
  return {
    low: of(first),
    high: Math.max(of(first), Math.min(of(last), cap === Number.NEGATIVE_INFINITY ? of(last) : cap)),
  };
}

function durationOf(activity: ScheduledActivity, { days }: Clock): Span {
  const { start, end } = plannedDates(activity);
  if (start === null || end === null) return { low: 1, high: Number.POSITIVE_INFINITY };
  return exactly(days.indexOf(shiftDate(end, 1)) - days.indexOf(start));
}

/** Where a dependency ties: the day of the one before that the other waits for. */
const anchorOf = ({ kind, lag }: Dependency, from: TimedActivity): Span =>
  shift(kind === "finish-to-start" || kind === "finish-to-finish" ? from.end : from.start, lag);
const tiesStart = ({ kind }: Dependency) => kind === "finish-to-start" || kind === "start-to-start";

/**
 * The earliest times of each activity. What has happened has happened, whatever it should have waited for; dependencies bind what has not:
 * the start of what has not begun, the end of what is not finished. `late` puts unfinished activities off by days.
 */
export function earliestTimes(
  schedule: Schedule,
  order: readonly string[],
  clock: Clock,
  late: ReadonlyMap<string, number> = new Map(),
): Map<string, TimedActivity> {
  const { days, status } = clock;
  const byCode = new Map(schedule.activities.map((activity) => [activity.code, activity]));
  const into = intoEach(schedule.dependencies);
  const times = new Map<string, TimedActivity>();
  for (const code of order) {
    const activity = byCode.get(code);
    if (activity === undefined) continue;
    const duration = durationOf(activity, clock);
    const { actualStart, actualEnd, remaining } = activity;
    if (actualEnd !== undefined) {
      const end = happened(actualEnd, clock, true);
      const begun = actualStart === undefined ? null : happened(actualStart, clock, false);
      const start =
        begun === null
          ? { low: Number.NEGATIVE_INFINITY, high: end.high - 1 }
          : { low: begun.low, high: Math.max(begun.low, Math.min(begun.high, end.high - 1)) };
      times.set(code, { code, state: "finished", start, end, duration });
      continue;
    }
    const extra = late.get(code) ?? 0;
    const ties = (into.get(code) ?? []).flatMap((dependency) => {
      const from = times.get(dependency.from);
      return from === undefined ? [] : [{ start: tiesStart(dependency), anchor: anchorOf(dependency, from) }];
    });
    if (actualStart !== undefined) {
      const start = happened(actualStart, clock, false);
      const own =
        remaining === undefined || status === Number.NEGATIVE_INFINITY
          ? plus(start, duration)
          : exactly(status + remaining);
      const bound = ties
        .filter((tie) => !tie.start)
        .reduce((end, { anchor }) => later(end, anchor), later(own, exactly(status)));
      times.set(code, { code, state: "in-progress", start, end: shift(bound, extra), duration });
      continue;
    }
    const planned = plannedDates(activity).start;
    const own = later(planned === null ? UNKNOWN : exactly(days.indexOf(planned)), exactly(status));
    const free = ties.filter((tie) => tie.start).reduce((start, { anchor }) => later(start, anchor), own);
    const ends = ties.filter((tie) => !tie.start).map(({ anchor }) => anchor);
    const start = ends.reduce((begin, anchor) => later(begin, minus(anchor, duration)), free);
    const end = ends.reduce((last, anchor) => later(last, anchor), plus(free, duration));
    times.set(code, { code, state: "planned", start: shift(start, extra), end: shift(end, extra), duration });
  }
  return times;
}

/** The last end of all. */
export const lastEnd = (times: ReadonlyMap<string, TimedActivity>): Span =>
  [...times.values()].reduce((last, { end }) => later(last, end), exactly(Number.NEGATIVE_INFINITY));

/**
 * Days by which each unfinished activity can be later without the project's end moving. Backwards: what is left to the end, or the play of a
 * dependency and the slack of what waits. A start that has happened does not move, so what is tied to it does not either.
 */
export function slacks(
  schedule: Schedule,
  order: readonly string[],
  times: ReadonlyMap<string, TimedActivity>,
): Map<string, Span> {
  const from = groupBy(schedule.dependencies, (each) => each.from);
  const last = lastEnd(times);
  const found = new Map<string, Span>();
  for (const code of [...order].reverse()) {
    const own = times.get(code);
    if (own === undefined || own.state === "finished") continue;
    let slack = minus(last, own.end);
    for (const dependency of from.get(code) ?? []) {
      const to = times.get(dependency.to);
      const waits = found.get(dependency.to);
      const fromStart = dependency.kind === "start-to-start" || dependency.kind === "start-to-finish";
      if (to === undefined || waits === undefined || (fromStart && own.state === "in-progress")) continue;
      if (to.state === "in-progress" && tiesStart(dependency)) continue;
      const play = minus(tiesStart(dependency) ? to.start : to.end, anchorOf(dependency, own));
      const through = plus({ low: Math.max(0, play.low), high: Math.max(0, play.high) }, waits);
      slack = { low: Math.min(slack.low, through.low), high: Math.min(slack.high, through.high) };
    }
    // Infinity minus infinity is not a number: nothing is known.
    found.set(code, {
      low: Math.max(0, Number.isNaN(slack.low) ? 0 : slack.low),
      high: Math.max(0, Number.isNaN(slack.high) ? Number.POSITIVE_INFINITY : slack.high),
    });
  }
  return found;
}
