import type { PlainLines, Records } from "./records.ts";

const LINE_END = 10;

/**
 * Cells of some records that have the same number of columns, as places in one text: a cell is only cut out of it where somebody asks for
 * it. Cell `k` of the whole, counted record by record, ends before `ends[k]`, and begins one character after the end of the cell before it.
 */
export interface Cells {
  text: string;
  /** The text's code units: what every cell is looked at by. Reading them from a string takes several times as long. */
  letters: Uint16Array;
  ends: Int32Array;
  columns: number;
  /** Line on which each record begins; there are as many as records. */
  lines: ArrayLike<number>;
}

/** A text's code units, in an array that may be longer. */
export function lettersOf(text: string, room?: Uint16Array): Uint16Array {
  const letters = room !== undefined && room.length >= text.length ? room : new Uint16Array(text.length);
  Buffer.from(letters.buffer).write(text, "utf16le");
  return letters;
}

/** Where a cell begins; it ends before `ends[cell]`. */
export const beginOf = ({ ends }: Cells, cell: number): number =>
  cell === 0 ? 0 : (ends[cell - 1] as number) + 1;

/** What a cell says. */
export function cellAt(cells: Cells, record: number, column: number): string {
  const cell = record * cells.columns + column;
  return cells.text.slice(beginOf(cells, cell), cells.ends[cell]);
}

/** Cells of plain lines; `null` where a line has not this many columns, or is empty. */
export function cellsInLines(
  { plain, line }: PlainLines,
  columns: number,
  delimiter: string,
  /** Cells that nobody needs any more: their arrays are used again. */
  spare?: Cells,
): Cells | null {
  const between = delimiter.charCodeAt(0);
  const letters = lettersOf(plain, spare?.letters);
  let ends = spare?.ends ?? new Int32Array(Math.ceil(plain.length / 4));
  let cell = 0;
  let column = 0;
  let lineStart = 0;
  const { length } = plain;
  for (let at = 0; at <= length; at += 1) {
    const character = at === length ? LINE_END : (letters[at] as number);
    if (character === between) column += 1;
    else if (character !== LINE_END) continue;
    else {
      // Behind the last line end there is no line.
      if (at === length && lineStart === length) break;
      if (at === lineStart || column !== columns - 1) return null;
      column = 0;
      lineStart = at + 1;
    }
    if (cell === ends.length) {
      const longer = new Int32Array(2 * cell + 2);
      longer.set(ends);
      ends = longer;
    }
    ends[cell++] = at;
  }
  const lines = new Int32Array(cell / columns);
  for (let at = 0; at < lines.length; at += 1) lines[at] = line + at;
  return { text: plain, letters, ends, columns, lines };
}

/** The same of records that are cut already. */
export function cellsOfRecords({ records, lines }: Records, columns: number): Cells {
  const ends = new Int32Array(records.length * columns);
  let cell = 0;
  let end = -1;
  for (const record of records)
    for (const each of record) {
      end += 1 + each.length;
      ends[cell++] = end;
    }
  const text = records.map((record) => record.join("\n")).join("\n");
  return { text, letters: lettersOf(text), ends, columns, lines };
}

/** Plain lines cut into records; empty ones are none. */
export function recordsInLines({ plain, line }: PlainLines, delimiter: string): Records {
  const records: string[][] = [];
  const lines: number[] = [];
  for (const [at, text] of plain.split("\n").entries())
    if (text !== "") {
      records.push(text.split(delimiter));
      lines.push(line + at);
    }
  return { records, lines };
}
