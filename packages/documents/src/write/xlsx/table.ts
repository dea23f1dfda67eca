import type { Written } from "@cadre/core";
import { SheetBuilder } from "./sheet-builder.ts";

/** Rows of a sheet, the head among them. */
const MAX_ROWS = 1_048_576;
/** Written in every workbook, so that the same rows give the same bytes. */
const WHEN = new Date(Date.UTC(2000, 0, 1));

/** What a cell of a table holds: `null` leaves it empty. */
export type CellContent = string | number | null;

/**
 * Writes a table as a workbook (.xlsx) of one sheet, ready to be sorted, filtered and pivoted: a row of names that stays in sight, numbers as
 * numbers, words as words even where they begin like a formula.
 * @param columns names of the fields of a row, in the order of the columns.
 * @param name of the sheet, at most 31 characters.
 * @throws RangeError where there are more rows than a sheet holds (1,048,575).
 */
export async function writeXlsxTable<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, CellContent>>[],
  name: string,
): Promise<Written> {
  if (rows.length >= MAX_ROWS) throw new RangeError(`a sheet holds ${MAX_ROWS - 1} rows, not ${rows.length}`);
  const { writeXlsx } = await import("hucre/xlsx");
  const sheet = new SheetBuilder(
    name,
    columns.map((column) => widthOf(column, rows)),
  );
  sheet.head(0, columns);
  for (const row of rows) {
    const index = sheet.next;
    for (const [at, column] of columns.entries()) {
      const value = row[column];
      if (typeof value === "number") sheet.number(index, at, value, "plain-number");
      else if (value !== null) sheet.text(index, at, value, "plain", column);
    }
  }
  const bytes = await writeXlsx({
    sheets: [{ ...sheet.build(1, name, "Page"), autoFilter: { range: sheet.whole() } }],
    namedRanges: [sheet.printedHead()],
    defaultFont: { name: "Calibri", size: 11 },
    properties: { title: name, created: WHEN, modified: WHEN },
  });
  return { bytes, findings: sheet.findings };
}

/** Characters that a column shows: of its name and of the first rows, within limits. */
function widthOf<Column extends string>(
  column: Column,
  rows: readonly Readonly<Record<Column, CellContent>>[],
): number {
  const lengths = rows.slice(0, 200).map((row) => String(row[column] ?? "").length);
  return Math.min(48, Math.max(8, column.length + 4, ...lengths) + 1);
}
