import { CHUNK, type Chunk, KEYS, type ObservationTable } from "./table.ts";

type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;
const TYPES = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array };
type TypeName = keyof typeof TYPES;

/** A column's place in the bytes; written into the JSON in the column's stead. */
interface Stored {
  $: TypeName;
  at: number;
  length: number;
}
const isColumn = (value: unknown): value is Column =>
  ArrayBuffer.isView(value) && !(value instanceof DataView);

const MAGIC = "CADREOB1";
const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/** Rows beyond a chunk's size are not worth keeping. */
function trimmed(chunk: Chunk): Chunk {
  const cut = <T extends Column>(column: T): T => column.slice(0, chunk.size) as T;
  const keys = Object.fromEntries(KEYS.map((key) => [key, cut(chunk[key])])) as Pick<
    Chunk,
    (typeof KEYS)[number]
  >;
  return {
    ...chunk,
    ...keys,
    capacity: chunk.size,
    value: cut(chunk.value),
    recorded: cut(chunk.recorded),
    denominator: chunk.denominator && cut(chunk.denominator),
    superseded: chunk.superseded && cut(chunk.superseded),
    previous: chunk.previous && cut(chunk.previous),
    id: chunk.id && cut(chunk.id),
    fate: chunk.fate && cut(chunk.fate),
  };
}

/** The table as bytes: a JSON head, then the columns as they lie in memory (little-endian). */
export function serialiseTable(table: ObservationTable): Uint8Array {
  const columns: Column[] = [];
  let end = 0;
  const head = JSON.stringify(
    { ...table, chunks: table.chunks.map((chunk) => (chunk.size === CHUNK ? chunk : trimmed(chunk))) },
    (_, value: unknown) => {
      if (value instanceof Map) return { $map: [...value] };
      if (value === Number.POSITIVE_INFINITY) return { $infinity: 1 };
      if (value === Number.NEGATIVE_INFINITY) return { $infinity: -1 };
      if (!isColumn(value)) return value;
      const stored: Stored = { $: value.constructor.name as TypeName, at: end, length: value.length };
      columns.push(value);
      end += padded(value.byteLength);
      return stored;
    },
  );
  const text = new TextEncoder().encode(head);
  const start = 16 + padded(text.length);
  const bytes = new Uint8Array(start + end);
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(8, text.length, true);
  bytes.set(text, 16);
  let index = start;
  for (const column of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), index);
    index += padded(column.byteLength);
  }
  return bytes;
}

/** Reads what {@link serialiseTable} wrote. @throws RangeError where the bytes are no table. */
export function deserialiseTable(bytes: Uint8Array): ObservationTable {
  const decode = new TextDecoder();
  if (bytes.length < 16 || decode.decode(bytes.subarray(0, 8)) !== MAGIC)
    throw new RangeError("these bytes are no observation table");
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  const start = 16 + padded(length);
  return JSON.parse(decode.decode(bytes.subarray(16, 16 + length)), (_, value: unknown) => {
    if (typeof value !== "object" || value === null) return value;
    if ("$map" in value) return new Map(value.$map as [unknown, unknown][]);
    if ("$infinity" in value) return Number(value.$infinity) * Number.POSITIVE_INFINITY;
    if (!("$" in value)) return value;
    const { $: type, at, length: items } = value as Stored;
    const { BYTES_PER_ELEMENT } = TYPES[type];
    return new TYPES[type](bytes.slice(start + at, start + at + items * BYTES_PER_ELEMENT).buffer);
  }) as ObservationTable;
}

/** The same table over shared memory: workers that it is posted to read the very same bytes. */
export function shareTable(table: ObservationTable): ObservationTable {
  const share = <T>(value: T): T => {
    if (!isColumn(value)) return value;
    const shared = new TYPES[value.constructor.name as TypeName](
      new SharedArrayBuffer(value.byteLength) as unknown as ArrayBuffer,
    );
    shared.set(value);
    return shared as T;
  };
  const all = <T extends object>(holder: T): T =>
    Object.fromEntries(Object.entries(holder).map(([name, value]) => [name, share(value)])) as T;
  return {
    ...table,
    chunks: table.chunks.map(all),
    profile: all(table.profile),
    keyIndex: all(table.keyIndex),
  };
}
