import type { Result } from "../diagnostics/problem.ts";
import type { Dependency, Schedule, ScheduledActivity } from "../document/index.ts";
import { type CalendarDate, daysBetween, shiftDate } from "../values/date.ts";
import { intoEach, orderOf } from "./order.ts";

/** When an activity can happen at the earliest and must at the latest. */
export interface Timing {
  code: string;
  /** `null` where neither its own dates nor those that it waits for say. */
  start: CalendarDate | null;
  end: CalendarDate | null;
  /** Days that it can be late without making the project late. `null` where its dates are not known. */
  slack: number | null;
  critical: boolean;
}

/** The schedule worked out. */
export interface Network {
  activities: Timing[];
  /** The last day that any activity ends on; `null` where none has dates. */
  end: CalendarDate | null;
  /** Critical activities, in order. */
  criticalPath: string[];
}

/** Days that an activity takes, first and last included; `null` where it has no dates. */
export const lengthOf = ({ start, end }: ScheduledActivity): number | null =>
  start === null || end === null ? null : daysBetween(start, end) + 1;

/** Days from the first of one activity to the first of one that waits for it, at least. */
const gap = (dependency: Dependency, lengthOfFrom: number): number =>
  (dependency.kind === "finish-to-start" ? lengthOfFrom : 0) + dependency.lag;

/**
 * The earliest start of each activity: its own planned day, or the actual one, put off as far as what it waits for demands. `notBefore`
 * puts further activities off. An activity without dates has a start only where nothing that it waits for lacks one.
 */
export function earliestStarts(
  schedule: Schedule,
  order: readonly string[],
  notBefore: ReadonlyMap<string, CalendarDate> = new Map(),
): Map<string, CalendarDate | null> {
  const byCode = new Map(schedule.activities.map((activity) => [activity.code, activity]));
  const into = intoEach(schedule.dependencies);
  const starts = new Map<string, CalendarDate | null>();
  for (const code of order) {
    const activity = byCode.get(code);
    if (activity === undefined) continue;
    const own = activity.actualStart ?? activity.start;
    if (activity.actualStart !== undefined) {
      // What has begun has begun, whatever it should have waited for.
      starts.set(code, activity.actualStart);
      continue;
    }
    const bounds = [own, notBefore.get(code) ?? null];
    for (const dependency of into.get(code) ?? []) {
      const from = byCode.get(dependency.from);
      const start = starts.get(dependency.from) ?? null;
      if (from === undefined || start === null) continue;
      if (dependency.kind === "finish-to-start" && from.actualEnd !== undefined)
        bounds.push(shiftDate(from.actualEnd, 1 + dependency.lag));
      else {
        const length = lengthOf(from);
        if (length !== null || dependency.kind === "start-to-start")
          bounds.push(shiftDate(start, gap(dependency, length ?? 0)));
      }
    }
    starts.set(
      code,
      bounds.reduce((last, each) => (each !== null && (last === null || each > last) ? each : last), null),
    );
  }
  return starts;
}

/** Earliest dates, slack and critical path (critical path method; J. E. Kelley and M. R. Walker, 1959). */
export function computeNetwork(schedule: Schedule): Result<Network> {
  const ordered = orderOf(schedule);
  if (!ordered.ok) return ordered;
  const order = ordered.value;
  const byCode = new Map(schedule.activities.map((activity) => [activity.code, activity]));
  const starts = earliestStarts(schedule, order);
  const lengths = new Map(schedule.activities.map((activity) => [activity.code, lengthOf(activity)]));
  const ends = new Map(
    order.map((code): [string, CalendarDate | null] => {
      const [activity, start, length] = [
        byCode.get(code),
        starts.get(code) ?? null,
        lengths.get(code) ?? null,
      ];
      return [
        code,
        activity?.actualEnd ?? (start === null || length === null ? null : shiftDate(start, length - 1)),
      ];
    }),
  );
  const end = [...ends.values()].reduce(
    (last, each) => (each !== null && (last === null || each > last) ? each : last),
    null,
  );
  // Backwards: an activity must start so early that what waits for it can still start at its latest.
  const latest = new Map<string, CalendarDate | null>();
  for (const code of [...order].reverse()) {
    const length = lengths.get(code) ?? null;
    let last = end === null || length === null ? null : shiftDate(end, 1 - length);
    for (const dependency of schedule.dependencies) {
      const after = dependency.from === code ? (latest.get(dependency.to) ?? null) : null;
      if (after === null || length === null) continue;
      const must = shiftDate(after, -gap(dependency, length));
      if (last === null || must < last) last = must;
    }
    latest.set(code, last);
  }
  const activities = order.map((code): Timing => {
    const [start, must] = [starts.get(code) ?? null, latest.get(code) ?? null];
    const slack = start === null || must === null ? null : daysBetween(start, must);
    const over = byCode.get(code)?.actualEnd !== undefined;
    return {
      code,
      start,
      end: ends.get(code) ?? null,
      slack,
      critical: !over && slack !== null && slack <= 0,
    };
  });
  return {
    ok: true,
    findings: [],
    value: {
      activities,
      end,
      criticalPath: activities.filter(({ critical }) => critical).map(({ code }) => code),
    },
  };
}
