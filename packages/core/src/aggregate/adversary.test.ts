import { describe, expect, it } from "vitest";
import { type Adversary, adversaryOf, truthAt } from "../../test/aggregate/adversary.ts";
import { smallWorldOf } from "../../test/aggregate/brute-force.ts";
import { seedsOf } from "../../test/aggregate/worlds.ts";
import { addObservations, createTable } from "../observations/index.ts";
import { computeResults } from "./compute.ts";
import type { ResultRow } from "./query.ts";
import { resultRows } from "./result-rows.ts";

// Statements about any set of made-up people: trees of places, half-years around quarters, trainings, amounts, quotients, running totals.
const worlds = seedsOf(60, 20_000);
const small = seedsOf(200, 20_000);
const CUTS = [
  ...[[], ["sex"], ["age"], ["group"], ["sex", "age"], ["period"], ["sex", "period"]],
  ...[["place"], ["source"], ["place", "sex"], ["source", "age"]],
];
const low = ({ value, bounds }: ResultRow): number => value ?? bounds?.low ?? Number.NaN;
const high = ({ value, bounds }: ResultRow): number => value ?? bounds?.high ?? Number.POSITIVE_INFINITY;
const isKnown = ({ value, bounds }: ResultRow): boolean => value !== null || bounds !== null;

/** What is chosen besides: it differs from world to world and from cut to cut. */
function chosenIn({ sources, observations }: Adversary, number: number): Record<string, string[]> {
  const reporting = sources.filter((each) => observations.some(({ source }) => source === each));
  const all: Record<string, string[]>[] = [
    ...[{}, {}, { sex: ["female"] }, { age: ["child", "young"] }, { period: ["Q1", "Q2"] }],
    ...[{ source: reporting.slice(0, 2) }, { group: ["displaced", "herders"] }],
  ];
  return all[number % all.length] ?? {};
}

describe("statements about made-up people", () => {
  it(`never make an exact value that is wrong, nor bounds that leave the truth out (${worlds.size} worlds)`, () => {
    let [exact, bounded] = [0, 0];
    for (let seed = worlds.first; seed <= worlds.last; seed += 1) {
      const world = adversaryOf(seed);
      if (world.observations.length === 0) continue;
      const table = createTable(world.framework);
      expect(addObservations(table, world.observations).rejected).toEqual([]);
      const places = new Set(world.observations.map(({ place = "" }) => place));
      for (const [number, by] of CUTS.entries()) {
        const where = chosenIn(world, seed + number);
        if (Object.keys(where).some((name) => by.includes(name))) continue;
        for (const row of resultRows(computeResults(world.framework, table, { by, where }))) {
          // Beside named places, the one without a name is what was reported so.
          if (!isKnown(row) || (row.at.place === "" && places.size > 1)) continue;
          const truth = truthAt(world, { at: row.at, where });
          if (row.value === null) bounded += 1;
          else exact += 1;
          if (Number.isNaN(truth)) continue;
          if (truth === null || !(low(row) <= truth + 1e-9 && truth <= high(row) + 1e-9))
            expect({ seed, by, where, row, truth }).toBe("within its bounds");
        }
      }
    }
    expect(Math.min(exact, bounded)).toBeGreaterThan(worlds.size);
  }, 7_200_000);

  it(`make bounds that are sharp: some possible truth is at either end (${small.size} small worlds)`, () => {
    let bounded = 0;
    for (let seed = small.first; seed <= small.last; seed += 1) {
      const { framework, observations, axes, sharp } = smallWorldOf(seed);
      const table = createTable(framework);
      expect(addObservations(table, observations).rejected).toEqual([]);
      for (const by of [...CUTS, ["sex", "group"], ["age", "period"]]) {
        if (by.some((name) => ["age", "group"].includes(name) && !axes.includes(name))) continue;
        for (const row of resultRows(computeResults(framework, table, { by }))) {
          if (!isKnown(row) || Object.values(row.at).includes("unknown")) continue;
          if (row.value === null) bounded += 1;
          const { source: _, ...at } = row.at;
          expect({ seed, at, low: low(row), high: high(row) }).toEqual({ seed, at, ...sharp(at) });
        }
      }
    }
    expect(bounded).toBeGreaterThan(small.size);
  }, 3_600_000);
});
