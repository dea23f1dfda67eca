import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTable, loadObservations, observationAt } from "@cadre/core/observations";
import { DuckDBInstance } from "@duckdb/node-api";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { parquetSource } from "./index.ts";

const load = (bytes: ArrayBuffer, pull = {}) =>
  loadObservations(
    parquetSource({ byteLength: bytes.byteLength, slice: async (a, b) => bytes.slice(a, b) }),
    {
      table: (axes) => createTable({ axes: axes.map((name) => ({ name, kind: "partition" as const })) }),
      ...pull,
    },
  );
const FILE = () =>
  parquetWriteBuffer({
    columnData: [
      { name: "indicateur", data: ["a", "a", "b"], type: "STRING" },
      { name: "period", data: ["2020", "2020", "2021"], type: "STRING" },
      { name: "value", data: [3.5, 0, null], type: "DOUBLE" },
      { name: "sex", data: ["female", null, "male"], type: "STRING" },
      { name: "constructor", data: ["x", "y", null], type: "STRING" },
      { name: "recordedAt", data: Array(3).fill(new Date("2020-04-10")), type: "TIMESTAMP" },
    ],
    rowGroupSize: 2,
  });

describe("observations in Parquet", () => {
  it("are read row group by row group, columns found by name, others being axes", async () => {
    const shares: (number | null)[] = [];
    const read = await load(FILE(), {
      onProgress: ({ share }: { share: number | null }) => shares.push(share),
    });
    if (!read.ok) throw new Error(read.problems[0]?.message.en);
    expect(read.value.axes).toEqual(["sex", "constructor"]);
    expect([read.value.accepted, read.value.rejections.map(({ row, code }) => [row, code])]).toEqual([
      2,
      [[2, "missing"]],
    ]);
    expect(observationAt(read.value.table, 0)).toMatchObject({
      indicator: "a",
      value: 3.5,
      categories: { sex: "female", constructor: "x" },
      recordedAt: "2020-04-10",
    });
    expect(shares).toEqual([2 / 3, 1]);
  });

  it("that are none, cut off, changed or without the columns are refused with a message", async () => {
    const good = FILE();
    for (const bytes of [
      new ArrayBuffer(0),
      new TextEncoder().encode("indicator,period,value\n").buffer,
      good.slice(0, good.byteLength - 9),
      good.slice(40),
    ]) {
      const read = await load(bytes);
      expect(read.ok ? null : read.problems[0]?.code).toBe("observations-not-parquet");
    }
    const strange = parquetWriteBuffer({ columnData: [{ name: "x", data: [1], type: "DOUBLE" }] });
    const read = await load(strange);
    expect(read.ok ? null : read.problems[0]?.code).toBe("columns-missing");
  });

  it("written by DuckDB are the same in each codec and both versions of the format", async () => {
    const folder = mkdtempSync(join(tmpdir(), "cadre-parquet-"));
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const texts = new Set<string>();
    for (const codec of ["uncompressed", "snappy", "gzip", "brotli", "zstd", "lz4_raw"])
      for (const version of ["V1", "V2"]) {
        const file = join(folder, `${codec}-${version}.parquet`);
        await connection.run(
          `copy (select '1.' || (i % 7) as indicator, '2020-Q' || (1 + i % 4) as period,
             case when i % 11 = 0 then null else i / 4.0 end as value, i % 11 = 0 as withdrawn,
             case when i % 3 = 0 then null else 'org ' || (i % 5) end as source, 'place ' || i as place,
             ['female', 'male'][1 + i % 2] as sex, timestamp '2020-04-10' + interval (i) second as recordedAt
             from range(5000) t(i)) to '${file}'
           (format parquet, codec '${codec}', parquet_version '${version}', row_group_size 2048)`,
        );
        const read = await load(Uint8Array.from(readFileSync(file)).buffer);
        if (!read.ok) throw new Error(`${codec}, ${version}: ${read.problems[0]?.message.en}`);
        expect([read.value.accepted, read.value.rejectedCount]).toEqual([5000, 0]);
        const rows = Array.from({ length: 5000 }, (_, row) => observationAt(read.value.table, row));
        texts.add(JSON.stringify(rows));
      }
    connection.closeSync();
    rmSync(folder, { recursive: true });
    expect(texts.size).toBe(1);
    expect([...texts][0]).toContain('{"indicator":"1.1","period":"2020-Q2","value":0.25,"source":"org 1",');
  });
});
