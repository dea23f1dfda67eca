import { type BudgetPolicy, type LateTranche, lateTranches } from "../budget/index.ts";
import { type Result, refuse } from "../diagnostics/problem.ts";
import type { Schedule } from "../document/index.ts";
import { type FrameworkDocument, indicatorsOf } from "../document/index.ts";
import { bilingualText } from "../locale/bilingual.ts";
import type { Bilingual } from "../locale/index.ts";
import { delayImpactText, type Lateness } from "../locale/schedule.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { parentCode } from "../values/code.ts";
import { type CalendarDate, earliest, latest, type PartialDate, shiftDate } from "../values/date.ts";
import { groupBy } from "../values/group-by.ts";
import type { Bounds } from "../values/interval.ts";
import { orderOf, waitingFor } from "./order.ts";
import {
  type Clock,
  clockOf,
  earliestTimes,
  lastEnd,
  type ScheduleOptions,
  type Span,
  type TimedActivity,
} from "./times.ts";

/** A delay of an activity: by so many days, or until a date. */
export type Delay = {
  /** Code of the activity. */
  activity: string;
} & (
  | {
      /** Days by which it ends later: working days, where a calendar is given. */
      days: number;
    }
  | {
      /** The day on which it can go on, as precise as it is known; `null`: nobody knows when. */
      until: PartialDate | null;
    }
);

/** A report that is due before late activities are finished. */
export interface LateReport {
  /** The day on which it is due, ISO 8601. */
  due: CalendarDate;
  /** Codes of the activities. */
  activities: string[];
}

/** The impact of a delay, itself included. */
export interface DelayImpact {
  /** Activities that end later, the delayed one among them, by how much. */
  activities: Lateness[];
  /** Outputs that end later: by as much as the latest of their activities. */
  outputs: Lateness[];
  /** Outcomes that end later: by as much as the latest of their outputs. */
  outcomes: Lateness[];
  /** Indicators that move later: those that late activities name, else those of late outputs and outcomes. */
  indicators: Lateness[];
  /** Days on which a report is due, with the activities that would have been finished by then and may not be. At most the first 50. */
  reports: LateReport[];
  /** The agencies' next tranches that the late activities hold up, or may. */
  tranches: LateTranche[];
  /** Days by which the project's last activity ends later. */
  end: Bounds;
  /** Activities further on whose dates are not known, so that their delay is not known. */
  undated: string[];
  /** All of it in words, a sentence a line. */
  text: Bilingual;
}

/** Options of {@link delayImpact}. */
export interface DelayImpactOptions extends ScheduleOptions {
  /** What the fund asks for before the next tranche. Default: the fund's policy since 2018. */
  policy?: BudgetPolicy | undefined;
}

/** The later of two: unknown is later than anything. */
const later = (a: number | null, b: number | null) => (a === null || b === null ? null : Math.max(a, b));

function collect(codes: [code: string, lateness: Lateness][]): Lateness[] {
  const found = new Map<string, Lateness>();
  for (const [code, { low, high }] of codes) {
    const before = found.get(code);
    found.set(
      code,
      before === undefined
        ? { code, low, high }
        : { code, low: Math.max(before.low, low), high: later(before.high, high) },
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
  const all = groupBy(indicatorsOf(document), ({ level, parent }) => `${level} ${parent}`);
  const indicatorsUnder = (level: "output" | "outcome", parent: string) =>
    (all.get(`${level} ${parent}`) ?? []).map(({ indicator }) => indicator.code);
  // Activities that name no indicators move those of their output, by as much as the latest of them.
  const unnamed = activities.filter(({ code }) => byCode.get(code)?.indicators === undefined);
  const indicators = collect([
    ...activities.flatMap((each): [string, Lateness][] =>
      (byCode.get(each.code)?.indicators ?? []).map((code) => [code, each]),
    ),
    ...collect(unnamed.map((each) => [outputOf(each.code), each])).flatMap((each): [string, Lateness][] =>
      indicatorsUnder("output", each.code).map((code) => [code, each]),
    ),
    ...outcomes.flatMap((each): [string, Lateness][] =>
      indicatorsUnder("outcome", each.code).map((code) => [code, each]),
    ),
  ]);
  return { outputs, outcomes, indicators };
}

const refusal = (code: string, activity: string, message: Bilingual, expected: string) =>
  refuse({
    ...{ code, where: { path: `schedule/activities/${activity}` }, message, found: activity, expected },
  });

/** Every activity that waits for one, however far on. */
function allWaitingFor(schedule: Schedule, code: string): Set<string> {
  const next = waitingFor(schedule.dependencies);
  const found = new Set(next.get(code));
  // Grows while it is read.
  for (const each of found) for (const to of next.get(each) ?? []) found.add(to);
  return found;
}

/** Days by which a delay puts an activity off: at least, and at most. */
function daysOf(delay: Delay, own: TimedActivity, clock: Clock): Bounds {
  if ("days" in delay) return { low: delay.days, high: delay.days };
  if (delay.until === null) return { low: 0, high: null };
  // What has begun goes on from the status date.
  const from =
    own.state === "planned"
      ? own.start
      : { low: Math.max(own.start.low, clock.status), high: Math.max(own.start.high, clock.status) };
  const [first, last] = [earliest(delay.until), latest(delay.until)].map((day) => clock.days.indexOf(day));
  const low = Math.max(0, (first ?? 0) - from.high);
  const high = Math.max(0, (last ?? 0) - from.low);
  return { low: Number.isFinite(low) ? low : 0, high: Number.isFinite(high) ? high : null };
}

/**
 * The impact of a delay along the dependencies: which activities, and with them which outputs, outcomes, indicators, reports and tranches, by how
 * many days. Slack takes up what it can. A delay until a month or a year that is known only as such has a lower and an upper bound; one without an end
 * has no upper bound, and neither have the activities that wait for it. Where dates are not known, a waiting activity is late by 0 days at least and
 * by the whole delay at most. A finished activity cannot be delayed.
 */
export function delayImpact(
  document: FrameworkDocument,
  schedule: Schedule,
  delay: Delay,
  { policy, ...options }: DelayImpactOptions = {},
): Result<DelayImpact> {
  const ordered = orderOf(schedule);
  if (!ordered.ok) return ordered;
  const order = ordered.value;
  const clock = clockOf(options);
  const before = earliestTimes(schedule, order, clock);
  const own = before.get(delay.activity);
  if (own === undefined)
    return refusal(
      "unknown-activity",
      delay.activity,
      bilingualText(en.activityUnknown, fr.activityUnknown, delay.activity),
      en.expectedScheduled,
    );
  if (own.state === "finished")
    return refusal(
      "finished",
      delay.activity,
      bilingualText(en.activityFinished, fr.activityFinished, delay.activity),
      en.expectedUnfinished,
    );
  const waiting = allWaitingFor(schedule, delay.activity);
  const { low, high } = daysOf(delay, own, clock);
  const after = (days: number) => earliestTimes(schedule, order, clock, new Map([[delay.activity, days]]));
  const [first, last] = [after(low), high === null ? null : after(high)];
  // Whatever the delay, a very long one shows what it can reach at all.
  const reached = after(36_500);
  const known = ({ low, high }: Span) => low === high;
  const day = (times: ReadonlyMap<string, TimedActivity>, code: string): Span | undefined => {
    const each = times.get(code);
    return each?.state === "planned" ? each.start : each?.end;
  };
  const lateness = (code: string): Bounds => {
    if (code === delay.activity) return { low, high };
    const [was, soon, late] = [day(before, code), day(first, code), last === null ? null : day(last, code)];
    if (was === undefined || soon === undefined || !known(was) || !known(soon)) return { low: 0, high };
    const behind = (span: Span) => Math.max(0, span.low - was.low);
    return {
      low: behind(soon),
      high: last === null || late === undefined || late === null ? null : behind(late),
    };
  };
  const activities = order.flatMap((code): Lateness[] => {
    const [was, is] = [day(before, code), day(reached, code)];
    if (code !== delay.activity && !waiting.has(code)) return [];
    if (before.get(code)?.state === "finished") return [];
    const moves = was === undefined || is === undefined || !known(was) || is.low > was.low;
    const days = lateness(code);
    return moves && (days.high === null || days.high > 0) ? [{ code, ...days }] : [];
  });
  const ends = [before, first, last].map((times) => (times === null ? null : lastEnd(times)));
  const [usual, soon, late] = ends;
  const end =
    !usual || !soon || !known(usual) || !known(soon)
      ? { low: 0, high }
      : { low: soon.low - usual.low, high: late ? late.low - usual.low : null };
  const impact = {
    activities,
    ...spread(document, schedule, activities),
    reports: reportsMissed(document, activities, before, clock),
    tranches: lateTranches(
      document,
      activities.map(({ code }) => code),
      { policy },
    ),
    end,
    undated: order.filter((code) => {
      const start = before.get(code)?.start;
      return waiting.has(code) && (start === undefined || !known(start));
    }),
  };
  return { ok: true, findings: [], value: { ...impact, text: delayImpactText(delay, impact) } };
}

/** Reports of the fund are due on 15 June and 15 November. */
const DUE = ["06-15", "11-15"];
/** Reports that are listed. No project of the fund lasts so long. */
const MAX_REPORTS = 50;

/** Days on which a report is due that an activity would have been finished for, and may not be. */
function reportsMissed(
  document: FrameworkDocument,
  activities: readonly Lateness[],
  before: ReadonlyMap<string, TimedActivity>,
  clock: Clock,
): DelayImpact["reports"] {
  const { startDate, endDate } = document.project;
  if (startDate === null || endDate === null) return [];
  const ends = activities.flatMap(({ code, high }) => {
    const end = before.get(code)?.end.high ?? Number.POSITIVE_INFINITY;
    return Number.isFinite(end)
      ? [{ code, end, late: high === null ? Number.POSITIVE_INFINITY : end + high }]
      : [];
  });
  const first = ends.reduce((least, { end }) => Math.min(least, end), Number.POSITIVE_INFINITY);
  const last = ends.reduce((most, { late }) => Math.max(most, late), Number.NEGATIVE_INFINITY);
  const missed: DelayImpact["reports"] = [];
  if (ends.length === 0) return missed;
  const [from = startDate] = [startDate, clock.days.dateOf(first - 1)].sort().slice(-1);
  for (const due of dueDays(from, endDate)) {
    const index = clock.days.indexOf(shiftDate(due, 1));
    if (index < first) continue;
    if (index >= last || missed.length === MAX_REPORTS) break;
    const codes = ends.filter(({ end, late }) => end <= index && late > index).map(({ code }) => code);
    if (codes.length > 0) missed.push({ due, activities: codes });
  }
  return missed;
}

/** Days on which a report is due while a project goes on. */
function* dueDays(startDate: CalendarDate, endDate: CalendarDate): Generator<CalendarDate> {
  for (let year = Number(startDate.slice(0, 4)); year <= Number(endDate.slice(0, 4)); year += 1)
    for (const day of DUE) {
      const due = `${String(year).padStart(4, "0")}-${day}`;
      if (due >= startDate && due <= endDate) yield due;
    }
}
