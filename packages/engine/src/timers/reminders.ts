import { type CalendarDate, earliest, latest, type PartialDate, shiftDate } from "@cadre/core";
import { TZDate } from "@date-fns/tz";
import { type ProjectView, streamOf } from "../engine/index.ts";
import type { Timer } from "../log/index.ts";
import { PBF_REMINDERS, type ReminderKind, type ReminderPolicy } from "./policy.ts";

/** A reminder on a day. */
export interface Reminder {
  /** Why there is one. */
  kind: ReminderKind;
  /** What it is about: `reports/annual-2020`, `activities/1.1.1`. */
  about: string;
  /** The day that it rests on: a deadline, a planned day. */
  date: CalendarDate;
  /** The day of the reminder. */
  on: CalendarDate;
}

/** From which day to which reminders are asked for, both included. */
export interface Span {
  from: CalendarDate;
  to: CalendarDate;
}

const after = (kind: ReminderKind, about: string, date: CalendarDate, days: readonly number[]): Reminder[] =>
  days.map((each) => ({ kind, about, date, on: shiftDate(date, each) }));

function ofReports(view: ProjectView, policy: ReminderPolicy, { to }: Span): Reminder[] {
  if (!policy.reporting.includes(view.status.state)) return [];
  const states = new Map(view.reports.map(({ report, state }) => [report, state]));
  const begin = view.startedOn === null ? null : earliest(view.startedOn);
  const last = Number(to.slice(0, 4)) + 1;
  const first = begin === null ? last - 3 : Number(begin.slice(0, 4));
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return years.flatMap((year) =>
    policy.reports.flatMap(({ kind, due }): Reminder[] => {
      const [report, date] = [`${kind}-${year}`, `${year}-${due}`];
      const state = states.get(report);
      if ((begin !== null && date < begin) || (view.endDate !== null && date > view.endDate)) return [];
      if (state !== undefined && !policy.unreported.includes(state)) return [];
      return policy.reportDays.map((before) => ({
        kind: before < 0 ? "report-overdue" : "report-due",
        about: `reports/${report}`,
        date,
        on: shiftDate(date, -before),
      }));
    }),
  );
}

function ofActivities(view: ProjectView, policy: ReminderPolicy): Reminder[] {
  const planned = new Map(view.schedule.activities.map((each) => [each.code, each]));
  return view.activities.flatMap(({ code, state, context }) => {
    if (policy.ended.includes(state)) return [];
    const [about, dates] = [`activities/${code}`, planned.get(code)];
    const until = context.expectedUntil as PartialDate | null | undefined;
    return [
      ...(policy.waiting.includes(state) && dates?.start && dates.actualStart === undefined
        ? after("delay-proposed", about, dates.start, policy.startDays)
        : []),
      ...(dates?.end && dates.actualEnd === undefined
        ? after("end-passed", about, dates.end, policy.endDays)
        : []),
      ...(policy.heldUp.includes(state) && until
        ? after("delay-expired", about, latest(until), policy.delayDays)
        : []),
    ];
  });
}

/**
 * The reminders of a span of days for the project's present state. Pure: whether a reminder is still needed when it
 * falls due is the same question asked again.
 */
export function remindersOf(
  view: ProjectView,
  span: Span,
  { policy = PBF_REMINDERS }: { policy?: ReminderPolicy | undefined } = {},
): Reminder[] {
  return [...ofReports(view, policy, span), ...ofActivities(view, policy)].filter(
    ({ on }) => on >= span.from && on <= span.to,
  );
}

/** The key under which a reminder is recorded: it names it for ever, so it is recorded once, however often its timer fires. */
export const keyOf = ({ kind, about, date, on }: Reminder): string =>
  `reminder ${kind} ${about} ${date} ${on}`;

/** The instant from which a reminder is due: the policy's hour on its day, where the time zone has it. */
export function dueAt(day: CalendarDate, hour: number, timeZone: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(+new TZDate(year, month - 1, date, hour, timeZone)).toISOString();
}

/** The timer that a reminder waits in. */
export const timerOfReminder = (
  project: string,
  reminder: Reminder,
  { hour }: ReminderPolicy,
  timeZone: string,
): Timer => ({
  id: `${project} ${keyOf(reminder)}`,
  stream: streamOf(project),
  kind: reminder.kind,
  due: dueAt(reminder.on, hour, timeZone),
  data: { project, reminder },
});
