import { createTable, loadObservations, observationAt } from "@cadre/core/observations";
import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, it } from "vitest";
import { PARQUET_CASES } from "../../test/hostile-columns.ts";
import { arrowSource } from "../arrow/index.ts";
import { type ParquetFile, parquetSource } from "../parquet/index.ts";
import type { DecoderLimits } from "./messages.ts";

const rows = (count: number): ParquetFile => {
  const bytes = parquetWriteBuffer({
    columnData: [
      { name: "indicator", data: Array(count).fill("1.1"), type: "STRING" },
      { name: "period", data: Array(count).fill("2020"), type: "STRING" },
      { name: "value", data: Array.from({ length: count }, (_, index) => index), type: "DOUBLE" },
      {
        name: "id",
        data: Array.from({ length: count }, (_, index) => `submission ${index}`),
        type: "STRING",
      },
    ],
    rowGroupSize: 1000,
  });
  return { byteLength: bytes.byteLength, slice: (from, to) => bytes.slice(from, to) };
};
const table = () => createTable({});
const load = (file: ParquetFile, limits?: DecoderLimits, pull = {}) =>
  loadObservations(parquetSource(file, { limits }), { table, ...pull });

it.each([
  ["memory", "pages that decompress to gigabytes, zstd"],
  ["time", "pages of a frame that ends before it begins, LZ4"],
])("a file that takes all %s ends the process that decodes it, and nothing else", async (found, name) => {
  const bytes = new Uint8Array((await PARQUET_CASES[name]?.make()) as Uint8Array).buffer;
  const file = { byteLength: bytes.byteLength, slice: (from: number, to?: number) => bytes.slice(from, to) };
  const read = await load(file, { megabytes: 300, seconds: 1 });
  expect(read.ok ? null : read.problems).toMatchObject([{ code: "decoder-ended", found }]);
  expect(await load(rows(1000))).toMatchObject({ ok: true, value: { accepted: 1000 } });
});

it("files that are read at once, and one after the other, do not disturb one another", async () => {
  const file = rows(5000);
  const all = await Promise.all([load(file), load(file), load(file)]);
  for (const read of [...all, await load(file)])
    expect(read).toMatchObject({ ok: true, value: { accepted: 5000, rejectedCount: 0 } });
});

it("pieces of a file may come in another order than they were asked for", async () => {
  const { byteLength, slice } = rows(5000);
  let left = 40;
  const late = async (from: number, to: number) => {
    for (let turns = left--; turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve));
    return slice(from, to);
  };
  const read = await load({ byteLength, slice: late });
  if (!read.ok) throw new Error(read.problems[0]?.message.en);
  const values = Array.from({ length: 5000 }, (_, row) => observationAt(read.value.table, row).value);
  expect(values).toEqual(Array.from({ length: 5000 }, (_, row) => row));
});

it("a file that is looked at and not read leaves nothing behind that keeps the process up", async () => {
  const opened = await parquetSource(rows(10)).open();
  expect(opened).toMatchObject({ ok: true, value: { shape: { axes: [], rowCount: 10 } } });
});

it("a disk that fails is no fault of the file: its error is thrown", async () => {
  const { byteLength } = rows(10);
  const slice = () => Promise.reject(new Error("EIO"));
  await expect(load({ byteLength, slice })).rejects.toThrow("EIO");
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array(4);
    throw new Error("EIO");
  }
  await expect(loadObservations(arrowSource(broken()), { table })).rejects.toThrow("EIO");
});

it("a reading that is stopped ends", async () => {
  const stop = new AbortController();
  const onProgress = () => stop.abort(new Error("stopped"));
  await expect(load(rows(5000), {}, { signal: stop.signal, onProgress })).rejects.toThrow("stopped");
});
