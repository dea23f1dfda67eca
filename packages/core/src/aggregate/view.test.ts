import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addObservations, createTable } from "../observations/index.ts";
import { computeResults } from "./compute.ts";
import type { MeasurementFramework } from "./definition.ts";
import { resultRows } from "./result-rows.ts";
import { absorb, openView, viewResults } from "./view.ts";

const framework: MeasurementFramework = {
  format: "cadre/measurement",
  indicators: (["sum", "cumulative"] as const).map((accumulation) => ({
    code: accumulation,
    measure: "count",
    accumulation,
    combination: { sources: "sum", places: "sum" },
  })),
  axes: [{ name: "sex", kind: "partition" }],
  periods: ["Q1", "Q2"].map((id, index) => ({
    id,
    start: `2020-0${index + 1}-01`,
    end: `2020-0${index + 1}-28`,
  })),
};

describe("a live view", () => {
  it("equals a recompute after every batch: new values, corrections, late and withdrawn ones", () => {
    const row = fc
      .record({
        indicator: fc.constantFrom("sum", "cumulative"),
        period: fc.constantFrom("Q1", "Q2"),
        source: fc.constantFrom("A", "B"),
        sex: fc.constantFrom("female", "male", "unknown"),
        value: fc.oneof(
          { weight: 8, arbitrary: fc.integer({ min: 0, max: 99 }) },
          fc.constant(null),
          fc.constant(0.5),
        ),
        recordedAt: fc.constantFrom("2020-03-01", "2020-03-02", "2020-03-03"),
      })
      .map(({ sex, ...rest }) => ({ ...rest, categories: { sex } }));
    const asOf = fc.constantFrom("2020-03-01", "2020-03-02", undefined);
    const by = fc.subarray(["period", "sex", "source"]);
    fc.assert(
      fc.property(
        fc.array(fc.array(row, { maxLength: 6 }), { maxLength: 6 }),
        asOf,
        by,
        (batches, asOf, by) => {
          const query = { by, ...(asOf !== undefined && { asOf }) };
          const table = createTable(framework);
          const view = openView(framework, table, query);
          for (const batch of batches) {
            addObservations(table, batch);
            absorb(view, table);
            expect(resultRows(viewResults(view, table))).toEqual(
              resultRows(computeResults(framework, table, query)),
            );
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it("counts reports of sexes and ages up to their last row, unknown ones too, without opening anew", () => {
    const closed: MeasurementFramework = {
      ...framework,
      axes: [
        { name: "sex", kind: "partition", categories: ["female", "male"] },
        { name: "age", kind: "partition", categories: ["young", "old"] },
      ],
    };
    const cell = (source: string, sex: string, age: string, value: number) => ({
      ...{ indicator: "sum", period: "Q1", source, value, recordedAt: "2020-03-01" },
      categories: { sex, age },
    });
    const cells = ["female", "male", "unknown"].flatMap((sex) =>
      ["young", "old", "unknown"].map((age): [string, string] => [sex, age]),
    );
    for (const by of [[], ["sex"], ["sex", "age"], ["source", "age"]])
      for (let first = 0; first < cells.length; first += 1) {
        const table = createTable(closed);
        addObservations(table, [
          ...cells.slice(0, 2).flatMap(([, age]) => ["female", "male"].map((sex) => cell("A", sex, age, 3))),
          // Every name is known from elsewhere.
          ...cells.map(([sex, age]) => cell("C", sex, age, 1)),
          { ...cell("B", "female", "old", 1), indicator: "cumulative" },
        ]);
        const view = openView(closed, table, { by });
        // One row after the other of a new report, then of the one that was there.
        const order = [...cells.slice(first), ...cells.slice(0, first)];
        for (const [source, sex, age] of [
          ...order.map(([sex, age]) => ["B", sex, age] as const),
          ...order.map(([sex, age]) => ["A", sex, age] as const),
        ]) {
          addObservations(table, [{ ...cell(source, sex, age, 2), recordedAt: "2020-03-02" }]);
          absorb(view, table);
          expect(resultRows(viewResults(view, table))).toEqual(
            resultRows(computeResults(closed, table, { by })),
          );
        }
        expect(view.rebuilt).toBe(0);
      }
  });
});
