import { type Period, parsePeriod } from "@cadre/core/observations";
import { addDays } from "date-fns/addDays";
import { addMonths } from "date-fns/addMonths";
import { format } from "date-fns/format";
import { getISOWeeksInYear } from "date-fns/getISOWeeksInYear";
import { isValid } from "date-fns/isValid";
import { parseISO } from "date-fns/parseISO";
import { startOfWeek } from "date-fns/startOfWeek";
import { own } from "../common.ts";

type Days = { start: string; end: string };
const iso = (date: Date): string => format(date, "yyyy-MM-dd");
const span = (first: Date, next: Date): Days | null =>
  isValid(first) ? { start: iso(first), end: iso(addDays(next, -1)) } : null;
/** Months from a month of a year on; month 0 is the December before it. */
const months = (year: string, month: number, count: number): Days | null => {
  const first = addMonths(parseISO(`${year}-01-01`), month - 1);
  return span(first, addMonths(first, count));
};

/** Financial years by their first month. The one that begins in November is named after the year in which it ends. */
const FINANCIAL: Readonly<Record<string, number>> = {
  ...{ Feb: 2, April: 4, July: 7, Aug: 8, Sep: 9, Oct: 10, Nov: -1 },
};
/** Half-years and quarters by the month in which the first begins. */
const HALVES: Readonly<Record<string, number>> = { "": 1, April: 4, Nov: -1 };
const QUARTERS: Readonly<Record<string, number>> = { "": 1, Nov: -1 };
/** Weeks by the day on which they begin. */
const WEEKS: Readonly<Record<string, 0 | 1 | 3 | 4 | 5 | 6>> = {
  ...{ "": 1, Wed: 3, Thu: 4, Fri: 5, Sat: 6, Sun: 0 },
};

/** A week of a year: the first is the one that holds the fourth of January (ISO 8601, with any day for the first of a week). */
function weeks(year: string, first: 0 | 1 | 3 | 4 | 5 | 6, number: number, count: number): Days | null {
  const january = startOfWeek(parseISO(`${year}-01-04`), { weekStartsOn: first });
  const start = addDays(january, 7 * (number - 1));
  const next = startOfWeek(parseISO(`${Number(year) + 1}-01-04`), { weekStartsOn: first });
  return number >= 1 && start < next ? span(start, addDays(start, 7 * count)) : null;
}

/**
 * First and last day of a period by its DHIS2 identifier: days (`20200131`), weeks from any day on (`2020W5`, `2020SunW5`), two weeks
 * (`2020BiW3`), months (`202001`, `2020-01`), two months (`202001B`), quarters (`2020Q1`, `2020NovQ1`), half-years (`2020S1`, `2020AprilS1`,
 * `2020NovS1`), years (`2020`) and financial years (`2020Feb` to `2020Nov`). `null` where it is none of these. Source: DHIS2 developer guide,
 * "Date and period format".
 */
export function dhis2PeriodDays(id: string): Days | null {
  const [, year, rest = ""] = /^(\d{4})(.*)$/.exec(id) ?? [];
  if (year === undefined) return null;
  if (rest === "") return months(year, 1, 12);
  const [, month, day] = /^-?(\d{2})(?:-?(\d{2}))?$/.exec(rest) ?? [];
  if (day !== undefined) {
    const first = parseISO(`${year}-${month}-${day}`);
    return span(first, addDays(first, 1));
  }
  if (month !== undefined) return month >= "01" && month <= "12" ? months(year, Number(month), 1) : null;
  // Two months are named by their number in the year.
  const [, pair] = /^(0[1-6])B$/.exec(rest) ?? [];
  if (pair !== undefined) return months(year, 2 * Number(pair) - 1, 2);
  const financial = own(FINANCIAL, rest);
  if (financial !== undefined) return months(year, financial, 12);
  const [, name = "", kind, number = ""] = /^([A-Z][a-z]+)?(Q|S|W)(\d{1,2})$/.exec(rest) ?? [];
  const nth = Number(number);
  if (kind === undefined) return null;
  if (kind !== "W") {
    const [first, count] = kind === "Q" ? [own(QUARTERS, name), 3] : [own(HALVES, name), 6];
    const isThere = first !== undefined && nth >= 1 && nth * count <= 12;
    return isThere ? months(year, first + count * (nth - 1), count) : null;
  }
  if (name === "Bi")
    return 2 * nth - 1 <= getISOWeeksInYear(parseISO(`${year}-06-01`))
      ? weeks(year, 1, 2 * nth - 1, 2)
      : null;
  const first = own(WEEKS, name);
  return first === undefined ? null : weeks(year, first, nth, 1);
}

/** The DHIS2 identifier of a period; `null` where DHIS2 has none for such a span. */
export function dhis2PeriodId({ start, end }: Pick<Period, "start" | "end">): string | null {
  const [year = "", month = "", day = ""] = start.split("-");
  if (start === end) return `${year}${month}${day}`;
  const week = Number(format(parseISO(start), "II"));
  const isoYear = format(parseISO(start), "RRRR");
  const candidates = [
    ...[year, `${year}${month}`, `${year}0${Math.ceil(Number(month) / 2)}B`],
    ...[-1, 0, 1].flatMap((more) => {
      const own = String(Number(year) + more);
      return [
        ...Object.keys(FINANCIAL).map((name) => own + name),
        ...Object.keys(HALVES).flatMap((name) => [1, 2].map((half) => `${own}${name}S${half}`)),
        ...Object.keys(QUARTERS).flatMap((name) => [1, 2, 3, 4].map((nth) => `${own}${name}Q${nth}`)),
        // A week that begins on another day may have the number of the one before or after.
        ...Object.keys(WEEKS).flatMap((name) =>
          [week - 1, week, week + 1, 1, 52, 53].map((nth) => `${own}${name}W${nth}`),
        ),
      ];
    }),
    `${isoYear}BiW${Math.ceil(week / 2)}`,
  ];
  const isSame = (days: Days | null) => days?.start === start && days.end === end;
  return candidates.find((id) => isSame(dhis2PeriodDays(id))) ?? null;
}

/** The framework's period of the same days as a DHIS2 one, whatever it is called there; `null` where it has none. */
export function frameworkPeriod(id: string, periods: readonly Period[]): Period | null {
  const days = dhis2PeriodDays(id);
  if (days === null) return null;
  // A framework that names no periods takes any that has a label.
  if (periods.length === 0) return parsePeriod(`${days.start}/${days.end}`);
  return periods.find(({ start, end }) => start === days.start && end === days.end) ?? null;
}
