import { fold } from "../blocks/index.ts";
import { plainTerm } from "./lexicon.ts";

const MONTHS: readonly (readonly string[])[] = [
  ["january", "janvier", "jan", "janv"],
  ["february", "fevrier", "feb", "fev", "fevr"],
  ["march", "mars", "mar"],
  ["april", "avril", "apr", "avr"],
  ["may", "mai"],
  ["june", "juin", "jun"],
  ["july", "juillet", "jul", "juil"],
  ["august", "aout", "aug"],
  ["september", "septembre", "sep", "sept"],
  ["october", "octobre", "oct"],
  ["november", "novembre", "nov"],
  ["december", "decembre", "dec"],
];
const YEARS = { first: 1990, last: 2100 };

/** The month that a word names, from 1; 0 for any other word. */
export const monthOf = (word: string): number =>
  MONTHS.findIndex((names) => names.includes(plainTerm(word).replace(/\.$/, ""))) + 1;

/** Which part of `03/05/2021` is the day, as far as other dates of the document show; `null`: not shown. */
export type DayOrder = "day-first" | "month-first" | null;

/**
 * A date as read: `day` where the text names a day, `month` where it names only month and year, `ambiguous` with both readings where
 * day and month cannot be distinguished.
 */
export type ScannedDate =
  | { kind: "day"; date: string }
  | { kind: "month"; month: string }
  | { kind: "ambiguous"; readings: [string, string] };

const iso = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= YEARS.first && year <= YEARS.last ? date.toISOString().slice(0, 10) : null;
};
const found = (date: string | null): ScannedDate | null => (date === null ? null : { kind: "day", date });

const WORD = "([\\p{L}.]{3,10})";
const DAY = "(\\d{1,2})(?:st|nd|rd|th|er|eme|e)?";
const DAY_MONTH = new RegExp(`^(?:the |le |on )?${DAY}[ -]?(?:of |de )?${WORD}[ ,-]+(\\d{4})$`, "u");
const MONTH_DAY = new RegExp(`^${WORD} ${DAY},? (\\d{4})$`, "u");
const MONTH_ONLY = new RegExp(`^${WORD}[ ,-]+(\\d{4})$`, "u");
const NUMERIC = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/** Reads a text that is one date, in English or French; `null` where it is none. */
export function scanDate(raw: string, order: DayOrder = null): ScannedDate | null {
  if (raw.length > 60) return null;
  const text = plainTerm(fold(raw))
    .replace(/[.;,*]$/, "")
    .trim();
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth !== null) {
    const month = monthOf(dayMonth[2] ?? "");
    return month === 0 ? null : found(iso(Number(dayMonth[3]), month, Number(dayMonth[1])));
  }
  const monthDay = MONTH_DAY.exec(text);
  if (monthDay !== null) {
    const month = monthOf(monthDay[1] ?? "");
    return month === 0 ? null : found(iso(Number(monthDay[3]), month, Number(monthDay[2])));
  }
  const monthOnly = MONTH_ONLY.exec(text);
  if (monthOnly !== null) {
    const month = monthOf(monthOnly[1] ?? "");
    const date = month === 0 ? null : iso(Number(monthOnly[2]), month, 1);
    return date === null ? null : { kind: "month", month: date.slice(0, 7) };
  }
  const year = ISO.exec(text);
  if (year !== null) return found(iso(Number(year[1]), Number(year[2]), Number(year[3])));
  const [, one, two, of] = NUMERIC.exec(text) ?? [];
  if (one === undefined || two === undefined || of === undefined) return null;
  const dayFirst = iso(Number(of), Number(two), Number(one));
  const monthFirst = iso(Number(of), Number(one), Number(two));
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst)
    return found(dayFirst ?? monthFirst);
  if (order !== null) return found(order === "day-first" ? dayFirst : monthFirst);
  return { kind: "ambiguous", readings: [dayFirst, monthFirst] };
}

/** Reads a whole date such as `15 janvier 2020` or `15/01/2020` into `2020-01-15`; `null` where it is none, or ambiguous. */
export function readDate(raw: string, order: DayOrder = null): string | null {
  const read = scanDate(raw, order);
  return read?.kind === "day" ? read.date : null;
}

/** Which order the unambiguous numeric dates of a document show; `null` where they show none, or both. */
export function dayOrderOf(texts: Iterable<string>): DayOrder {
  const seen = { "day-first": 0, "month-first": 0 };
  for (const text of texts) {
    for (const [, one, two] of text
      .slice(0, 4000)
      .matchAll(/(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}(?!\d)/g)) {
      if (Number(one) > 12 && Number(two) <= 12) seen["day-first"] += 1;
      else if (Number(two) > 12 && Number(one) <= 12) seen["month-first"] += 1;
    }
  }
  if (seen["day-first"] > 0 === seen["month-first"] > 0) return null;
  return seen["day-first"] > 0 ? "day-first" : "month-first";
}
