import { describe, expect, it } from "vitest";
import { type Adversary, adversaryOf, truthAt } from "../../test/aggregate/adversary.ts";
import { smallWorldOf } from "../../test/aggregate/brute-force.ts";
import { contradictoryOf } from "../../test/aggregate/contradictory.ts";
import { seedsOf } from "../../test/aggregate/worlds.ts";
import { addObservations, createTable, type Observation } from "../observations/index.ts";
import { computeResults } from "./compute.ts";
import type { ResultRow } from "./query.ts";
import { resultRows } from "./result-rows.ts";

// Statements about any set of made-up people: trees of places, half-years around quarters, trainings, amounts, quotients, running totals.
const worlds = seedsOf(60, 20_000);
const small = seedsOf(200, 20_000);
const fewer = seedsOf(12, 4_000);
const contradictory = seedsOf(150, 20_000);
const CUTS = [
  ...[[], ["sex"], ["age"], ["group"], ["sex", "age"], ["period"], ["sex", "period"]],
  ...[["place"], ["source"], ["place", "sex"], ["source", "age"]],
];
const low = ({ value, bounds }: ResultRow): number => value ?? bounds?.low ?? Number.NaN;
const high = ({ value, bounds }: ResultRow): number => value ?? bounds?.high ?? Number.POSITIVE_INFINITY;
const isKnown = ({ value, bounds }: ResultRow): boolean => value !== null || bounds !== null;

const isSameReport = (a: Observation, b: Observation): boolean =>
  a.source === b.source && a.period === b.period && a.place === b.place && a.id === b.id;
const isSameCell = (a: Observation, b: Observation): boolean =>
  isSameReport(a, b) && JSON.stringify(a.categories) === JSON.stringify(b.categories);

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

  it(`are no narrower where one of a report's statements is left out (${fewer.size} worlds)`, () => {
    let left = 0;
    for (let seed = fewer.first; seed <= fewer.last; seed += 1) {
      const { framework, observations } = adversaryOf(seed);
      const [definition] = framework.indicators;
      // Of a stock, a running total and a quotient another report may count then: another question.
      if (definition === undefined || !["sum", "max", "average"].includes(definition.accumulation)) continue;
      if (definition.measure === "percentage") continue;
      const rowsOf = (rows: Observation[]) => {
        const table = createTable(framework);
        addObservations(table, rows);
        return CUTS.flatMap((by) =>
          resultRows(computeResults(framework, table, { by })).map(
            (row) => [JSON.stringify([by, row.at]), row] as const,
          ),
        );
      };
      const before = new Map(rowsOf(observations));
      const certain = observations.filter(
        (row) => observations.filter((each) => isSameCell(each, row)).length === 1,
      );
      for (const row of certain.slice(0, 4)) {
        if (Object.values(row.categories ?? {}).includes("unknown")) continue;
        if (!certain.some((each) => each !== row && isSameReport(each, row))) continue;
        left += 1;
        for (const [key, after] of rowsOf(observations.filter((each) => each !== row))) {
          const known = before.get(key);
          if (known === undefined || !isKnown(known) || !isKnown(after)) continue;
          if (low(after) > low(known) + 1e-9 || high(after) < high(known) - 1e-9)
            expect({ seed, row, known, after }).toBe("no narrower");
        }
      }
    }
    expect(left).toBeGreaterThan(fewer.size / 4);
  }, 3_600_000);

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

  it(`never give a low above its high, nor a part beyond it, where statements contradict one another (${contradictory.size} worlds)`, () => {
    let bounded = 0;
    for (let seed = contradictory.first; seed <= contradictory.last; seed += 1) {
      const { framework, observations } = contradictoryOf(seed);
      const table = createTable(framework, { sameKey: "last" });
      expect(addObservations(table, observations).rejected).toEqual([]);
      for (const by of CUTS)
        for (const row of resultRows(computeResults(framework, table, { by }))) {
          const { value, bounds, reported } = row;
          if (value !== null) expect(value).toBeGreaterThanOrEqual(0);
          if (bounds === null) continue;
          bounded += 1;
          if (!(bounds.low >= 0 && low(row) < high(row)) || (reported ?? 0) > high(row))
            expect({ seed, by, row }).toBe("bounds of which the low is below the high");
        }
    }
    expect(bounded).toBeGreaterThan(contradictory.size);
  }, 3_600_000);
});
