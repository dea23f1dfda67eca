import { type CsvCell, type CsvStyle, csvLine, stripAccents } from "@cadre/core/internal";

/** What a number is confined to; `null`: no such end. */
export interface SortRange {
  low: number | null;
  high: number | null;
}

/** What a row is sorted by. `null` is what is not known: it comes last, whichever way, and is never taken for zero. */
export type SortKey = number | string | SortRange | null;

/** A column of the file that a table is downloaded as. Numbers are numbers: their unit is in the name or in a field of its own. */
export interface DataField<Row> {
  name: string;
  value: (row: Row) => CsvCell;
}

const ends = (key: number | SortRange): [low: number, high: number] =>
  typeof key === "number"
    ? [key, key]
    : [key.low ?? Number.NEGATIVE_INFINITY, key.high ?? Number.POSITIVE_INFINITY];

type Known = Exclude<SortKey, null>;

/**
 * The order of what is known. A range counts by its lower end, then by its upper end: a missing lower end is below every number, a missing
 * upper end above. Numbers come before texts, and texts are in the order of the language, `1.10` after `1.9`.
 */
function compareKnown(a: Known, b: Known, texts: Intl.Collator): number {
  if (typeof a === "string" || typeof b === "string")
    return typeof a === "string" && typeof b === "string"
      ? texts.compare(a, b)
      : Number(typeof a === "string") - Number(typeof b === "string");
  const [[lowA, highA], [lowB, highB]] = [ends(a), ends(b)];
  // Two infinite ends are equal, and their difference is no number.
  return lowA !== lowB ? (lowA < lowB ? -1 : 1) : highA === highB ? 0 : highA < highB ? -1 : 1;
}

/** Rows in the order of their keys; those that are equal or not known stay in the order in which they were. */
export function sortRows<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => SortKey,
  descending: boolean,
  locale: string,
): Row[] {
  const texts = new Intl.Collator(locale, { numeric: true });
  const known: { row: Row; key: Known }[] = [];
  const unknown: Row[] = [];
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) unknown.push(row);
    else known.push({ row, key });
  }
  const sign = descending ? -1 : 1;
  known.sort((a, b) => sign * compareKnown(a.key, b.key, texts));
  return [...known.map(({ row }) => row), ...unknown];
}

/** What a press on a column's heading changes its order to: first one way, then the other, then none. */
export function nextSort(column: string, numeric: boolean, now: string): string {
  const [first, second] = numeric ? [`-${column}`, column] : [column, `-${column}`];
  return now === first ? second : now === second ? "" : first;
}

/** Whether a table is in the order of a column, as `aria-sort` has it. `-status`: by status, the other way round. */
export const sortedBy = (column: string, sort: string): "ascending" | "descending" | "none" =>
  sort === column ? "ascending" : sort === `-${column}` ? "descending" : "none";

/** How spreadsheets of a country read CSV: where numbers have a decimal comma, columns are divided by semicolons. */
const styleOf = (locale: string): CsvStyle =>
  (1.5).toLocaleString(locale).includes(",")
    ? { separator: ";", decimal: "," }
    : { separator: ",", decimal: "." };

/**
 * Rows as CSV with a heading, as a spreadsheet in the reader's country opens it: with the mark of UTF-8 in front; in French with semicolons
 * and decimal commas. No text is run as a formula.
 */
export function csvFile(
  head: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  locale: string,
): string {
  const style = styleOf(locale);
  return `\ufeff${[head, ...rows].map((row) => csvLine(row, style)).join("")}`;
}

/** The name of a file of a table: what it is of and what it holds, in small letters without accents. */
export const fileName = (...parts: (string | null)[]): string =>
  `${stripAccents(parts.filter((part) => part !== null).join(" "))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 80)}.csv`;

/** A share as a number of per cent, without the noise of binary fractions. */
export const perCent = (share: number | null): number | null =>
  share === null ? null : Number((share * 100).toPrecision(12));
