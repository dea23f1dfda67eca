import type { Bilingual } from "@cadre/core";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { message } from "../../messages.ts";
import { valueIn } from "../../number.ts";
import { type Column, distinct } from "./guess-columns.ts";
import type { TableMapping } from "./mapping.ts";

/** Columns that are looked at: each is compared with all others. */
export const MAX_COLUMNS = 500;
export const notesOnWidth = (columns: number): Bilingual[] =>
  columns <= MAX_COLUMNS ? [] : [message(en.firstColumns, fr.firstColumns, columns, MAX_COLUMNS)];

/** What the file does not show, and columns that were passed over. */
export function notesOn(
  { indicator, period, values, recordedAt }: TableMapping,
  left: readonly Column[],
): Bilingual[] {
  const notes: Bilingual[] = [];
  if (indicator === undefined && !values.every((each) => each.indicator !== undefined))
    notes.push(message(en.lacksIndicator, fr.lacksIndicator));
  if (period === undefined) notes.push(message(en.lacksPeriod, fr.lacksPeriod));
  if (values.length === 0) notes.push(message(en.lacksValues, fr.lacksValues));
  if (recordedAt === undefined) notes.push(message(en.lacksRecordedAt, fr.lacksRecordedAt));
  return [...notes, ...left.map(leftOutNote)];
}

/** Which cells are taken for all places, or all categories, together. */
export const notesOnTotals = ({ place, axes }: TableMapping): Bilingual[] =>
  [place, ...Object.values(axes)].flatMap((origin) => {
    if (origin === undefined || "is" in origin) return [];
    const totals = Object.entries(origin.names ?? {}).flatMap(([cell, name]) => (name === "" ? [cell] : []));
    return totals.map((cell) => message(en.cellIsTotal, fr.cellIsTotal, cell, origin.column));
  });

/** How labels of quarters and half-years are read: an organisation's year may begin in another month. */
export function notesOnLabels({ period }: TableMapping): Bilingual[] {
  if (period === undefined || !("column" in period) || !("names" in period)) return [];
  const label = Object.entries(period.names ?? {}).find(([text]) =>
    /(^|[\d\s/])[QTHS][1-4]($|[\s/-])/i.test(text),
  );
  return label === undefined
    ? []
    : [message(en.labelByCalendar, fr.labelByCalendar, label[0], period.column, label[1])];
}

/** Why a column is no part of the mapping. */
function leftOutNote(column: Column): Bilingual {
  const { heading, cells } = column;
  const texts = distinct(column);
  const shown = texts.slice(0, 3).join(", ") + (texts.length > 3 ? ", …" : "");
  const why =
    cells.length === 0
      ? message(en.itIsEmpty, fr.itIsEmpty)
      : cells.every((cell) => typeof valueIn(cell, true) === "number")
        ? message(en.itsNumbers, fr.itsNumbers, shown)
        : message(en.itsTexts, fr.itsTexts, shown);
  return message(en.columnLeftOut, fr.columnLeftOut, heading, why);
}

/** Why a column is no part of the mapping whose heading is that of several. */
export const dividedNote = (heading: string): Bilingual =>
  message(en.columnLeftOut, fr.columnLeftOut, heading, message(en.itIsDivided, fr.itIsDivided));

/** Columns that a mapping cannot name. */
export const notesOnHeadings = (headings: readonly string[], body: readonly string[][]): Bilingual[] =>
  headings.flatMap((heading, index): Bilingual[] => {
    if (heading === "" && body.some((record) => (record[index] ?? "").trim() !== ""))
      return [message(en.columnWithoutHeading, fr.columnWithoutHeading, index + 1)];
    if (heading === "" || headings.indexOf(heading) === index) return [];
    return [message(en.columnCalledTwice, fr.columnCalledTwice, index + 1, heading)];
  });
