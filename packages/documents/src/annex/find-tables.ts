import { type Sheet, valueAt } from "../input/workbook/index.ts";
import { normalise } from "../template/normalise.ts";
import { labelled, TABLES, type TableSpec } from "./labels.ts";

/** A table found in a sheet: where its head is, which column holds what, and the rows below it up to the next table. */
export interface FoundTable {
  spec: TableSpec;
  sheet: Sheet;
  /** Row of the head, from 0. */
  head: number;
  /** Columns by what they hold. */
  columns: ReadonlyMap<string, number>;
  /** Columns of the head with words that no label fits. */
  others: readonly { column: number; text: string }[];
  /** Rows below the head that have cells, in their order. */
  rows: readonly number[];
}

/** Heads are looked for so far down a sheet, and behind any empty row. */
const TOP_ROWS = 80;

/** The words of each cell of a row, normalised, within the columns that have any. */
function words(sheet: Sheet, row: number): { column: number; text: string; raw: string }[] {
  const cells = sheet.rows.get(row) ?? [];
  return cells.flatMap((cell, column) =>
    cell?.kind === "text" && cell.text.length < 400
      ? [{ column, text: normalise(cell.text), raw: cell.text }]
      : [],
  );
}

/** The table that a row is the head of, with its columns; `null` where it is no head. */
function headOf(row: ReturnType<typeof words>): Pick<FoundTable, "spec" | "columns" | "others"> | null {
  if (row.length < 2) return null;
  for (const spec of TABLES) {
    const columns = new Map<string, number>();
    const others: { column: number; text: string }[] = [];
    for (const { column, text, raw } of row) {
      const key = labelled(text, spec.labels);
      // Of two columns of one kind the first is used; the others are reported as not understood.
      if (key !== null && !columns.has(key)) columns.set(key, column);
      else if (text !== "") others.push({ column, text: raw.trim() });
    }
    if (spec.required.every((group) => group.some((key) => columns.has(key))))
      return { spec, columns, others };
  }
  return null;
}

/** The tables of a sheet, known by their heads, in their order; wherever they are and whatever is around them. */
export function findTables(sheet: Sheet): FoundTable[] {
  const rows = [...sheet.rows.keys()].sort((a, b) => a - b);
  const heads = rows.flatMap((row, index) => {
    const candidate = index < TOP_ROWS || rows[index - 1] !== row - 1;
    const head = candidate ? headOf(words(sheet, row)) : null;
    return head === null ? [] : [{ ...head, at: index, row }];
  });
  return heads.map(({ spec, columns, others, at, row }, index) => ({
    spec,
    sheet,
    head: row,
    columns,
    others,
    rows: rows.slice(at + 1, heads[index + 1]?.at),
  }));
}

/** Rows of a sheet that no table has: above the first, or of a sheet without any. */
export function rowsOutside(sheet: Sheet, tables: readonly FoundTable[]): number[] {
  const first = Math.min(...tables.map(({ head }) => head));
  return [...sheet.rows.keys()].filter((row) => row < first).sort((a, b) => a - b);
}

/** The words to the right of a label in its row: the next cell that holds anything, within eight columns. */
export function rightOf(sheet: Sheet, row: number, column: number): number | null {
  for (let next = column + 1; next <= column + 8; next += 1) {
    const cell = valueAt(sheet, row, next);
    const own = sheet.rows.get(row)?.[next];
    if (own !== undefined && (own.kind !== "empty" || own.formula)) return next;
    if (cell !== undefined && cell.kind !== "empty" && cell !== sheet.rows.get(row)?.[column]) return next;
  }
  return null;
}
