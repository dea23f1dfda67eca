import { describe, expect, it } from "vitest";
import { oneBreakdownOf } from "../../test/aggregate/one-breakdown.ts";
import { referenceCoverage, referenceValue } from "../../test/reference/values.ts";
import { addObservations, createTable } from "../observations/index.ts";
import { runPlan } from "./compute.ts";
import { explainResult } from "./explain.ts";
import { planQuery } from "./plan.ts";
import { resultAt } from "./result-rows.ts";
import { openView, viewResults } from "./view.ts";

const runs = process.env.CADRE_FULL === "1" ? 10_000 : 100;

describe("sums of reports that do not all break down what is asked for", () => {
  it(`are what the reports say one by one, and what the reference says (${runs} tables)`, () => {
    let open = 0;
    for (let seed = 1; seed <= runs; seed += 1) {
      const { framework, observations, query } = oneBreakdownOf(seed);
      const table = createTable(framework);
      expect(addObservations(table, observations).rejected).toEqual([]);
      if (table.periods.texts.length === 0) continue;
      const plan = planQuery(framework, table, query);
      open += plan.indicatorPlans.filter((each) => each.open).length;
      const results = runPlan(plan, table);
      const read = runPlan(planQuery(framework, table, query, undefined, false), table);
      const view = viewResults(openView(framework, table, query), table);
      for (let index = 0; index < results.size; index += 1) {
        const row = resultAt(results, index);
        expect({ seed, row }).toEqual({ seed, row: resultAt(read, index) });
        expect(resultAt(view, index)).toEqual(row);
        const { value, reason, bounds, reported, carried, levels, count } = row;
        const expected = referenceValue(framework, observations, query, row.indicator, row.at);
        expect({ seed, at: row.at, value, reason, bounds, reported, carried, levels, count }).toEqual({
          seed,
          at: row.at,
          ...expected,
        });
      }
      for (const [index, { code }] of framework.indicators.entries()) {
        const share = results.coverage[index] ?? Number.NaN;
        const expected = referenceCoverage(framework, observations, query, code);
        expect({ seed, share: Number.isNaN(share) ? null : share }).toEqual({ seed, share: expected });
      }
    }
    expect(open).toBeGreaterThan(runs / 4);
  }, 1_800_000);

  it("have a cell of unknown sex and age where one report names both, however they are read", () => {
    const { framework } = oneBreakdownOf(1);
    const base = { indicator: "a", period: "Q1", value: 2, recordedAt: "2020-07-10" };
    const said = (place: string, axis: string, names: string[]) =>
      names.map((name) => ({ ...base, place, categories: { [axis]: name } }));
    const apart = [
      ...said("x", "sex", ["female", "male", "unknown"]),
      ...said("y", "age", ["young", "old", "unknown"]),
    ];
    const both = [
      ...["female", "male", "unknown"].flatMap((sex) =>
        ["young", "old", "unknown"].map((age) => ({ ...base, place: "z", categories: { sex, age } })),
      ),
    ];
    for (const [rows, bounds] of [
      [apart, null],
      [[...apart, ...both], { low: 2, high: 6 }],
    ] as const) {
      const table = createTable(framework);
      expect(addObservations(table, [...rows]).rejected).toEqual([]);
      const query = { by: ["sex", "age"] };
      const at = { sex: "unknown", age: "unknown" };
      const expected = referenceValue(framework, [...rows], query, "a", at);
      expect(expected).toMatchObject({ bounds, reason: bounds === null ? "no-actual" : "bounds-only" });
      for (const mayBeOpen of [true, false]) {
        const results = runPlan(planQuery(framework, table, query, undefined, mayBeOpen), table);
        const found = Array.from({ length: results.size }, (_, index) => resultAt(results, index)).find(
          (row) => row.indicator === "a" && row.at.sex === "unknown" && row.at.age === "unknown",
        );
        expect(found).toMatchObject({ bounds, reason: expected.reason });
      }
    }
  });

  it("show which rows each value rests on: 2 women, and 5 of whom nobody said who", () => {
    const { framework } = oneBreakdownOf(1);
    const table = createTable(framework);
    const base = { indicator: "a", period: "Q1", recordedAt: "2020-07-10" };
    addObservations(table, [
      { ...base, source: "A", value: 2, categories: { sex: "female" } },
      { ...base, source: "A", value: 3, categories: { sex: "male" } },
      { ...base, source: "B", value: 5 },
    ]);
    expect(planQuery(framework, table, { by: ["sex"] }).indicatorPlans[0]).toMatchObject({ open: true });
    const women = explainResult(framework, table, "a", { query: { by: ["sex"] }, at: { sex: "female" } });
    expect(women?.result).toMatchObject({ value: null, bounds: { low: 2, high: 7 }, reported: 2 });
    expect(women?.observations.map(({ row }) => row)).toEqual([0, 2]);
  });
});
