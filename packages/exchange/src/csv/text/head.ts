import { type Result, refuse } from "@cadre/core";
import { delimiterOf } from "../layout/columns.ts";
import { type Cells, recordsOfCells } from "./cells.ts";
import { piecesOf } from "./pieces.ts";
import { MOST_CHARACTERS, type Records } from "./records.ts";
import { empty, refusalOf } from "./refusals.ts";
import { type TextEncoding, textOf } from "./text.ts";

/** Records at the beginning among which headings and hashtags are looked for (HXL 1.1: the first 25). */
export const HEAD_RECORDS = 25;

/** The beginning of a table: its records before any is taken for data. */
export interface TableHead {
  delimiter: "," | ";" | "\t";
  records: string[][];
}

/** Records that are looked at where somebody wants to know what a table holds. */
const SAMPLE_RECORDS = 1000;

/** Looks at the beginning of a table, to guess at a mapping or to show it: at most a thousand records. */
export async function sampleTable(
  stream: AsyncIterable<Uint8Array | string>,
  { delimiter, encoding }: { delimiter?: TableHead["delimiter"]; encoding?: TextEncoding } = {},
): Promise<Result<TableHead>> {
  let bytes = 0;
  const text = textOf(
    stream,
    (more) => {
      bytes += more;
    },
    encoding,
  );
  try {
    const { head, pieces } = await headOf(text, delimiter);
    if (head.records.length === 0) return refuse(empty(bytes));
    const sample: string[][] = [];
    for await (const piece of pieces) {
      const { records } = recordsIn(piece);
      sample.push(...records.slice(0, SAMPLE_RECORDS - sample.length));
      if (sample.length >= SAMPLE_RECORDS) break;
    }
    return { ok: true, value: { ...head, records: sample }, findings: [] };
  } catch (error) {
    return refuse(refusalOf(error, 1));
  }
}

/** A piece's records. */
export const recordsIn = (piece: Cells | Records): Records =>
  "ends" in piece ? recordsOfCells(piece) : piece;

/** Looks at the beginning of a text; `pieces` gives all of it, the beginning included. Cells in `spare` are used again. */
export async function headOf(
  text: AsyncGenerator<Buffer>,
  wanted?: TableHead["delimiter"],
  spare: Cells[] = [],
): Promise<{ head: TableHead; pieces: AsyncGenerator<Cells | Records> }> {
  let start = Buffer.alloc(0);
  let shown = "";
  while (!shown.trimStart().includes("\n")) {
    const { value, done } = await text.next();
    if (done === true) break;
    start = Buffer.concat([start, value]);
    shown = start.toString();
    if (shown.length > MOST_CHARACTERS) break;
  }
  async function* all() {
    yield start;
    yield* text;
  }
  const [first = ""] = shown.trimStart().split("\n", 1);
  const delimiter = wanted ?? delimiterOf(first);
  const source = piecesOf(all(), delimiter, spare);
  const pieces: (Cells | Records)[] = [];
  const head: string[][] = [];
  while (head.length < HEAD_RECORDS) {
    const { value, done } = await source.next();
    if (done === true) break;
    pieces.push(value);
    head.push(...recordsIn(value).records.slice(0, HEAD_RECORDS - head.length));
  }
  async function* again() {
    yield* pieces.splice(0);
    yield* source;
  }
  return { head: { delimiter, records: head }, pieces: again() };
}
