import { describe, expect, it } from "vitest";
import { periodOfKind, seriesOf, truthOf } from "../../test/aggregate/truth.ts";
import { seedsOf, type World, worldOf } from "../../test/aggregate/worlds.ts";
import { referenceValue } from "../../test/reference/values.ts";
import { addObservations, createTable, type Observation } from "../observations/index.ts";
import { computeResults } from "./compute.ts";
import type { ResultRow } from "./query.ts";
import { resultRows } from "./result-rows.ts";

// People are made up and reported with every kind of detail. Who made them knows the truth.
const worlds = seedsOf(1_000, 20_000);
/** Against the reference, which takes its time. */
const compared = seedsOf(60, 2_000);
const halved = seedsOf(500, 10_000);
const fifth = seedsOf(200, 4_000);
const CUTS = [[], ["sex"], ["age"], ["group"], ["sex", "age"], ["period"], ["sex", "period"]];

function results({ framework }: World, observations: readonly Observation[], by: string[]): ResultRow[] {
  const table = createTable(framework);
  expect(addObservations(table, observations).rejected).toEqual([]);
  return resultRows(computeResults(framework, table, { by }));
}
const highOf = ({ value, bounds }: ResultRow): number => value ?? bounds?.high ?? Number.POSITIVE_INFINITY;
const lowOf = ({ value, bounds }: ResultRow): number => value ?? bounds?.low ?? 0;
const key = (row: ResultRow) => JSON.stringify(row.at);

describe(`what is computed from reports of made-up people (${worlds.size} worlds)`, () => {
  it("is exact only where it is true, and bounds hold the truth", () => {
    let [exact, bounded] = [0, 0];
    for (let seed = worlds.first; seed <= worlds.last; seed += 1) {
      const world = worldOf(seed);
      for (const by of CUTS)
        for (const row of results(world, world.observations, by)) {
          const truth = truthOf(world, row.at) ?? Number.NaN;
          if (row.value !== null) exact += 1;
          else if (row.bounds !== null) bounded += 1;
          else continue;
          if (!(lowOf(row) <= truth + 1e-9 && truth <= highOf(row) + 1e-9))
            expect({ seed, by, row, truth }).toBe("within its bounds");
        }
    }
    expect(Math.min(exact, bounded)).toBeGreaterThan(worlds.size);
  }, 3_600_000);

  it(`is no wider than what is sharp (${compared.size} worlds against the reference)`, () => {
    for (let seed = compared.first; seed <= compared.last; seed += 1) {
      const world = worldOf(seed);
      const means = JSON.stringify(world.framework.indicators).includes("average");
      for (const by of CUTS)
        for (const row of results(world, world.observations, by)) {
          const { value, reason, bounds, reported, carried } = row;
          const expected = referenceValue(world.framework, world.observations, { by }, "a", row.at);
          const shown = (each: Pick<ResultRow, "value" | "reason" | "bounds" | "reported" | "carried">) =>
            JSON.stringify(
              [seed, row.at, each.value, each.bounds, each.reported, each.reason, each.carried],
              (_, x) => (means && typeof x === "number" ? Number(x.toPrecision(12)) : x),
            );
          expect(shown({ value, reason, bounds, reported, carried })).toBe(shown(expected));
        }
    }
  }, 3_600_000);

  it("is no narrower where any one statement is left out", () => {
    for (let seed = halved.first; seed <= halved.last; seed += 1) {
      const world = worldOf(seed);
      const cumulative = world.framework.indicators[0]?.accumulation === "cumulative";
      const left = world.spare[seed % Math.max(1, world.spare.length)];
      if (left === undefined) continue;
      const fewer = world.observations.filter((_, index) => index !== left);
      // Of running totals another statement may then be the last one that speaks of some people: another question.
      if (cumulative && periodsOf(world.observations) !== periodsOf(fewer)) continue;
      if (seriesCount(world.observations) !== seriesCount(fewer)) continue;
      for (const by of CUTS.filter((each) => !(cumulative && each.includes("period")))) {
        const narrow = new Map(results(world, world.observations, by).map((row) => [key(row), row]));
        for (const row of results(world, fewer, by)) {
          const before = narrow.get(key(row));
          if (before === undefined || (before.value === null && before.bounds === null)) continue;
          if (row.value === null && row.bounds === null) continue;
          if (lowOf(row) > lowOf(before) + 1e-9 || highOf(row) < highOf(before) - 1e-9)
            expect({ seed, by, left: world.observations[left], before, row }).toBe("no narrower");
        }
      }
    }
  }, 3_600_000);

  it("loses no report that is added", () => {
    for (let seed = fifth.first; seed <= fifth.last; seed += 1) {
      const world = worldOf(seed);
      const [definition] = world.framework.indicators;
      if (definition?.combination.sources !== "sum" || definition.combination.places !== "sum") continue;
      if (definition.accumulation === "max" || definition.accumulation === "average") continue;
      const more = { indicator: "a", period: "Q2", source: "Z", value: 5, recordedAt: "2020-07-10" };
      const [before] = results(world, world.observations, []);
      const [after] = results(world, [...world.observations, more], []);
      if (before === undefined || after === undefined) continue;
      expect([seed, lowOf(after), highOf(after)]).toEqual([seed, lowOf(before) + 5, highOf(before) + 5]);
    }
  }, 3_600_000);
});

/** Reports that have a row in force. */
const seriesCount = (observations: readonly Observation[]): number =>
  seriesOf(observations).reduce((sum, { rows }) => sum + new Set(rows.map(({ period }) => period)).size, 0);
const periodsOf = (observations: readonly Observation[]): string =>
  JSON.stringify(
    seriesOf(observations).map(({ rows }) =>
      ["female", "male", "unknown"].flatMap((sex) =>
        ["young", "old", "unknown"].flatMap((age) =>
          [[], ["displaced"], ["herders"], ["displaced", "herders"]].map((groups) =>
            periodOfKind(rows, { sex, age, groups }, "Q3"),
          ),
        ),
      ),
    ),
  );
