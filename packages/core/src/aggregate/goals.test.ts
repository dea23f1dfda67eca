import { describe, expect, it } from "vitest";
import { addObservations, createTable, type Observation } from "../observations/index.ts";
import { periodsBetween } from "../values/period.ts";
import { computeResults } from "./compute.ts";
import type { IndicatorDefinition, MeasurementFramework } from "./definition.ts";
import { type IndicatorResultOptions, indicatorResults } from "./indicator-results.ts";
import { resultRows } from "./result-rows.ts";

const frameworkOf = (
  definition: Partial<IndicatorDefinition>,
  more: Partial<MeasurementFramework> = {},
): MeasurementFramework => ({
  format: "cadre/measurement",
  start: "2020-01-01",
  end: "2020-12-31",
  axes: [{ name: "sex", kind: "partition", categories: ["female", "male"] }],
  periods: periodsBetween("2020-01-01", "2020-12-31", "quarter"),
  indicators: [
    {
      code: "1.1",
      measure: "count",
      accumulation: "sum",
      combination: { sources: "sum", places: "sum" },
      ...definition,
    },
  ],
  ...more,
});
const tableOf = (framework: MeasurementFramework, rows: Partial<Observation>[]) => {
  const table = createTable(framework);
  const admitted = addObservations(
    table,
    rows.map(
      (row) => ({ indicator: "1.1", period: "2020-Q1", recordedAt: "2020-04-10", ...row }) as Observation,
    ),
  );
  expect(admitted.rejected).toEqual([]);
  return table;
};
const one = (
  framework: MeasurementFramework,
  rows: Partial<Observation>[],
  options: IndicatorResultOptions = {},
) => indicatorResults(framework, tableOf(framework, rows), options)[0];

describe("29 of 100", () => {
  it.each(["sum", "latest"] as const)("meets a target of 29 %%, %s", (accumulation) => {
    const framework = frameworkOf({
      measure: "percentage",
      accumulation,
      targets: [{ value: 29 }],
      baselines: [{ value: 0 }],
    });
    expect(one(framework, [{ numerator: 29, denominator: 100 }], { on: "2020-06-30" })).toMatchObject({
      value: 29,
      percentOfTarget: 1,
      progress: 1,
      status: { status: "achieved" },
    });
    // From two sources: 14 of 50 and 15 of 50.
    const parts = [
      { numerator: 14, denominator: 50, source: "PAM" },
      { numerator: 15, denominator: 50, source: "FAO" },
    ];
    expect(one(framework, parts, { on: "2020-06-30" })?.status.status).toBe("achieved");
  });
});

describe("one day for the whole answer", () => {
  const framework = frameworkOf({
    baselines: [{ value: 0 }, { value: 20, since: "2020-06-01" }],
    targets: [{ value: 100 }, { value: 200, since: "2020-07-01" }],
  });
  const rows = [{ value: 50 }];
  it("is the day asked for, else that of asOf, else the report's own; else there is no status", () => {
    expect(one(framework, rows)?.status).toMatchObject({ status: null, reason: "no-day" });
    expect(one(framework, rows, { asOf: "2020-05-01" })).toMatchObject({
      percentOfTarget: 0.5,
      progress: 0.5,
    });
    expect(one(framework, rows, { asOf: "2020-05-01", on: "2020-07-01" })).toMatchObject({
      percentOfTarget: 0.25,
      progress: 30 / 180,
      status: { expected: 182 / 365, status: "off-track" },
    });
    expect(one({ ...framework, reportDay: "2020-06-15" }, rows)).toMatchObject({
      percentOfTarget: 0.5,
      progress: 30 / 80,
      status: { progress: 30 / 80, expected: 166 / 365 },
    });
  });
  it("does not depend on rows of other indicators", () => {
    const two = {
      ...framework,
      indicators: [...framework.indicators, { ...framework.indicators[0], code: "2.2" }],
    } as MeasurementFramework;
    const alone = one(two, rows, { on: "2020-05-01" });
    expect(
      one(two, [...rows, { indicator: "2.2", period: "2020-Q4", value: 1 }], { on: "2020-05-01" }),
    ).toEqual(alone);
    expect(one(two, [...rows, { indicator: "2.2", period: "2020-Q4", value: 1 }])?.status.reason).toBe(
      "no-day",
    );
  });
  it("a project that ended is measured against its whole target", () => {
    const ended = { ...framework, start: "2019-01-01", end: "2020-07-15", reportDay: "2020-06-15" };
    expect(one(ended, rows, { on: "2020-12-01" })?.status).toMatchObject({
      status: "off-track",
      against: "target",
      expected: 1,
    });
  });
});

describe("decreasing indicators", () => {
  it("incidents 34 → 10, now 19: progress of 62.5 %, no percent of target", () => {
    const framework = frameworkOf({
      accumulation: "latest",
      baselines: [{ value: 34 }],
      targets: [{ value: 10 }],
    });
    expect(one(framework, [{ value: 19 }], { on: "2020-07-01" })).toMatchObject({
      value: 19,
      percentOfTarget: null,
      undefinedBecause: "decreasing-indicator",
      progress: 0.625,
      status: { status: "on-track" },
    });
  });
});

describe("targets of periods", () => {
  const at = (quarter: number) => ({ period: `2020-Q${quarter}` });
  const targets = [10, 20, 30, 40].map((value, index) => ({ value, at: at(index + 1) }));
  const rows = [{ value: 10 }, { value: 15, period: "2020-Q2" }];
  const byPeriod = (framework: MeasurementFramework) =>
    resultRows(computeResults(framework, tableOf(framework, rows), { by: ["period"] })).map(
      ({ value, target, percentOfTarget, undefinedBecause }) => [
        value,
        target,
        percentOfTarget ?? undefinedBecause,
      ],
    );

  it("of each period alone add up to the target of the whole, and are milestones at the periods' ends", () => {
    const framework = frameworkOf({ targets, baselines: [{ value: 0 }] });
    expect(byPeriod(framework)).toEqual([
      [10, 10, 1],
      [15, 20, 0.75],
    ]);
    expect(one(framework, rows, { on: "2020-06-30" })).toMatchObject({
      percentOfTarget: 0.25,
      status: { status: "at-risk", against: "milestone", expected: 0.3 },
    });
  });
  it("that are running totals: the last is that of the whole, none is compared with a period alone", () => {
    const framework = frameworkOf({ targets, baselines: [{ value: 0 }], periodTargets: "running-total" });
    expect(byPeriod(framework)).toEqual([
      [10, null, "target-not-comparable"],
      [15, null, "target-not-comparable"],
    ]);
    expect(one(framework, rows, { on: "2020-06-30" })).toMatchObject({
      percentOfTarget: 25 / 40,
      status: { status: "on-track", expected: 0.5 },
    });
    const cumulative = frameworkOf({ targets, accumulation: "cumulative" });
    expect(byPeriod(cumulative).slice(0, 2)).toEqual([
      [10, 10, 1],
      [15, 20, 0.75],
    ]);
  });
  it("of which one is to be determined give none for the whole", () => {
    const framework = frameworkOf({ targets: [...targets.slice(0, 3), { value: null, at: at(4) }] });
    expect(one(framework, rows, { on: "2020-06-30" })?.undefinedBecause).toBe("target-tbd");
  });
});

describe("targets of cells", () => {
  it("are compared with the cells", () => {
    const framework = frameworkOf({ targets: [{ value: 200 }, { value: 40, at: { sex: "female" } }] });
    const rows = [
      { value: 30, categories: { sex: "female" } },
      { value: 70, categories: { sex: "male" } },
    ];
    expect(one(framework, rows, { by: ["sex"], on: "2020-06-30" })).toMatchObject({
      percentOfTarget: 0.5,
      cells: [
        { at: { sex: "female" }, value: 30, target: 40, percentOfTarget: 0.75 },
        { at: { sex: "male" }, value: 70, target: null, percentOfTarget: null },
      ],
    });
  });
});
