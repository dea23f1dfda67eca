import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactSum } from "../exact-sum.ts";
import { addObservations, createTable, type Observation } from "../observations/index.ts";
import { runPlan } from "./compute.ts";
import type { MeasurementFramework } from "./definition.ts";
import { figureAt } from "./figure-rows.ts";
import { planQuery } from "./plan.ts";
import type { Query } from "./query.ts";
import { referenceFigure, sumOf } from "./reference/reference.ts";

// Everything runs with `CADRE_FULL=1`; an ordinary run takes a tenth.
const runs = process.env.CADRE_FULL === "1" ? Number(process.env.CADRE_RUNS ?? 10_000) : 1_000;

const AXES: MeasurementFramework["axes"] = [
  { name: "sex", kind: "partition", categories: ["female", "male"] },
  { name: "age", kind: "partition" },
  { name: "group", kind: "overlapping" },
];
const CATEGORIES: Record<string, string[]> = {
  sex: ["female", "male", "unknown"],
  age: ["young", "old"],
  group: ["displaced", "herders"],
};
const PERIODS = [
  { id: "Q1", start: "2020-01-01", end: "2020-03-31" },
  { id: "Q2", start: "2020-04-01", end: "2020-06-30" },
  { id: "Q3", start: "2020-07-01", end: "2020-09-30" },
];
const DAYS = ["2020-04-10", "2020-07-10", "2020-07-11", "2020-10-10"];
const figureValue = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 30 }) },
  fc.integer({ min: -500, max: 5000 }).map((cents) => cents / 100),
  fc.integer({ min: 1, max: 9 }).map((n) => n / 7),
);
const member = (name: string) => fc.constantFrom(...(CATEGORIES[name] ?? []));
const cells = fc.oneof(
  fc.constant({}),
  ...["sex", "age", "group"].map((axis) => member(axis).map((category) => ({ [axis]: category }))),
  fc.record({ sex: member("sex"), age: member("age") }),
  fc.record({ sex: member("sex"), age: member("age"), group: member("group") }, { requiredKeys: [] }),
);
const goal = fc.record(
  {
    value: fc.oneof(
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 9 }) },
    ),
    at: fc.oneof(
      { weight: 3, arbitrary: fc.constant({}) },
      fc.record({ period: fc.constantFrom("Q1", "Q2"), sex: member("sex") }, { requiredKeys: [] }),
    ),
    since: fc.constantFrom("2020-01-01", "2020-07-10"),
  },
  { requiredKeys: ["value"] },
);
const definition = (code: string) =>
  fc
    .record({
      code: fc.constant(code),
      measure: fc.constantFrom("count", "ratio", "percentage", "currency", "score"),
      accumulation: fc.oneof(
        fc.constant("sum"),
        fc.constantFrom("sum", "latest", "cumulative", "max", "average"),
      ),
      combination: fc.oneof(
        fc.constant({ sources: "sum", places: "sum" }),
        fc.record({
          sources: fc.constantFrom("sum", "max", "average", "none"),
          places: fc.constantFrom("sum", "max", "average", "none"),
        }),
      ),
      targets: fc.array(goal, { maxLength: 4 }),
      baselines: fc.array(goal, { maxLength: 2 }),
    })
    .map((drawn) => {
      const ratio = drawn.measure === "ratio" || drawn.measure === "percentage";
      const or = (how: string) => (ratio && how === "average" ? "sum" : how);
      return {
        ...drawn,
        accumulation: or(drawn.accumulation),
        combination: { sources: or(drawn.combination.sources), places: or(drawn.combination.places) },
      } as MeasurementFramework["indicators"][number];
    });
const framework = fc.tuple(definition("a"), definition("b")).map(
  (indicators): MeasurementFramework => ({
    format: "cadre/measurement",
    indicators,
    axes: AXES,
    periods: PERIODS,
  }),
);
/** Some worlds report in one breakdown only, as most real ones do; that is what dense sums are for. */
const shape = fc.constantFrom<string[] | null>(null, null, [], ["sex"], ["sex", "age"], ["group"]);
const rowOf = (isRatio: Record<string, boolean>, axes: string[] | null): fc.Arbitrary<Observation> =>
  fc
    .record({
      indicator: fc.constantFrom("a", "b"),
      period: fc.constantFrom("Q1", "Q2", "Q3"),
      source: fc.constantFrom("", "north", "south"),
      place: fc.constantFrom("", "Mopti", "Gao"),
      cells: axes === null ? cells : fc.record(Object.fromEntries(axes.map((axis) => [axis, member(axis)]))),
      recordedAt: fc.constantFrom(...DAYS),
      figure: figureValue,
      below: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(null, undefined, 0.5)),
      withdrawn: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ figure, below, withdrawn, source, place, ...row }): Observation => {
      const named = { ...row, ...(source && { source }), ...(place && { place }) };
      if (withdrawn === 0) return { ...named, value: null };
      return isRatio[row.indicator] && below !== undefined
        ? { ...named, numerator: figure, denominator: below }
        : { ...named, value: figure };
    });
const query: fc.Arbitrary<Query> = fc
  .record(
    {
      by: fc.oneof(
        {
          weight: 2,
          arbitrary: fc.subarray(["period", "source", "place", "sex", "age", "group"], { maxLength: 1 }),
        },
        fc.subarray(["period", "source", "place", "sex", "age", "group"], { maxLength: 3 }),
      ),
      where: fc.oneof(
        { weight: 2, arbitrary: fc.constant({}) },
        fc.record(
          {
            period: fc.subarray(["Q1", "Q2", "Q3"], { minLength: 1 }),
            source: fc.constantFrom(["north"], ["", "south"]),
            sex: fc.subarray(CATEGORIES.sex ?? [], { minLength: 1 }),
            group: fc.subarray(CATEGORIES.group ?? [], { minLength: 1 }),
          },
          { requiredKeys: [] },
        ),
      ),
      asOf: fc.constantFrom("2020-01-01", ...DAYS, ...DAYS.slice(1), ...DAYS.slice(1)),
    },
    { requiredKeys: [] },
  )
  .map((drawn) => drawn as Query);

const world = fc.tuple(framework, shape).chain(([drawn, axes]) =>
  fc.record({
    framework: fc.constant(drawn),
    observations: fc.array(
      rowOf(
        Object.fromEntries(
          drawn.indicators.map(({ code, measure }) => [
            code,
            measure === "ratio" || measure === "percentage",
          ]),
        ),
        axes,
      ),
      { minLength: 3, maxLength: 40, size: "max" },
    ),
    query,
    sparse: fc.boolean(),
  }),
);

describe("the engine and the reference", () => {
  it(`agree in every value, cell, reason and bound (${runs} random frameworks)`, () => {
    fc.assert(
      fc.property(world, ({ framework, observations, query, sparse }) => {
        const table = createTable(framework);
        const admission = addObservations(table, observations);
        expect(admission.rejected).toEqual([]);
        // Few groups stand in place, many are hashed; the answer is the same.
        const plan = planQuery(framework, table, query, sparse ? 0 : undefined);
        const figures = runPlan(plan, table);
        for (let at = 0; at < figures.size; at += 1) {
          const found = figureAt(figures, at);
          const wanted = referenceFigure(framework, observations, query, found.indicator, found.at);
          const { value, reason, percentOfTarget, progress, undefinedBecause } = found;
          const bounds = found.bounds && [found.bounds.low, found.bounds.high ?? Number.POSITIVE_INFINITY];
          expect({
            at: found.at,
            value,
            reason,
            bounds,
            percentOfTarget,
            progress,
            undefinedBecause,
          }).toEqual({ at: found.at, ...wanted });
        }
      }),
      { numRuns: runs },
    );
  }, 600_000);
});

describe("exactSum", () => {
  it("is the exact sum rounded once, in whatever order", () => {
    const number = fc.oneof(
      figureValue,
      fc
        .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
        .filter((x) => x === 0 || Math.abs(x) > 1e-20),
    );
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 40 }), (numbers) => {
        const normal = numbers.map((x) => x + 0);
        expect(exactSum(normal) + 0).toBe(sumOf(normal) + 0);
        expect(exactSum([...normal].reverse()) + 0).toBe(exactSum(normal) + 0);
      }),
      { numRuns: runs },
    );
  });
});
