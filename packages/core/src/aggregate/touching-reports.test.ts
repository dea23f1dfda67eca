import { describe, expect, it } from "vitest";
import { addObservations, createTable, type Observation } from "../observations/index.ts";
import { computeResults } from "./compute.ts";
import type { IndicatorDefinition, MeasurementFramework } from "./definition.ts";
import type { Query } from "./query.ts";
import { resultRows } from "./result-rows.ts";

// Reports of one source that speak of the same place or the same days in part.
const PERIODS = [
  { id: "Q1", start: "2020-01-01", end: "2020-03-31" },
  { id: "Q2", start: "2020-04-01", end: "2020-06-30" },
  { id: "Q3", start: "2020-07-01", end: "2020-09-30" },
  { id: "H1", start: "2020-01-01", end: "2020-06-30" },
  { id: "M5-8", start: "2020-05-01", end: "2020-08-31" },
];
const PLACES = [{ id: "Mopti" }, { id: "Djenné", parent: "Mopti" }, { id: "Bandiagara", parent: "Mopti" }];

type Row = Partial<Observation>;
function values(definition: Partial<IndicatorDefinition>, rows: Row[], query: Query = {}) {
  const framework: MeasurementFramework = {
    format: "cadre/measurement",
    indicators: [
      {
        code: "a",
        measure: "count",
        accumulation: "sum",
        combination: { sources: "sum", places: "sum" },
        ...definition,
      },
    ],
    axes: [
      { name: "sex", kind: "partition", categories: ["female", "male"] },
      { name: "age", kind: "partition", categories: ["young", "old"] },
    ],
    periods: PERIODS,
    places: PLACES,
  };
  const table = createTable(framework);
  const { rejected } = addObservations(
    table,
    rows.map((row) => ({ indicator: "a", period: "Q1", source: "A", recordedAt: "2020-10-01", ...row })),
  );
  expect(rejected).toEqual([]);
  return resultRows(computeResults(framework, table, query)).map(({ at, value, reason, bounds, levels }) => ({
    ...at,
    value,
    ...(reason !== null && { reason }),
    ...(bounds !== null && { bounds: [bounds.low, bounds.high] }),
    ...(levels !== null && { levels }),
  }));
}
const share = (numerator: number, denominator: number, row: Row): Row => ({ numerator, denominator, ...row });
const percentage = { measure: "percentage" } as const;

describe("the rest of a total", () => {
  it("is the one other place of a region: 3 of which 2 in Bandiagara leave 1 in Djenné", () => {
    const rows = [
      { place: "Mopti", value: 3 },
      { place: "Bandiagara", value: 2 },
    ];
    expect(values({}, rows, { by: ["place"], where: { place: ["Djenné"] } })).toEqual([
      { place: "Djenné", value: 1 },
    ]);
  });
  it("is the other quarter of a half-year: 4 of which 2 in the first leave 2 in the second", () => {
    const rows = [
      { period: "H1", value: 4 },
      { period: "Q1", value: 2 },
    ];
    expect(values({}, rows, { by: ["period"], where: { period: ["Q2"] } })).toEqual([
      { period: "Q2", value: 2 },
    ]);
  });
});

describe("quotients of reports that touch", () => {
  it("take a half-year for its two quarters: 6 of 11, not the first quarter's 1 of 2", () => {
    const rows = [share(6, 11, { period: "H1" }), share(1, 2, { period: "Q1" })];
    const [both] = values(percentage, rows, { where: { period: ["Q1", "Q2"] } });
    expect(both?.value).toBeCloseTo((6 / 11) * 100, 10);
  });
  it("have no value where a larger report may say more: the first quarter's 1 of 2 is not the half-year's", () => {
    const rows = [share(5, 20, { period: "M5-8" }), share(1, 2, { period: "Q1" })];
    expect(values(percentage, rows, { where: { period: ["Q1", "Q2"] } })).toEqual([
      { value: null, reason: "not-disaggregated" },
    ]);
  });
  it("count no day twice: January to June and May to August make no sum", () => {
    const rows = [share(6, 11, { period: "H1" }), share(5, 20, { period: "M5-8" })];
    expect(values(percentage, rows)).toEqual([{ value: null, reason: "periods-overlap" }]);
  });
  it("count no place twice: a region's quarter and a district's half-year make no sum", () => {
    const rows = [share(6, 11, { place: "Mopti" }), share(5, 20, { place: "Djenné", period: "H1" })];
    expect(values(percentage, rows)).toEqual([{ value: null, reason: "periods-overlap" }]);
  });
  it("of a stock are not those of an earlier, larger report: a region in spring, a district in autumn", () => {
    const rows = [share(6, 11, { place: "Mopti" }), share(5, 20, { place: "Djenné", period: "Q3" })];
    expect(values({ ...percentage, accumulation: "latest" }, rows)).toEqual([
      { value: null, reason: "not-disaggregated" },
    ]);
  });
  it("of a running total are stale where a later total speaks of the same people: women 1 of 2, then 5 of 10 in all", () => {
    const rows = [
      share(1, 2, { categories: { sex: "female" } }),
      share(1, 2, { categories: { sex: "male" } }),
      share(5, 10, { period: "Q2" }),
    ];
    const running = { ...percentage, accumulation: "cumulative" } as const;
    expect(values(running, rows)).toEqual([{ value: 50 }]);
    expect(values(running, rows, { by: ["sex"], where: { sex: ["female"] } })).toEqual([
      { sex: "female", value: null, reason: "not-disaggregated" },
    ]);
  });
  it("of a running total are carried where a later report speaks of others alone: women 1 of 2, then men 5 of 10", () => {
    const rows = [
      share(1, 2, { categories: { sex: "female" } }),
      share(5, 10, { period: "Q2", categories: { sex: "male" } }),
    ];
    const running = { ...percentage, accumulation: "cumulative" } as const;
    expect(values(running, rows, { by: ["sex"], where: { sex: ["female"] } })).toEqual([
      { sex: "female", value: 50 },
    ]);
  });
  it("contradict one another as parts of a count do: 6 of 10 by sex, 7 of 10 by age are 60 to 70 %", () => {
    const rows = [
      share(3, 5, { categories: { sex: "female" } }),
      share(3, 5, { categories: { sex: "male" } }),
      share(3, 5, { categories: { age: "young" } }),
      share(4, 5, { categories: { age: "old" } }),
    ];
    expect(values(percentage, rows)).toEqual([
      { value: null, reason: "marginals-contradict", bounds: [60, 70] },
    ]);
  });
  it("take the breakdown that has denominators where another has none", () => {
    const rows: Row[] = [
      { numerator: 3, denominator: null, categories: { sex: "female" } },
      { numerator: 3, denominator: null, categories: { sex: "male" } },
      share(2, 4, { categories: { age: "young" } }),
      share(4, 6, { categories: { age: "old" } }),
    ];
    expect(values(percentage, rows)).toEqual([{ value: 60 }]);
  });
});

describe("levels", () => {
  it("of two submissions are two reports: levels 1 and 2, not level 3", () => {
    const scale = { measure: "scale", levels: ["none", "weak", "fair", "strong"] } as const;
    const rows = [
      { id: "s1", value: 1 },
      { id: "s2", value: 2 },
    ];
    expect(values({ ...scale, levels: [...scale.levels] }, rows)).toEqual([
      { value: null, reason: "bounds-only", bounds: [1, 2], levels: [0, 1, 1, 0] },
    ]);
  });
});

describe("places and periods that are not summed", () => {
  it("make no average of a half-year here and a quarter there", () => {
    const rows = [
      { place: "Djenné", period: "H1", value: 4 },
      { place: "Bandiagara", period: "Q2", value: 2 },
    ];
    expect(values({ combination: { sources: "sum", places: "average" } }, rows)).toEqual([
      { value: null, reason: "places-not-combined" },
    ]);
  });
  it("are brought together where everything is summed: a region by A and a district by B, the largest quarter of both", () => {
    const rows = [
      { place: "Mopti", value: 4 },
      { source: "B", place: "Djenné", value: 3 },
      { source: "B", place: "Djenné", period: "Q2", value: 6 },
    ];
    expect(values({ accumulation: "max" }, rows)).toEqual([{ value: 7 }]);
  });
});

describe("breakdowns of one report that no total stands beside", () => {
  const by = (axis: string, parts: Record<string, number>): Row[] =>
    Object.entries(parts).map(([category, value]) => ({ value, categories: { [axis]: category } }));
  it("contradict one another whichever axis is named first: 10 and 12, 12 and 10", () => {
    for (const [women, young] of [
      [6, 8],
      [8, 6],
    ] as const)
      expect(values({}, [...by("sex", { female: women, male: 4 }), ...by("age", { young, old: 4 })])).toEqual(
        [{ value: null, reason: "marginals-contradict", bounds: [10, 12] }],
      );
  });
});
