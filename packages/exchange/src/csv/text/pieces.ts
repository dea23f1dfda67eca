import { type Cells, cellsInLines, recordsInLines } from "./cells.ts";
import { CsvFault, inPieces, MOST_CHARACTERS, type Records, recordsOf } from "./records.ts";

const [LINE_FEED, QUOTE] = [10, 34];

/**
 * A text in pieces: as long as nothing is quoted, cells where they stand, which need no parser; from the first quotation mark on, records.
 * @throws CsvFault, and what the text throws.
 */
export async function* piecesOf(
  text: AsyncIterable<Buffer>,
  delimiter: string,
  /** Cells that nobody needs any more: their arrays are used again. */
  spare: Cells[] = [],
): AsyncGenerator<Cells | Records> {
  const source = inPieces(text);
  let held: Buffer = Buffer.alloc(0);
  let line = 1;
  let columns = 0;
  /** Whole lines: cells, if all have as many as the first line. */
  function cut(plain: Buffer): Cells | Records {
    if (columns === 0) columns = columnsOfFirst(plain, delimiter);
    const cells = cellsInLines(plain, line, columns, delimiter, spare.pop());
    const piece = cells ?? recordsInLines(plain, line, delimiter);
    line += cells?.lines.length ?? lineEndsIn(plain);
    return piece;
  }
  for (;;) {
    let next: IteratorResult<Buffer>;
    try {
      next = await source.next();
    } catch (error) {
      // What comes before a fault tells where it is.
      if (held.length > 0) yield cut(held);
      throw error;
    }
    if (next.done === true) break;
    const { value } = next;
    if (value.includes(QUOTE)) {
      yield* recordsOf(startingWith(Buffer.concat([held, value]), source), delimiter, line);
      return;
    }
    const end = value.lastIndexOf(LINE_FEED) + 1;
    if (held.length + (end === 0 ? value.length : 0) > MOST_CHARACTERS)
      throw new CsvFault("MaxRecordSize", line, `a record of more than ${MOST_CHARACTERS} characters`);
    if (end > 0) {
      const whole = value.subarray(0, end);
      yield cut(held.length === 0 ? whole : Buffer.concat([held, whole]));
      held = Buffer.alloc(0);
    }
    // A copy: the piece holds only until the next is asked for.
    held = Buffer.concat([held, value.subarray(end)]);
  }
  if (held.length > 0) yield cut(held);
}

/** Cells of the first line that is not empty; 0 where there is none. */
function columnsOfFirst(plain: Buffer, delimiter: string): number {
  const first = plain
    .toString()
    .split("\n")
    .find((line) => line !== "");
  return first === undefined ? 0 : first.split(delimiter).length;
}

function lineEndsIn(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte === LINE_FEED) count += 1;
  return count;
}

async function* startingWith(start: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield start;
  yield* rest;
}
