import type { Records } from "./records.ts";
import { hashOf, mixed, spread } from "./spellings.ts";

const LINE_END = 10;

/**
 * Cells of some records that have the same number of columns, as places in one text: a cell is only cut out of it where somebody asks for
 * it. Cell `k` of the whole, counted record by record, ends before `ends[k]`, and begins one byte after the end of the cell before it.
 */
export interface Cells {
  /** The text, in UTF-8; the array may be longer. */
  bytes: Buffer;
  ends: Int32Array;
  /** Of each cell, as {@link hashOf} has it. */
  hashes: Int32Array;
  columns: number;
  /** Line on which each record begins; there are as many as records. */
  lines: ArrayLike<number>;
}

/** Where a cell begins; it ends before `ends[cell]`. */
export const beginOf = ({ ends }: Cells, cell: number): number =>
  cell === 0 ? 0 : (ends[cell - 1] as number) + 1;

/** What a cell says. */
export function cellAt(cells: Cells, record: number, column: number): string {
  const cell = record * cells.columns + column;
  return cells.bytes.toString("utf8", beginOf(cells, cell), cells.ends[cell]);
}

const longer = (numbers: Int32Array, more: number): Int32Array => {
  const grown = new Int32Array(2 * numbers.length + more);
  grown.set(numbers);
  return grown;
};

/** Cells of whole lines in which nothing is quoted; `null` where a line has not this many columns, or is empty. */
export function cellsInLines(
  plain: Buffer,
  /** Line on which they begin. */
  line: number,
  columns: number,
  delimiter: string,
  /** Cells that nobody needs any more: their arrays are used again. */
  spare?: Cells,
): Cells | null {
  const between = delimiter.charCodeAt(0);
  const { length } = plain;
  // A copy: whoever gave the lines may use their memory again.
  const bytes = spare !== undefined && spare.bytes.length >= length ? spare.bytes : Buffer.alloc(length);
  bytes.set(plain);
  let ends = spare?.ends ?? new Int32Array(256 + (length >> 2));
  let hashes = spare?.hashes ?? new Int32Array(ends.length);
  const last = columns - 1;
  let cell = 0;
  for (let at = 0; at < length; ) {
    // An empty line is none, and not one empty cell.
    if (bytes[at] === LINE_END) return null;
    if (cell + columns > ends.length) [ends, hashes] = [longer(ends, columns), longer(hashes, columns)];
    for (let column = 0; column <= last; column += 1) {
      const end = column === last ? LINE_END : between;
      const other = column === last ? between : LINE_END;
      let hash = 0;
      for (; at < length; at += 1) {
        const byte = bytes[at] as number;
        if (byte === end) break;
        if (byte === other) return null;
        hash = mixed(hash, byte);
      }
      if (at === length && column !== last) return null;
      hashes[cell] = spread(hash);
      ends[cell++] = at++;
    }
  }
  const lines = new Int32Array(cell / columns);
  for (let at = 0; at < lines.length; at += 1) lines[at] = line + at;
  return { bytes, ends, hashes, columns, lines };
}

/** The same of records that are cut already. */
export function cellsOfRecords({ records, lines }: Records, columns: number): Cells {
  const bytes = Buffer.from(records.map((record) => record.join("\n")).join("\n"));
  const ends = new Int32Array(records.length * columns);
  const hashes = new Int32Array(ends.length);
  let cell = 0;
  let end = -1;
  for (const record of records)
    for (const each of record) {
      const begin = end + 1;
      end = begin + Buffer.byteLength(each);
      hashes[cell] = hashOf(bytes, begin, end);
      ends[cell++] = end;
    }
  return { bytes, ends, hashes, columns, lines };
}

/** Such lines cut into records; empty ones are none. */
export function recordsInLines(plain: Buffer, line: number, delimiter: string): Records {
  const records: string[][] = [];
  const lines: number[] = [];
  for (const [at, text] of plain.toString().split("\n").entries())
    if (text !== "") {
      records.push(text.split(delimiter));
      lines.push(line + at);
    }
  return { records, lines };
}

/** Cells cut into records. */
export function recordsOfCells(cells: Cells): Records {
  const records = Array.from(cells.lines, (_, record) =>
    Array.from({ length: cells.columns }, (_, column) => cellAt(cells, record, column)),
  );
  return { records, lines: cells.lines };
}
