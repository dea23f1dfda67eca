import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indicator, number, soundDocument } from "../../test/sound-document.ts";
import { addObservations, createTable, type Observation } from "../observations/index.ts";
import { CHUNK } from "../observations/table.ts";
import { periodsBetween } from "../values/period.ts";
import { computeResults, resultsOfShares, runPlan, sumShare } from "./compute.ts";
import { MeasurementFramework } from "./definition.ts";
import { explainResult } from "./explain.ts";
import { indicatorResults } from "./indicator-results.ts";
import { measurementOf } from "./measurement-of.ts";
import { planQuery } from "./plan.ts";
import { resultRows } from "./result-rows.ts";
import { forecastIndicator, seriesOf } from "./series.ts";

const framework: MeasurementFramework = {
  format: "cadre/measurement",
  revision: "r2",
  start: "2020-01-01",
  end: "2020-12-31",
  axes: [{ name: "sex", kind: "partition", categories: ["female", "male"] }],
  periods: periodsBetween("2020-01-01", "2020-12-31", "quarter"),
  indicators: [
    {
      code: "2.1.1",
      unit: "people",
      measure: "count",
      accumulation: "sum",
      combination: { sources: "sum", places: "sum" },
      baselines: [{ value: 0 }],
      targets: [{ value: 200 }, { value: 300, since: "2020-07-01" }],
      milestones: [{ value: 100, at: { period: "2020-Q2" } }],
    },
    {
      code: "2.1.2",
      measure: "count",
      accumulation: "cumulative",
      combination: { sources: "sum", places: "sum" },
      baselines: [{ value: 0 }],
      targets: [{ value: null }],
    },
    {
      code: "2.1.3",
      measure: "percentage",
      accumulation: "latest",
      combination: { sources: "none", places: "none" },
      targets: [{ value: 50 }],
    },
  ],
};
const row = (
  code: string,
  period: string,
  value: number | null,
  recordedAt: string,
  more: Partial<Observation> = {},
): Observation => ({ indicator: code, period, value, recordedAt, ...more });
const by = (sex: string, source = "PAM") => ({ categories: { sex }, source });
const ROWS: Observation[] = [
  row("2.1.1", "2020-Q1", 30, "2020-04-10", by("female")),
  row("2.1.1", "2020-Q1", 20, "2020-04-10", by("male")),
  row("2.1.1", "2020-Q2", 40, "2020-07-10", by("female", "FAO")),
  row("2.1.1", "2020-Q2", 0, "2020-07-10", by("male", "FAO")),
  row("2.1.1", "2020-Q1", 25, "2020-07-12", by("female")),
  row("2.1.2", "2020-Q1", 5, "2020-04-10", { source: "PAM" }),
  row("2.1.3", "2020-Q2", 40, "2020-07-10", { source: "PAM" }),
  row("2.1.3", "2020-Q2", 45, "2020-07-10", { source: "FAO" }),
];
function tableOf(rows = ROWS) {
  const table = createTable(framework);
  expect(addObservations(table, rows).rejected).toEqual([]);
  return table;
}

describe("indicators in all", () => {
  it("have value, shares of the target in force, status and cells", () => {
    const [people, cumulative, percentage] = indicatorResults(framework, tableOf(), {
      by: ["sex"],
      asOf: "2020-07-11",
    });
    expect(people).toMatchObject({
      code: "2.1.1",
      value: 90,
      percentOfTarget: 0.3,
      progress: 0.3,
      undefinedBecause: null,
      // The milestone, a third of 300, was due on 30 June; 11 of the 184 days from there to the end have passed.
      status: { status: "at-risk", against: "time", progress: 0.3, expected: 103 / 276 },
      count: 4,
      coverage: 1,
      replaced: 0,
      cells: [
        { at: { sex: "female" }, value: 70 },
        { at: { sex: "male" }, value: 20 },
      ],
    });
    expect(cumulative).toMatchObject({
      value: 5,
      undefinedBecause: "target-tbd",
      status: { status: null, reason: "target-tbd" },
    });
    expect(percentage).toMatchObject({
      value: null,
      reason: "sources-not-combined",
      percentOfTarget: null,
      undefinedBecause: "no-actual",
      status: { status: null, reason: "no-actual" },
    });
  });

  it("as of an earlier day are those known and in force then", () => {
    expect(indicatorResults(framework, tableOf(), { asOf: "2020-04-30" })[0]).toMatchObject({
      value: 50,
      percentOfTarget: 0.25,
      status: { against: "time" },
      cells: [],
    });
    expect(indicatorResults(framework, tableOf())[0]?.value).toBe(85);
    expect(indicatorResults(framework, tableOf([]))[0]).toMatchObject({ value: null, reason: "no-actual" });
  });
});

describe("a framework document's indicators", () => {
  it("are measured as it says, else as counts or percentages usually are", () => {
    const document = soundDocument();
    document.outcomes[0]?.indicators.push(
      indicator("1.2", {
        baseline: { value: { kind: "none" } },
        target: number(25, "%"),
        milestone: { value: { kind: "tbd" } },
      }),
      indicator("1.3", {
        measurement: {
          measure: "yes-no",
          accumulation: "max",
          combination: { sources: "max", places: "sum" },
        },
      }),
    );
    const measured = measurementOf(document, {
      axes: [{ name: "sex", kind: "partition" }],
      revision: "2020",
    });
    expect(MeasurementFramework.safeParse(measured).success).toBe(true);
    expect(measured).toMatchObject({ start: "2020-01-01", end: "2021-12-31", revision: "2020" });
    const found = (code: string) => measured.indicators.find((each) => each.code === code);
    expect(found("1.1.1")).toMatchObject({ measure: "count", accumulation: "sum", targets: [{ value: 40 }] });
    expect(found("1.2")).toMatchObject({
      measure: "percentage",
      accumulation: "latest",
      baselines: [],
      milestones: [{ value: null }],
    });
    expect(found("1.3")).toMatchObject({ measure: "yes-no", accumulation: "max" });
  });
});

describe("an explanation", () => {
  it("names observations, formula, target and revision, in both languages", () => {
    const explained = explainResult(framework, tableOf(), "2.1.1", {
      query: { by: ["sex"], asOf: "2020-12-31" },
      at: {
        sex: "female",
      },
    });
    expect(explained?.result.value).toBe(65);
    // The corrected first report is not among them.
    expect(explained?.observations.map((each) => [each.row, each.observation.value])).toEqual([
      [2, 40],
      [4, 25],
    ]);
    expect(explained).toMatchObject({ revision: "r2", asOf: "2020-12-31" });
    expect(explained?.text.en).toBe(
      [
        "2.1.1 (sex: female): 65 people.",
        "It rests on 2 observations for 2020-Q2, 2020-Q1, reported by FAO, PAM.",
        "Formula: the periods' values are added; sources are added, places are added.",
        "No percent of target: there is no target for it.",
        "Framework revision r2; as known on 31 December 2020.",
      ].join("\n"),
    );
    expect(explained?.text.fr).toContain(
      "Il repose sur 2 observations pour 2020-Q2, 2020-Q1, rapportées par FAO, PAM.",
    );
    expect(explained?.text.fr).not.toMatch(/undefined|null/);
  });

  it("of a value that there is not says why, and of one that cannot be is none", () => {
    const table = tableOf();
    const silent = explainResult(framework, table, "2.1.1", {
      query: { by: ["sex"] },
      at: { sex: "unknown" },
    });
    expect(silent).toMatchObject({ result: { value: null, reason: "no-actual" }, observations: [] });
    expect(silent?.text.fr).toContain("aucune valeur, car rien n’a été rapporté");
    const twice = explainResult(framework, table, "2.1.3", { query: {} });
    expect(twice?.observations).toHaveLength(2);
    expect(twice?.text.en).toContain("several sources report it");
    expect(
      explainResult(framework, table, "2.1.1", { query: { by: ["sex"] }, at: { sex: "herders" } }),
    ).toBeNull();
    expect(() => explainResult(framework, table, "9.9", { query: {} })).toThrow(
      "no indicator 9.9; known: 2.1.1, 2.1.2, 2.1.3",
    );
  });

  it("accounts for every value: as many observations as it counts", () => {
    const table = tableOf();
    for (const query of [{}, { by: ["sex"] }, { by: ["period", "source"] }, { asOf: "2020-07-11" }])
      for (const { indicator: code, at, count, value } of resultRows(
        computeResults(framework, table, query),
        {
          empty: true,
        },
      )) {
        const explained = explainResult(framework, table, code, { query, at });
        expect(explained?.result.value).toBe(value);
        expect(explained?.observations.length).toBe(count);
      }
  });
});

describe("a series", () => {
  it("gives the value of an indicator at the end of each period, and its forecast", () => {
    const rows = [10, 20, 15].map((value, index) => row("2.1.1", `2020-Q${index + 1}`, value, "2020-10-10"));
    const table = tableOf(rows);
    expect(seriesOf(framework, table, "2.1.1")).toEqual([
      { date: "2020-03-31", value: 10 },
      { date: "2020-06-30", value: 30 },
      { date: "2020-09-30", value: 45 },
    ]);
    expect(forecastIndicator(framework, table, "2.1.1").reason).toBe("too-little-data");
    const two: MeasurementFramework = {
      ...framework,
      end: "2021-12-31",
      periods: periodsBetween("2020-01-01", "2021-12-31", "quarter"),
      indicators: framework.indicators.map((each) => ({ ...each, baselines: [{ value: 200 }] })),
    };
    const long = createTable(two);
    const quarters = two.periods
      .slice(0, 7)
      .map(({ id }, index) => row("2.1.1", id, [10, 20, 15, 9, 12, 18, 11][index] ?? 0, "2021-10-10"));
    expect(addObservations(long, quarters).rejected).toEqual([]);
    const forecast = forecastIndicator(two, long, "2.1.1");
    if (forecast.reason !== null) throw new Error(forecast.reason);
    // From 95, where the series is; the baseline of 200 is a level of before and no increment of −190.
    expect(forecast).toMatchObject({ pointCount: 7 });
    expect(forecast.low).toBeGreaterThanOrEqual(95);
    expect(forecast.value).toBeGreaterThan(100);
    expect(forecast.value).toBeLessThan(125);
    expect(() => forecastIndicator(two, long, "9.9")).toThrow("there is no indicator 9.9; there are 2.1.1");
    expect(() =>
      forecastIndicator({ ...framework, end: undefined } as MeasurementFramework, table, "2.1.1"),
    ).toThrow(RangeError);
  });
});

describe("shares of the rows", () => {
  it("make the very values of the whole, however many they are", () => {
    const table = createTable(framework);
    const sexes = ["female", "male"];
    const rows = Array.from({ length: 2 * CHUNK + 1000 }, (_, index) =>
      row(
        (index >> 1) % 3 === 0 ? "2.1.2" : "2.1.1",
        `2020-Q${((index >> 1) % 4) + 1}`,
        (index % 97) / 10,
        "2020-10-10",
        {
          place: `commune ${index >> 1}`,
          categories: { sex: sexes[index % 2] ?? "" },
        },
      ),
    );
    expect(addObservations(table, rows).rejected).toEqual([]);
    for (const denseUpTo of [undefined, 0]) {
      const plan = planQuery(framework, table, { by: ["period", "sex"] }, denseUpTo);
      const whole = resultRows(runPlan(plan, table));
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 5 }), (of) => {
          const shares = Array.from({ length: of }, (_, share) => sumShare(plan, table, share, of));
          expect(resultRows(resultsOfShares(plan, table, shares))).toEqual(whole);
        }),
        { numRuns: 5 },
      );
    }
  }, 120_000);
});
