import {
  addObservations,
  createTable,
  loadObservations,
  type Observation,
  type ObservationSource,
  type ObservationTable,
  observationAt,
} from "@cadre/core/observations";
import { tableToIPC } from "apache-arrow";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrowSource, observationsArrow } from "./arrow/index.ts";
import { type CsvWriteOptions, csvSource, observationsCsv } from "./csv/index.ts";
import { observationsParquet, parquetSource } from "./parquet/index.ts";

const AXES = ["sex", "age", "group"].map((name) => ({ name, kind: "partition" as const }));
const tableOf = (rows: readonly Observation[]): ObservationTable => {
  const table = createTable({ axes: AXES });
  expect(addObservations(table, rows).rejected).toEqual([]);
  return table;
};
const rowsOf = (table: ObservationTable): Observation[] =>
  Array.from({ length: table.size }, (_, row) => observationAt(table, row));
async function* bytes(...pieces: Iterable<string | Uint8Array>[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces)
    for (const each of piece) yield typeof each === "string" ? new TextEncoder().encode(each) : each;
}

const text = fc.constantFrom("PAM", "Ségou", "=1+1", "-", "+33", "@x", "'=", 'a "b", c', "x\ny", "é;ü");
/** Any observation: a value, one taken back, a quotient, a quotient without its denominator. */
const observation: fc.Arbitrary<Observation> = fc
  .record(
    {
      indicator: fc.constantFrom("1.1", "2.1.1", "=code"),
      period: fc.constantFrom("2020", "2020-Q1"),
      value: fc.oneof(
        fc.record({ value: fc.oneof(fc.constantFrom(0, -5, 1.25, 1e-7, 1e21), fc.constant(null)) }),
        fc.record({ numerator: fc.constantFrom(0, 3, 2.5), denominator: fc.constantFrom(0, 7, null) }),
      ),
      source: text,
      place: text,
      categories: fc.dictionary(
        fc.constantFrom("sex", "age", "group"),
        fc.constantFrom("female", "male", "18-35", "36+", "unknown", "=x"),
        {
          noNullPrototype: true,
        },
      ),
      recordedAt: fc.constantFrom("2020-04-10", "2020-04-10T09:30:00Z", "1970-01-01"),
      evidence: text,
      id: text,
    },
    { requiredKeys: ["indicator", "period", "value", "recordedAt"] },
  )
  .map(({ value, categories, ...about }) => ({
    ...about,
    ...value,
    ...(categories !== undefined && Object.keys(categories).length > 0 && { categories }),
  }));

/** Rows that do not contradict one another: two of one key are recorded at different times. */
const consistent = fc.uniqueArray(observation, {
  selector: ({ indicator, period, source, place, categories, id, recordedAt }) =>
    JSON.stringify([
      ...[indicator, period, source, place, id, recordedAt],
      Object.entries(categories ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
    ]),
  minLength: 1,
  maxLength: 20,
});

const parquetFile = async (table: ObservationTable) => {
  const { buffer, byteLength, byteOffset } = await observationsParquet(table);
  const whole = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  return { byteLength, slice: async (from: number, to?: number) => whole.slice(from, to) };
};
const csv = (options: CsvWriteOptions) => async (table: ObservationTable) =>
  csvSource(bytes(observationsCsv(table, options)));
const WAYS: [string, (table: ObservationTable) => Promise<ObservationSource>][] = [
  ["CSV", csv({})],
  ["CSV with hashtags", csv({ style: "hxl" })],
  ["CSV with hashtags, a column for each group", csv({ style: "hxl", wide: true })],
  ["Parquet", async (table) => parquetSource(await parquetFile(table))],
  ["Arrow, a table in memory", async (table) => arrowSource(observationsArrow(table))],
  ["Arrow, a file", async (table) => arrowSource(tableToIPC(observationsArrow(table), "file"))],
  ["Arrow, a stream", async (table) => arrowSource(bytes([tableToIPC(observationsArrow(table), "stream")]))],
];
/** The same rows in an order that does not hang on the format's. */
const sorted = (rows: readonly Observation[]) =>
  rows
    .map((row) =>
      JSON.stringify(row, [
        "indicator",
        "period",
        "value",
        "numerator",
        "denominator",
        "source",
        "place",
        "categories",
        "sex",
        "age",
        "group",
        "id",
        "recordedAt",
        "evidence",
      ]),
    )
    .sort();

describe.each(WAYS)("observations carried by %s", (_, way) => {
  it("are the same when they are read back, whatever they say", async () => {
    await fc.assert(
      fc.asyncProperty(consistent, async (rows) => {
        const table = tableOf(rows);
        const read = await loadObservations(await way(table), { table: () => createTable({ axes: AXES }) });
        if (!read.ok) throw new Error(read.problems[0]?.message.en);
        expect(read.value.rejections).toEqual([]);
        expect(sorted(rowsOf(read.value.table))).toEqual(sorted(rowsOf(table)));
      }),
      { numRuns: 60 },
    );
  });
});

it("more rows than a chunk holds go through every format", async () => {
  const rows = Array.from(
    { length: 70_000 },
    (_, n): Observation => ({
      ...{ indicator: `1.${n % 7}`, period: "2020", value: n, recordedAt: "2020-04-10" },
      ...{ place: `place ${n}`, categories: { sex: n % 3 === 0 ? "female" : "male" } },
    }),
  );
  const table = tableOf(rows);
  for (const [, way] of WAYS) {
    const read = await loadObservations(await way(table), { table: () => createTable({ axes: AXES }) });
    if (!read.ok) throw new Error(read.problems[0]?.message.en);
    expect(read.value.table.size).toBe(70_000);
    expect(observationAt(read.value.table, 69_999)).toEqual(observationAt(table, 69_999));
  }
}, 60_000);

describe("Arrow that is none", () => {
  it.each([
    ["nothing", new Uint8Array(0)],
    ["a text", new TextEncoder().encode("indicator,period,value\n1.1,2020,7\n")],
    [
      "a file cut off",
      tableToIPC(
        observationsArrow(
          tableOf([{ indicator: "1.1", period: "2020", value: 1, recordedAt: "2020-04-10" }]),
        ),
        "file",
      ).slice(0, 200),
    ],
  ])("is refused with a message: %s", async (_, input) => {
    const read = await loadObservations(arrowSource(input), { table: () => createTable({ axes: AXES }) });
    expect(read.ok ? "read" : read.problems[0]?.code).toBe("observations-not-arrow");
  });
});
