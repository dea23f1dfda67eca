import { isUtf8 } from "node:buffer";
import { type Data, DataType, type Vector } from "apache-arrow";

/** Whether bits for so many rows are there. */
const hasBits = (bits: Uint8Array | undefined, { offset, length }: Data): boolean =>
  (bits?.length ?? 0) * 8 >= offset + length;

/** Why a column's texts cannot be read; `null`: they can. */
function faultOfTexts({ length, valueOffsets, values }: Data): string | null {
  const ends = valueOffsets as Int32Array | BigInt64Array | undefined;
  const bytes = values as Uint8Array;
  if (length === 0) return null;
  if ((ends?.length ?? 0) < length + 1) return "has fewer texts than rows";
  const start = Number(ends?.[0]);
  let before = start;
  for (let row = 0; row <= length; row += 1) {
    const end = Number(ends?.[row]);
    if (!(end >= before && end <= bytes.length)) return "has texts outside of its bytes";
    // In the middle of a character no text begins.
    if (((bytes[end] ?? 0) & 0xc0) === 0x80 && end < bytes.length && row < length) return "is not UTF-8";
    before = end;
  }
  return start >= 0 && isUtf8(bytes.subarray(start, before)) ? null : "is not UTF-8";
}

function faultOf(data: Data): string | null {
  const { type, length, nullCount, nullBitmap, values, stride } = data;
  if (DataType.isNull(type)) return null;
  if (nullCount > 0 && !hasBits(nullBitmap, data)) return "does not say which rows are empty";
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return faultOfTexts(data);
  if (DataType.isBool(type)) return hasBits(values as Uint8Array, data) ? null : "has fewer values than rows";
  const plain =
    DataType.isInt(type) || DataType.isFloat(type) || DataType.isDecimal(type) || DataType.isDictionary(type);
  if (!plain && !DataType.isDate(type) && !DataType.isTimestamp(type)) return `is of the type ${type}`;
  return (values?.length ?? 0) >= length * stride ? null : "has fewer values than rows";
}

/**
 * Holds a column against its rows: as many values, texts that lie within the column and are UTF-8. What reads it later believes its
 * lengths. @throws where it is not whole.
 */
export function checkWhole(name: string, vector: Vector, rows: number): void {
  const fault = vector.data.map(faultOf).find((each) => each !== null);
  if (fault !== undefined) throw new Error(`the column ${name} ${fault}`);
  if (vector.length !== rows) throw new Error(`the column ${name} has ${vector.length} rows of ${rows}`);
}

const ENTRIES = new WeakMap<Vector, string[]>();

/** Texts of a dictionary, once for all batches that refer to it. @throws where it is not whole. */
export function entriesOf(dictionary: Vector): string[] {
  const known = ENTRIES.get(dictionary);
  if (known !== undefined) return known;
  checkWhole("of a dictionary", dictionary, dictionary.length);
  const entries = Array.from(dictionary as Iterable<string>);
  ENTRIES.set(dictionary, entries);
  return entries;
}
