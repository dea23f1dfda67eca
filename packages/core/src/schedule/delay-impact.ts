import { type Result, refuse } from "../diagnostics/problem.ts";
import type { Schedule } from "../document/index.ts";
import { type FrameworkDocument, indicatorsOf } from "../document/index.ts";
import { type Bilingual, delayImpactText, type Lateness } from "../locale/index.ts";
import { parentCode } from "../values/code.ts";
import {
  type CalendarDate,
  daysBetween,
  earliest,
  latest,
  type PartialDate,
  shiftDate,
} from "../values/date.ts";
import { earliestStarts, lengthOf } from "./network.ts";
import { orderOf } from "./order.ts";

/**
 * A delay of an activity: by so many days, or until a date as precise as it is known. `until: null`: until nobody knows when.
 */
export type Delay = { activity: string } & ({ days: number } | { until: PartialDate | null });

/** What a delay reaches, itself included. */
export interface DelayImpact {
  activities: Lateness[];
  outputs: Lateness[];
  outcomes: Lateness[];
  indicators: Lateness[];
  /** Days by which the project's last activity ends later. */
  end: { least: number; most: number | null };
  /** Activities further on whose dates are not known, so that nobody can tell how late they are. */
  undated: string[];
  words: Bilingual;
}

/** The later of two: unknown is later than anything. */
const later = (a: number | null, b: number | null) => (a === null || b === null ? null : Math.max(a, b));

function collect(codes: [code: string, lateness: Lateness][]): Lateness[] {
  const found = new Map<string, Lateness>();
  for (const [code, { least, most }] of codes) {
    const before = found.get(code);
    found.set(
      code,
      before === undefined
        ? { code, least, most }
        : { code, least: Math.max(before.least, least), most: later(before.most, most) },
    );
  }
  return [...found.values()];
}

/** What late activities make late with them: their outputs and outcomes, and the indicators of both. */
function spread(document: FrameworkDocument, schedule: Schedule, activities: readonly Lateness[]) {
  const byCode = new Map(schedule.activities.map((activity) => [activity.code, activity]));
  const outputOf = (code: string) => parentCode(code) ?? code;
  const outputs = collect(activities.map((each) => [outputOf(each.code), each]));
  const outcomes = collect(outputs.map((each) => [parentCode(each.code) ?? each.code, each]));
  const all = indicatorsOf(document);
  const indicators = collect([
    ...activities.flatMap((each): [string, Lateness][] => {
      const own = byCode.get(each.code)?.indicators;
      const moved =
        own ??
        all
          .filter(({ level, parent }) => level === "output" && parent === outputOf(each.code))
          .map(({ indicator }) => indicator.code);
      return moved.map((code) => [code, each]);
    }),
    ...outcomes.flatMap((each): [string, Lateness][] =>
      all
        .filter(({ level, parent }) => level === "outcome" && parent === each.code)
        .map(({ indicator }) => [indicator.code, each]),
    ),
  ]);
  return { outputs, outcomes, indicators };
}

/**
 * The reach of a delay whose activity has no date yet. It is as late as it is told to be; whatever waits for it is no later than that, and may
 * have time enough: nobody can tell without dates. No date is made up.
 */
function undatedReach(
  document: FrameworkDocument,
  schedule: Schedule,
  order: readonly string[],
  delay: Delay,
): Result<DelayImpact> {
  const [least, most] = "days" in delay ? [delay.days, delay.days] : [0, null];
  const waiting = order.filter((code) => dependsOn(schedule, code, delay.activity, new Set()));
  const activities: Lateness[] = [
    { code: delay.activity, least, most },
    ...waiting.map((code) => ({ code, least: 0, most })),
  ];
  const reach = {
    activities,
    ...spread(document, schedule, activities),
    end: { least: 0, most },
    undated: schedule.activities
      .filter(({ code, start, actualStart }) => waiting.includes(code) && (actualStart ?? start) === null)
      .map(({ code }) => code),
  };
  return { ok: true, findings: [], value: { ...reach, words: delayImpactText(delay, reach) } };
}

/**
 * The reach of a delay along the dependencies: which activities, and with them which outputs, outcomes and indicators, by how many days.
 * Slack takes up what it can. A delay until a month or a year that is known only as such has a least and a most; one without an end has
 * no most, and everything further on with it. An activity without any date is late all the same, and what waits for it with it: by as much
 * at the most, or by nobody knows how much.
 */
export function delayImpact(
  document: FrameworkDocument,
  schedule: Schedule,
  delay: Delay,
): Result<DelayImpact> {
  const ordered = orderOf(schedule);
  if (!ordered.ok) return ordered;
  const order = ordered.value;
  const delayed = schedule.activities.find(({ code }) => code === delay.activity);
  const planned = delayed?.actualStart ?? delayed?.start ?? null;
  if (delayed === undefined)
    return refuse({
      code: "unknown-activity",
      where: { path: `schedule/activities/${delay.activity}` },
      message: {
        en: `${delay.activity} is not in the schedule.`,
        fr: `${delay.activity} n’est pas au calendrier.`,
      },
      found: delay.activity,
      expected: "an activity of the schedule",
    });
  if (planned === null) return undatedReach(document, schedule, order, delay);
  const byCode = new Map(schedule.activities.map((activity) => [activity.code, activity]));
  const before = earliestStarts(schedule, order);
  const from = before.get(delay.activity) ?? planned;
  const [first, last]: [CalendarDate, CalendarDate | null] =
    "days" in delay
      ? [shiftDate(from, delay.days), shiftDate(from, delay.days)]
      : delay.until === null
        ? [from, null]
        : [earliest(delay.until), latest(delay.until)];
  const after = (day: CalendarDate) => {
    // What was to begin has not: an activity that is delayed after its start is as late as the rest of it.
    const moved = {
      ...schedule,
      activities: schedule.activities.map((activity) => {
        if (activity.code !== delay.activity || activity.actualStart === undefined) return activity;
        const { actualStart, ...rest } = activity;
        return rest;
      }),
    };
    return earliestStarts(moved, order, new Map([[delay.activity, day]]));
  };
  // Whatever the delay, a very long one tells what it can reach at all.
  const reached = after(shiftDate(from, 36_500));
  const [least, most] = [after(first), last === null ? null : after(last)];
  const late = (starts: Map<string, CalendarDate | null>, code: string): number => {
    const [was, is] = [before.get(code) ?? null, starts.get(code) ?? null];
    return was === null || is === null ? 0 : Math.max(0, daysBetween(was, is));
  };
  const activities: Lateness[] = [];
  for (const code of order) {
    if (late(reached, code) === 0) continue;
    const lateness = { code, least: late(least, code), most: most === null ? null : late(most, code) };
    if (lateness.most === null || lateness.most > 0) activities.push(lateness);
  }
  const { outputs, outcomes, indicators } = spread(document, schedule, activities);
  const lastDay = (starts: Map<string, CalendarDate | null>) =>
    order.reduce<CalendarDate | null>((end, code) => {
      const [start, length] = [starts.get(code) ?? null, lengthOf(byCode.get(code) ?? NOWHEN)];
      const own = start === null || length === null ? null : shiftDate(start, length - 1);
      return own !== null && (end === null || own > end) ? own : end;
    }, null);
  const usual = lastDay(before);
  const endLate = (starts: Map<string, CalendarDate | null>) => {
    const end = lastDay(starts);
    return usual === null || end === null ? 0 : Math.max(0, daysBetween(usual, end));
  };
  const undated = order.filter(
    (code) => before.get(code) === null && dependsOn(schedule, code, delay.activity, new Set()),
  );
  const reach = {
    activities,
    outputs,
    outcomes,
    indicators,
    end: { least: endLate(least), most: most === null ? null : endLate(most) },
    undated,
  };
  return { ok: true, findings: [], value: { ...reach, words: delayImpactText(delay, reach) } };
}

const NOWHEN = { code: "", start: null, end: null };

const dependsOn = (schedule: Schedule, code: string, on: string, seen: Set<string>): boolean => {
  if (seen.has(code)) return false;
  seen.add(code);
  return schedule.dependencies.some(
    ({ from, to }) => to === code && (from === on || dependsOn(schedule, from, on, seen)),
  );
};
