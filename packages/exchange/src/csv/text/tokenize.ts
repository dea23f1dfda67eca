import type { Cells } from "./cells.ts";
import { mixed, spread } from "./spellings.ts";

/** Why a text is no CSV, with its line. */
export class CsvFault extends Error {
  readonly code: string;
  readonly line: number;
  constructor(code: string, line: number, message: string) {
    super(message);
    [this.name, this.code, this.line] = ["CsvFault", code, line];
  }
}

/** A record is no longer than this: a quotation mark that nobody closes must not swallow the file. */
export const MAX_CHARACTERS = 1_000_000;
/** Bytes that are cut at once: few enough to stay in the processor's caches. */
const PIECE = 2 ** 16;
const [LINE_END, QUOTE, SPACE] = [10, 34, 32];

const longer = (numbers: Int32Array, more: number): Int32Array => {
  const grown = new Int32Array(2 * numbers.length + more);
  grown.set(numbers);
  return grown;
};

/** Cells of whole lines in which nothing is quoted; `null` where a line has not this many columns, or is empty. */
function plainCells(
  plain: Buffer,
  line: number,
  columns: number,
  between: number,
  spare?: Cells,
): Cells | null {
  const { length } = plain;
  // A copy: whoever gave the lines may use their memory again.
  const bytes = spare !== undefined && spare.bytes.length >= length ? spare.bytes : Buffer.alloc(length);
  bytes.set(plain);
  let ends = spare?.ends ?? new Int32Array(256 + (length >> 2));
  let hashes = spare?.hashes ?? new Int32Array(ends.length);
  const last = columns - 1;
  let cell = 0;
  for (let index = 0; index < length; ) {
    // An empty line is none, and not one empty cell.
    if (bytes[index] === LINE_END) return null;
    if (cell + columns > ends.length) [ends, hashes] = [longer(ends, columns), longer(hashes, columns)];
    for (let column = 0; column <= last; column += 1) {
      const end = column === last ? LINE_END : between;
      const other = column === last ? between : LINE_END;
      let hash = 0;
      for (; index < length; index += 1) {
        const byte = bytes[index] as number;
        if (byte === end) break;
        if (byte === other) return null;
        hash = mixed(hash, byte);
      }
      if (index === length && column !== last) return null;
      hashes[cell] = spread(hash);
      ends[cell++] = index++;
    }
  }
  const lines = new Int32Array(cell / columns);
  for (let index = 0; index < lines.length; index += 1) lines[index] = line + index;
  return { bytes, start: 0, ends, hashes, columns, lines, own: true };
}

/** Cuts records of any kind: quoted cells (RFC 4180), empty lines, records of several lengths. */
class Cutter {
  readonly #between: number;
  line: number;
  constructor(between: number, line: number) {
    [this.#between, this.line] = [between, line];
  }

  /** The cells of the whole records of some bytes, those of the same number of columns together; and how many bytes they take. */
  cut(bytes: Buffer, final: boolean): { pieces: Cells[]; taken: number } {
    const out = Buffer.alloc(bytes.length + 1);
    let ends: Int32Array = new Int32Array(256 + (bytes.length >> 2));
    let hashes: Int32Array = new Int32Array(ends.length);
    const pieces: Cells[] = [];
    const lines: number[] = [];
    let [cell, firstCell, start, columns] = [0, 0, 0, 0];
    let [index, to] = [0, 0];
    const close = (endCell: number, next: number) => {
      if (lines.length > 0)
        pieces.push({
          ...{ bytes: out, start, columns, lines: Int32Array.from(lines), own: false },
          ends: ends.subarray(firstCell, endCell),
          hashes: hashes.subarray(firstCell, endCell),
        });
      lines.length = 0;
      [firstCell, start] = [endCell, next];
    };
    while (index < bytes.length) {
      if (bytes[index] === LINE_END) {
        index += 1;
        this.line += 1;
        continue;
      }
      const [recordAt, recordTo, recordCell, recordLine] = [index, to, cell, this.line];
      let [inner, ended] = [0, false];
      while (!ended) {
        if (cell >= ends.length) [ends, hashes] = [longer(ends, 1), longer(hashes, 1)];
        let hash = 0;
        if (bytes[index] === QUOTE) {
          for (index += 1; ; index += 1) {
            const byte = bytes[index];
            if (byte === undefined) break;
            if (byte === QUOTE) {
              if (bytes[index + 1] !== QUOTE) break;
              index += 1;
            } else if (byte === LINE_END) inner += 1;
            hash = mixed(hash, byte);
            out[to++] = byte;
          }
          if (index >= bytes.length) {
            if (final) throw new CsvFault("MissingQuotes", recordLine, "Quoted field unterminated");
            break;
          }
          index += 1;
          while (bytes[index] === SPACE) index += 1;
          const after = bytes[index];
          if (after !== undefined && after !== this.#between && after !== LINE_END)
            throw new CsvFault("InvalidQuotes", recordLine, "Trailing quote on quoted field is malformed");
        } else
          for (; index < bytes.length; index += 1) {
            const byte = bytes[index] as number;
            if (byte === this.#between || byte === LINE_END) break;
            hash = mixed(hash, byte);
            out[to++] = byte;
          }
        if (index >= bytes.length && !final) break;
        hashes[cell] = spread(hash);
        ends[cell++] = to++;
        ended = index >= bytes.length || bytes[index] === LINE_END;
        index += 1;
      }
      if (!ended) {
        // The rest of the record comes with the next bytes.
        [index, to, cell] = [recordAt, recordTo, recordCell];
        close(recordCell, recordTo);
        return { pieces, taken: recordAt };
      }
      const own = cell - recordCell;
      if (own === 1 && to === recordTo + 1) {
        // One empty cell in quotes is an empty line, too.
        [to, cell] = [recordTo, recordCell];
        this.line += 1 + inner;
        continue;
      }
      if (own !== columns) close(recordCell, recordTo);
      columns = own;
      lines.push(recordLine);
      this.line += 1 + inner;
    }
    close(cell, to);
    return { pieces, taken: bytes.length };
  }
}

/** A text in pieces that are not too large. */
async function* inPieces(text: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const whole of text)
    for (let index = 0; index < whole.length; index += PIECE) yield whole.subarray(index, index + PIECE);
}

/**
 * The cells of a table, piece by piece: all records of a piece have the same number of columns; empty lines are none. Cells in `spare`, which
 * nobody needs any more, are used again.
 * @throws CsvFault, and what the text throws.
 */
export async function* cellsOf(
  text: AsyncIterable<Buffer>,
  delimiter: string,
  { line = 1, spare = [] }: { line?: number; spare?: Cells[] } = {},
): AsyncGenerator<Cells> {
  const between = delimiter.charCodeAt(0);
  const cutter = new Cutter(between, line);
  let held: Buffer = Buffer.alloc(0);
  // Pieces are joined in the same memory again and again: to make some for each costs more than to cut it.
  let joined: Buffer = Buffer.alloc(2 * PIECE);
  const withHeld = (next: Buffer): Buffer => {
    const length = held.length + next.length;
    if (length > joined.length) joined = Buffer.alloc(2 * length);
    joined.set(held);
    joined.set(next, held.length);
    return joined.subarray(0, length);
  };
  let columns = 0;
  function* cut(bytes: Buffer, final: boolean): Generator<Cells> {
    const end = final ? bytes.length : bytes.lastIndexOf(LINE_END) + 1;
    if (columns > 0 && end > 0 && !bytes.includes(QUOTE)) {
      const plain = plainCells(bytes.subarray(0, end), cutter.line, columns, between, spare.pop());
      if (plain !== null) {
        cutter.line += plain.lines.length;
        held = Buffer.from(bytes.subarray(end));
        yield plain;
        return;
      }
    }
    const { pieces, taken } = cutter.cut(bytes, final);
    columns = pieces.at(-1)?.columns ?? columns;
    // A copy: the piece holds only until the next is asked for.
    held = Buffer.from(bytes.subarray(taken));
    yield* pieces;
    if (held.length > MAX_CHARACTERS)
      throw new CsvFault("MaxRecordSize", cutter.line, `a record of more than ${MAX_CHARACTERS} characters`);
  }
  const source = inPieces(text);
  for (;;) {
    let next: IteratorResult<Buffer>;
    try {
      next = await source.next();
    } catch (error) {
      // What comes before a fault says where it is.
      if (held.length > 0 && !held.includes(QUOTE)) yield* cut(held, true);
      throw error;
    }
    if (next.done === true) break;
    yield* cut(held.length === 0 ? next.value : withHeld(next.value), false);
  }
  if (held.length > 0) yield* cut(held, true);
}
