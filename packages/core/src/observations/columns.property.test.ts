import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addObservationColumns,
  addObservations,
  createTable,
  loadObservations,
  type ObservationColumns,
  type ObservationSource,
  type ObservationTable,
  observationAt,
  type TableShape,
  type TextColumn,
} from "./index.ts";

const SHAPE: TableShape = {
  indicators: [
    { code: "count", measure: "count" },
    { code: "ratio", measure: "ratio" },
    { code: "yes", measure: "yes-no" },
  ],
  periods: [{ id: "Q1" }, { id: "Q2" }],
  axes: [
    { name: "sex", kind: "partition", categories: ["female", "male"] },
    { name: "constructor", kind: "overlapping" },
  ],
};
const name = (...good: string[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...good) }, fc.constantFrom("", "elsewhere", undefined));
const numberOrNone = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, 1, 2, 2.5, -1) },
  fc.constantFrom(undefined, Number.POSITIVE_INFINITY),
);
const row = fc.record({
  indicator: name("count", "ratio", "yes"),
  period: name("Q1", "Q2"),
  value: fc.oneof(numberOrNone, fc.constant(null)),
  numerator: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, numberOrNone),
  denominator: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, numberOrNone),
  source: name("a", "b"),
  place: name("x", "y"),
  sex: name("female", "male", "unknown"),
  group: name("displaced"),
  recordedAt: name("2020-01-01", "2020-02-01", "2020-02-30"),
});
type Row = { [name in keyof (typeof row extends fc.Arbitrary<infer Drawn> ? Drawn : never)]: unknown };

/** A row without what is not given, as a program would write it. */
function asObject({ sex, group, ...fields }: Row): Record<string, unknown> {
  const isStated = (value: unknown) => value !== undefined && value !== "";
  const categories = Object.entries({ sex, constructor: group }).filter(([, value]) => isStated(value));
  return {
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => isStated(value))),
    // An object's own prototype has a `constructor`; that is no category.
    ...(categories.length > 0 && {
      categories: Object.assign(Object.create(null), Object.fromEntries(categories)),
    }),
  };
}
const coded = (column: (string | undefined)[]): TextColumn => {
  const texts = [...new Set(column)].filter((text) => text !== undefined);
  return { texts, codes: Int16Array.from(column, (text) => (text === undefined ? -1 : texts.indexOf(text))) };
};

describe("columns", () => {
  it("are admitted and refused as rows are, coded or not", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.boolean(), (drawn, asCodes) => {
        const [byRows, byColumns] = [createTable(SHAPE), createTable(SHAPE)];
        const text = (key: keyof Row): TextColumn => {
          const column = drawn.map((each) => each[key] as string | undefined);
          return asCodes ? coded(column) : column;
        };
        const columns: ObservationColumns = {
          indicator: text("indicator"),
          period: text("period"),
          value: drawn.map(({ value }) => value),
          numerator: drawn.map(({ numerator }) => numerator),
          denominator: drawn.map(({ denominator }) => denominator),
          source: text("source"),
          place: text("place"),
          categories: { sex: text("sex"), constructor: text("group") },
          recordedAt: text("recordedAt"),
        };
        // A value that is withdrawn beside a numerator is, in columns, no value.
        const rows = drawn.map((each) =>
          asObject(
            each.value === null && each.numerator !== undefined ? { ...each, value: undefined } : each,
          ),
        );
        const [a, b] = [
          addObservations(byRows, rows, { firstRow: 7 }),
          addObservationColumns(byColumns, columns, { firstRow: 7 }),
        ];
        expect(b.accepted).toBe(a.accepted);
        expect(b.rejected.map(({ row, column, code, message }) => [row, column, code, message])).toEqual(
          a.rejected.map(({ row, column, code, message }) => [row, column, code, message]),
        );
        for (let index = 0; index < byRows.size; index += 1)
          expect(observationAt(byColumns, index)).toEqual(observationAt(byRows, index));
      }),
      { numRuns: 300 },
    );
  });

  it("of values that are alone make the very table that rows make, names and profile included", () => {
    const plain = fc.record({
      indicator: fc.constantFrom("count", "yes", "other"),
      period: fc.constantFrom("Q1", "Q2"),
      value: fc.constantFrom(0, 1, 2.25, 1e16),
      source: fc.constantFrom("a", "b", undefined),
      place: fc.constantFrom("x", "y", "z"),
      sex: fc.constantFrom("female", undefined),
      group: fc.constantFrom("displaced", "host", undefined),
      recordedAt: fc.constantFrom("2020-01-01", "2020-02-01T10:00:00Z"),
    });
    const odd = fc.record({
      at: fc.nat(),
      with: fc.constantFrom<Partial<Row>>(
        ...[{ indicator: "" }, { indicator: "yes", value: 7 }, { period: "Q9" }, { sex: "elsewhere" }],
        ...[{ value: Number.POSITIVE_INFINITY }, { recordedAt: "yesterday" }, { place: "w" }],
      ),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(plain, { minLength: 1, maxLength: 40 }), { maxLength: 3 }),
        fc.option(odd),
        fc.boolean(),
        (batches, strange, open) => {
          const shape = open ? { axes: [{ name: "sex" }, { name: "constructor" }] } : SHAPE;
          const tables = [0, 1].map(() => createTable(shape as TableShape));
          const [byRows, byColumns] = tables as [ObservationTable, ObservationTable];
          if (strange !== null && batches[0] !== undefined) {
            const index = strange.at % batches[0].length;
            Object.assign(batches[0][index] as Row, strange.with);
          }
          for (const batch of batches as Row[][]) {
            const text = (key: keyof Row): TextColumn => coded(batch.map((each) => each[key] as string));
            const columns: ObservationColumns = {
              indicator: text("indicator"),
              period: text("period"),
              value: Float64Array.from(batch, ({ value }) => value as number),
              source: text("source"),
              place: text("place"),
              categories: { sex: text("sex"), constructor: text("group") },
              recordedAt: text("recordedAt"),
            };
            const rows = addObservations(byRows, batch.map(asObject));
            const { accepted, rejected } = addObservationColumns(byColumns, columns);
            expect([accepted, rejected.map(({ code }) => code)]).toEqual([
              rows.accepted,
              rows.rejected.map(({ code }) => code),
            ]);
          }
          expect(byColumns).toEqual(byRows);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("of a source are what rows are, whether its texts stay, grow or change from batch to batch", async () => {
    const plain = fc.record({
      indicator: fc.constantFrom("count", "yes", ""),
      period: fc.constantFrom("Q1", "Q2", "Q9"),
      place: fc.constantFrom("x", "y", "z", ""),
      value: fc.constantFrom(0, 1),
      withEvidence: fc.boolean(),
    });
    const batch = fc.record({
      rows: fc.array(plain, { minLength: 1, maxLength: 12 }),
      texts: fc.constantFrom("grow", "anew", "overwritten"),
    });
    const row = { indicator: "count", place: "x", value: 0, withEvidence: false } as const;
    const unknown = { ...row, period: "Q9" } as const;
    // A text that was refused in a batch comes again beside one that is new.
    const refusedTwice = [
      { rows: [unknown], texts: "grow" as const },
      { rows: [unknown, { ...row, period: "Q1" as const }], texts: "grow" as const },
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { maxLength: 5 }), async (drawn) => {
        const lists = new Map<string, string[]>();
        const text = (field: "indicator" | "period" | "place", { rows, texts }: (typeof drawn)[number]) => {
          const list = texts === "anew" ? [] : (lists.get(field) ?? []);
          // What was a text's number before is another one's.
          if (texts === "overwritten") list.reverse();
          lists.set(field, list);
          const codes = rows.map((each) => {
            const known = list.indexOf(each[field]);
            return known >= 0 ? known : list.push(each[field]) - 1;
          });
          return { texts: list, codes: Int32Array.from(codes) };
        };
        const read = await loadObservations(
          {
            format: "test",
            open: async () => ({
              ok: true,
              value: {
                shape: { axes: [], rowCount: null },
                batches: async function* () {
                  for (const each of drawn) {
                    const columns: ObservationColumns = {
                      indicator: text("indicator", each),
                      period: text("period", each),
                      place: text("place", each),
                      value: Float64Array.from(each.rows, ({ value }) => value),
                      recordedAt: each.rows.map(() => "2020-01-01"),
                      // Then no row is taken as one of plain columns.
                      ...(each.rows.some(({ withEvidence }) => withEvidence) && {
                        evidence: each.rows.map(() => "a list"),
                      }),
                    };
                    yield { kind: "columns" as const, columns };
                  }
                },
              },
              findings: [],
            }),
          },
          { table: () => createTable(SHAPE, { sameKey: "last" }) },
        );
        if (!read.ok) throw new Error("refused");
        const byRows = createTable(SHAPE, { sameKey: "last" });
        let rejected = 0;
        for (const { rows } of drawn) {
          const evidence = rows.some(({ withEvidence }) => withEvidence);
          rejected += addObservations(
            byRows,
            rows.map(({ withEvidence, place, ...fields }) => ({
              ...{ ...fields, recordedAt: "2020-01-01" },
              ...(place !== "" && { place }),
              ...(evidence && { evidence: "a list" }),
            })),
          ).rejected.length;
        }
        expect(read.value.rejectedCount).toBe(rejected);
        expect(Array.from({ length: byRows.size }, (_, at) => observationAt(read.value.table, at))).toEqual(
          Array.from({ length: byRows.size }, (_, at) => observationAt(byRows, at)),
        );
      }),
      { numRuns: 300, examples: [[refusedTwice]] },
    );
  });

  it("of numbers alone say nothing by NaN, withdraw by a column of their own, and give instants in milliseconds", () => {
    const table = createTable(SHAPE);
    const { accepted, rejected } = addObservationColumns(table, {
      indicator: { texts: ["count", "ratio"], codes: Uint8Array.of(0, 1, 1, 0, 0) },
      period: ["Q1", "Q1", "Q2", "Q1", "Q2"],
      value: Float64Array.of(3, Number.NaN, Number.NaN, Number.NaN, Number.NaN),
      numerator: Float64Array.of(Number.NaN, 1, 2, Number.NaN, Number.NaN),
      denominator: Float64Array.of(Number.NaN, 4, Number.NaN, Number.NaN, Number.NaN),
      withdrawn: [0, 0, 0, 1, 0],
      recordedAt: Float64Array.of(...[10, 10, 10, 11, 10].map((day) => Date.UTC(2020, 3, day))),
    });
    expect([accepted, rejected.map(({ row, column, code }) => [row, column, code])]).toEqual([
      4,
      [[4, "value", "missing"]],
    ]);
    const said = Array.from({ length: 4 }, (_, index) => observationAt(table, index));
    expect(said.map(({ value, numerator, denominator }) => [value, numerator, denominator])).toEqual([
      [3, undefined, undefined],
      [undefined, 1, 4],
      [undefined, 2, null],
      [null, undefined, undefined],
    ]);
    expect(said[0]?.recordedAt).toBe("2020-04-10");
  });
});

describe("a source", () => {
  const columns = (value: number[]): ObservationColumns => ({
    indicator: value.map(() => "count"),
    period: value.map(() => "Q1"),
    value,
    recordedAt: value.map(() => "2020-01-01"),
  });
  const source: ObservationSource = {
    format: "test",
    open: async () => ({
      ok: true,
      value: {
        shape: { axes: [], rowCount: 4 },
        batches: async function* () {
          yield { kind: "columns", columns: columns([1, Number.NaN]), lines: [2, 3] };
          yield { kind: "rows", rows: [{ indicator: "count" }, {}], lines: [4, 9] };
        },
      },
      findings: [],
    }),
  };

  it("is loaded batch by batch, its refusals by row and line", async () => {
    const read = await loadObservations(source, { table: () => createTable(SHAPE) });
    if (!read.ok) throw new Error("refused");
    expect([read.value.accepted, read.value.rejectedCount]).toEqual([1, 3]);
    expect(read.value.rejections.map(({ row, line, column }) => [row, line, column])).toEqual([
      [1, 3, "value"],
      [2, 4, "period"],
      [3, 9, "indicator"],
    ]);
  });

  it("may state its share, by which space is made; whatever it states, the table holds the same", async () => {
    const telling = (share: number | null): ObservationSource => ({
      format: "test",
      open: async (pull) => ({
        ok: true,
        value: {
          shape: { axes: [], rowCount: null },
          batches: async function* () {
            for (let index = 0; index < 3; index += 1) {
              yield {
                kind: "columns",
                columns: columns(Array.from({ length: 200 }, (_, row) => index + row)),
              };
              pull?.onProgress?.({ rowCount: 200 * (index + 1), share });
            }
          },
        },
        findings: [],
      }),
    });
    const read = async (share: number | null) => {
      const shares: (number | null)[] = [];
      const loaded = await loadObservations(telling(share), {
        table: () => createTable(SHAPE),
        onProgress: (progress) => shares.push(progress.share),
      });
      if (!loaded.ok) throw new Error("refused");
      const { keyIndex, ...table } = loaded.value.table;
      return { table, shares, capacity: keyIndex.entries.length / 2, used: keyIndex.used };
    };
    const without = await read(null);
    for (const share of [0.001, 0.4, 1, 0, -1, Number.NaN, 1e-300]) {
      const { table, shares, capacity, used } = await read(share);
      expect({ table, used }).toEqual({ table: without.table, used: without.used });
      expect(shares).toEqual([share, share, share]);
      expect(capacity).toBeLessThanOrEqual(2 ** 23);
    }
    expect((await read(0.001)).capacity).toBeGreaterThan(without.capacity);
  });

  it("stops when it is asked to, and says why it cannot go on", async () => {
    const stop = new AbortController();
    stop.abort(new Error("enough"));
    await expect(
      loadObservations(source, { table: () => createTable(SHAPE), signal: stop.signal }),
    ).rejects.toThrow("enough");
    const problem = {
      code: "broken",
      where: { path: "" },
      message: { en: "broken", fr: "cassé" },
      found: null,
      expected: null,
    };
    const broken: ObservationSource = {
      format: "test",
      open: async () => ({
        ok: true,
        value: {
          shape: { axes: [], rowCount: null },
          batches: async function* () {
            yield { kind: "refused", problems: [problem] };
          },
        },
        findings: [],
      }),
    };
    expect(await loadObservations(broken, { table: () => createTable(SHAPE) })).toEqual({
      ok: false,
      problems: [problem],
    });
  });
});
