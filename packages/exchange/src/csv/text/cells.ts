/**
 * Cells of some records that have the same number of columns, as positions in one text: a cell is only cut out of it where somebody asks for
 * it. Cell `k` of the whole, counted record by record, ends before `ends[k]`, and begins one byte after the end of the cell before it.
 */
export interface Cells {
  /** The text, in UTF-8, without the marks of quotation; the array may be longer. */
  bytes: Buffer;
  /** Where the first cell begins. */
  start: number;
  ends: Int32Array;
  /** Of each cell, as `hashOf` has it. */
  hashes: Int32Array;
  columns: number;
  /** Line on which each record begins; there are as many as records. */
  lines: Int32Array;
  /** Whether the arrays are these cells' own, so that they may be used again. */
  own: boolean;
}

/** Where a cell begins; it ends before `ends[cell]`. */
export const beginOf = ({ start, ends }: Cells, cell: number): number =>
  cell === 0 ? start : (ends[cell - 1] as number) + 1;

/** What a cell says. */
export function cellAt(cells: Cells, record: number, column: number): string {
  const cell = record * cells.columns + column;
  return cells.bytes.toString("utf8", beginOf(cells, cell), cells.ends[cell]);
}

/** Cells cut into records. */
export const recordsOfCells = (cells: Cells): string[][] =>
  Array.from(cells.lines, (_, record) =>
    Array.from({ length: cells.columns }, (_, column) => cellAt(cells, record, column)),
  );

/** The cells of the records from one to before another. */
export const slice = (cells: Cells, from: number, to = cells.lines.length): Cells => ({
  ...cells,
  start: beginOf(cells, from * cells.columns),
  ends: cells.ends.subarray(from * cells.columns, to * cells.columns),
  hashes: cells.hashes.subarray(from * cells.columns, to * cells.columns),
  lines: cells.lines.subarray(from, to),
  own: false,
});

/** The same records without their last columns. */
export function narrowed(cells: Cells, columns: number): Cells {
  const records = cells.lines.length;
  const bytes: Buffer[] = [];
  const ends = new Int32Array(records * columns);
  const hashes = new Int32Array(ends.length);
  let end = 0;
  for (let record = 0; record < records; record += 1)
    for (let column = 0; column < columns; column += 1) {
      const cell = record * cells.columns + column;
      const text = cells.bytes.subarray(beginOf(cells, cell), cells.ends[cell]);
      bytes.push(text, SEPARATOR);
      end += text.length;
      ends[record * columns + column] = end;
      end += 1;
      hashes[record * columns + column] = cells.hashes[cell] as number;
    }
  return { bytes: Buffer.concat(bytes), start: 0, ends, hashes, columns, lines: cells.lines, own: false };
}
const SEPARATOR = Buffer.from("\n");
