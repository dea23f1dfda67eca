import { describe, expect, it } from "vitest";
import { addObservations, createTable, type Observation } from "../observations/index.ts";
import { commonTable } from "./common-table.ts";
import { computeResults } from "./compute.ts";
import type { IndicatorDefinition, MeasurementFramework } from "./definition.ts";
import { resultRows } from "./result-rows.ts";

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

describe("a sum of common indicators", () => {
  const counts: MeasurementFramework = {
    ...framework,
    indicators: ["a", "b", "c"].map((code) => definition(code, { measure: "count" })),
  };
  const of = (indicator: string, value: number | null, sex?: string): Observation => ({
    indicator,
    period: "2020",
    value,
    recordedAt: "2021-01-10",
    ...(sex !== undefined && { categories: { sex } }),
  });
  const rolled = (...rows: Observation[]) => {
    const reports = createTable(counts);
    expect(addObservations(reports, rows).rejected).toEqual([]);
    return commonTable(counts, reports, { a: "people", b: "people", c: "people" });
  };

  it("is bounds where one of them is only confined", () => {
    const { framework: common, table: reports } = rolled(
      of("a", 6, "female"),
      of("a", 4, "male"),
      // Of the ten of b nobody knows how many are women.
      of("b", 10),
    );
    const [women] = resultRows(computeResults(common, reports, { by: ["sex"] }));
    expect([women?.at.sex, women?.value, women?.bounds]).toEqual(["female", null, { low: 6, high: 16 }]);
  });

  it("names those that report nothing", () => {
    expect(rolled(of("a", 6), of("b", 10)).silent).toEqual(["c"]);
    expect(rolled().silent).toEqual(["a", "b", "c"]);
  });
});
