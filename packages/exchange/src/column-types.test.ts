import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zstdCompressSync } from "node:zlib";
import {
  createTable,
  loadObservations,
  type ObservationSource,
  observationAt,
} from "@cadre/core/observations";
import { DuckDBInstance } from "@duckdb/node-api";
import {
  CompressionType,
  compressionRegistry,
  DateDay,
  Dictionary,
  Field,
  Float16,
  Float32,
  Int32,
  Int64,
  List,
  RecordBatchStreamWriter,
  Table,
  TimestampMillisecond,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray,
} from "apache-arrow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LINKED, LINKED_TEXT, lz4Blocks } from "../test/lz4.ts";
import { lz4Frame } from "./arrow/compression.ts";
import { arrowSource } from "./arrow/index.ts";
import { csvSource } from "./csv/index.ts";
import { parquetSource } from "./parquet/index.ts";

async function rowsOf(source: ObservationSource) {
  const read = await loadObservations(source, {
    table: (axes) => createTable({ axes: axes.map((name) => ({ name, kind: "partition" as const })) }),
  });
  if (!read.ok) throw new Error(read.problems[0]?.message.en);
  const { table, axes, rejections } = read.value;
  return {
    axes,
    rows: Array.from({ length: table.size }, (_, row) => observationAt(table, row)),
    refused: rejections.map(({ row, column, found }) => [row, column, found]),
  };
}
const parquet = (bytes: Buffer) => {
  const own = new Uint8Array(bytes).buffer;
  return parquetSource({ byteLength: own.byteLength, slice: async (a, b) => own.slice(a, b) });
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cadre-columns-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The same rows as DuckDB writes them as CSV and as Parquet: of every type, the text in CSV is what a column says. */
async function asBoth(select: string) {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const [csv, binary] = [join(folder, "a.csv"), join(folder, "a.parquet")];
  await connection.run(`COPY (${select}) TO '${csv}' (HEADER)`);
  await connection.run(`COPY (${select}) TO '${binary}' (FORMAT parquet)`);
  connection.closeSync();
  async function* text() {
    yield readFileSync(csv);
  }
  return { csv: await rowsOf(csvSource(text())), parquet: await rowsOf(parquet(readFileSync(binary))) };
}

describe("columns of any type in Parquet are what CSV says", () => {
  const sql: [type: string, ...values: string[]][] = [
    ["INTEGER", "1", "2"],
    ["TINYINT", "-1", "0"],
    ["UBIGINT", "1", "18446744073709551615"],
    ["BIGINT", "9007199254740993", "-5"],
    ["BOOLEAN", "true", "false"],
    ["DOUBLE", "1.5", "-0.25"],
    ["DATE", "'2020-01-31'", "'1969-12-31'"],
    ["ENUM('f', 'm')", "'f'", "'m'"],
    ["VARCHAR", "'a'", "'é'"],
  ];
  it.each(sql)("an axis of %s", async (type, one, two) => {
    const { csv, parquet: read } = await asBoth(
      `SELECT * FROM (VALUES ('1.1', '2015', 10::DOUBLE, ${one}::${type}), ('1.1', '2015', 5, ${two}::${type}), ('1.1', '2015', 3, NULL)) t(indicator, period, value, axis)`,
    );
    expect(read).toEqual(csv);
    expect(read.rows).toHaveLength(3);
  });

  it("indicators, periods, sources and places of numbers, and values of integers", async () => {
    const { csv, parquet: read } = await asBoth(
      "SELECT * FROM (VALUES (11, 2015, 10::BIGINT, 7, 1::UTINYINT), (12, 2016, 5, 8, NULL)) t(indicator, period, value, source, place)",
    );
    expect(read).toEqual(csv);
    expect(read.rows[0]).toMatchObject({
      indicator: "11",
      period: "2015",
      value: 10,
      source: "7",
      place: "1",
    });
  });

  it("refuses an integer that no double holds, with its digits, and takes the others", async () => {
    const { csv, parquet: read } = await asBoth(
      "SELECT * FROM (VALUES ('a', '2015', 9007199254740993::BIGINT), ('b', '2015', 5)) t(indicator, period, value)",
    );
    expect(read.refused).toEqual([[0, "value", "9007199254740993"]]);
    expect(read).toEqual(csv);
  });
});

describe("columns of other types", () => {
  const arrow = (value: Vector, more: Record<string, Vector> = {}) =>
    arrowSource(
      tableToIPC(
        new Table({
          indicator: vectorFromArray(["1.1", "1.1"], new Utf8()),
          period: vectorFromArray(["2015", "2016"], new Utf8()),
          value,
          ...more,
        }),
      ),
    );

  it("of lists and structures are refused by name: without them rows would say more than they do", async () => {
    const list = vectorFromArray([["f"], ["m"]], new List(new Field("item", new Utf8())));
    await expect(rowsOf(arrow(vectorFromArray([1, 2]), { sex: list }))).rejects.toThrow(/“sex” holds List/);
    await expect(
      asBoth("SELECT '1.1' AS indicator, '2015' AS period, 1 AS value, ['f'] AS sex"),
    ).rejects.toThrow(/“sex” holds lists/);
  });

  it("of days are no values", async () => {
    const days = vectorFromArray([new Date("2015-01-01"), null], new DateDay());
    expect((await rowsOf(arrow(days))).refused).toEqual([
      [0, "value", "2015-01-01"],
      [1, "value", null],
    ]);
  });

  it("of fewer bits are the decimals that they were made of", async () => {
    for (const type of [new Float16(), new Float32()]) {
      const { rows } = await rowsOf(arrow(vectorFromArray([0.1, 1000], type)));
      expect(rows.map(({ value }) => value)).toEqual([0.1, 1000]);
    }
    const { csv, parquet: read } = await asBoth(
      "SELECT '1.1' AS indicator, '2015' AS period, v::FLOAT AS value, i AS id FROM range(200) r(i), (SELECT 0.1) t(u), LATERAL (SELECT round(i * 0.37 - 20, 3)) l(v)",
    );
    expect(read).toEqual(csv);
  });
});

describe("columns of any type in Arrow", () => {
  const table = () =>
    new Table({
      indicator: vectorFromArray(["1.1", "1.1"], new Utf8()),
      period: vectorFromArray([2015, 2015], new Int32()),
      value: vectorFromArray([10n, 9007199254740993n], new Int64()),
      sex: vectorFromArray([1, 2], new Int32()),
      urban: vectorFromArray([true, null]),
      group: vectorFromArray(["x", "y"], new Dictionary(new Utf8(), new Int32())),
      day: vectorFromArray([new Date("2020-01-31"), null], new DateDay()),
      recordedAt: vectorFromArray(
        [new Date("2020-02-01T10:00:00Z"), new Date("2020-02-01")],
        new TimestampMillisecond(),
      ),
    });

  it("are axes, periods and values", async () => {
    expect(await rowsOf(arrowSource(tableToIPC(table())))).toEqual({
      axes: ["sex", "urban", "group", "day"],
      rows: [
        {
          ...{ indicator: "1.1", period: "2015", value: 10, recordedAt: "2020-02-01T10:00:00.000Z" },
          categories: { sex: "1", urban: "true", group: "x", day: "2020-01-31" },
        },
      ],
      refused: [[1, "value", "9007199254740993"]],
    });
  });

  it.each([
    ["ZSTD", CompressionType.ZSTD, (bytes: Uint8Array) => new Uint8Array(zstdCompressSync(bytes))],
    ["LZ4", CompressionType.LZ4_FRAME, lz4Blocks],
  ] as const)(
    "are read of buffers compressed by %s, as a stream and cut off",
    async (_, compressionType, encode) => {
      const known = compressionRegistry.get(compressionType);
      compressionRegistry.set(compressionType, { ...known, encode });
      const writer = new RecordBatchStreamWriter({ compressionType });
      writer.write(table());
      const bytes = await writer.finish().toUint8Array();
      compressionRegistry.set(compressionType, known as Parameters<typeof compressionRegistry.set>[1]);
      const plain = await rowsOf(arrowSource(tableToIPC(table())));
      expect(await rowsOf(arrowSource(bytes))).toEqual(plain);
      await expect(rowsOf(arrowSource(bytes.subarray(0, bytes.length - 200)))).rejects.toThrow();
    },
  );

  it("of LZ4 blocks that refer to one another are read; of a frame that is changed nothing hangs or grows", () => {
    const frame = Buffer.from(LINKED, "base64");
    expect(Buffer.from(lz4Frame(frame)).toString()).toBe(LINKED_TEXT);
    for (let index = 4; index < Math.min(frame.length, 400); index += 1) {
      const changed = Uint8Array.from(frame);
      changed[index] = 255 - (changed[index] as number);
      let length = 0;
      try {
        length = lz4Frame(changed).length;
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
      }
      expect(length).toBeLessThan(2 ** 24);
    }
  });
});
