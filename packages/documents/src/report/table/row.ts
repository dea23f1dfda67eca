import { bareCode, codeAfterTerm, type FoundCode } from "../../template/codes.ts";
import { type Cell, sliceOf } from "./cell.ts";

/** The columns that hold values, in the template's order. */
export const VALUE_NAMES = ["baseline", "target", "milestone", "actual"] as const;
/** Columns behind an indicator that the document has fields for. */
export const COLUMNS = [...VALUE_NAMES, "remark"] as const;
export type GridColumn = (typeof COLUMNS)[number];

/** A row of the indicator table. */
export interface Row {
  /** The outcome or output that the row is the first of. */
  head: Cell | null;
  /** `null` for a row that only heads others. `code` is `null` where the row has an indicator without a code. */
  indicator: { code: FoundCode | null; cell: Cell } | null;
  cells: Partial<Record<GridColumn, Cell>>;
  /** Cells of columns that the document has no field for, by the column's head. */
  other: Record<string, Cell>;
  /** Cells that were found behind the indicator, and those that the table's head asks for. */
  count: number;
  expected: number;
  /** The line of the first cell that is one too many; `null` where none is. */
  surplus: number | null;
  /** Whether it is sure which column each cell belongs to. */
  sure: boolean;
  /** Columns whose cell is merged with a neighbour, so that its text may belong to either. */
  merged: GridColumn[];
  /** Columns whose cell continues that of a row above. */
  continued: GridColumn[];
}

export const rowOf = (row: Partial<Row> & Pick<Row, "indicator">): Row => ({
  head: null,
  cells: {},
  other: {},
  count: 0,
  expected: COLUMNS.length,
  surplus: null,
  sure: true,
  merged: [],
  continued: [],
  ...row,
});

/** The code of an indicator's cell: behind its term, or alone. */
export const indicatorCode = (cell: Cell): FoundCode | null => {
  const [first = ""] = cell.paragraphs;
  return codeAfterTerm("indicator", first) ?? bareCode(first);
};

/** The outcome or output that a cell heads. */
export function headOf(cell: Cell): { kind: "outcome" | "output"; found: FoundCode } | null {
  const [first = ""] = cell.paragraphs;
  const outcome = codeAfterTerm("outcome", first);
  if (outcome !== null) return { kind: "outcome", found: outcome };
  const output = codeAfterTerm("output", first);
  return output === null ? null : { kind: "output", found: output };
}

/** The rows of a row with several indicators in its cell: its other cells are cut where they have a paragraph for each. */
export function splitRow(row: Row): Row[] {
  const cell = row.indicator?.cell;
  if (cell === undefined || row.indicator === null) return [row];
  const codes = new Set<string>();
  const starts = cell.paragraphs.flatMap((text, index) => {
    const found = codeAfterTerm("indicator", text);
    // A text that repeats its own code is no second indicator.
    if (found === null || codes.has(found.code)) return [];
    codes.add(found.code);
    return [index];
  });
  if (starts.length < 2 || starts[0] !== 0) return [row];
  // A code behind a code that has no words of its own is the first indicator's text.
  const [, second = 0] = starts;
  if (sliceOf(cell, 0, second).paragraphs.every((text) => codeAfterTerm("indicator", text)?.rest === ""))
    return [row];
  return starts.map((from, index) => {
    const own = sliceOf(cell, from, starts[index + 1] ?? cell.paragraphs.length);
    const [merged, continued]: [GridColumn[], GridColumn[]] = [[...row.merged], [...row.continued]];
    const cells: Row["cells"] = {};
    for (const column of COLUMNS) {
      const all = row.cells[column];
      if (all === undefined) continue;
      if (all.paragraphs.length === starts.length) cells[column] = sliceOf(all, index, index + 1);
      else {
        cells[column] = all;
        if (all.paragraphs.length > 0) (column === "remark" ? continued : merged).push(column);
      }
    }
    return {
      ...row,
      head: index === 0 ? row.head : null,
      indicator: { code: indicatorCode(own), cell: own },
      cells,
      merged,
      continued,
    };
  });
}
