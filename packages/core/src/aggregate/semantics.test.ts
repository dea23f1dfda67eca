import { describe, expect, it } from "vitest";
import { addObservations, createTable, type Observation, type SameKey } from "../observations/index.ts";
import { computeResults } from "./compute.ts";
import type { IndicatorDefinition, MeasurementFramework } from "./definition.ts";
import type { Query } from "./query.ts";
import { resultRows } from "./result-rows.ts";
import { rowFindings } from "./row-findings.ts";

// The numbers that the page on semantics teaches, point by point. Goals, forecasts and roll-ups have theirs in `indicators/`.
const sum = { sources: "sum", places: "sum" } as const;
const QUARTERS = [
  { id: "Q1", start: "2020-01-01", end: "2020-03-31" },
  { id: "Q2", start: "2020-04-01", end: "2020-06-30" },
  { id: "Q3", start: "2020-07-01", end: "2020-09-30" },
  { id: "Q4", start: "2020-10-01", end: "2020-12-31" },
];
const frameworkOf = (definition: Partial<IndicatorDefinition> = {}): MeasurementFramework => ({
  format: "cadre/measurement",
  indicators: [{ code: "1.1", measure: "count", accumulation: "sum", combination: sum, ...definition }],
  axes: [
    { name: "sex", kind: "partition", categories: ["female", "male"] },
    { name: "age", kind: "partition", categories: ["young", "old"] },
  ],
  periods: [
    ...QUARTERS,
    { id: "2020", start: "2020-01-01", end: "2020-12-31" },
    { id: "May-Aug", start: "2020-05-01", end: "2020-08-31" },
  ],
  places: [{ id: "Mopti" }, { id: "Djenné", parent: "Mopti" }, { id: "Bandiagara", parent: "Mopti" }],
});
const row = (value: number | null, fields: Partial<Observation> = {}): Observation => ({
  indicator: "1.1",
  period: "Q1",
  recordedAt: "2020-04-10",
  ...(value === null && fields.numerator !== undefined ? {} : { value }),
  ...fields,
});
const at = (value: number, categories: Record<string, string>, fields: Partial<Observation> = {}) =>
  row(value, { categories, ...fields });
const read = (framework: MeasurementFramework, rows: Observation[], sameKey: SameKey = "refuse") => {
  const table = createTable(framework, { sameKey });
  return { table, rejected: addObservations(table, rows).rejected };
};
const compute = (framework: MeasurementFramework, rows: Observation[], query: Query = {}) => {
  const { table, rejected } = read(framework, rows);
  expect(rejected).toEqual([]);
  return resultRows(computeResults(framework, table, query), { empty: true });
};
/** A number, else its bounds and reason. */
const shown = (...args: Parameters<typeof compute>) =>
  compute(...args).map(({ at: members, value, bounds, reason }) => [
    Object.values(members).join(" "),
    value ?? (bounds === null ? reason : [bounds.low, bounds.high, reason]),
  ]);

describe("2: what one report confines", () => {
  it("a missing category of a partition: 6 women of 10 leave 0 to 4 men, and as many unknown", () => {
    const rows = [row(10), at(6, { sex: "female" }), at(0, { sex: "unknown" }, { source: "B" })];
    expect(shown(frameworkOf(), rows.slice(0, 2), { by: ["sex"] })).toEqual([
      ["female", 6],
      ["male", [0, 4, "bounds-only"]],
      ["unknown", "no-actual"],
    ]);
  });
  it("nothing known of the axis: of 10 people 0 to 10 are women; what nobody disaggregated is not unknown", () => {
    expect(shown(frameworkOf(), [row(10)], { by: ["sex"] })).toEqual([
      ["female", [0, 10, "bounds-only"]],
      ["male", [0, 10, "bounds-only"]],
      ["unknown", "no-actual"],
    ]);
  });
  it("total unknown: 6 women are at least 6 people", () => {
    expect(shown(frameworkOf(), [at(6, { sex: "female" })])).toEqual([["", [6, null, "bounds-only"]]]);
  });
  it("two marginals: 2,400 women and 2,400 young of 4,000 are 800 to 2,400 young women", () => {
    const rows = [row(4000), at(2400, { sex: "female" }), at(2400, { age: "young" })];
    const [youngWomen] = shown(frameworkOf(), rows, { by: ["sex", "age"] });
    expect(youngWomen).toEqual(["female young", [800, 2400, "bounds-only"]]);
  });
  it("a score of 3.5 has no bounds by sex", () => {
    const score = frameworkOf({ measure: "score", accumulation: "latest" });
    const [women] = compute(score, [row(3.5)], { by: ["sex"] });
    expect(women).toMatchObject({ value: null, reason: "not-disaggregated", bounds: null });
  });
});

describe("3: rows with one key", () => {
  it("two trainings of 5 and 7 add up; a correction of the first to 6 names it: 13", () => {
    const rows = [
      row(5, { id: "training 1" }),
      row(7, { id: "training 2" }),
      row(6, { id: "training 1", recordedAt: "2020-05-01" }),
    ];
    expect(shown(frameworkOf(), rows)).toEqual([["", 13]]);
  });
  it("three corrections count as replaced: 3, and the last counts", () => {
    const rows = [4, 5, 6, 7].map((value, index) => row(value, { recordedAt: `2020-0${index + 4}-01` }));
    const { table } = read(frameworkOf(), rows);
    const results = computeResults(frameworkOf(), table);
    expect([results.value[0], results.replaced[0]]).toEqual([7, 3]);
  });
  it("equal rows count once and are counted: repeated: 2", () => {
    const { table } = read(frameworkOf(), [row(5), row(5), row(5)]);
    const results = computeResults(frameworkOf(), table);
    expect([results.value[0], results.repeated[0]]).toEqual([5, 2]);
  });
  it("5 and 7 of one time are both handed back; or added, 12; or the last one counts, 7", () => {
    const rows = [row(5), row(7)];
    expect(read(frameworkOf(), rows).rejected.map(({ row: number, code }) => [number, code])).toEqual([
      [0, "rows-conflict"],
      [1, "rows-conflict"],
    ]);
    const totals = (["add", "last"] as const).map(
      (sameKey) => computeResults(frameworkOf(), read(frameworkOf(), rows, sameKey).table).value[0],
    );
    expect(totals).toEqual([12, 7]);
  });
});

describe("4: places are a tree", () => {
  const rows = [row(10, { place: "Mopti" }), row(6, { place: "Djenné" })];
  it("a region's 10 beside a district's 6 are 10, and 4 are in the other district", () => {
    expect(shown(frameworkOf(), rows)).toEqual([["", 10]]);
    expect(shown(frameworkOf(), rows, { by: ["place"] })).toEqual([
      ["", "no-actual"],
      ["Bandiagara", 4],
      ["Djenné", 6],
      ["Mopti", 10],
    ]);
  });
  it("a row without a place beside rows with places is their total: 12, not 28", () => {
    expect(shown(frameworkOf(), [row(12), ...rows])).toEqual([["", 12]]);
  });
});

describe("5: periods within periods", () => {
  it("a year of 10 beside quarters of 2, 3, 4 and 1 is 10", () => {
    const rows = [2, 3, 4, 1].map((value, index) => row(value, { period: `Q${index + 1}` }));
    expect(shown(frameworkOf(), [...rows, row(10, { period: "2020" })])).toEqual([["", 10]]);
  });
  it("a year of 10 beside quarters of 2 and 3 leaves 5 for the rest of it", () => {
    const rows = [row(2), row(3, { period: "Q2" }), row(10, { period: "2020" })];
    expect(shown(frameworkOf(), rows)).toEqual([["", 10]]);
    expect(shown(frameworkOf(), [...rows, row(5, { period: "Q3" })], { where: { period: ["Q4"] } })).toEqual([
      ["", 0],
    ]);
  });
  it("5 in the second quarter and 7 from May to August are 7 to 12", () => {
    const rows = [row(5, { period: "Q2" }), row(7, { period: "May-Aug" })];
    expect(shown(frameworkOf(), rows)).toEqual([["", [7, 12, "periods-overlap"]]]);
  });
});

describe("6: reports make results", () => {
  const rows = [
    at(6, { sex: "female" }, { source: "A" }),
    at(4, { sex: "male" }, { source: "A" }),
    row(10, { source: "B" }),
  ];
  it("women 6, men 4 and a total of 10 are 20, 6 to 16 women, half of it covered", () => {
    expect(shown(frameworkOf(), rows)).toEqual([["", 20]]);
    const { table } = read(frameworkOf(), rows);
    const results = computeResults(frameworkOf(), table, { by: ["sex"] });
    expect(
      resultRows(results).map(({ at: members, bounds, reported }) => [members.sex, bounds, reported]),
    ).toEqual([
      ["female", { low: 6, high: 16 }, 6],
      ["male", { low: 4, high: 14 }, 4],
    ]);
    expect([...results.coverage]).toEqual([0.5]);
  });
});

describe("7: stocks and running totals", () => {
  const before = [at(6, { sex: "female" }), at(4, { sex: "male" })];
  const later = row(12, { period: "Q2" });
  it("a stock's last report counts as a whole: 6 women in spring are not beside 12 people in summer", () => {
    const stock = frameworkOf({ accumulation: "latest" });
    expect(shown(stock, [...before, later])).toEqual([["", 12]]);
    expect(shown(stock, [...before, later], { by: ["sex"] })[0]).toEqual(["female", [0, 12, "bounds-only"]]);
  });
  it("a running total confines: 6 women and 4 men, then 12, are 6 to 8 women", () => {
    const running = frameworkOf({ accumulation: "cumulative" });
    expect(shown(running, [...before, later])).toEqual([["", 12]]);
    expect(shown(running, [...before, later], { by: ["sex"] }).slice(0, 2)).toEqual([
      ["female", [6, 8, "bounds-only"]],
      ["male", [4, 6, "bounds-only"]],
    ]);
  });
  it("a running total of 2, then 5, then silence is 5, marked with its period", () => {
    const rows = [row(2), row(5, { period: "Q2" })];
    const found = compute(frameworkOf({ accumulation: "cumulative" }), rows, {
      by: ["period"],
      where: { period: ["Q1", "Q2", "Q3"] },
    });
    expect(found.map(({ value, carried }) => [value, carried])).toEqual([
      [2, null],
      [5, null],
      [5, "Q2"],
    ]);
  });
});

describe("8: contradictions", () => {
  const ages = [at(7, { age: "young" }), at(5, { age: "old" })];
  it("10 by sex and 12 by age are 10 to 12, and a finding names the four rows", () => {
    const rows = [at(6, { sex: "female" }), at(4, { sex: "male" }), ...ages];
    for (const each of [rows, [...rows].reverse()]) {
      expect(shown(frameworkOf(), each)).toEqual([["", [10, 12, "marginals-contradict"]]]);
      const findings = rowFindings(frameworkOf(), read(frameworkOf(), each).table);
      expect(findings.map(({ code, found }) => [code, found])).toEqual([["row-contradicts", 4]]);
      expect(findings[0]?.message.en).toContain("1, 2, 3, 4");
    }
  });
  it("7 women and 6 men of 10: the stated total is kept, and a finding names it and the parts", () => {
    const rows = [row(10), at(7, { sex: "female" }), at(6, { sex: "male" })];
    expect(shown(frameworkOf(), rows)).toEqual([["", 10]]);
    const findings = rowFindings(frameworkOf(), read(frameworkOf(), rows).table);
    expect(findings.map(({ code, found }) => [code, found])).toEqual([["row-parts-beyond-total", 3]]);
  });
});

describe("9: quotients", () => {
  it("40 % and 60 % without denominators are 40 to 60 %", () => {
    const share = frameworkOf({ measure: "percentage" });
    const rows = [row(40, { source: "A" }), row(60, { source: "B" })];
    expect(shown(share, rows)).toEqual([["", [40, 60, "denominator-missing"]]]);
  });
  it("1 of 2 and 9 of 18 are 50 %, and 29 of 100 is 29, neither more nor less", () => {
    const share = frameworkOf({ measure: "percentage" });
    const quotient = (numerator: number, denominator: number, source: string): Observation => {
      const { value: _, ...rest } = row(0, { source });
      return { ...rest, numerator, denominator };
    };
    expect(shown(share, [quotient(1, 2, "A"), quotient(9, 18, "B")])).toEqual([["", 50]]);
    expect(shown(share, [quotient(29, 100, "A")])).toEqual([["", 29]]);
  });
});

describe("16: what a query names must exist", () => {
  it.each<[string, Query, string]>([
    ["an indicator", { indicators: ["9.9"] }, "1.1"],
    ["an axis", { by: ["gender"] }, "sex, age"],
    ["a category", { where: { sex: ["woman"] } }, "female, male, unknown"],
    ["a period", { where: { period: ["Q5"] } }, "Q1, Q2"],
    ["a place", { where: { place: ["Kidal"] } }, "Mopti"],
  ])("%s that is not there is an error that lists the known ones", (_, query, known) => {
    const { table } = read(frameworkOf(), [row(1, { place: "Mopti" })]);
    expect(() => computeResults(frameworkOf(), table, query)).toThrow(known);
  });
});
