import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadata,
  parquetSchema,
  type SchemaElement,
} from "hyparquet";
import { thriftAt } from "./thrift.ts";

/** Bytes of a file's end that are fetched first; metadata are seldom longer. */
const FIRST = 2 ** 16;
/** Bytes of metadata, and structures and list elements in them, that are taken into memory: a thousand row groups of fifty columns have less. */
const MAX_BYTES = 2 ** 24;
const MAX_ELEMENTS = 2 ** 20;
const MARK = 0x31524150;

/** Metadata that do not contradict themselves. */
export interface CheckedMetadata {
  metadata: FileMetaData;
  /** Columns that hold a value a row, or none. */
  columns: SchemaElement[];
  /** Names of columns that hold lists or structures. */
  nested: string[];
  rows: number;
}

/** Reads a file's metadata. @throws where they are none, are longer than is read, or contradict themselves. */
export async function metadataOf(file: AsyncBuffer): Promise<CheckedMetadata> {
  const size = file.byteLength;
  const end = await file.slice(Math.max(0, size - FIRST), size);
  if (end.byteLength < 12) throw new Error("the file is too short");
  const view = new DataView(end);
  if (view.getUint32(end.byteLength - 4, true) !== MARK) throw new Error("the file does not end in PAR1");
  const length = view.getUint32(end.byteLength - 8, true);
  if (length > size - 12) throw new Error(`the file states ${length} bytes of metadata and has ${size}`);
  if (length > MAX_BYTES) throw new Error(`${length} bytes of metadata; at most ${MAX_BYTES} are read`);
  const whole = length + 8 <= end.byteLength;
  const footer = whole ? end.slice(end.byteLength - length - 8) : await file.slice(size - length - 8, size);
  const { elements } = thriftAt(new DataView(footer), 0);
  if (elements > MAX_ELEMENTS)
    throw new Error(`the metadata have ${elements} elements; at most ${MAX_ELEMENTS} are read`);
  const metadata = parquetMetadata(footer, { geoparquet: false });
  const all = parquetSchema(metadata).children;
  const isFlat = ({ children, element }: (typeof all)[number]) =>
    children.length === 0 && element.repetition_type !== "REPEATED";
  const columns = all.filter(isFlat).map(({ element }) => element);
  const nested = all.filter((each) => !isFlat(each)).map(({ element }) => element.name);
  if (all.some(({ element }) => typeof element.name !== "string")) throw new Error("a column has no name");
  const rows = wholeNumber(metadata.num_rows, "rows");
  const ofGroups = metadata.row_groups.reduce((sum, group) => sum + wholeNumber(group.num_rows, "rows"), 0);
  if (ofGroups !== rows) throw new Error(`the file states ${rows} rows and its row groups ${ofGroups}`);
  return { metadata, columns, nested, rows };
}

/** A number of the metadata that counts something. @throws where it cannot be one. */
export function wholeNumber(stated: unknown, what: string): number {
  const number = typeof stated === "bigint" ? Number(stated) : Number.NaN;
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new Error(`the metadata state ${String(stated)} ${what}`);
}
