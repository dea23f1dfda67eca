import type { Block } from "../../blocks/index.ts";
import { DocumentBuilder } from "../document-builder.ts";

/** The end of a cell in quotes that begins at `at`: behind its closing quote; -1 where it is no such cell. */
function endOfQuoted(text: string, index: number): number {
  for (let quote = text.indexOf('"', index + 1); quote >= 0; quote = text.indexOf('"', quote + 2)) {
    if (text[quote + 1] === '"') continue;
    const next = text[quote + 1];
    return next === undefined || /[\t\r\n]/.test(next) ? quote + 1 : -1;
  }
  return -1;
}

/** Rows of a text in which tabs separate cells, as spreadsheets and Word copy tables; a cell in quotes may go on over lines. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  const separator = /\t|\r\n|\n|\r|$/g;
  let row: string[] = [];
  for (let position = 0; ; ) {
    const quoted = text[position] === '"' ? endOfQuoted(text, position) : -1;
    separator.lastIndex = quoted < 0 ? position : quoted;
    const found = separator.exec(text);
    const end = found?.index ?? text.length;
    row.push(
      quoted < 0 ? text.slice(position, end) : text.slice(position + 1, end - 1).replaceAll('""', '"'),
    );
    if (found?.[0] !== "\t") {
      rows.push(row);
      row = [];
    }
    if (found === null || found[0] === "") return rows;
    position = end + found[0].length;
  }
}

/** Rows of one width that follow each other make a table; so few columns do not. */
const MIN_ROWS = 3;
const MIN_CELLS = 4;

/**
 * Whether a text has a table whose cells are separated by tabs: most of its lines, with as many cells each, or several rows of one width
 * that follow each other within a report.
 */
export function isDelimited(text: string): boolean {
  const counts = text
    .split(/\r?\n/)
    .slice(0, 500)
    .filter((line) => line.trim() !== "")
    .map((line) => (line.match(/\t/g) ?? []).length);
  const tabbed = counts.filter((count) => count > 1);
  const [common = 0] = [...new Set(tabbed)].sort(
    (a, b) => tabbed.filter((count) => count === b).length - tabbed.filter((count) => count === a).length,
  );
  if (common > 1 && tabbed.filter((count) => count === common).length >= Math.max(2, counts.length / 4))
    return true;
  // Only a cell in quotes goes on over lines, so that its rows are cut rightly.
  let run = 0;
  let width = 0;
  for (const { length } of rowsOf(text)) {
    if (length === 1 && run === 0) continue;
    run = length === width ? run + 1 : 1;
    width = length;
    if (run >= MIN_ROWS && width >= MIN_CELLS) return true;
  }
  return false;
}

/**
 * The blocks of a text with tables whose cells are separated by tabs; lines without tabs are paragraphs. `null` where it has more than any
 * report.
 */
export function blocksOfDelimited(text: string): Block[] | null {
  const builder = new DocumentBuilder();
  for (const row of rowsOf(text)) {
    if (builder.isFull) return null;
    const isRow = row.length > 1;
    if (isRow !== builder.inTable) {
      if (isRow) builder.openTable();
      else builder.closeTable();
    }
    if (!isRow) {
      for (const line of (row[0] ?? "").split(/\r?\n/)) {
        builder.text(line);
        builder.endParagraph();
      }
      continue;
    }
    builder.openRow();
    for (const cell of row) {
      builder.openCell();
      for (const [index, line] of cell.split(/\r?\n/).entries()) {
        if (index > 0) builder.lineBreak();
        builder.text(line);
      }
      builder.closeCell();
    }
    builder.closeRow();
  }
  return builder.isFull ? null : builder.finish();
}
