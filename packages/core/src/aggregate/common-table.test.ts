import { describe, expect, it } from "vitest";
import { addObservations, createTable, type Observation } from "../observations/index.ts";
import { commonTable } from "./common-table.ts";
import { computeResults } from "./compute.ts";
import type { IndicatorDefinition, MeasurementFramework } from "./definition.ts";
import type { Query, ResultSet } from "./query.ts";
import { resultRows } from "./result-rows.ts";
import { absorb, openView, viewResults } from "./view.ts";

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
      of("c", 0),
    );
    const [women] = resultRows(computeResults(common, reports, { by: ["sex"] }));
    expect([women?.at.sex, women?.value, women?.bounds]).toEqual(["female", null, { low: 6, high: 16 }]);
  });

  it("is no number while one of them reports nothing, and it is named: 16 of two of three is 16 or more", () => {
    const { framework: common, table: reports, silent } = rolled(of("a", 6), of("b", 10));
    expect(silent).toEqual([{ indicator: "c", common: "people", periods: ["2020"], entirely: true }]);
    expect(resultRows(computeResults(common, reports))).toMatchObject([
      { value: null, reason: "not-all-reported", bounds: { low: 16, high: null }, reported: 16 },
    ]);
    expect(rolled().silent.map(({ indicator }) => indicator)).toEqual(["a", "b", "c"]);
    const all = rolled(of("a", 6), of("b", 10), of("c", 0));
    expect(all.silent).toEqual([]);
    expect(resultRows(computeResults(all.framework, all.table))).toMatchObject([{ value: 16, reason: null }]);
  });

  it("of numerators and denominators has a reason and no bounds while one of them reports nothing", () => {
    const common = commonTable(
      { ...framework, indicators: [...framework.indicators, definition("bf/1")] },
      table,
      { "ml/1.1": "trust", "ne/2.1": "trust", "bf/1": "trust" },
    );
    expect(resultRows(computeResults(common.framework, common.table))).toMatchObject([
      { value: null, reason: "not-all-reported", bounds: null, reported: 29 },
    ]);
  });
});

describe("an indicator that is silent in a single period", () => {
  const periods = [
    { id: "Q1", start: "2020-01-01", end: "2020-03-31" },
    { id: "Q2", start: "2020-04-01", end: "2020-06-30" },
    { id: "H1", start: "2020-01-01", end: "2020-06-30" },
  ];
  const of = (indicator: string, period: string, value: number, recordedAt = "2020-07-10"): Observation => ({
    ...{ indicator, period, value, recordedAt },
  });
  const rolled = (accumulation: IndicatorDefinition["accumulation"], ...rows: Observation[]) => {
    const quarters: MeasurementFramework = {
      ...framework,
      periods,
      indicators: ["a", "b"].map((code) => definition(code, { measure: "count", accumulation })),
    };
    const reports = createTable(quarters);
    expect(addObservations(reports, rows).rejected).toEqual([]);
    const common = commonTable(quarters, reports, { a: "people", b: "people" });
    const shown = (results: ResultSet) =>
      resultRows(results).map(({ at, value, bounds }) => [
        ...Object.values(at),
        value ?? [bounds?.low, bounds?.high],
      ]);
    return {
      silent: common.silent.map(({ indicator, periods: those }) => [indicator, ...those]),
      at: (query: Query) => shown(computeResults(common.framework, common.table, query)),
      live: (row: Observation) => {
        const view = openView(common.framework, common.table);
        const before = shown(viewResults(view, common.table));
        expect(addObservations(common.table, [row]).rejected).toEqual([]);
        absorb(view, common.table);
        return [before, shown(viewResults(view, common.table))];
      },
    };
  };

  it("is named, and makes that period and the whole a bound: 5 and 7, then 6 alone", () => {
    const { silent, at } = rolled("sum", of("a", "Q1", 5), of("b", "Q1", 7), of("a", "Q2", 6));
    expect(silent).toEqual([["b", "Q2"]]);
    expect(at({ by: ["period"], where: { period: ["Q1", "Q2"] } })).toEqual([
      ["Q1", 12],
      ["Q2", [6, null]],
    ]);
    expect(at({})).toEqual([[[18, null]]]);
    expect(at({ where: { period: ["Q1"] } })).toEqual([[12]]);
    // A source's own value is what it reported.
    expect(at({ by: ["source"] })).toEqual([
      ["a · ", 11],
      ["b · ", 7],
    ]);
  });
  it("is not silent where it reported the half-year", () => {
    const { silent, at } = rolled("sum", of("a", "Q1", 5), of("a", "Q2", 6), of("b", "H1", 9));
    expect(silent).toEqual([]);
    expect(at({})).toEqual([[20]]);
  });
  it("is carried where it is a running total, and of a stock its last value counts", () => {
    const rows = [of("a", "Q1", 5), of("b", "Q1", 7), of("a", "Q2", 6)];
    expect(rolled("cumulative", ...rows).at({})).toEqual([[13]]);
    expect(rolled("latest", ...rows).at({})).toEqual([[13]]);
    expect(rolled("latest", ...rows).at({ by: ["period"], where: { period: ["Q2"] } })).toEqual([
      ["Q2", [6, null]],
    ]);
  });
  it("is silent as of a day before it reported, and in a live view until it reports", () => {
    const late = of("b", "Q1", 7, "2020-08-10");
    expect(rolled("sum", of("a", "Q1", 5), late).at({ asOf: "2020-07-31" })).toEqual([[[5, null]]]);
    expect(rolled("sum", of("a", "Q1", 5), late).at({})).toEqual([[12]]);
    expect(rolled("sum", of("a", "Q1", 5)).live({ ...late, indicator: "people", source: "b · " })).toEqual([
      [[[5, null]]],
      [[12]],
    ]);
  });
});
