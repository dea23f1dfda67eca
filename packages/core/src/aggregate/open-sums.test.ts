import { describe, expect, it } from "vitest";
import { seeded } from "../../test/aggregate/worlds.ts";
import { referenceCoverage, referenceValue } from "../../test/reference/values.ts";
import { addObservations, createTable, type Observation } from "../observations/index.ts";
import { runPlan } from "./compute.ts";
import type { MeasurementFramework } from "./definition.ts";
import { explainResult } from "./explain.ts";
import { planQuery } from "./plan.ts";
import type { Query } from "./query.ts";
import { resultAt } from "./result-rows.ts";
import { openView, viewResults } from "./view.ts";

const runs = process.env.CADRE_FULL === "1" ? 10_000 : 100;
const PERIODS = [
  { id: "Q1", start: "2020-01-01", end: "2020-03-31" },
  { id: "Q2", start: "2020-04-01", end: "2020-06-30" },
];
const CATEGORIES: Record<string, string[]> = {
  sex: ["female", "male"],
  age: ["young", "old"],
  status: ["host", "refugee", "returnee"],
};

/** Reports that each state one breakdown whole, or a total alone; some are corrected, some withdrawn. */
function reportsOf(seed: number): {
  framework: MeasurementFramework;
  observations: Observation[];
  query: Query;
} {
  const random = seeded(seed * 31 + 5);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const framework: MeasurementFramework = {
    format: "cadre/measurement",
    indicators: ["a", "b"].map((code) => ({
      code,
      measure: pick(["count", "count", "currency"] as const),
      accumulation: "sum" as const,
      combination: { sources: "sum", places: "sum" } as const,
    })),
    axes: [
      { name: "sex", kind: "partition", categories: ["female", "male"] },
      { name: "age", kind: "partition", categories: ["young", "old"] },
      // What nobody names of an open axis is no category of it.
      { name: "status", kind: "partition" },
    ],
    periods: PERIODS,
  };
  const breakdowns = [[], ["sex"], ["age"], ["sex", "age"], ["status"], ["sex", "status"]];
  const used = breakdowns.filter(() => random() < 0.5);
  const statuses = CATEGORIES.status?.slice(0, 1 + Math.floor(random() * 3)) ?? [];
  const observations: Observation[] = [];
  const reports = 1 + Math.floor(random() * 8);
  for (let number = 0; number < reports; number += 1) {
    const about = {
      ...{ indicator: pick(["a", "a", "b"]), period: pick(["Q1", "Q2"]), source: pick(["A", "B"]) },
      ...{ place: `commune ${number}`, ...(random() < 0.2 && { id: "training 2" }) },
    };
    const axes = pick(used.length === 0 ? [[]] : used);
    let cells: Record<string, string>[] = [{}];
    for (const axis of axes) {
      const own = axis === "status" ? statuses : (CATEGORIES[axis] ?? []);
      const listed = random() < 0.3 ? [...own, "unknown"] : own;
      cells = cells.flatMap((cell) => listed.map((category) => ({ ...cell, [axis]: category })));
    }
    const fate = random();
    for (const categories of cells) {
      if (Object.values(categories).includes("unknown") && random() < 0.4) continue;
      const value = random() < 0.2 ? 0 : Math.floor(random() * 10) / (pick([1, 1, 10]) as number);
      const row = { ...about, categories, value, recordedAt: "2020-07-10" };
      observations.push(row);
      if (fate < 0.15) observations.push({ ...row, value: value + 1, recordedAt: "2020-08-10" });
      else if (fate < 0.25) observations.push({ ...row, value: null, recordedAt: "2020-08-10" });
    }
  }
  const by = ["sex", "age", "status", "period", "source", "place"].filter(() => random() < 0.35);
  return {
    framework,
    observations,
    query: {
      by,
      ...(random() < 0.2 && { asOf: pick(["2020-07-15", "2020-09-01"]) }),
      ...(random() < 0.2 && !by.includes("period") && { where: { period: ["Q1"] } }),
    },
  };
}

describe("sums of reports that do not all break down what is asked for", () => {
  it(`are what the reports say one by one, and what the reference says (${runs} tables)`, () => {
    let open = 0;
    for (let seed = 1; seed <= runs; seed += 1) {
      const { framework, observations, query } = reportsOf(seed);
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

  it("show which rows each value rests on: 2 women, and 5 of whom nobody said who", () => {
    const { framework } = reportsOf(1);
    const table = createTable(framework);
    const base = { indicator: "a", period: "Q1", recordedAt: "2020-07-10" };
    addObservations(table, [
      { ...base, source: "A", value: 2, categories: { sex: "female" } },
      { ...base, source: "A", value: 3, categories: { sex: "male" } },
      { ...base, source: "B", value: 5 },
    ]);
    expect(planQuery(framework, table, { by: ["sex"] }).indicatorPlans[0]).toMatchObject({ open: true });
    const women = explainResult(framework, table, { by: ["sex"] }, "a", { sex: "female" });
    expect(women?.result).toMatchObject({ value: null, bounds: { low: 2, high: 7 }, reported: 2 });
    expect(women?.observations.map(({ row }) => row)).toEqual([0, 2]);
  });
});
