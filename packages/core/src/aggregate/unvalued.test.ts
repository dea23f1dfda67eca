import { describe, expect, it } from "vitest";
import { truthOf } from "../../test/aggregate/truth.ts";
import { seeded, seedsOf, type World, worldOf } from "../../test/aggregate/worlds.ts";
import {
  addObservationColumns,
  addObservations,
  compact,
  createTable,
  deserialiseTable,
  type Observation,
  observationAt,
  serialiseTable,
} from "../observations/index.ts";
import { computeResults } from "./compute.ts";
import type { MeasurementFramework } from "./definition.ts";
import type { ResultRow } from "./query.ts";
import { resultRows } from "./result-rows.ts";
import { absorb, openView, viewResults } from "./view.ts";

// Some values of reports are to be determined. Who made the people knows what they will be.
const worlds = seedsOf(60, 3_000);
const CUTS = [[], ["sex"], ["age"], ["sex", "age"], ["period"], ["sex", "period"], ["group"]];

const tableOf = (framework: MeasurementFramework, observations: readonly Observation[]) => {
  const table = createTable(framework);
  expect(addObservations(table, observations).rejected).toEqual([]);
  return table;
};
const results = (framework: MeasurementFramework, observations: readonly Observation[], by: string[] = []) =>
  resultRows(computeResults(framework, tableOf(framework, observations), { by }));

const lowOf = ({ value, bounds }: ResultRow): number => value ?? bounds?.low ?? Number.NEGATIVE_INFINITY;
const highOf = ({ value, bounds }: ResultRow): number => value ?? bounds?.high ?? Number.POSITIVE_INFINITY;
const key = (row: ResultRow) => JSON.stringify(row.at);

/** The same reports, of which some have no value yet. */
function unvalued({ observations }: World, seed: number): Observation[] {
  const random = seeded(seed * 7 + 1);
  const share = [0.1, 0.4, 1][seed % 3] ?? 0.4;
  // What is said twice is said twice.
  const drawn = new Map<string, number>();
  return observations.map((observation): Observation => {
    const { value: _, numerator: _n, denominator: _d, ...about } = observation;
    const draw = drawn.get(JSON.stringify(about)) ?? random();
    drawn.set(JSON.stringify(about), draw);
    if (observation.value === null || draw > share) return observation;
    return { ...about, value: null, reason: draw < share / 2 ? "to-be-determined" : "no-data" };
  });
}

describe(`values that are to be determined, of made-up people (${worlds.size} worlds)`, () => {
  it("leave the truth within what is computed, which is no narrower than with them", () => {
    let open = 0;
    for (let seed = worlds.first; seed <= worlds.last; seed += 1) {
      const world = worldOf(seed);
      const fewer = unvalued(world, seed);
      for (const by of CUTS) {
        const whole = new Map(results(world.framework, world.observations, by).map((row) => [key(row), row]));
        for (const row of results(world.framework, fewer, by)) {
          const truth = truthOf(world, row.at);
          if (row.reason === "value-unknown") open += 1;
          if (truth !== null && !(lowOf(row) <= truth + 1e-9 && truth <= highOf(row) + 1e-9))
            expect({ seed, by, row, truth }).toBe("within its bounds");
          const before = whole.get(key(row));
          if (before === undefined || (before.value === null && before.bounds === null)) continue;
          if (lowOf(row) > lowOf(before) + 1e-9 || highOf(row) < highOf(before) - 1e-9)
            expect({ seed, by, before, row }).toBe("no narrower");
        }
      }
    }
    expect(open).toBeGreaterThan(worlds.size);
  }, 3_600_000);

  it("say the same by rows, columns, bytes, in another order of rows, and one by one", () => {
    for (let seed = worlds.first; seed <= worlds.last; seed += 8) {
      const { framework, ...world } = worldOf(seed);
      const rows = unvalued({ framework, ...world }, seed);
      const table = tableOf(framework, rows);
      expect(rows.map((_, row) => observationAt(table, row).reason)).toEqual(
        rows.map(({ reason }) => reason),
      );
      const column = <Name extends keyof Observation>(name: Name) => rows.map((row) => row[name]);
      const columns = createTable(framework);
      const axes = framework.axes.map(({ name }) => name);
      addObservationColumns(columns, {
        ...{ indicator: column("indicator"), period: column("period"), recordedAt: column("recordedAt") },
        ...{ source: column("source"), place: column("place"), id: column("id"), reason: column("reason") },
        withdrawn: rows.map(({ value, reason }) => value === null && reason === undefined),
        value: Float64Array.from(rows, ({ value }) => value ?? Number.NaN),
        categories: Object.fromEntries(
          axes.map((axis) => [axis, rows.map(({ categories }) => categories?.[axis])]),
        ),
      });
      const sorted = tableOf(framework, rows);
      compact(sorted);
      for (const by of CUTS) {
        const expected = resultRows(computeResults(framework, table, { by }));
        const grown = createTable(framework);
        const live = openView(framework, grown, { by });
        for (const row of rows) {
          addObservations(grown, [row]);
          absorb(live, grown);
        }
        for (const other of [columns, deserialiseTable(serialiseTable(table)), sorted])
          expect(resultRows(computeResults(framework, other, { by }))).toEqual(expected);
        expect(resultRows(viewResults(live, grown))).toEqual(expected);
      }
    }
  }, 3_600_000);
});

const FRAMEWORK = (measure: string, accumulation: string, more = {}): MeasurementFramework =>
  ({
    format: "cadre/measurement",
    indicators: [
      { code: "a", measure, accumulation, combination: { sources: "sum", places: "sum" }, ...more },
    ],
    axes: [{ name: "sex", kind: "partition", categories: ["female", "male"] }],
    periods: [
      { id: "Q1", start: "2020-01-01", end: "2020-03-31" },
      { id: "Q2", start: "2020-04-01", end: "2020-06-30" },
    ],
  }) as MeasurementFramework;
const row = (more: Partial<Observation>): Observation => ({
  ...{ indicator: "a", period: "Q1", recordedAt: "2020-04-01" },
  ...more,
});
const tbd = (more: Partial<Observation> = {}) => row({ value: null, reason: "to-be-determined", ...more });
const only = (observations: Observation[], measure = "count", accumulation = "sum", more = {}) => {
  const [found] = results(FRAMEWORK(measure, accumulation, more), observations);
  return found && { value: found.value, reason: found.reason, bounds: found.bounds };
};
const OPEN = (low: number) => ({ value: null, reason: "value-unknown", bounds: { low, high: null } });

describe("a row without a value", () => {
  it("opens the total that it is a part of, and is neither zero nor nothing", () => {
    expect(only([row({ value: 10, source: "A" }), tbd({ source: "B" })])).toEqual(OPEN(10));
    expect(only([row({ value: 10, place: "x" }), tbd({ place: "y" })])).toEqual(OPEN(10));
    expect(only([row({ value: 10 }), tbd({ period: "Q2" })])).toEqual(OPEN(10));
    expect(only([tbd()])).toEqual(OPEN(0));
    expect(only([row({ value: 10 }), row({ period: "Q2", reason: "no-data" })])).toEqual(OPEN(10));
  });

  it("is confined by what else its report states", () => {
    const rows = [
      row({ value: 20 }),
      row({ value: 12, categories: { sex: "female" } }),
      tbd({ categories: { sex: "male" } }),
    ];
    expect(only(rows)).toEqual({ value: 20, reason: null, bounds: null });
    expect(only(rows.slice(1))).toEqual(OPEN(12));
    const [female, male] = results(FRAMEWORK("count", "sum"), rows, ["sex"]);
    expect([female?.value, male?.value, male?.bounds]).toEqual([12, null, { low: 0, high: 8 }]);
  });

  it("of a stock or a running total is the last one all the same", () => {
    const rows = [row({ value: 10 }), tbd({ period: "Q2" })];
    expect(only(rows, "count", "latest")).toEqual(OPEN(0));
    expect(only(rows, "count", "cumulative")).toEqual(OPEN(10));
  });

  it("leaves a quotient, a score and a level without a value", () => {
    const none = { value: null, reason: "value-unknown", bounds: null };
    expect(only([row({ numerator: 1, denominator: 2 }), tbd({ source: "B" })], "ratio")).toEqual(none);
    expect(only([row({ value: 3 }), tbd({ period: "Q2" })], "score", "latest")).toEqual(none);
    expect(only([tbd()], "yes-no", "latest")).toEqual(none);
    const levels = { levels: ["low", "high"] };
    expect(only([row({ value: 1 }), tbd({ source: "B" })], "scale", "latest", levels)).toEqual(none);
  });

  it("is corrected by a value, corrects one, and can be withdrawn", () => {
    const later = { recordedAt: "2020-05-01" };
    expect(only([tbd(), row({ value: 7, ...later })])).toEqual({ value: 7, reason: null, bounds: null });
    expect(only([row({ value: 7 }), tbd(later)])).toEqual(OPEN(0));
    expect(only([tbd(), row({ value: null, ...later })])).toBeUndefined();
    const table = createTable(FRAMEWORK("count", "sum"));
    addObservations(table, [tbd(), row({ value: 7, ...later })]);
    expect(computeResults(FRAMEWORK("count", "sum"), table).replaced?.[0] ?? 1).toBe(1);
  });

  it("contradicts a value of the same keys and time, and another reason, and repeats its like", () => {
    const fates = (...rows: Observation[]) =>
      addObservations(createTable(FRAMEWORK("count", "sum")), rows).rejected.map(({ code }) => code);
    expect(fates(tbd(), row({ value: 7 }))).toEqual(["rows-conflict", "rows-conflict"]);
    expect(fates(tbd(), row({ value: null }))).toEqual(["rows-conflict", "rows-conflict"]);
    expect(fates(tbd(), row({ reason: "no-data" }))).toEqual(["rows-conflict", "rows-conflict"]);
    expect(fates(tbd(), tbd())).toEqual([]);
    expect(only([tbd(), tbd()])).toEqual(OPEN(0));
    expect(only([tbd({ id: "x" }), row({ id: "y", value: 4 })])).toEqual(OPEN(4));
  });

  it("gives no value beside its reason, and a reason that is known", () => {
    const refused = (more: object) =>
      addObservations(createTable(FRAMEWORK("count", "sum")), [{ ...tbd(), ...more }]).rejected.map(
        ({ column, code }) => [column, code],
      );
    expect(refused({ value: 1 })).toEqual([["reason", "value-and-reason"]]);
    expect(refused({ numerator: 1 })).toEqual([["reason", "value-and-reason"]]);
    expect(refused({ reason: "later" })).toEqual([["reason", "not-a-reason"]]);
    expect(refused({ reason: 1 })).toEqual([["reason", "not-text"]]);
    expect(refused({ value: undefined })).toEqual([]);
  });
});
