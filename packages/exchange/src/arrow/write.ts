import type { CodedTexts, ObservationTable } from "@cadre/core/observations";
import {
  Bool,
  type Data,
  Dictionary,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  TimestampMillisecond,
  Utf8,
  type Vector,
  vectorFromArray,
} from "apache-arrow";
import type { RawColumn } from "../columnar/columns.ts";
import { columnsOfTable } from "../columnar/table.ts";

/** Bits of the rows that are given, and how many are not. */
function validity(
  length: number,
  present: (row: number) => boolean,
): { nullBitmap: Uint8Array; nullCount: number } {
  const nullBitmap = new Uint8Array(Math.ceil(length / 8));
  let nullCount = 0;
  for (let row = 0; row < length; row += 1)
    if (present(row)) nullBitmap[row >> 3] = (nullBitmap[row >> 3] as number) | (1 << (row & 7));
    else nullCount += 1;
  return { nullBitmap, nullCount };
}

function numbers(values: Float64Array): Data {
  const { nullBitmap, nullCount } = validity(values.length, (row) => !Number.isNaN(values[row]));
  return makeData({ type: new Float64(), length: values.length, data: values, nullBitmap, nullCount });
}

/**
 * Observations as an Arrow table: names as dictionaries with the table's own codes, values as doubles, `recordedAt` in milliseconds; a
 * record batch for 65,536 rows. {@link arrowSource} reads the same ones back; `tableToIPC` makes a file of it. Needs `apache-arrow`.
 */
export function observationsArrow(table: ObservationTable): Table {
  const dictionaries = new Map<string, { type: Dictionary<Utf8, Int32>; texts: Vector<Utf8> }>();
  const coded = (name: string, { texts, codes }: CodedTexts): Data => {
    // One dictionary for all batches: codes are the table's.
    const known = dictionaries.get(name) ?? {
      type: new Dictionary(new Utf8(), new Int32(), dictionaries.size),
      texts: vectorFromArray(Array.from(texts), new Utf8()),
    };
    dictionaries.set(name, known);
    const { nullBitmap, nullCount } = validity(codes.length, (row) => (codes[row] as number) >= 0);
    const data = Int32Array.from(codes, (code) => Math.max(0, code));
    return makeData({
      type: known.type,
      length: data.length,
      data,
      dictionary: known.texts,
      nullBitmap,
      nullCount,
    });
  };
  const dataOf = (name: string, column: RawColumn): Data => {
    if ("codes" in column) return coded(name, column);
    if ("numbers" in column) return numbers(column.numbers);
    if ("cells" in column) {
      const type = typeof column.cells[0] === "boolean" ? new Bool() : new Utf8();
      return vectorFromArray(Array.from(column.cells), type).data[0] as Data;
    }
    const data = BigInt64Array.from(column.times, (time) => BigInt(time));
    return makeData({ type: new TimestampMillisecond(), length: data.length, data, nullCount: 0 });
  };
  const batches: RecordBatch[] = [];
  let schema: Schema | null = null;
  for (const { rows, columns } of columnsOfTable(table)) {
    const children = columns.map(([name, column]) => dataOf(name, column));
    schema ??= new Schema(
      columns.map(([name], index) => new Field(name, (children[index] as Data).type, true)),
    );
    const struct = makeData({ type: new Struct(schema.fields), length: rows, nullCount: 0, children });
    batches.push(new RecordBatch(schema, struct));
  }
  return schema === null ? new Table(new Schema([])) : new Table(schema, batches);
}
