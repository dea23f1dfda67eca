import { type Result, refuse } from "@cadre/core";
import { once } from "../../common.ts";
import { delimiterOf } from "../layout/likeness.ts";
import { type Cells, recordsOfCells } from "./cells.ts";
import { ambiguous, empty, refusalOf } from "./refusals.ts";
import { type TextEncoding, textOf } from "./text.ts";
import { cellsOf, MAX_CHARACTERS } from "./tokenize.ts";

/** Records at the beginning among which headings and hashtags are looked for (HXL 1.1: the first 25). */
export const HEAD_RECORDS = 25;

/** The beginning of a table: its records before any is taken for data. */
export interface TableHead {
  /** What divides columns. */
  delimiter: "," | ";" | "\t";
  /** Each a list of its cells as texts. */
  records: string[][];
}

/** Records that are looked at where somebody wants to know what a table holds. */
const SAMPLE_RECORDS = 1000;

/** How a table's text is read. */
export interface TableTextOptions {
  /** What divides columns. Default: recognised in the first records. */
  delimiter?: TableHead["delimiter"];
  /** How the file encodes characters. Default: as its byte order mark says, UTF-8 where it has none. */
  encoding?: TextEncoding;
}

async function recordsOf(
  stream: AsyncIterable<Uint8Array | string>,
  { delimiter, encoding }: TableTextOptions,
  limit: number,
): Promise<Result<TableHead>> {
  let bytes = 0;
  const count = (more: number) => {
    bytes += more;
  };
  try {
    const { head, pieces } = await headOf(textOf(stream, count, encoding), delimiter);
    if (head.records.length === 0) return refuse(empty(bytes));
    const records: string[][] = [];
    for await (const piece of pieces) {
      records.push(...recordsOfCells(piece).slice(0, limit - records.length));
      if (records.length >= limit) break;
    }
    return { ok: true, value: { ...head, records }, findings: [] };
  } catch (error) {
    return refuse(refusalOf(error, 1));
  }
}

/** Looks at the beginning of a table, to guess at a mapping or to show it: at most a thousand records. */
export const sampleTable = (
  stream: AsyncIterable<Uint8Array | string>,
  options: TableTextOptions = {},
): Promise<Result<TableHead>> => recordsOf(stream, options, SAMPLE_RECORDS);

/** A table that fits into memory, as rows by the headings of its first record; empty cells are left out. */
export async function readTable(
  bytes: Uint8Array,
  options: TableTextOptions = {},
): Promise<Result<Record<string, string>[]>> {
  const read = await recordsOf(once(bytes), options, Number.POSITIVE_INFINITY);
  if (!read.ok) return read;
  const [headings = [], ...records] = read.value.records;
  const twice = headings.find((each, at) => each.trim() !== "" && headings.indexOf(each) !== at);
  if (twice !== undefined) return refuse(ambiguous(twice.trim()));
  const filled = (cell: string, index: number) =>
    cell === "" || !headings[index] ? [] : [[headings[index].trim(), cell]];
  const rows = records.map((record) => Object.fromEntries(record.flatMap(filled)));
  return { ok: true, value: rows, findings: [] };
}

/** What spreadsheets put before a table to say by what its columns are divided. */
const SEPARATOR_LINE = /^\ufeff?"?sep=([,;\t])"?\n/i;

/** Looks at the beginning of a text; `pieces` gives all of it, the beginning included. Cells in `spare` are used again. */
export async function headOf(
  text: AsyncGenerator<Buffer>,
  requested?: TableHead["delimiter"],
  spare: Cells[] = [],
): Promise<{ head: TableHead; pieces: AsyncGenerator<Cells> }> {
  let start = Buffer.alloc(0);
  let shown = "";
  const more = async (): Promise<boolean> => {
    const { value, done } = await text.next();
    if (done === true) return false;
    start = Buffer.concat([start, value]);
    shown = start.toString();
    return shown.length <= MAX_CHARACTERS;
  };
  while (!shown.trimStart().includes("\n")) if (!(await more())) break;
  const [line = "", said] = SEPARATOR_LINE.exec(shown) ?? [];
  if (said !== undefined) {
    start = start.subarray(Buffer.byteLength(line));
    shown = start.toString();
    while (!shown.trimStart().includes("\n")) if (!(await more())) break;
  }
  async function* all() {
    yield start;
    yield* text;
  }
  const [first = ""] = shown.trimStart().split("\n", 1);
  const delimiter = requested ?? (said as TableHead["delimiter"] | undefined) ?? delimiterOf(first);
  const source = cellsOf(all(), delimiter, { spare, line: said === undefined ? 1 : 2 });
  const pieces: Cells[] = [];
  const head: string[][] = [];
  while (head.length < HEAD_RECORDS) {
    const { value, done } = await source.next();
    if (done === true) break;
    pieces.push(value);
    head.push(...recordsOfCells(value).slice(0, HEAD_RECORDS - head.length));
  }
  async function* again() {
    yield* pieces.splice(0);
    yield* source;
  }
  return { head: { delimiter, records: head }, pieces: again() };
}
