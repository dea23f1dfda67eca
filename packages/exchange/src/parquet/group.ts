import type {
  AsyncBuffer,
  Compressors,
  DecodedArray,
  FileMetaData,
  RowGroup,
  SchemaElement,
} from "hyparquet";
import { parquetScan } from "hyparquet";
import { CODECS } from "./codecs.ts";
import { wholeNumber } from "./metadata.ts";
import { CheckedPages, type StatedColumn } from "./pages.ts";

/** Columns of a row group, each read whole and looked over before it is decoded. */
export class CheckedGroup implements AsyncBuffer {
  readonly byteLength: number;
  readonly #file: AsyncBuffer;
  /** The columns by the offset where each begins. */
  readonly #columns = new Map<number, { end: number; column: StatedColumn }>();
  /** Of the column that is read now. */
  #pages: CheckedPages | null = null;

  /** @param most bytes that a column may decompress to. @throws where the metadata state what cannot be. */
  constructor(file: AsyncBuffer, group: RowGroup, columns: readonly SchemaElement[], limit: number) {
    [this.#file, this.byteLength] = [file, file.byteLength];
    const rows = wholeNumber(group.num_rows, "rows");
    for (const element of columns) {
      const found = group.columns.filter(({ meta_data: meta }) => meta?.path_in_schema[0] === element.name);
      const [chunk] = found;
      const meta = chunk?.meta_data;
      if (chunk === undefined || meta === undefined || found.length > 1 || meta.path_in_schema.length > 1)
        throw new Error(`a row group has the column ${element.name} ${found.length} times`);
      if (meta.type !== element.type)
        throw new Error(
          `the column ${element.name} is ${element.type} in one place and ${meta.type} in another`,
        );
      const start = wholeNumber(
        meta.dictionary_page_offset || meta.data_page_offset,
        "bytes before a column",
      );
      const end = start + wholeNumber(meta.total_compressed_size, "bytes of a column");
      if (start < 4 || end > file.byteLength || end - start > limit || this.#columns.has(start))
        throw new Error(`the column ${element.name} cannot be from byte ${start} to ${end}`);
      this.#columns.set(start, { end, column: { element, codec: meta.codec, rows, limit } });
    }
  }

  async slice(start: number, end?: number): Promise<ArrayBuffer> {
    const found = this.#columns.get(start);
    if (found === undefined || found.end !== end)
      throw new Error(`no column is from byte ${start} to ${end}`);
    const bytes = await this.#file.slice(start, end);
    if (bytes.byteLength !== end - start) throw new Error("the file is cut off");
    this.#pages = new CheckedPages(bytes, found.column);
    return bytes;
  }

  /** What unfolds the pages of the column that is read now, and checks them. */
  get compressors(): Compressors {
    return Object.fromEntries(
      Object.entries(CODECS).map(([codec, unfold]) => [
        codec,
        (compressed: Uint8Array, length: number) => {
          const body = unfold(compressed, length);
          this.#pages?.decompressed(compressed, body);
          return body;
        },
      ]),
    );
  }
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });
const text = (bytes: Uint8Array) => bytes && UTF8.decode(bytes);
const shape = () => {
  throw new Error("shapes of places are not read");
};

/** A way to the columns of a row group, one after the other; a value is `null` where there is none. */
export async function columnsOfGroup(
  file: AsyncBuffer,
  metadata: FileMetaData,
  group: RowGroup,
  columns: readonly SchemaElement[],
  { from, limit }: { from: number; limit: number },
): Promise<(name: string) => Promise<DecodedArray>> {
  const checked = new CheckedGroup(file, group, columns, limit);
  const [rowStart, rowEnd] = [from, from + Number(group.num_rows)];
  const scan = await parquetScan({
    ...{ file: checked, metadata, rowStart, rowEnd, compressors: checked.compressors },
    columns: columns.map(({ name }) => name),
    parsers: {
      stringFromBytes: text,
      jsonFromBytes: text,
      geometryFromBytes: shape,
      geographyFromBytes: shape,
    },
  });
  return async (column) => {
    const cells = await scan.readColumn({ column, rowStart, rowEnd });
    if (cells.length !== rowEnd - rowStart)
      throw new Error(`the column ${column} has ${cells.length} rows of ${rowEnd - rowStart}`);
    if (Array.isArray(cells) && cells.includes(undefined))
      throw new Error(`the column ${column} refers to what its dictionary does not have`);
    return cells;
  };
}
