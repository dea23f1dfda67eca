import { brotliDecompressSync, gunzipSync, inflateRawSync } from "node:zlib";
import {
  type AsyncBuffer,
  type ColumnMetaData,
  type Compressors,
  type DecodedArray,
  parquetMetadataAsync,
  parquetSchema,
  type RowGroup,
  type SchemaElement,
  type SchemaTree,
} from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";
import { convert, DEFAULT_PARSERS } from "hyparquet/src/convert.js";
import { decompressPage, readDataPage, readDataPageV2 } from "hyparquet/src/datapage.js";
import { readPlain } from "hyparquet/src/plain.js";
import { compressors } from "hyparquet-compressors";
import { type RawBatch, type RawColumn, shortest, toHalf } from "../columnar/columns.ts";
import { type Decoded, Refused } from "../columnar/stream.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { problem } from "../reading.ts";

/** Bytes of one row group, decompressed, and its cells: what they are decoded into takes eight bytes each, or more. */
const [MAX_GROUP_BYTES, MAX_GROUP_CELLS] = [2 ** 28, 2 ** 24];

// The library's own parts, by which a column without lists is decoded without being put together cell by cell. They are no published names:
// the range of its versions is as narrow as that needs.
type ColumnDecoder = Parameters<typeof convert>[1];

/** Node's own decompression, where there is one, never into more than a page states. */
const CODECS: Compressors = {
  ...compressors,
  GZIP: (input, length) => {
    const unfold = input[0] === 0x1f && input[1] === 0x8b ? gunzipSync : inflateRawSync;
    return unfold(input, { maxOutputLength: Math.max(1, length) });
  },
  BROTLI: (input, length) => brotliDecompressSync(input, { maxOutputLength: Math.max(1, length) }),
};

const UTF8 = new TextDecoder("utf-8", { fatal: true });
const shape = () => {
  throw new Error("shapes of places are not read");
};

/** How the numbers of a column were rounded, where they have fewer than 64 bits. */
const roundingOf = ({ type, logical_type: logical }: SchemaElement): ((number: number) => number) | null =>
  type === "FLOAT" ? Math.fround : logical?.type === "FLOAT16" ? toHalf : null;

/** A number of a decimal column: the library multiplies by a power of ten, which is not exact. */
function decimal(cell: unknown, scale: number): unknown {
  if (typeof cell !== "number") return cell;
  const units = Math.round(cell * 10 ** scale);
  return Number.isSafeInteger(units) ? units / 10 ** scale : BigInt(units);
}

/** Cells of a column that holds neither texts nor times, as a raw column. */
function rawOf(cells: readonly unknown[], element: SchemaElement): RawColumn {
  const round = roundingOf(element);
  if (element.converted_type === "DECIMAL")
    return { cells: cells.map((cell) => decimal(cell, element.scale ?? 0)) };
  return round === null
    ? { cells }
    : { cells: cells.map((cell) => (typeof cell === "number" ? shortest(cell, round) : cell)) };
}

/** Whether the library makes a `Date` of each cell. */
const isTime = ({ type, converted_type: kind, logical_type: logical }: SchemaElement): boolean =>
  type === "INT96" || kind === "DATE" || kind?.startsWith("TIMESTAMP_") || logical?.type === "TIMESTAMP";

/** A page's values: of each row that has one, by number of the dictionary where the page refers to one. */
interface Page {
  rows: number;
  values: DecodedArray;
  dictionary: DecodedArray | null;
  /** 1 for each row that has a value; empty where all have. */
  levels: readonly number[];
}

/**
 * The values of a page that says in one run that every row has one; `null` of any other. So it is read as a page of a column in which none may
 * be missing: the library would write down a level for each row and count them.
 */
function valuesOfAll(page: Uint8Array, rows: number): Uint8Array | null {
  const end = 4 + new DataView(page.buffer, page.byteOffset, page.byteLength).getUint32(0, true);
  let [at, header] = [4, 0];
  for (let shift = 0; shift < 28; shift += 7) {
    const byte = page[at++] ?? 0;
    header |= (byte & 127) << shift;
    if (byte < 128) break;
  }
  const inOneRun = (header & 1) === 0 && header >> 1 >= rows && page[at] === 1;
  return inOneRun && at < end && end <= page.length ? page.subarray(end) : null;
}

/** The data pages of a column of a row group, which has one value a row or none. */
function* pagesOf(bytes: ArrayBuffer, rows: number, decoder: ColumnDecoder): Generator<Page> {
  const { type, element, codec, compressors } = decoder;
  const reader = { view: new DataView(bytes), offset: 0 };
  let dictionary: DecodedArray | null = null;
  for (let read = 0; read < rows; ) {
    const header = parquetHeader(reader);
    const { compressed_page_size: size, uncompressed_page_size: length } = header;
    const compressed = new Uint8Array(bytes, reader.offset, size);
    reader.offset += size;
    const { data_page_header: first, data_page_header_v2: second, dictionary_page_header: entries } = header;
    if (entries !== undefined) {
      const { buffer, byteOffset, byteLength } = decompressPage(compressed, length, codec, compressors);
      const page = { view: new DataView(buffer, byteOffset, byteLength), offset: 0 };
      dictionary = convert(readPlain(page, type, entries.num_values, element.type_length), decoder);
      continue;
    }
    const head = first ?? second;
    if (head === undefined) throw new Error("a page of an unknown kind");
    if (head.num_values > rows - read)
      throw new Error(`a page has ${head.num_values} rows of ${rows - read}`);
    const page = first && decompressPage(compressed, length, codec, compressors);
    const all = page && element.repetition_type === "OPTIONAL" ? valuesOfAll(page, head.num_values) : null;
    const { dataPage, definitionLevels = [] } =
      first && page
        ? readDataPage(all ?? page, first, all === null ? decoder : { ...decoder, schemaPath: [] })
        : readDataPageV2(compressed, header, decoder);
    const coded = head.encoding.endsWith("_DICTIONARY");
    if (coded && dictionary === null) throw new Error("a page refers to a dictionary that is not there");
    read += head.num_values;
    yield {
      ...{ rows: head.num_values, levels: definitionLevels },
      values: coded ? dataPage : convert(dataPage, decoder),
      dictionary: coded ? dictionary : null,
    };
  }
}

const missing = () => new Error("a page refers to a value that is not there");

/**
 * Puts each value into its row of a column, as `of` makes it: once where a dictionary has it.
 * @throws where a page refers to what its dictionary does not have, or has too few values.
 */
function fill<T>(pages: Iterable<Page>, column: Record<number, T>, of: (value: unknown) => T): void {
  let from = 0;
  let dictionaryOf: DecodedArray | null = null;
  let entries: readonly T[] = [];
  for (const page of pages) {
    const { rows, values, dictionary } = page;
    if (dictionary === null) entries = Array.from(values, of);
    else if (dictionary !== dictionaryOf) entries = Array.from(dictionary, of);
    dictionaryOf = dictionary;
    fillPage(page, column, from, entries, dictionary === null ? null : (values as ArrayLike<number>));
    from += rows;
  }
}

/** `numbers`: of the value's place among the entries; `null`: they are in order. */
function fillPage<T>(
  { rows, levels }: Page,
  column: Record<number, T>,
  from: number,
  entries: readonly T[],
  numbers: ArrayLike<number> | null,
): void {
  let next = 0;
  for (let row = 0; row < rows; row += 1) {
    if (levels.length > 0 && levels[row] !== 1) continue;
    const entry = entries[numbers === null ? next : (numbers[next] ?? -1)];
    if (entry === undefined) throw missing();
    column[from + row] = entry;
    next += 1;
  }
}

/** An integer of 64 bits as a number, where one holds it exactly. */
function plainCell(cell: unknown): unknown {
  return typeof cell === "bigint" && Number.isSafeInteger(Number(cell)) ? Number(cell) : cell;
}

/** A column of a row group: texts by number, as a dictionary gives each once; anything else as cells. */
function columnIn(
  bytes: ArrayBuffer,
  rows: number,
  node: SchemaTree,
  path: SchemaTree[],
  meta: ColumnMetaData,
) {
  const { element } = node;
  const texts: string[] = [];
  const known = new Map<string, number>();
  const text = (bytes: Uint8Array) => {
    const text = UTF8.decode(bytes);
    let code = known.get(text);
    if (code === undefined) {
      code = texts.push(text) - 1;
      known.set(text, code);
    }
    return code;
  };
  const pages = pagesOf(bytes, rows, {
    ...{ pathInSchema: [element.name], type: meta.type, codec: meta.codec, element, schemaPath: path },
    compressors: CODECS,
    parsers: {
      ...{ ...DEFAULT_PARSERS, stringFromBytes: text, jsonFromBytes: text },
      ...{ geometryFromBytes: shape, geographyFromBytes: shape },
    },
  });
  if (meta.type === "BYTE_ARRAY" && element.converted_type !== "DECIMAL") {
    const codes = new Int32Array(rows).fill(-1);
    fill(pages, codes, (code) => code as number);
    return { texts, codes };
  }
  if (isTime(element)) {
    const times = new Float64Array(rows).fill(Number.NaN);
    fill(pages, times, (time) => (time as Date).getTime());
    return { times };
  }
  const cells = new Array<unknown>(rows).fill(null);
  fill(pages, cells, plainCell);
  return rawOf(cells, element);
}

/** A row group, whose columns are fetched at once and decoded one after the other. */
function batchOf(
  file: AsyncBuffer,
  group: RowGroup,
  schema: SchemaTree,
  columns: readonly SchemaTree[],
): RawBatch {
  const rows = Number(group.num_rows);
  const [bytes, cells] = [Number(group.total_byte_size), rows * columns.length];
  if (!(bytes <= MAX_GROUP_BYTES && cells <= MAX_GROUP_CELLS)) throw new Refused(tooLarge(bytes, cells));
  const fetched = new Map(
    columns.map((node) => {
      const { name } = node.element;
      const meta = group.columns.find(({ meta_data: each }) => each?.path_in_schema[0] === name)?.meta_data;
      if (meta === undefined) throw new Error(`a row group has no column ${name}`);
      const start = Number(meta.dictionary_page_offset || meta.data_page_offset);
      const bytes = Promise.resolve(file.slice(start, start + Number(meta.total_compressed_size)));
      return [name, { bytes, node, meta }];
    }),
  );
  return {
    rows,
    column: async (name) => {
      const found = fetched.get(name);
      if (found === undefined) throw new Error(`there is no column ${name}`);
      const { bytes, node, meta } = found;
      return columnIn(await bytes, rows, node, [schema, node], meta);
    },
  };
}

function tooLarge(bytes: number, cells: number) {
  const [maxBytes, maxCells] = [MAX_GROUP_BYTES, MAX_GROUP_CELLS];
  const what = message(en.rowGroupTooLarge, fr.rowGroupTooLarge, bytes, cells, maxBytes, maxCells);
  const shown = (bytes: number, cells: number) => `${bytes} bytes, ${cells} cells`;
  const expected = `at most ${shown(maxBytes, maxCells)}`;
  return problem("row-group-too-large", "observations", what, shown(bytes, cells), expected);
}

/** The columns of a Parquet file, row group by row group: one is in memory, and the next is fetched. @throws where it is none. */
export async function decodeParquet(file: AsyncBuffer): Promise<Decoded> {
  const metadata = await parquetMetadataAsync(file, { geoparquet: false });
  const schema = parquetSchema(metadata);
  const isFlat = ({ children, element }: SchemaTree) =>
    children.length === 0 && element.repetition_type !== "REPEATED";
  const flat = schema.children.filter(isFlat);
  return {
    columns: schema.children.map((each) => ({
      name: each.element.name,
      ...(!isFlat(each) && { unreadable: "lists or structures" }),
    })),
    rows: Number(metadata.num_rows),
    batches: async function* () {
      let next: RawBatch | null = null;
      for (const group of metadata.row_groups) {
        const batch = batchOf(file, group, schema, flat);
        if (next !== null) yield next;
        next = batch;
      }
      if (next !== null) yield next;
    },
  };
}
