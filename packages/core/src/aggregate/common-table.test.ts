import { describe, expect, it } from "vitest";
import { addObservations, createTable, type Observation } from "../observations/index.ts";
import { commonTable } from "./common-table.ts";
import { computeResults } from "./compute.ts";
import type { IndicatorDefinition, MeasurementFramework } from "./definition.ts";
import { RESULT_REASONS } from "./query.ts";
import { resultRows } from "./result-rows.ts";
import { rollUpResults } from "./roll-up-results.ts";

const definition = (code: string, more: Partial<IndicatorDefinition> = {}): IndicatorDefinition => ({
  code,
  measure: "percentage",
  unit: "%",
  accumulation: "latest",
  combination: { sources: "sum", places: "sum" },
  ...more,
});
const framework: MeasurementFramework = {
  format: "cadre/measurement",
  axes: [{ name: "sex", kind: "partition", categories: ["female", "male"] }],
  periods: [{ id: "2020", start: "2020-01-01", end: "2020-12-31" }],
  indicators: [
    definition("ml/1.1"),
    definition("ne/2.1"),
    definition("td/1.1", { unit: "people", measure: "count" }),
  ],
};
const row = (indicator: string, sex: string, numerator: number, denominator: number): Observation => ({
  indicator,
  period: "2020",
  categories: { sex },
  numerator,
  denominator,
  recordedAt: "2021-01-10",
});
const table = createTable(framework);
addObservations(table, [
  row("ml/1.1", "female", 10, 20),
  row("ml/1.1", "male", 4, 30),
  row("ne/2.1", "female", 1, 40),
  row("ne/2.1", "male", 14, 10),
]);

describe("common indicators by their rows", () => {
  it("add numerators and denominators for every cut", () => {
    const common = commonTable(framework, table, { "ml/1.1": "trust", "ne/2.1": "trust" });
    const values = (by: string[]) =>
      resultRows(computeResults(common.framework, common.table, { by })).map(({ at, value }) => [
        at.sex ?? "all",
        value,
      ]);
    // 29 of 100; women 11 of 60, men 18 of 40. The mean of the two countries would be 44 %.
    expect(values([])).toEqual([["all", 29]]);
    expect(values(["sex"])).toEqual([
      ["female", (11 * 100) / 60],
      ["male", 45],
    ]);
  });
  it("must exist and be measured alike", () => {
    expect(() => commonTable(framework, table, { "xx/1": "trust" })).toThrow(
      "there are ml/1.1, ne/2.1, td/1.1",
    );
    expect(() => commonTable(framework, table, { "ml/1.1": "trust", "td/1.1": "trust" })).toThrow(
      "not measured alike",
    );
    const single = {
      ...framework,
      indicators: framework.indicators.map((each) => ({
        ...each,
        combination: { sources: "none" as const, places: "sum" as const },
      })),
    };
    expect(() => commonTable(single, table, { "ml/1.1": "trust", "ne/2.1": "trust" })).toThrow(
      "do not add up",
    );
  });
});

describe("sums of results", () => {
  it("are bounds where one of the values is only confined", () => {
    const counts = {
      ...framework,
      indicators: [definition("a", { measure: "count" }), definition("b", { measure: "count" })],
    };
    const reports = createTable(counts);
    const of = (indicator: string, value: number, sex?: string): Observation => ({
      indicator,
      period: "2020",
      value,
      recordedAt: "2021-01-10",
      ...(sex !== undefined && { categories: { sex } }),
    });
    const rows = [of("a", 6, "female"), of("a", 4, "male"), of("b", 10, "female")];
    expect(addObservations(reports, rows).rejected).toEqual([]);
    const results = computeResults(counts, reports, { by: ["sex"] });
    const sexes = results.dimensions[1]?.members ?? [];
    const women = sexes.indexOf("female");
    // Of the ten of b nobody knows how many are women.
    const confined = sexes.length + women;
    const bounds = {
      low: new Float64Array(results.size).fill(Number.NaN),
      high: new Float64Array(results.size).fill(Number.NaN),
    };
    results.reason[confined] = 1 + RESULT_REASONS.indexOf("bounds-only");
    bounds.low[confined] = 0;
    bounds.high[confined] = 10;
    const rolled = rollUpResults(counts, { ...results, bounds }, { a: "people", b: "people" });
    expect(RESULT_REASONS[(rolled.reason[women] ?? 0) - 1]).toBe("bounds-only");
    expect([rolled.bounds?.low[women], rolled.bounds?.high[women]]).toEqual([6, 16]);
  });
});
