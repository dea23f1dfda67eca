/** For tests: a part of a report. A cell of a table is its paragraphs. */
export type Piece = { paragraph: string } | { table: string[][][]; head?: true };
