import { type Period, periodOf } from "@cadre/core/observations";
import type { IatiPeriod } from "../mapping/results.ts";

const DAY = /^\d{4}-\d{2}-\d{2}/;
const CALENDARS = ["month", "quarter", "half-year", "year"] as const;

/**
 * A period by its days: under the name that one of `known` has for them, else by the calendar (`2020-Q1`), else as an interval
 * (`2020-01-15/2020-07-14`). `null` where the days are none, or the last comes before the first.
 */
export function periodIn(data: IatiPeriod, known: readonly Period[] = []): Period | null {
  const [start] = DAY.exec(data["period-start"]?.["iso-date"] ?? "") ?? [];
  const [end] = DAY.exec(data["period-end"]?.["iso-date"] ?? "") ?? [];
  if (start === undefined || end === undefined || start > end) return null;
  if ([start, end].some((day) => Number.isNaN(Date.parse(day)))) return null;
  const same = (period: Period | null): period is Period => period?.start === start && period.end === end;
  // Every calendar's periods begin with a month.
  const calendars = start.endsWith("-01") ? CALENDARS : [];
  const named = known.find(same) ?? calendars.map((calendar) => periodOf(start, calendar)).find(same);
  return named ?? { id: `${start}/${end}`, start, end };
}
