import type { Result } from "../diagnostics/problem.ts";
import type { Schedule } from "../document/index.ts";
import type { When } from "../lifecycle/index.ts";
import type { CalendarDate } from "../values/date.ts";
import type { Bounds } from "../values/interval.ts";
import { orderOf } from "./order.ts";
import {
  type Clock,
  clockOf,
  earliestTimes,
  lastEnd,
  plannedDates,
  type ScheduleOptions,
  type Span,
  slacks,
} from "./times.ts";

/** When an activity happened or can happen at the earliest, and how late it may be. */
export interface Timing {
  /** Code of the activity. */
  code: string;
  /** Whether it has begun and ended by the status date. */
  state: "planned" | "in-progress" | "finished";
  /** Original plan, and the plan as last changed. Both days included. */
  planned: When;
  /** The plan as last changed; `null` where it never was. */
  replanned: When | null;
  /** `null` where it is not known to the day: `bounds` says what is known. */
  start: CalendarDate | null;
  /** The last day, as `start`. */
  end: CalendarDate | null;
  /** What is known of the first and the last day. */
  bounds: {
    /** Days on which it can begin, or began. */
    start: When;
    /** Days on which it can end, or ended. */
    end: When;
  };
  /** Days that it can be late without making the project late; `null` of what is finished, and where it is not known to the day. */
  slack: number | null;
  /** `null` of what is finished. `high: null`: nothing bounds it. */
  slackBounds: Bounds | null;
  /** Whether any delay of it makes the project late: it has no slack. */
  critical: boolean;
}

/** The schedule worked out. */
export interface Network {
  /** Every activity, each after those that it waits for. */
  activities: Timing[];
  /** The last day that any activity ends on; `null` where it is not known to the day, or there is none. */
  end: CalendarDate | null;
  /** Days that can be the last one. */
  endBounds: When;
  /** Critical activities, in order. */
  criticalPath: string[];
}

const finite = (value: number) => (Number.isFinite(value) ? value : null);

/** Days from 2000 beyond which no date has a year of four digits. */
const MAX_DAYS = 3_000_000;
const DATE_LENGTH = "YYYY-MM-DD".length;

/** A span of days as dates, `null` beyond the years 0 to 9999. `last`: the span is of the day after the last one. */
export function datesOf({ low, high }: Span, { days }: Clock, last: boolean): When {
  const dateOf = (index: number) => {
    if (Math.abs(index) > MAX_DAYS) return null;
    const date = days.dateOf(last ? index - 1 : index);
    return date.length === DATE_LENGTH ? date : null;
  };
  return { from: dateOf(low), to: dateOf(high) };
}
const exact = ({ from, to }: When): CalendarDate | null => (from === to ? from : null);

/**
 * Earliest dates, slack and critical path (critical path method; J. E. Kelley and M. R. Walker, 1959), with what has happened until a status
 * date. Where dates are vague or missing, bounds that hold whatever they turn out to be.
 */
export function computeNetwork(schedule: Schedule, options: ScheduleOptions = {}): Result<Network> {
  const ordered = orderOf(schedule);
  if (!ordered.ok) return ordered;
  const clock = clockOf(options);
  const times = earliestTimes(schedule, ordered.value, clock);
  const slack = slacks(schedule, ordered.value, times);
  const byCode = new Map(schedule.activities.map((activity) => [activity.code, activity]));
  const activities = ordered.value.flatMap((code): Timing[] => {
    const [own, activity] = [times.get(code), byCode.get(code)];
    if (own === undefined || activity === undefined) return [];
    const bounds = { start: datesOf(own.start, clock, false), end: datesOf(own.end, clock, true) };
    const free = slack.get(code);
    const known = free !== undefined && free.low === free.high ? free.low : null;
    return [
      {
        code,
        state: own.state,
        planned: { from: activity.start, to: activity.end },
        replanned:
          activity.replanned === undefined
            ? null
            : { from: plannedDates(activity).start, to: plannedDates(activity).end },
        start: exact(bounds.start),
        end: exact(bounds.end),
        bounds,
        slack: known,
        slackBounds: free === undefined ? null : { low: free.low, high: finite(free.high) },
        critical: known === 0,
      },
    ];
  });
  const endBounds = datesOf(lastEnd(times), clock, true);
  return {
    ok: true,
    findings: [],
    value: {
      activities,
      end: exact(endBounds),
      endBounds,
      criticalPath: activities.filter(({ critical }) => critical).map(({ code }) => code),
    },
  };
}
