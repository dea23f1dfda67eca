import { describe, expect, it } from "vitest";
import { addObservations, createTable, type Observation } from "../observations/index.ts";
import { exactSum } from "../values/exact-sum.ts";
import { computeResults } from "./compute.ts";
import type { IndicatorDefinition, MeasurementFramework } from "./definition.ts";
import type { Query } from "./query.ts";
import { resultRows } from "./result-rows.ts";

const sum = { sources: "sum", places: "sum" } as const;
const frameworkOf = (definition: Partial<IndicatorDefinition> = {}): MeasurementFramework => ({
  format: "cadre/measurement",
  indicators: [{ code: "1.1", measure: "count", accumulation: "sum", combination: sum, ...definition }],
  axes: [
    { name: "sex", kind: "partition", categories: ["female", "male"] },
    { name: "age", kind: "partition", categories: ["young", "old"] },
    { name: "group", kind: "overlapping", categories: ["displaced", "herders"] },
  ],
  periods: [
    { id: "Q1", start: "2020-01-01", end: "2020-03-31" },
    { id: "Q2", start: "2020-04-01", end: "2020-06-30" },
    { id: "Q3", start: "2020-07-01", end: "2020-09-30" },
  ],
});
const row = (fields: Partial<Observation>): Observation => ({
  indicator: "1.1",
  period: "Q1",
  recordedAt: "2020-04-10",
  ...fields,
});
const compute = (framework: MeasurementFramework, rows: Observation[], query: Query = {}) => {
  const table = createTable(framework);
  expect(addObservations(table, rows).rejected).toEqual([]);
  return resultRows(computeResults(framework, table, query), { empty: true });
};
const values = (...args: Parameters<typeof compute>) => compute(...args).map(({ value }) => value);
const one = (...args: Parameters<typeof compute>) => compute(...args)[0];

describe("a report that leaves parts out", () => {
  const sexes = (source: string, values: Partial<Record<"female" | "male", number>>) =>
    Object.entries(values).map(([sex, value]) => row({ source, value, categories: { sex } }));

  it("confines the cells that it does not state: women 6, men 4, and another source's total of 10", () => {
    const rows = [...sexes("A", { female: 6, male: 4 }), row({ source: "B", value: 10 })];
    expect(one(frameworkOf(), rows)).toMatchObject({ value: 20, reason: null });
    expect(compute(frameworkOf(), rows, { by: ["sex"] })).toMatchObject([
      {
        at: { sex: "female" },
        value: null,
        reason: "bounds-only",
        bounds: { low: 6, high: 16 },
        reported: 6,
      },
      { at: { sex: "male" }, value: null, reason: "bounds-only", bounds: { low: 4, high: 14 }, reported: 4 },
      { at: { sex: "unknown" }, value: null, reason: "no-actual" },
    ]);
  });

  it("has no upper end where the total is unknown", () => {
    expect(one(frameworkOf(), sexes("A", { female: 6 }))).toMatchObject({ bounds: { low: 6, high: null } });
  });

  it("carries a running total through a silent period: 2, 5, then 5 from Q2", () => {
    const rows = [row({ value: 2 }), row({ value: 5, period: "Q2" })];
    expect(
      compute(frameworkOf({ accumulation: "cumulative" }), rows, { by: ["period"] }).map(
        ({ value, carried }) => [value, carried],
      ),
    ).toEqual([
      [2, null],
      [5, null],
      [5, "Q2"],
    ]);
  });

  it("is distinguished from another by id; of rows with one key and time that differ, both are handed back", () => {
    const two = [row({ value: 5, id: "a" }), row({ value: 7, id: "b" })];
    expect(values(frameworkOf(), two)).toEqual([12]);
    const table = createTable(frameworkOf());
    const { rejected } = addObservations(table, [row({ value: 5 }), row({ value: 7 })]);
    expect(rejected.map(({ row: index, code }) => [index, code])).toEqual([
      [0, "rows-conflict"],
      [1, "rows-conflict"],
    ]);
  });
});

describe("a value", () => {
  it("takes late data in from the day that it became known, in the period that it is about", () => {
    const rows = [row({ value: 5 }), row({ value: 7, source: "late partner", recordedAt: "2020-08-20" })];
    expect(values(frameworkOf(), rows, { by: ["period"], asOf: "2020-08-19" })).toEqual([5, null, null]);
    expect(values(frameworkOf(), rows, { by: ["period"], asOf: "2020-08-20" })).toEqual([12, null, null]);
  });

  it("is corrected by a later observation of the same thing, whichever comes in first; a null withdraws", () => {
    const first = row({ value: 5 });
    const corrected = row({ value: 6, recordedAt: "2020-05-01" });
    const withdrawn = row({ value: null, recordedAt: "2020-06-01" });
    for (const rows of [
      [first, corrected, withdrawn],
      [withdrawn, corrected, first],
    ]) {
      expect(values(frameworkOf(), rows, { asOf: "2020-04-30" })).toEqual([5]);
      expect(values(frameworkOf(), rows, { asOf: "2020-05-01" })).toEqual([6]);
      expect(one(frameworkOf(), rows)).toMatchObject({ value: null, reason: "no-actual" });
    }
  });

  it("of a cumulative indicator carries each source's last total forward, then combines the sources", () => {
    const rows = [
      row({ value: 10, source: "A", period: "Q1" }),
      row({ value: 4, source: "B", period: "Q1" }),
      row({ value: 15, source: "A", period: "Q2" }),
      row({ value: 9, source: "B", period: "Q3" }),
    ];
    const cumulative = frameworkOf({ accumulation: "cumulative" });
    expect(values(cumulative, rows, { by: ["period"] })).toEqual([14, 19, 24]);
    expect(values(cumulative, rows)).toEqual([24]);
    const apart = frameworkOf({
      accumulation: "cumulative",
      combination: { sources: "none", places: "sum" },
    });
    expect(one(apart, rows)).toMatchObject({ value: null, reason: "sources-not-combined" });
  });

  it("of a ratio adds numerators and denominators; one whose denominator is missing makes it unknown", () => {
    const ratio = frameworkOf({ measure: "percentage" });
    const north = row({ numerator: 30, denominator: 40, source: "north" });
    expect(values(ratio, [north, row({ numerator: 0, denominator: 60, source: "south" })])).toEqual([30]);
    expect(one(ratio, [north, row({ numerator: 3, denominator: null, source: "south" })])).toMatchObject({
      value: null,
      reason: "denominator-missing",
    });
    expect(one(ratio, [row({ numerator: 0, denominator: 0 })])).toMatchObject({ reason: "denominator-zero" });
    expect(values(ratio, [row({ value: 25 })])).toEqual([25]);
    expect(one(ratio, [north, row({ value: 25, source: "south" })])?.reason).toBe("denominator-missing");
  });

  it("has no percent of a target of zero, but progress towards it", () => {
    expect(one(frameworkOf({ targets: [{ value: 0 }] }), [row({ value: 5 })])).toMatchObject({
      percentOfTarget: null,
      undefinedBecause: "target-zero",
    });
    const framework = frameworkOf({ targets: [{ value: 0 }], baselines: [{ value: 20 }] });
    expect(one(framework, [row({ value: 5 })])).toMatchObject({
      percentOfTarget: null,
      undefinedBecause: "decreasing-indicator",
      progress: 0.75,
    });
  });

  it("has no progress where the baseline equals the target, but a percent of it", () => {
    const framework = frameworkOf({ targets: [{ value: 20 }], baselines: [{ value: 20 }] });
    expect(one(framework, [row({ value: 15 })])).toMatchObject({
      percentOfTarget: 0.75,
      progress: null,
      undefinedBecause: "baseline-equals-target",
    });
  });

  it("makes progress towards a target below the baseline by going down, and more than whole beyond it", () => {
    const framework = frameworkOf({
      targets: [{ value: 40 }],
      baselines: [{ value: 80 }],
      direction: "decrease",
    });
    expect(one(framework, [row({ value: 60 })])?.progress).toBe(0.5);
    expect(one(framework, [row({ value: 30 })])?.progress).toBe(1.25);
    expect(one(framework, [row({ value: 90 })])?.progress).toBe(-0.25);
  });

  it("of a place that reports nothing is unknown, not zero, and does not hold the others' sum back", () => {
    const rows = [
      row({ value: 3, place: "Mopti" }),
      row({ value: 0, place: "Gao" }),
      row({ value: 1, place: "Kidal", period: "Q2" }),
    ];
    expect(values(frameworkOf(), rows, { by: ["place"], where: { period: ["Q1"] } })).toEqual([
      null,
      0,
      null,
      3,
    ]);
    expect(values(frameworkOf(), rows, { where: { period: ["Q1"] } })).toEqual([3]);
  });

  it("of a total is never the sum of overlapping groups: it is no less than the largest", () => {
    const rows = [
      row({ value: 2400, categories: { group: "displaced" } }),
      row({ value: 500, categories: { group: "herders" } }),
    ];
    expect(one(frameworkOf(), rows)).toMatchObject({
      value: null,
      reason: "bounds-only",
      bounds: { low: 2400, high: null },
    });
    expect(values(frameworkOf(), [...rows, row({ value: 4000 })])).toEqual([4000]);
  });

  it("of a revised period changes what came of it; a running total reported later counts", () => {
    const rows = [
      row({ value: 10 }),
      row({ value: 25, period: "Q2", recordedAt: "2020-07-10" }),
      row({ value: 12, recordedAt: "2020-08-01" }),
    ];
    expect(values(frameworkOf(), rows)).toEqual([37]);
    expect(values(frameworkOf(), rows, { asOf: "2020-07-31" })).toEqual([35]);
    expect(values(frameworkOf({ accumulation: "cumulative" }), rows, { by: ["period"] })).toEqual([
      12, 25, 25,
    ]);
  });

  it("is held against the target in force on the day, at the very cell and period", () => {
    const framework = frameworkOf({
      targets: [
        { value: 100 },
        { value: 50, since: "2020-06-01" },
        { value: 20, at: { period: "Q1" } },
        { value: null, at: { sex: "female" } },
      ],
    });
    const rows = [
      row({ value: 10, categories: { sex: "female" } }),
      row({ value: 0, categories: { sex: "male" } }),
    ];
    expect(one(framework, rows, { asOf: "2020-05-31" })?.percentOfTarget).toBe(0.1);
    expect(one(framework, rows)?.percentOfTarget).toBe(0.2);
    expect(one(framework, rows, { by: ["period"] })?.percentOfTarget).toBe(0.5);
    expect(one(framework, rows, { by: ["sex"] })?.undefinedBecause).toBe("target-tbd");
  });

  it("of a joint cell is confined by its marginals, both ends reached by some table", () => {
    // 19 women and 131 men, 40 of the 150 young: how many young women?
    const rows = [
      row({ value: 19, categories: { sex: "female" } }),
      row({ value: 131, categories: { sex: "male" } }),
      row({ value: 40, categories: { age: "young" } }),
      row({ value: 110, categories: { age: "old" } }),
    ];
    const found = compute(frameworkOf(), rows, { by: ["sex", "age"] });
    for (const { at, bounds, reason } of found.filter(
      ({ at }) => at.sex !== "unknown" && at.age !== "unknown",
    )) {
      expect(reason).toBe("bounds-only");
      const reached: number[] = [];
      for (let youngWomen = 0; youngWomen <= 150; youngWomen += 1) {
        const table = {
          female: { young: youngWomen, old: 19 - youngWomen },
          male: { young: 40 - youngWomen, old: 131 - (40 - youngWomen) },
        };
        if (Object.values(table).every((cells) => Object.values(cells).every((count) => count >= 0)))
          reached.push(table[at.sex as "female" | "male"][at.age as "young" | "old"]);
      }
      expect(bounds).toEqual({ low: Math.min(...reached), high: Math.max(...reached) });
    }
  });

  it("accumulates as its indicator says", () => {
    const rows = [4, 10, 1].map((value, index) => row({ value, period: `Q${index + 1}` }));
    const by = (accumulation: IndicatorDefinition["accumulation"]) =>
      values(frameworkOf({ accumulation }), rows);
    expect([by("sum"), by("latest"), by("cumulative"), by("max"), by("average")]).toEqual([
      [15],
      [1],
      [1],
      [10],
      [5],
    ]);
  });
});

describe("sums", () => {
  it("of money are exact, and of a million decimals agree with exact arithmetic to the last digit in any order", () => {
    const framework = frameworkOf({ measure: "currency" });
    const cents = Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 100_003);
    const exact = Number(cents.reduce((total, each) => total + BigInt(each), 0n)) / 100;
    for (const list of [cents, [...cents].reverse()]) {
      const rows = list.map((each, index) => row({ value: each / 100, place: `p${index}` }));
      expect(values(framework, rows)).toEqual([exact]);
      expect(list.reduce((total, each) => total + each / 100, 0)).not.toBe(exact);
    }
    const million = Array.from({ length: 1_000_000 }, (_, index) => ((index * 7919) % 1_000_003) / 1000);
    const whole = million.reduce((total, each) => total + BigInt(Math.round(each * 1000)), 0n);
    expect(exactSum(million)).toBe(Number(whole) / 1000);
    expect(exactSum(million.reverse())).toBe(Number(whole) / 1000);
  });
});

describe("coverage", () => {
  const open = {
    ...frameworkOf(),
    axes: [
      { name: "sex", kind: "partition" as const, categories: ["female", "male"] },
      { name: "age", kind: "partition" as const },
      { name: "group", kind: "overlapping" as const },
    ],
    indicators: ["a", "b"].map((code) => ({ ...(frameworkOf().indicators[0] as IndicatorDefinition), code })),
  };
  const coverage = (rows: Observation[], query: Query) => {
    const table = createTable(open);
    expect(addObservations(table, rows).rejected).toEqual([]);
    return [...computeResults(open, table, query).coverage];
  };
  it("is of the categories chosen, also where there is no cell", () => {
    const rows = [row({ indicator: "a", categories: { sex: "female" }, value: 1 })];
    // One woman is known, and her age is not.
    expect(coverage(rows, { by: ["age"], where: { sex: ["female"] } })).toEqual([0, Number.NaN]);
  });
  it("is unknown where an indicator's reports name none of the groups chosen", () => {
    const rows = [
      row({ indicator: "a", categories: { group: "displaced" }, value: 2 }),
      row({ indicator: "b", value: 1 }),
    ];
    expect(coverage(rows, { by: ["sex"], where: { group: ["displaced"] } })).toEqual([0, Number.NaN]);
  });
});

describe("a running total that contradicts an earlier one", () => {
  const women = (value: number, period: string) => row({ value, period, categories: { sex: "female" } });
  it("does not stay exact after a later part of it: 249, then 0, then 7 women are at least 7", () => {
    const rows = [row({ value: 249 }), row({ value: 0, period: "Q2" }), women(7, "Q3")];
    expect(one(frameworkOf({ accumulation: "cumulative" }), rows)).toMatchObject({
      ...{ value: null, reason: "marginals-contradict" },
      bounds: { low: 7, high: null },
    });
  });
  it("is carried where nobody spoke of it later: 249, then 0, then nothing is 0", () => {
    const rows = [row({ value: 249 }), row({ value: 0, period: "Q2" })];
    expect(values(frameworkOf({ accumulation: "cumulative" }), rows)).toEqual([0]);
  });
});

describe("the largest of periods, and their mean, where periods contain one another", () => {
  const half = { id: "H1", start: "2020-01-01", end: "2020-06-30" };
  const withHalf = (accumulation: "max" | "average", more: Partial<IndicatorDefinition> = {}) => {
    const framework = frameworkOf({ accumulation, ...more });
    return { ...framework, periods: [...framework.periods, half] };
  };
  const said = (values: Record<string, number>) =>
    Object.entries(values).map(([period, value]) => row({ period, value }));
  it("are of the quarters alone: 4 and 6, beside their half-year's 10, are at most 6 and 5 on average", () => {
    const rows = said({ Q1: 4, Q2: 6, H1: 10 });
    expect([values(withHalf("max"), rows), values(withHalf("average"), rows)]).toEqual([[6], [5]]);
  });
  it("are bounds where a quarter is missing: 4 beside a half-year's 10 are at most 4 to 10, 0 to 10 on average", () => {
    const rows = said({ Q1: 4, H1: 10 });
    expect(one(withHalf("max"), rows)).toMatchObject({
      ...{ value: null, reason: "periods-overlap", bounds: { low: 4, high: 10 } },
    });
    expect(one(withHalf("average"), rows)).toMatchObject({
      ...{ value: null, reason: "periods-overlap", bounds: { low: 0, high: 10 }, reported: null },
    });
  });
  it("report no part of the longer one: 10 young women of the half-year, and at most 6 and 9 in its quarters", () => {
    const women = (period: string, value: number, age?: string) =>
      row({ period, value, categories: { sex: "female", ...(age && { age }) } });
    const rows = [women("H1", 10, "young"), women("Q1", 6), women("Q2", 9)];
    const [youngWomen] = compute(withHalf("max"), rows, { by: ["sex", "age"] });
    expect(youngWomen).toMatchObject({ value: null, bounds: { low: 0, high: 9 }, reported: 0 });
  });
  it("of quotients have no bounds there, and count the quarters where both are known", () => {
    const quotients = (values: Record<string, [number, number]>) =>
      Object.entries(values).map(([period, [numerator, denominator]]) =>
        row({ period, numerator, denominator }),
      );
    const largest = withHalf("max", { measure: "percentage" });
    expect(values(largest, quotients({ Q1: [1, 2], Q2: [1, 4], H1: [2, 6] }))).toEqual([50]);
    expect(one(largest, quotients({ Q1: [1, 2], H1: [2, 6] }))).toMatchObject({
      ...{ value: null, reason: "periods-overlap", bounds: null },
    });
  });
});

describe("numbers that are no short decimals", () => {
  it("have no low above their high: 22/7 women of a quarter beside 10/7 herders of the half-year", () => {
    const framework = frameworkOf({ accumulation: "cumulative" });
    const periods = [...framework.periods, { id: "H1", start: "2020-01-01", end: "2020-06-30" }];
    const rows = [
      row({ period: "H1", value: 10 / 7, categories: { group: "herders" } }),
      row({ period: "Q2", value: 22 / 7, categories: { sex: "female" } }),
      row({ period: "H1", value: 9 / 7, categories: { age: "old" }, place: "D1" }),
      row({ period: "Q1", value: 16 / 7, categories: { age: "old" }, place: "D2" }),
    ];
    const [women] = compute({ ...framework, periods }, rows, { by: ["sex"] });
    expect(women).toMatchObject({ at: { sex: "female" }, value: 22 / 7, reason: null });
  });
  it("have no negative rest: 1/7 and 2/7 of 3/7, one age of which is known", () => {
    const rows = [
      row({ value: 3 / 7 }),
      row({ value: 1 / 7, categories: { sex: "female" } }),
      row({ value: 2 / 7, categories: { sex: "male" } }),
    ];
    for (const { value, bounds } of compute(frameworkOf(), rows, { by: ["sex"] })) {
      expect(bounds).toBeNull();
      expect(value ?? 0).toBeGreaterThanOrEqual(0);
    }
  });
});

describe("a mean of which only a part is exact", () => {
  it("has no part that is reported: 8 men in one quarter, and 7 people in the other", () => {
    const rows = [row({ value: 8, categories: { sex: "male" } }), row({ value: 7, period: "Q2" })];
    const men = compute(frameworkOf({ accumulation: "average" }), rows, { by: ["sex"] }).find(
      ({ at }) => at.sex === "male",
    );
    expect(men).toMatchObject({ value: null, bounds: { low: 4, high: 7.5 }, reported: null });
  });
});

describe("a reason", () => {
  it("is the weightiest of those that apply, in whatever order rows came", () => {
    const rows = [
      row({ categories: { group: "displaced" }, id: "training 2", numerator: 0, denominator: null }),
      row({ categories: { group: "herders" }, numerator: 0, denominator: 0 }),
    ];
    for (const order of [rows, [...rows].reverse()])
      expect(
        one(frameworkOf({ measure: "ratio", accumulation: "latest" }), order, { by: ["group"] }),
      ).toMatchObject({ value: null, reason: "denominator-missing" });
  });
});
