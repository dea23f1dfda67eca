import { addDays } from "date-fns/addDays";
import { addMonths } from "date-fns/addMonths";
import { differenceInMonths } from "date-fns/differenceInMonths";
import { isValid } from "date-fns/isValid";
import { lightFormat } from "date-fns/lightFormat";
import { parseISO } from "date-fns/parseISO";
import { subDays } from "date-fns/subDays";
import * as z from "zod";
import { CalendarDate, daysBetween } from "./date.ts";

/**
 * A reporting period, first and last day included. `id` is its label: `2020`, `2020-H1`, `2020-Q2`, `2020-03`, or, in any other
 * calendar, `2020-01-15/2020-07-14` (ISO 8601 interval).
 */
export const Period = z
  .object({
    /** Names the period in observations: `2020-Q1`. */
    id: z.string().min(1),
    /** First day. */
    start: CalendarDate,
    /** Last day. */
    end: CalendarDate,
  })
  .refine(({ start, end }) => start <= end, { error: "a period that does not end before it starts" })
  .meta({ id: "Period", description: "A reporting period, first and last day included" });
export type Period = z.infer<typeof Period>;

/**
 * How time is cut into reporting periods: by the calendar year's months, quarters, halves or years; every so many months from a day
 * (a project's or a financial year: `{ months: 6, from: "2020-01-15" }`); or a list of periods.
 */
export const Calendar = z
  .union([
    z.enum(["month", "quarter", "half-year", "year"]),
    z.object({
      /** How many months each period has. */
      months: z.int().positive(),
      /** First day of the first period. */
      from: CalendarDate,
    }),
    z.array(Period),
  ])
  .meta({ id: "Calendar", description: "How time is cut into reporting periods" });
export type Calendar = z.infer<typeof Calendar>;

const MONTHS = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const;
const iso = (date: Date): CalendarDate => lightFormat(date, "yyyy-MM-dd");
const span = (first: Date, next: Date, label?: string): Period => {
  const [start, end] = [iso(first), iso(subDays(next, 1))];
  return { id: label ?? `${start}/${end}`, start, end };
};

/** The calendar's period that a day falls into; `null` where a list of periods has none. Of periods that overlap, the first. */
export function periodOf(date: CalendarDate, calendar: Calendar): Period | null {
  if (Array.isArray(calendar)) return calendar.find((period) => periodContains(period, date)) ?? null;
  const day = parseISO(date);
  if (typeof calendar === "string") {
    const months = MONTHS[calendar];
    const part = Math.floor(day.getMonth() / months);
    const first = new Date(day.getFullYear(), part * months, 1);
    const label = {
      month: () => lightFormat(first, "yyyy-MM"),
      quarter: () => `${lightFormat(first, "yyyy")}-Q${part + 1}`,
      "half-year": () => `${lightFormat(first, "yyyy")}-H${part + 1}`,
      year: () => lightFormat(first, "yyyy"),
    };
    return span(first, addMonths(first, months), label[calendar]());
  }
  // Counted from the first day each time, so that the end of a short month does not stick.
  const from = parseISO(calendar.from);
  const start = (index: number) => addMonths(from, index * calendar.months);
  let index = Math.floor(differenceInMonths(day, from) / calendar.months);
  while (start(index) > day) index -= 1;
  while (start(index + 1) <= day) index += 1;
  return span(start(index), start(index + 1));
}

/**
 * The period that a label names: `2020`, `2020-H1`, `2020-Q2`, `2020-03` or `2020-01-15/2020-07-14`; French `2020-S1` (semestre) and
 * `2020-T2` (trimestre) mean the same halves and quarters. `null` where it names none.
 */
export function parsePeriod(label: string): Period | null {
  const text = label.trim();
  const [, year, kind = "", part = "1"] = /^(\d{4})(?:-([QTHS]?)(\d{1,2}))?$/i.exec(text) ?? [];
  if (year !== undefined) {
    const calendar = /[qt]/i.test(kind)
      ? "quarter"
      : kind !== ""
        ? "half-year"
        : text.length === 4
          ? "year"
          : "month";
    if (calendar === "month" ? part.length !== 2 : part.length !== 1) return null;
    const month = (Number(part) - 1) * MONTHS[calendar];
    if (month < 0 || month > 11) return null;
    return periodOf(`${year}-${String(month + 1).padStart(2, "0")}-01`, calendar);
  }
  const [start = "", end = ""] = text.split("/");
  const both = [start, end].every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && isValid(parseISO(day)));
  return both && start <= end ? { id: `${start}/${end}`, start, end } : null;
}

/** Every period of the calendar that touches a span such as a project's, in time order and whole: it may begin before the span. */
export function periodsBetween(start: CalendarDate, end: CalendarDate, calendar: Calendar): Period[] {
  if (Array.isArray(calendar))
    return inOrder(calendar.filter((period) => period.start <= end && period.end >= start));
  const periods: Period[] = [];
  for (let day = start; day <= end; ) {
    const period = periodOf(day, calendar);
    if (period === null) break;
    periods.push(period);
    day = iso(addDays(parseISO(period.end), 1));
  }
  return periods;
}

/** Whether a day, or the whole of another period, falls into a period. */
export function periodContains(period: Period, inner: CalendarDate | Pick<Period, "start" | "end">): boolean {
  const { start, end } = typeof inner === "string" ? { start: inner, end: inner } : inner;
  return period.start <= start && end <= period.end;
}

/** How many days a period has, first and last included. */
export function periodDays(period: Pick<Period, "start" | "end">): number {
  return daysBetween(period.start, period.end) + 1;
}

/** A period as it was set from a day on: the same `id` with a later `since` revises it. Without `since`, from the beginning. */
export interface SetPeriod extends Period {
  /** The day from which this revision holds. Default: from the beginning. */
  since?: CalendarDate;
}

/** The periods in force on a day, revisions applied, in time order. A value keeps the `id` that it was reported for. */
export function periodsInForce(
  periods: readonly SetPeriod[],
  { on }: { on?: CalendarDate | undefined } = {},
): Period[] {
  const last = new Map<string, SetPeriod>();
  for (const period of periods) {
    const { id, since = "" } = period;
    if ((on === undefined || since <= on) && since >= (last.get(id)?.since ?? "")) last.set(id, period);
  }
  return inOrder([...last.values()].map(({ id, start, end }) => ({ id, start, end })));
}

/** Days that two periods claim, and days between the first and the last period that none does. Both empty: time is cut cleanly. */
export function checkPeriods(periods: readonly Period[]): { overlaps: [string, string][]; gaps: Period[] } {
  const overlaps: [string, string][] = [];
  const gaps: Period[] = [];
  const sorted = inOrder(periods);
  let end = "";
  for (const [index, period] of sorted.entries()) {
    for (const other of sorted.slice(0, index))
      if (other.end >= period.start) overlaps.push([other.id, period.id]);
    const next = end === "" ? period.start : iso(addDays(parseISO(end), 1));
    if (next < period.start) gaps.push(span(parseISO(next), parseISO(period.start)));
    if (period.end > end) end = period.end;
  }
  return { overlaps, gaps };
}

const inOrder = (periods: readonly Period[]): Period[] =>
  [...periods].sort((a, b) => (a.start + a.end < b.start + b.end ? -1 : 1));
