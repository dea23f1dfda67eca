import type { TextLine } from "./lines.ts";
import type { Box } from "./page.ts";

/** A cell of a table on a page. */
export interface TableCell {
  left: number;
  right: number;
  /** What it holds, from the top down: lines, and tables within it. */
  content: (TextLine | PageTable)[];
  continues: boolean;
  /** Rows that it takes on its page; 0 in those that it only continues. */
  rows: number;
  /** Where its text may end, where that is not its right edge. */
  textRight?: number;
}

/** A row, its cells from left to right. */
export interface TableRow {
  cells: TableCell[];
  top: number;
  bottom: number;
}

/** A table on a page. */
export interface PageTable extends Box {
  kind: "table";
  page: number;
  rows: TableRow[];
  /** Whether lines are drawn around its cells; else its columns are known by the gaps between them. */
  ruled: boolean;
}

export const isTable = (item: TextLine | PageTable): item is PageTable => "kind" in item;
