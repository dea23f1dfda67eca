import { gzipSync } from "node:zlib";
import { addObservations, createTable } from "@cadre/core/observations";
import type { HostileCase } from "./hostile-case.ts";
import { encoded, gigabyte } from "./hostile-cases.ts";

type Columns = { name: string; data: unknown[]; type?: "STRING" | "DOUBLE" | "BYTE_ARRAY" | "JSON" }[];
const texts = (name: string, ...data: unknown[]) => ({ name, data, type: "STRING" as const });
const PLAIN: Columns = [
  texts("indicator", "1.1", "1.1"),
  texts("period", "2020-Q1", "2020-Q2"),
  { name: "value", data: [5, 6], type: "DOUBLE" },
];

/** A Parquet file of columns, its pages repeated as given. */
async function parquet(columns: Columns, codec = "SNAPPY", fold?: (page: Uint8Array) => Uint8Array) {
  const { parquetWriteBuffer } = await import("hyparquet-writer");
  const folding = fold && { [codec]: fold };
  const options = { columnData: columns, codec, ...(folding && { compressors: folding }) };
  return new Uint8Array(parquetWriteBuffer(options as Parameters<typeof parquetWriteBuffer>[0]));
}

/** A Parquet file that has nothing but metadata: these bytes. */
function footer(...bytes: (number | Uint8Array)[]): Uint8Array {
  const body = Buffer.concat(bytes.map((each) => (typeof each === "number" ? Buffer.of(each) : each)));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([encoded("PAR1"), body, length, encoded("PAR1")]);
}
/** A number of a list's size. */
const varint = (number: number): Uint8Array => {
  const bytes: number[] = [];
  for (let rest = number; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Uint8Array.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
};
const broken = "observations-not-parquet";
/** The process that decodes is ended: what the format's library makes of such a file takes all memory, or does not end. */
const ended = "decoder-ended";

/** Parquet files that somebody made to do harm. */
export const PARQUET_CASES: Record<string, HostileCase> = {
  nothing: { code: broken, make: () => new Uint8Array(0) },
  "a table of another kind": { code: broken, make: () => encoded("indicator,period,value\n1,2,3\n") },
  "marks alone": { code: broken, make: () => encoded("PAR1PAR1PAR1") },
  "lists of two thousand million lists": {
    code: broken,
    make: () =>
      footer(
        ...Array.from({ length: 24 }, () => Buffer.concat([Buffer.of(0x19, 0xf9), varint(2 ** 31 - 1)])),
      ),
  },
  "a number without end": { code: broken, make: () => footer(0x16, new Uint8Array(1_000_000).fill(0x80)) },
  "a million nested structures": { code: broken, make: () => footer(new Uint8Array(1_000_000).fill(0x1c)) },
  "a million columns": {
    code: ended,
    make: () => {
      const column = Uint8Array.of(0x48, 1, 0x61, 0);
      const all = Buffer.alloc(4_000_000, column);
      return footer(0x15, 2, 0x19, 0xfc, varint(1_000_000), all, 0x16, 0, 0x19, 0x0c, 0);
    },
  },
  "a thousand columns": {
    code: "too-many-axes",
    make: () =>
      parquet([...PLAIN, ...Array.from({ length: 1000 }, (_, index) => texts(`axis ${index}`, "x", "y"))]),
  },
  "columns named like prototypes": {
    code: null,
    make: () =>
      parquet([...PLAIN, ...["__proto__", "constructor"].map((name) => texts(name, "polluted", "x"))]),
  },
  "two columns of one name": {
    code: "columns-ambiguous",
    make: () => parquet([...PLAIN, texts("period", "a", "b")]),
  },
  "texts of Latin-1": {
    code: broken,
    make: () =>
      parquet([
        ...PLAIN,
        { name: "place", data: [Buffer.from("Ségou", "latin1"), null], type: "BYTE_ARRAY" },
      ]),
  },
  "texts with a NUL": { code: null, make: () => parquet([...PLAIN, texts("place", "Sé\0gou", "\0")]) },
  "a column of lists": {
    code: null,
    make: () =>
      parquet([
        ...PLAIN,
        { name: "lists", data: [JSON.parse("[".repeat(900) + "]".repeat(900)), 1], type: "JSON" },
      ]),
  },
  "pages that decompress to a gigabyte, gzip": {
    code: broken,
    make: () => {
      const bomb = Buffer.concat(Array(16).fill(gzipSync(Buffer.alloc(64_000_000))));
      return parquet(PLAIN, "GZIP", () => bomb);
    },
  },
  "pages that decompress to gigabytes, zstd": {
    code: ended,
    make: () => {
      // A frame of blocks, each a byte that is repeated 131,072 times; its window states nothing.
      const block = Uint8Array.of(0x02, 0x00, 0x10, 0x61);
      const blocks = Buffer.alloc(4 * 100_000, block);
      return parquet(PLAIN, "ZSTD", () =>
        Buffer.concat([Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58), blocks]),
      );
    },
  },
  "pages of a frame that ends before it begins, LZ4": {
    code: ended,
    make: () =>
      parquet(PLAIN, "LZ4", () => Uint8Array.of(0, 0, 0, 0, 255, 255, 255, 248, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
  },
  "fifteen million rows of nothing in a few bytes": {
    code: "row-group-too-large",
    make: async () => {
      const file = await parquet(PLAIN);
      // The count of rows is in the metadata of the file and of its group: 2 as a zigzag number is 4.
      return footerWithRows(file);
    },
  },
};

/** The metadata of a file of two rows, its counts of rows changed to ten million. */
async function footerWithRows(file: Uint8Array): Promise<Uint8Array> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const length = view.getUint32(file.length - 8, true);
  const metadata = Buffer.from(file.subarray(file.length - 8 - length, file.length - 8)).toString("latin1");
  const rows = Buffer.from(varint(20_000_000)).toString("latin1");
  // Field 3 of the file (after the list of columns) and of the group, each a 64-bit number after the one before.
  const changed = metadata.replaceAll("\x16\x04", `\x16${rows}`);
  const body = Buffer.from(changed, "latin1");
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([file.subarray(0, file.length - 8 - length), body, size, encoded("PAR1")]);
}

const notArrow = "observations-not-arrow";
async function ipc(columns: Record<string, ArrayLike<unknown>>): Promise<Uint8Array> {
  const { tableFromArrays, tableToIPC } = await import("apache-arrow");
  const table = tableFromArrays(columns as Parameters<typeof tableFromArrays>[0]);
  return tableToIPC(table as Parameters<typeof tableToIPC>[0], "stream");
}
const COLUMNS = { indicator: ["1.1", "1.1"], period: ["2020-Q1", "2020-Q2"], value: Float64Array.of(5, 6) };
const head = (length: number) => {
  const bytes = Buffer.alloc(8, 0xff);
  bytes.writeUInt32LE(length, 4);
  return bytes;
};

/** Arrow data that somebody made to do harm. */
export const ARROW_CASES: Record<string, HostileCase> = {
  nothing: { code: notArrow, make: () => new Uint8Array(0) },
  "a table of another kind": { code: notArrow, make: () => encoded("indicator,period,value\n1,2,3\n") },
  "a head of two gigabytes": { code: notArrow, make: () => head(2 ** 31 - 8) },
  "a head of a gigabyte that comes": { code: notArrow, make: () => gigabyte("\xff".repeat(4), "x") },
  "a file of a gigabyte that comes": { code: ended, make: () => gigabyte("ARROW1\0\0", "x") },
  "a head of nothing but ones": {
    code: notArrow,
    make: () => Buffer.concat([head(4096), Buffer.alloc(4096, 0xff)]),
  },
  "a head of nothing but noughts": {
    code: notArrow,
    make: () => Buffer.concat([head(4096), Buffer.alloc(4096)]),
  },
  "five thousand columns": {
    code: "too-many-axes",
    make: () =>
      ipc({
        ...COLUMNS,
        ...Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`axis ${index}`, ["x", "y"]])),
      }),
  },
  "columns named like prototypes": {
    code: null,
    make: async () => {
      const { tableToIPC } = await import("apache-arrow");
      const names = ["__proto__", "constructor"];
      const table = createTable({ axes: names.map((name) => ({ name, kind: "partition" })) });
      const categories = Object.fromEntries(names.map((name) => [name, "polluted"]));
      addObservations(table, [
        { indicator: "1.1", period: "2020-Q1", value: 5, categories, recordedAt: "2020-04-10" },
      ]);
      return tableToIPC((await import("../src/arrow/index.ts")).observationsArrow(table), "stream");
    },
  },
  "texts with a NUL": { code: null, make: () => ipc({ ...COLUMNS, place: ["Sé\0gou", "\0"] }) },
  "texts of Latin-1": {
    code: notArrow,
    make: async () => {
      const bytes = Buffer.from(await ipc({ ...COLUMNS, place: ["S\u00e9gou", "x"] }));
      const index = bytes.indexOf("Ségou");
      bytes[index + 1] = 0xe9;
      bytes[index + 2] = 0x67;
      return bytes;
    },
  },
};
