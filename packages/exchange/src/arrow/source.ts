import { refuse } from "@cadre/core";
import type {
  CodedTexts,
  NumberColumn,
  ObservationBatch,
  ObservationColumns,
  ObservationSource,
  TextColumn,
} from "@cadre/core/observations";
import {
  DataType,
  type Field,
  Precision,
  type RecordBatch,
  RecordBatchReader,
  type Table,
  type Vector,
} from "apache-arrow";
import {
  cellNumber,
  cellText,
  instantText,
  type NamedColumns,
  type NamedField,
  namedColumns,
  notOfFormat,
  shortest,
  toHalf,
} from "../named-columns.ts";
import { registerCodecs } from "./compression.ts";
import { checkedArrow } from "./messages.ts";
import { checkWhole, entriesOf } from "./whole.ts";

/** Bytes of an Arrow file or stream, a stream of them, or a table that is in memory. */
export type ArrowInput = Uint8Array | AsyncIterable<Uint8Array> | Table;

const TEXTS = ["indicator", "period", "source", "place", "evidence", "id"] as const;
const VALUE_FIELDS = ["value", "numerator", "denominator"] as const;

const isText = (type: DataType): boolean => DataType.isUtf8(type) || DataType.isLargeUtf8(type);

/** Whether a column holds one value a row. */
const isFlat = (type: DataType): boolean =>
  isText(type) ||
  isTime(type) ||
  (DataType.isDictionary(type) && isFlat(type.dictionary)) ||
  [DataType.isNull, DataType.isBool, DataType.isInt, DataType.isFloat, DataType.isDecimal].some((is) =>
    is(type),
  );

const isTime = (type: DataType): boolean => DataType.isDate(type) || DataType.isTimestamp(type);

/** A column's texts; those of a dictionary by their numbers, as they appear there. */
function textsOf(vector: Vector): TextColumn {
  const [data, ...more] = vector.data;
  const { type } = vector;
  if (!DataType.isDictionary(type) || data === undefined || more.length > 0 || !isText(type.dictionary)) {
    if (isText(type)) return vector.toArray() as string[];
    const times = isTime(DataType.isDictionary(type) ? type.dictionary : type);
    return Array.from(vector as Iterable<unknown>, (cell) =>
      times && cell !== null ? instantText(Number(cell)) : cellText(decimal(cell, type)),
    );
  }
  const { dictionary, values, nullCount, nullBitmap: bits, length, offset } = data;
  if (dictionary === undefined) throw new Error("a column refers to a dictionary that is not there");
  const texts = entriesOf(dictionary);
  const present = (values as Int32Array).subarray(0, length);
  const known = present instanceof Int32Array && nullCount === 0;
  const codes = known ? present : Int32Array.from(present as ArrayLike<number>, Number);
  for (let index = 0; index < length; index += 1) {
    const bit = offset + index;
    if (nullCount > 0 && (((bits[bit >> 3] as number) >> (bit & 7)) & 1) === 0) codes[index] = -1;
    else if (!((codes[index] as number) >= 0 && (codes[index] as number) < texts.length))
      throw new Error(`a column refers to entry ${codes[index]} of a dictionary of ${texts.length}`);
  }
  return { texts, codes } satisfies CodedTexts;
}

/** To the nearest number of 16 and 32 bits. */
const ROUND: Partial<Record<Precision, (number: number) => number>> = {
  [Precision.HALF]: toHalf,
  [Precision.SINGLE]: Math.fround,
};

function numbersOf(vector: Vector): NumberColumn {
  if (DataType.isFloat(vector.type) && vector.nullCount === 0) {
    const plain = vector.toArray();
    if (plain instanceof Float64Array) return plain;
  }
  const { type } = vector;
  const values = DataType.isDictionary(type) ? type.dictionary : type;
  // A day is counted in milliseconds, and is no value for it.
  if (isTime(values)) return textsOf(vector) as unknown as NumberColumn;
  const round = DataType.isFloat(values) ? ROUND[values.precision] : undefined;
  // `null` would take back: what is not given is nothing.
  return Array.from(vector as Iterable<unknown>, (cell) =>
    round !== undefined && typeof cell === "number" ? shortest(cell, round) : cellNumber(decimal(cell, type)),
  );
}

/** A decimal as the number that it is, or, where it has no exact one, as its text; any other cell unchanged. */
function decimal(cell: unknown, type: DataType): unknown {
  if (!DataType.isDecimal(type) || cell === null) return cell;
  const limbs = cell as Uint32Array;
  const bits = 32 * limbs.length;
  const raw = BigInt.asIntN(
    bits,
    limbs.reduceRight((sum, limb) => (sum << 32n) + BigInt(limb), 0n),
  );
  const digits = String(raw < 0n ? -raw : raw).padStart(type.scale + 1, "0");
  const point = digits.length - type.scale;
  const text = `${raw < 0n ? "-" : ""}${digits.slice(0, point)}${type.scale > 0 ? `.${digits.slice(point)}` : ""}`;
  return digits.length > 15 ? text : Number(text);
}

function instantsOf(vector: Vector): ObservationColumns["recordedAt"] {
  const { type } = vector;
  if (!isTime(type)) return textsOf(vector);
  // Arrow's reading of dates and timestamps, of whatever unit, is milliseconds.
  return Float64Array.from(vector as Iterable<number | null>, (time) =>
    time === null ? Number.NaN : Number(time),
  );
}

function columnsOf(batch: RecordBatch, { fields, axes }: NamedColumns): ObservationColumns {
  const child = (name: string): Vector | undefined => {
    const found = batch.getChild(name) ?? undefined;
    if (found !== undefined) checkWhole(name, found, batch.numRows);
    return found;
  };
  const vector = (field: NamedField): Vector | undefined => {
    const name = fields.get(field);
    return name === undefined ? undefined : child(name);
  };
  const columns: Partial<ObservationColumns> = {};
  for (const field of TEXTS) {
    const found = vector(field);
    if (found !== undefined) columns[field] = textsOf(found);
  }
  for (const field of VALUE_FIELDS) {
    const found = vector(field);
    if (found !== undefined) columns[field] = numbersOf(found);
  }
  const withdrawn = vector("withdrawn");
  if (withdrawn !== undefined) columns.withdrawn = Array.from(withdrawn as Iterable<boolean | null>);
  const categories: Record<string, TextColumn> = Object.create(null);
  for (const axis of axes) {
    const found = child(axis);
    if (found !== undefined) categories[axis] = textsOf(found);
  }
  const recorded = vector("recordedAt");
  return {
    ...{ indicator: [], period: [] },
    ...columns,
    categories,
    recordedAt: recorded === undefined ? new Float64Array(batch.numRows) : instantsOf(recorded),
  };
}

async function* batchesIn(input: ArrowInput): AsyncGenerator<RecordBatch> {
  if ("batches" in input) yield* input.batches;
  else {
    registerCodecs();
    const checked = await checkedArrow(input);
    if (checked instanceof Uint8Array) yield* RecordBatchReader.from(checked);
    else for await (const batch of await RecordBatchReader.from(checked)) yield batch;
  }
}

/**
 * Observations in Arrow data, record batch by record batch. Columns are found by the names that CSV headings go by, other columns are
 * axes, whatever their type; columns coded by a dictionary go into the table by their codes. No length and no count that the data state is believed before it
 * was held against what is there; a record batch of more than 256 MB is refused. Needs `apache-arrow`.
 */
export function arrowSource(input: ArrowInput): ObservationSource {
  return {
    format: "arrow",
    open: async (pull = {}) => {
      const batches = batchesIn(input);
      let first: IteratorResult<RecordBatch, void>;
      try {
        first = await batches.next();
      } catch (error) {
        return refuse(notOfFormat("Arrow", error));
      }
      if (first.done === true) return refuse(notOfFormat("Arrow", new Error("there is no record batch")));
      const named = namedColumns(
        first.value.schema.fields.map(({ name, type }: Field) => ({
          name,
          ...(!isFlat(type) && { unreadable: String(type) }),
        })),
      );
      if (!named.ok) return named;
      const layout = named.value;
      const start = first.value;
      return {
        ok: true,
        shape: { axes: layout.axes, rows: "numRows" in input ? Number(input.numRows) : null },
        batches: async function* (): AsyncIterable<ObservationBatch> {
          let rows = 0;
          try {
            for (let batch: RecordBatch | undefined = start; batch !== undefined; ) {
              pull.signal?.throwIfAborted();
              if (batch.numRows > 0) yield { kind: "columns", columns: columnsOf(batch, layout) };
              rows += batch.numRows;
              pull.onProgress?.({
                rows,
                share: "numRows" in input && input.numRows > 0 ? rows / input.numRows : null,
              });
              const next: IteratorResult<RecordBatch, void> = await batches.next();
              batch = next.done === true ? undefined : next.value;
            }
          } catch (error) {
            pull.signal?.throwIfAborted();
            yield { kind: "refused", problems: [notOfFormat("Arrow", error)] };
          }
        },
      };
    },
  };
}
