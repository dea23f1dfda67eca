import { type Period, parsePeriod, periodOf } from "@cadre/core/observations";
import { addDays, addMonths, format, isValid, parseISO, startOfISOWeek } from "date-fns";

const iso = (date: Date): string => format(date, "yyyy-MM-dd");
/** Financial years by their first month. */
const FINANCIAL: Readonly<Record<string, number>> = { April: 4, July: 7, Sep: 9, Oct: 10, Nov: 11 };

const span = (first: Date, next: Date): { start: string; end: string } | null =>
  isValid(first) ? { start: iso(first), end: iso(addDays(next, -1)) } : null;
const months = (year: string, month: number, count: number) => {
  const first = parseISO(`${year}-${String(month).padStart(2, "0")}-01`);
  return span(first, addMonths(first, count));
};

/**
 * First and last day of a period by its DHIS2 identifier: `20200131` (day), `2020W5` (ISO week), `202001` (month), `202001B` (two months),
 * `2020Q1`, `2020S1`, `2020AprilS1`, `2020`, `2020April`, `2020July`, `2020Sep`, `2020Oct`, `2020Nov` (financial years). `null` where it is none of
 * these. Source: DHIS2 developer guide, "Date and period format".
 */
export function dhis2PeriodDays(id: string): { start: string; end: string } | null {
  const [, year, rest = ""] = /^(\d{4})(.*)$/.exec(id) ?? [];
  if (year === undefined) return null;
  if (rest === "") return months(year, 1, 12);
  const matched = (pattern: RegExp) => pattern.exec(rest)?.[1];
  const within = (text: string | undefined, most: number) => {
    const number = Number(text);
    return text !== undefined && number >= 1 && number <= most ? number : null;
  };
  const month = within(matched(/^(\d{2})$/), 12);
  if (month !== null) return months(year, month, 1);
  // Two months are named by their number in the year.
  const pair = within(matched(/^(0[1-6])B$/), 6);
  if (pair !== null) return months(year, 2 * pair - 1, 2);
  const quarter = within(matched(/^Q([1-4])$/), 4);
  if (quarter !== null) return months(year, 3 * quarter - 2, 3);
  const half = within(matched(/^S([12])$/), 2);
  if (half !== null) return months(year, 6 * half - 5, 6);
  const aprilHalf = within(matched(/^AprilS([12])$/), 2);
  if (aprilHalf !== null) return months(year, 6 * aprilHalf - 2, 6);
  const financial = Object.hasOwn(FINANCIAL, rest) ? FINANCIAL[rest] : undefined;
  if (financial !== undefined) return months(year, financial, 12);
  const week = within(matched(/^W(\d{1,2})$/), 53);
  if (week !== null) {
    // ISO 8601: the week of the fourth of January is a year's first.
    const monday = addDays(startOfISOWeek(parseISO(`${year}-01-04`)), 7 * (week - 1));
    return format(monday, "RRRR") === year ? span(monday, addDays(monday, 7)) : null;
  }
  const day = /^(\d{2})(\d{2})$/.exec(rest);
  if (day !== null) {
    const first = parseISO(`${year}-${day[1]}-${day[2]}`);
    return span(first, addDays(first, 1));
  }
  return null;
}

/** The DHIS2 identifier of a period; `null` where DHIS2 has none for such a span. */
export function dhis2PeriodId({ start, end }: Pick<Period, "start" | "end">): string | null {
  const [year = "", month = "", day = ""] = start.split("-");
  if (start === end) return `${year}${month}${day}`;
  const compact = { year: "", "half-year": "S", quarter: "Q" } as const;
  for (const calendar of ["year", "half-year", "quarter", "month"] as const) {
    const period = periodOf(start, calendar);
    if (period === null || period.start !== start || period.end !== end) continue;
    if (calendar === "month") return `${year}${month}`;
    return calendar === "year" ? year : `${year}${compact[calendar]}${period.id.slice(-1)}`;
  }
  const candidates = [
    `${year}0${Math.ceil(Number(month) / 2)}B`,
    ...Object.keys(FINANCIAL).map((name) => `${year}${name}`),
    `${year}AprilS1`,
    `${year}AprilS2`,
    `${Number(year) - 1}AprilS2`,
    `${format(parseISO(start), "RRRR")}W${Number(format(parseISO(start), "II"))}`,
  ];
  const same = candidates.find((id) => {
    const days = dhis2PeriodDays(id);
    return days !== null && days.start === start && days.end === end;
  });
  return same ?? null;
}

/** The framework's period of the same days as a DHIS2 one, whatever it is called there; `null` where it has none. */
export function frameworkPeriod(id: string, periods: readonly Period[]): Period | null {
  const days = dhis2PeriodDays(id);
  if (days === null) return null;
  return (
    periods.find(({ start, end }) => start === days.start && end === days.end) ??
    // A framework that names no periods takes any that has a label.
    (periods.length === 0 ? parsePeriod(`${days.start}/${days.end}`) : null)
  );
}
