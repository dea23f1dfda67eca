import type { Finding } from "@cadre/core";

/** The position of a table cell: its table, row and column, and the part of the table's width that it takes. */
export interface CellPosition {
  /** Tables, their rows and cells are counted from 1 in reading order; a table within a cell belongs to that cell. */
  table: number;
  row: number;
  cell: number;
  /** Its left and right edge, in the document's own unit: a merged cell is as wide as the cells that it replaces. */
  left: number;
  right: number;
  /** Whether it continues the cell above it (a vertical merge), which holds the text of both. */
  continues: boolean;
  /** The innermost row and cell, by identifiers of their own: distinguishes cells side by side in a nested table, too. */
  beside: { row: number; cell: number };
}

/**
 * A paragraph. Every reader of a format makes blocks in reading order, wherever the paragraph is in the document; every part of the
 * template is recognised in them. A line broken by hand is a block of its own. Tick boxes are the characters ☐ and ☒.
 */
export interface Block {
  /** Line in the file, or number of the block where a file has no lines; from 1. */
  line: number;
  /** The paragraph, white space folded; may be empty. */
  text: string;
  /** Whether it is the first of its cell. */
  opensCell: boolean;
  /** Its cell; `null` outside of tables, and in plain text, which does not say where a cell ends. */
  cell: CellPosition | null;
  /** Page, from 1, in formats that have pages. */
  page?: number;
}

/** A document as blocks, with the findings of its reader. */
export interface ReadDocument {
  blocks: Block[];
  findings: Finding[];
}
