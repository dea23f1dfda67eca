import { Buffer } from "node:buffer";
import type { CodedTexts } from "@cadre/core/observations";
import {
  DataType,
  Precision,
  type RecordBatch,
  RecordBatchReader,
  type Schema,
  type Table,
  type Vector,
} from "apache-arrow";
import { type RawBatch, type RawColumn, shortest, toHalf } from "../columnar/columns.ts";
import type { Decoded } from "../columnar/stream.ts";
import { registerCodecs } from "./compression.ts";
import { checkWhole, entriesOf } from "./whole.ts";

const isText = (type: DataType): boolean => DataType.isUtf8(type) || DataType.isLargeUtf8(type);
const isTime = (type: DataType): boolean => DataType.isDate(type) || DataType.isTimestamp(type);

/** Whether a column holds one value a row. */
const isFlat = (type: DataType): boolean =>
  isText(type) ||
  isTime(type) ||
  (DataType.isDictionary(type) && isFlat(type.dictionary)) ||
  [DataType.isNull, DataType.isBool, DataType.isInt, DataType.isFloat, DataType.isDecimal].some((is) =>
    is(type),
  );

/** Texts of a dictionary by their numbers, as they appear there; `null` where a column has no single one of texts. */
function codedIn({ data: [data, ...more], type }: Vector): CodedTexts | null {
  if (!DataType.isDictionary(type) || data === undefined || more.length > 0 || !isText(type.dictionary))
    return null;
  const { dictionary, values, nullCount, nullBitmap: bits, length, offset } = data;
  if (dictionary === undefined) throw new Error("a column refers to a dictionary that is not there");
  const texts = entriesOf(dictionary);
  const codes = Int32Array.from((values as Int32Array).subarray(0, length), Number);
  for (let index = 0; index < length; index += 1) {
    const bit = offset + index;
    if (nullCount > 0 && (((bits[bit >> 3] as number) >> (bit & 7)) & 1) === 0) codes[index] = -1;
    else if (!((codes[index] as number) >= 0 && (codes[index] as number) < texts.length))
      throw new Error(`a column refers to entry ${codes[index]} of a dictionary of ${texts.length}`);
  }
  return { texts, codes };
}

/** To the nearest number of 16 and 32 bits. */
const ROUND: Partial<Record<Precision, (number: number) => number>> = {
  [Precision.HALF]: toHalf,
  [Precision.SINGLE]: Math.fround,
};

function rawOf(vector: Vector): RawColumn {
  const coded = codedIn(vector);
  if (coded !== null) return coded;
  const type: DataType = DataType.isDictionary(vector.type) ? vector.type.dictionary : vector.type;
  const cells = vector as Iterable<unknown>;
  if (isTime(type))
    // Arrow's reading of dates and timestamps, of whatever unit, is milliseconds.
    return {
      times: Float64Array.from(cells as Iterable<number | null>, (time) => Number(time ?? Number.NaN)),
    };
  if (DataType.isDecimal(type)) return { cells: Array.from(cells, (cell) => decimal(cell, type.scale)) };
  const round = DataType.isFloat(type) ? ROUND[type.precision] : undefined;
  if (round !== undefined)
    return { cells: Array.from(cells, (cell) => (typeof cell === "number" ? shortest(cell, round) : cell)) };
  if (DataType.isFloat(type) && vector.nullCount === 0) {
    const plain: unknown = vector.toArray();
    if (plain instanceof Float64Array) return { numbers: plain };
  }
  return { cells: Array.from(cells) };
}

/** A decimal as the number that it is, or, where it has no exact one, as its text. */
function decimal(cell: unknown, scale: number): unknown {
  if (cell === null) return cell;
  const limbs = cell as Uint32Array;
  const raw = BigInt.asIntN(
    32 * limbs.length,
    limbs.reduceRight((sum, limb) => (sum << 32n) + BigInt(limb), 0n),
  );
  const digits = String(raw < 0n ? -raw : raw).padStart(scale + 1, "0");
  const point = digits.length - scale;
  const text = `${raw < 0n ? "-" : ""}${digits.slice(0, point)}${scale > 0 ? `.${digits.slice(point)}` : ""}`;
  return digits.length > 15 ? text : Number(text);
}

const batchOf = (batch: RecordBatch): RawBatch => ({
  rows: batch.numRows,
  column: (name) => {
    const vector = batch.getChild(name);
    if (vector === null) throw new Error(`a record batch has no column ${name}`);
    checkWhole(name, vector, batch.numRows);
    return rawOf(vector);
  },
});

const columnsIn = ({ fields }: Schema): Decoded["columns"] =>
  fields.map(({ name, type }) => ({ name, ...(!isFlat(type) && { unreadable: String(type) }) }));

/** The columns of a table that is in memory. */
export const decodeTable = (table: Table): Decoded => ({
  columns: columnsIn(table.schema),
  rows: table.numRows,
  batches: async function* () {
    for (const batch of table.batches) yield batchOf(batch);
  },
});

const MARK = "ARROW1";

/** Arrow's bytes as its library takes them: a file, which is read from its end, whole; a stream in pieces. */
async function readerOf(pieces: AsyncIterator<Uint8Array>) {
  let start: Uint8Array = new Uint8Array();
  const more = async (): Promise<boolean> => {
    const { value, done } = await pieces.next();
    if (done !== true) start = start.length === 0 ? value : Buffer.concat([start, value]);
    return done !== true;
  };
  while (start.length < MARK.length) if (!(await more())) break;
  if (Buffer.from(start.subarray(0, MARK.length)).toString("latin1") === MARK) {
    const whole = [start];
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next())
      whole.push(next.value);
    return RecordBatchReader.from(Buffer.concat(whole));
  }
  return RecordBatchReader.from(
    (async function* () {
      yield start;
      for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value;
    })(),
  );
}

/** The columns of Arrow data, a file or a stream, record batch by record batch. @throws where they are none. */
export async function decodeArrow(pieces: AsyncIterable<Uint8Array>): Promise<Decoded> {
  registerCodecs();
  const reader = await readerOf(pieces[Symbol.asyncIterator]());
  await reader.open();
  if (reader.schema === undefined) throw new Error("there is no schema");
  return {
    columns: columnsIn(reader.schema),
    rows: null,
    batches: async function* () {
      for await (const batch of reader) yield batchOf(batch);
    },
  };
}
