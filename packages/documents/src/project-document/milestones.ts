import type { Language, Milestone } from "@cadre/core";
import { normalise } from "../template/normalise.ts";
import { readCell } from "./values.ts";

const MONTHS: readonly (readonly string[])[] = [
  ["january", "janvier", "jan"],
  ["february", "fevrier", "feb"],
  ["march", "mars", "mar"],
  ["april", "avril", "apr"],
  ["may", "mai"],
  ["june", "juin", "jun"],
  ["july", "juillet", "jul"],
  ["august", "aout", "aug"],
  ["september", "septembre", "sep", "sept"],
  ["october", "octobre", "oct"],
  ["november", "novembre", "nov"],
  ["december", "decembre", "dec"],
];
const NAMES = MONTHS.flat().sort((a, b) => b.length - a.length);
const BY = new RegExp(
  `(?:\\b(?:by|until|in|before|d'ici(?: a)?|avant|en|fin|end(?: of)?|a fin|d'ici fin)\\s+)*(?:(\\d{1,2})\\s+)?\\b(${NAMES.join("|")})\\.?\\s+(20\\d\\d)\\b`,
);
const YEAR = /^(?:by |in |en |d'ici |avant |end of |fin )?(20\d\d)$/;
/** Words that name a point in time behind a value: `70% in first round`. */
const POINT = /^(.*?\d\s?%?)\s+(?:in|at|during|a la|lors de|au|en)\s+(?:the |la |le )?(\p{L}.*)$/u;

/** A date in a text, with where it is in it; `null` where there is none. */
function dateIn(text: string): { by: string; from: number; to: number } | null {
  const plain = normalise(text, 200);
  const month = BY.exec(plain);
  if (month !== null) {
    const [whole, day, name = "", year = ""] = month;
    const number = MONTHS.findIndex((names) => names.includes(name)) + 1;
    const pad = (value: number) => `${value}`.padStart(2, "0");
    const by = `${year}-${pad(number)}${day === undefined ? "" : `-${pad(Number(day))}`}`;
    return { by, from: month.index, to: month.index + whole.length };
  }
  const year = YEAR.exec(plain)?.[1];
  return year === undefined ? null : { by: year, from: 0, to: plain.length };
}

/** One milestone: `Year 1: 45%`, `By June 2020: 30`, `Mid-term: 8 by June 2020`, `6 by June 2020`, `45`. */
function milestone(text: string, language: Language, indicator: string): Milestone {
  const colon = /^([^:]{2,60}?)\s*:\s*(.+)$/su.exec(text);
  const [, when, rest = text] =
    colon !== null && /\p{L}|^20\d\d$/u.test(colon[1] ?? "") ? colon : [null, undefined, text];
  const named = when === undefined ? null : dateIn(when);
  const within = dateIn(rest);
  const plainLength = normalise(rest, 200).length === rest.length;
  const bare =
    within === null || !plainLength ? rest : `${rest.slice(0, within.from)}${rest.slice(within.to)}`.trim();
  const point = when === undefined && within === null ? POINT.exec(rest) : null;
  const [, valueText = bare, place] = point ?? [];
  const label = when ?? place;
  const by = named?.by ?? within?.by;
  const value = readCell(valueText.replace(/^[,;–-]\s*|\s*[,;–-]$/g, ""), language, indicator);
  return {
    ...(label !== undefined && { when: label.trim() }),
    ...(by !== undefined && { by }),
    value: { ...value, raw: text },
  };
}

/** The milestones of a cell: one a line, or between semicolons. */
export const milestonesOf = (lines: readonly string[], language: Language, indicator: string): Milestone[] =>
  lines
    .flatMap((line) => line.split(/\s*;\s*/))
    .map((text) => text.trim())
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
    .map((text) => milestone(text, language, indicator));
