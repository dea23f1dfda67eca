import type { Finding, Problem } from "@cadre/core";
import type { Cell } from "./cell.ts";

/** The columns behind the indicator that hold figures, in their order. */
export const FIGURES = ["baseline", "target", "milestone", "actual"] as const;
/** Columns behind an indicator: four figures and the remark. */
export const VALUES = [...FIGURES, "remark"] as const;
export type GridColumn = (typeof VALUES)[number];

/** A row of the indicator table: what stands before its indicator, the indicator, and the cells behind it by their columns. */
export interface Row {
  head: Cell | null;
  /** `null` for a row that only heads others. */
  indicator: { code: string; cell: Cell } | null;
  cells: Partial<Record<GridColumn, Cell>>;
  /** Cells that were found behind the indicator. */
  count: number;
  /** The line of the first cell that is one too many; `null` where none is. */
  surplus: number | null;
  /** Whether it is sure which column each cell stands in. */
  sure: boolean;
  /** Columns whose cell is merged with a neighbour to the right, so that its words may belong to either. */
  merged: GridColumn[];
  /** Columns whose cell goes on from a row above. */
  continued: GridColumn[];
}

/** The rows of the table, or why it is not the template's table. */
export type Rows = { rows: Row[]; findings: Finding[] } | Problem;
