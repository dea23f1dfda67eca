import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addObservationColumns,
  addObservations,
  createTable,
  deserialiseTable,
  type Observation,
  observationAt,
  serialiseTable,
  shareTable,
} from "./index.ts";
import { toInstant } from "./instant.ts";

const SHAPE = {
  axes: [{ name: "sex", kind: "partition" as const, categories: ["female", "male"] }],
  indicators: [
    { code: "1.1", measure: "count" },
    { code: "1.2", measure: "percentage" },
    { code: "1.3", measure: "yes-no" },
  ],
  periods: [{ id: "2020-Q1" }, { id: "2020-Q2" }],
};
const GOOD = { indicator: "1.1", period: "2020-Q1", value: 3, recordedAt: "2020-04-10" };

describe("observations", () => {
  it("come back as they were given", () => {
    const rows: Observation[] = [
      GOOD,
      { ...GOOD, source: "A", place: "Mopti", categories: { sex: "unknown" }, evidence: "list 3" },
      {
        indicator: "1.2",
        period: "2020-Q2",
        numerator: 3,
        denominator: 4,
        recordedAt: "2020-07-01T10:30:00.000Z",
      },
      { indicator: "1.2", period: "2020-Q2", numerator: 3, denominator: null, recordedAt: "2020-07-02" },
      { ...GOOD, value: null, recordedAt: "2020-07-03" },
    ];
    const table = createTable(SHAPE);
    expect(addObservations(table, rows)).toEqual({ accepted: 5, rejected: [], recalled: 0 });
    for (const copy of [
      table,
      structuredClone(table),
      deserialiseTable(serialiseTable(table)),
      shareTable(table),
    ])
      expect(rows.map((_, row) => observationAt(copy, row))).toEqual(rows);
  });

  it("are refused by row and column with what was found, and the good ones are kept", () => {
    const bad: [unknown, column: string, code: string][] = [
      [null, "", "not-a-row"],
      [{ ...GOOD, indicator: "9.9" }, "indicator", "unknown-indicator"],
      [{ ...GOOD, indicator: undefined }, "indicator", "missing"],
      [{ ...GOOD, period: "2021" }, "period", "unknown-period"],
      [{ ...GOOD, period: 4 }, "period", "not-text"],
      [{ ...GOOD, value: "3" }, "value", "not-a-number"],
      [{ ...GOOD, value: Number.NaN }, "value", "not-a-number"],
      [{ ...GOOD, value: undefined }, "value", "missing"],
      [{ ...GOOD, value: undefined, numerator: 1 }, "value", "missing"],
      [{ ...GOOD, indicator: "1.2", numerator: 1 }, "value", "value-and-numerator"],
      [
        { ...GOOD, indicator: "1.2", value: undefined, numerator: 1, denominator: -2 },
        "denominator",
        "negative-denominator",
      ],
      [{ ...GOOD, indicator: "1.3", value: 2 }, "value", "out-of-range"],
      [{ ...GOOD, categories: { sex: "femme" } }, "sex", "unknown-category"],
      [{ ...GOOD, categories: { age: "young" } }, "categories", "unknown-axis"],
      [{ ...GOOD, source: 3 }, "source", "not-text"],
      [{ ...GOOD, recordedAt: "2020-02-30" }, "recordedAt", "not-an-instant"],
    ];
    const table = createTable(SHAPE);
    const { accepted, rejected } = addObservations(table, [...bad.map(([row]) => row), GOOD]);
    expect([accepted, table.size]).toEqual([1, 1]);
    expect(rejected.map(({ row, column, code }) => [row, column, code])).toEqual(
      bad.map(([, column, code], row) => [row, column, code]),
    );
    expect(rejected[12]).toMatchObject({
      found: "femme",
      message: { en: expect.stringContaining("Row 12"), fr: expect.stringContaining("Ligne 12") },
    });
  });

  it("that are refused are shown whatever they are, the beginning of it", () => {
    const found = (value: unknown) => {
      const row = { indicator: "a", period: "2020", value: value as number, recordedAt: "2020-04-10" };
      return addObservations(createTable({ axes: [] }), [row]).rejected[0]?.found;
    };
    let nested: unknown = 1;
    for (let level = 0; level < 1_000_000; level += 1) nested = [nested];
    expect(found(nested)).toBe(`${"[".repeat(60)}…`);
    expect([found(1n), found({ a: 1 }), found(new Date(0)), found(Uint8Array.of(1, 2))]).toEqual([
      ...["1", '{"a":1}', '"1970-01-01T00:00:00.000Z"', "[1,2]"],
    ]);
  });

  it.each([
    [
      [0, 1],
      [0, 1],
    ],
    [
      [0, 1, 0],
      [0, 1, 2],
    ],
    [
      [0, 0, 1],
      [0, 1, 2],
    ],
    [
      [1, 0, 0, 1],
      [0, 1, 2, 3],
    ],
    [[2, 2, 2], []],
  ])("of the same keys and time that say %j are handed back, whatever they repeat", (values, refused) => {
    const all = values.map((value) => ({ ...GOOD, value }));
    const table = createTable(SHAPE);
    const { accepted, rejected } = addObservations(table, all);
    expect([accepted, rejected.map(({ row, code }) => [row, code])]).toEqual([
      values.length - refused.length,
      refused.map((row) => [row, "rows-conflict"]),
    ]);
    // In one batch or row by row, none of them counts.
    const slowly = createTable(SHAPE);
    const handedBack = all.map((row) => addObservations(slowly, [row]).rejected.length);
    expect(handedBack.reduce((sum, each) => sum + each, 0)).toBe(refused.length);
  });

  it("fed by columns make the same table as fed by rows", () => {
    const [rows, columns] = [createTable(SHAPE), createTable(SHAPE)];
    addObservations(rows, [GOOD, { ...GOOD, categories: { sex: "male" } }]);
    addObservationColumns(columns, {
      indicator: ["1.1", "1.1"],
      period: ["2020-Q1", "2020-Q1"],
      value: Float64Array.of(3, 3),
      categories: { sex: ["", "male"] },
      recordedAt: ["2020-04-10", "2020-04-10"],
    });
    expect(columns).toEqual(rows);
    expect(() => addObservationColumns(columns, { indicator: ["1.1"], period: [], recordedAt: [] })).toThrow(
      RangeError,
    );
  });

  it("outgrow a chunk and two-byte codes", () => {
    const table = createTable({});
    const rows = Array.from({ length: 140_000 }, (_, index) => ({
      ...GOOD,
      place: `place ${index}`,
      value: index,
    }));
    expect(addObservations(table, rows).accepted).toBe(140_000);
    for (const index of [0, 65_535, 65_536, 139_999])
      expect(observationAt(table, index)).toEqual(rows[index]);
  });
});

describe("instants", () => {
  it("are read as Date.parse reads them, and days that do not exist are not", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true }),
        (date) => {
          const text = date.toISOString();
          expect(toInstant(text)).toBe(date.getTime());
          expect(toInstant(text.slice(0, 10))).toBe(Date.parse(text.slice(0, 10)));
        },
      ),
    );
    for (const text of ["2021-02-29", "2020-13-01", "2020-1-1", "2020-01-01T10:00", "", 20200101])
      expect(toInstant(text)).toBeNaN();
  });
});
