import { differenceInMonths } from "date-fns/differenceInMonths";
import { endOfMonth } from "date-fns/endOfMonth";
import { isValid } from "date-fns/isValid";
import { lightFormat } from "date-fns/lightFormat";
import { parseISO } from "date-fns/parseISO";
import * as z from "zod";

/**
 * A calendar date as precise as it is known: `2020`, `2020-03` or `2020-03-15` (ISO 8601, reduced precision).
 * A report says "delayed since March 2020", and that is all that anybody knows.
 */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}){0,2}$/, { error: "a date: YYYY, YYYY-MM or YYYY-MM-DD" })
  .refine((text) => isValid(parseISO(text)), { error: "a date of the calendar" })
  .meta({ id: "PartialDate", description: "YYYY, YYYY-MM or YYYY-MM-DD: as precise as it is known" });
export type PartialDate = z.infer<typeof PartialDate>;

/** A whole calendar date, `YYYY-MM-DD`. */
export const CalendarDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: "a date: YYYY-MM-DD" })
  .refine((text) => isValid(parseISO(text)), { error: "a date of the calendar" })
  .meta({ id: "CalendarDate", description: "YYYY-MM-DD" });
export type CalendarDate = z.infer<typeof CalendarDate>;

const iso = (date: Date): CalendarDate => lightFormat(date, "yyyy-MM-dd");

/** The first day that a partial date can mean: `2020-03` → `2020-03-01`. */
export function earliest(date: PartialDate): CalendarDate {
  return date.length === 10 ? date : `${date}-01-01`.slice(0, 10);
}

/** The last day that a partial date can mean: `2020-02` → `2020-02-29`. */
export function latest(date: PartialDate): CalendarDate {
  if (date.length === 10) return date;
  return date.length === 4 ? `${date}-12-31` : iso(endOfMonth(parseISO(date)));
}

/** Orders partial dates by the first day that each can mean, the more precise one last where that is equal. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  const [first, second] = [earliest(a), earliest(b)];
  if (first !== second) return first < second ? -1 : 1;
  return a.length - b.length;
}

const DAY_MS = 86_400_000;

/** Calendar days from one date to another; negative when `to` comes first. Daylight saving does not enter: the days are those of UTC. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** Whole months from one date to another; negative when `to` comes first. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  return differenceInMonths(parseISO(to), parseISO(from));
}

/**
 * A date so many calendar days later, or earlier where `days` is negative. Neither leap days nor daylight saving are in its way. Outside the
 * years 0 to 9999, a date with a sign and six digits of the year.
 * @throws RangeError more than 100 million days from 1970.
 */
export function shiftDate(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().split("T")[0] as CalendarDate;
}

/**
 * Share of a span that has passed on a day: 0 at or before its start, 1 at or after its end.
 * `null` where the span has no length, since it has no shares.
 */
export function elapsedShare(start: CalendarDate, end: CalendarDate, on: CalendarDate): number | null {
  const span = daysBetween(start, end);
  if (span <= 0) return null;
  return Math.min(1, Math.max(0, daysBetween(start, on) / span));
}
