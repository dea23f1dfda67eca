import { type Period, parsePeriod } from "@cadre/core/observations";
import { periodOfDays } from "../../mapping/period-of-days.ts";

/** In which order days are written. */
export const DAY_ORDERS = ["year-month-day", "day-month-year", "month-day-year"] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];

/** Where year, month and day are. */
const PARTS: Record<DayOrder, readonly number[]> = {
  "year-month-day": [0, 1, 2],
  "day-month-year": [2, 1, 0],
  "month-day-year": [2, 0, 1],
};
const DAY = /^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4})/;

/** Whether a text begins with a day, in whatever order. */
export const isDay = (text: string): boolean => DAY.test(text);

/** The order that a day seems to be written in; where it could be the other, the day comes before the month, as the fund’s documents have it. */
export const orderOf = (text: string): DayOrder =>
  /^\d{4}/.test(text) ? "year-month-day" : "day-month-year";

/** Two days in one cell. */
const SPAN = /^(\d\S*[./-]\S*\d)(?:\s+(?:-|–|to|à|au)\s+|\s*\/\s*(?=\d{4}-))(\d\S*[./-]\S*\d)$/;

/** The name of the period that a cell gives by its first and last day (`2020-01-01 - 2020-06-30`); any other cell unchanged. */
export function periodOfSpan(text: string, order: DayOrder, names: ReadonlyMap<string, string>): string {
  const [, from = "", to = ""] = SPAN.exec(text) ?? [];
  const [start, end] = [from, to].map((each) => dayIn(each, order).slice(0, 10));
  const period = parsePeriod(`${start}/${end}`);
  if (period === null) return text;
  const { id } = periodOfDays(period.start, period.end);
  return names.get(`${start}/${end}`) ?? names.get(id) ?? id;
}

/** Names of months, from January, by how they begin in English and French. */
const MONTHS = "jan,fe|fé,mar,a[pv],ma[iy],jun|juin,jul|juil,au|ao,sep,oct,nov,d[eé]c"
  .split(",")
  .map((start) => new RegExp(`^(${start})`, "i"));

/** The period that a label means, as people write it: `Q1 2021`, `2021Q1`, `T1 2021`, `S2 2021`, `March 2021`; `null` where it means none. */
export function periodCalled(label: string): Period | null {
  const text = label.trim();
  const [, kind, part, year] = /^([QTHS])([1-4])[ /-]*(\d{4})$/i.exec(text) ?? [];
  if (year !== undefined) return parsePeriod(`${year}-${kind}${part}`);
  const [, first, of, nth] = /^(\d{4})[ /]?([QTHS])([1-4])$/i.exec(text) ?? [];
  if (first !== undefined) return parsePeriod(`${first}-${of}${nth}`);
  const [, month = "", own] = /^(\p{L}{3,9})\.?[ -](\d{4})$/u.exec(text) ?? [];
  const index = own === undefined ? -1 : MONTHS.findIndex((name) => name.test(month));
  return index < 0 ? parsePeriod(text) : parsePeriod(`${own}-${String(index + 1).padStart(2, "0")}`);
}

/** A day as `YYYY-MM-DD`; what is no day of this order stays as it is, and is refused with its row. */
export function dayIn(text: string, order: DayOrder): string {
  if (order === "year-month-day") return text;
  const parts = text.split(/[./-]/).map((part) => part.trim());
  const [year = "", month = "", day = ""] = PARTS[order].map((index) => parts[index] ?? "");
  const whole = /^\d{4}$/.test(year) && [month, day].every((part) => /^\d{1,2}$/.test(part));
  return whole ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
}
