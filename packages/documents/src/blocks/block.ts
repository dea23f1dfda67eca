/** A cell of a table in the paper: where it stands, and what of the table's width it takes. */
export interface CellPlace {
  /** Tables, their rows and cells are counted from 1 as they are seen; a table within a cell belongs to that cell. */
  table: number;
  row: number;
  cell: number;
  /** Its left and right edge, in the paper's own unit: a cell that is merged with its neighbours is as wide as they are. */
  left: number;
  right: number;
  /** Whether it only continues the cell above it, which holds the words of both. */
  continues: boolean;
  /** The innermost row and cell, by numbers of their own: what stands beside each other within a cell's own table, too. */
  beside: { row: number; cell: number };
}

/**
 * The stream that every reader of a paper makes and every part of the template is recognised in: paragraphs in reading order, wherever
 * they stand in the paper. A line that its author broke by hand is a block of its own. Boxes to tick are characters, ☐ and ☒.
 */
export interface Block {
  /** Line in the file, or number of the block where a file has no lines; from 1. */
  line: number;
  /** The paragraph, white space folded; may be empty. */
  text: string;
  /** Whether it is the first of its cell. */
  opensCell: boolean;
  /** The cell in which it stands; `null` outside of tables, and in text, which does not say where a cell ends. */
  cell: CellPlace | null;
}
