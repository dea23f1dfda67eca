import fc from "fast-check";
import type { MeasurementFramework } from "../../src/aggregate/definition.ts";
import type { Query } from "../../src/aggregate/query.ts";
import type { Observation } from "../../src/observations/index.ts";

export { oneBreakdownOf } from "./one-breakdown.ts";

// Random frameworks with random observations and a query: what every way of computing values is held against the reference by, or against
// another way. For tests alone; no entry point of the package leads here.

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
/** A half-year around two quarters, and a period that overlaps two of them. */
const OTHER_PERIODS = [
  { id: "H1", start: "2020-01-01", end: "2020-06-30" },
  { id: "M5-8", start: "2020-05-01", end: "2020-08-31" },
];
const TREE = [
  { id: "Gao" },
  { id: "Mopti" },
  { id: "Djenné", parent: "Mopti" },
  { id: "Bandiagara", parent: "Mopti" },
];
const DAYS = ["2020-04-10", "2020-07-10", "2020-07-11", "2020-10-10"];
const wholeOrCents = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 12 }) },
  fc.integer({ min: -100, max: 2000 }).map((cents) => cents / 100),
);
/** A value as it is reported: whole, in cents, or no short decimal. */
export const reportedNumber = fc.oneof(
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
const framework = fc.tuple(definition("a"), definition("b"), fc.constantFrom(0, 0, 1, 2), fc.boolean()).map(
  ([a, b, others, tree]): MeasurementFramework => ({
    format: "cadre/measurement",
    indicators: [a, b],
    axes: AXES,
    periods: [...PERIODS, ...OTHER_PERIODS.slice(0, others)],
    ...(tree && { places: TREE }),
  }),
);
/** Some worlds report in one breakdown only, as most real ones do; that is what dense sums are for. */
const shape = fc.constantFrom<string[] | null>(null, null, [], ["sex"], ["sex", "age"], ["group"]);
const rowOf = (
  isRatio: Record<string, boolean>,
  axes: string[] | null,
  periods: string[],
  places: string[],
): fc.Arbitrary<Observation> =>
  fc
    .record({
      indicator: fc.constantFrom("a", "b"),
      period: fc.constantFrom(...periods),
      source: fc.constantFrom("", "north", "south"),
      place: fc.constantFrom(...places),
      id: fc.constantFrom("", "", "", "", "training 2"),
      categories:
        axes === null ? cells : fc.record(Object.fromEntries(axes.map((axis) => [axis, member(axis)]))),
      recordedAt: fc.constantFrom(...DAYS),
      reported: wholeOrCents,
      below: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(null, undefined, 0.5)),
      withdrawn: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ reported, below, withdrawn, source, place, id, ...row }): Observation => {
      const named = { ...row, ...(source && { source }), ...(place && { place }), ...(id && { id }) };
      if (withdrawn === 0) return { ...named, value: null };
      return isRatio[row.indicator] && below !== undefined
        ? { ...named, numerator: reported, denominator: below }
        : { ...named, value: reported };
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
            place: fc.constantFrom(["Mopti"], ["", "Gao"], ["Gao", "Mopti"]),
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

/** A framework, observations of it, and a query. `sparse`: groups are to be hashed. */
export const world = fc.tuple(framework, shape).chain(([drawn, axes]) =>
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
        drawn.periods.map(({ id }) => id),
        // Some worlds have no rows without a place beside rows with places.
        drawn.places === undefined ? ["", "Mopti", "Gao"] : ["Mopti", "Djenné", "Gao"],
      ),
      { minLength: 3, maxLength: 24, size: "max" },
    ),
    query,
    sparse: fc.boolean(),
  }),
);
