import { createTable, loadObservations, observationAt } from "@cadre/core/observations";
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
      cells: { sex: "female", constructor: "x" },
      recordedAt: "2020-04-10",
    });
    expect(shares).toEqual([2 / 3, 1]);
  });

  it("that are none, cut off, changed or without the columns are refused in words", async () => {
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
});
