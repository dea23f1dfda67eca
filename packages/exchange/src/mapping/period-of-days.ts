import { type Period, periodOf } from "@cadre/core/observations";

const CALENDARS = ["month", "quarter", "half-year", "year"] as const;

/** The period of some days: by the name that a calendar has for them (`2020-Q1`), else as an interval (`2020-01-15/2020-07-14`). */
export function periodOfDays(start: string, end: string): Period {
  const same = (each: Period | null): each is Period => each?.start === start && each.end === end;
  // Every calendar's periods begin with a month.
  const calendars = start.endsWith("-01") ? CALENDARS : [];
  return (
    calendars.map((calendar) => periodOf(start, calendar)).find(same) ?? { id: `${start}/${end}`, start, end }
  );
}
