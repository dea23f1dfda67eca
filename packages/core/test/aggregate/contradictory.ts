// Statements drawn at random, with no people behind them: parts beyond totals, totals that fall, sexes and ages that do not add up.

import type { MeasurementFramework } from "../../src/aggregate/definition.ts";
import type { Observation } from "../../src/observations/index.ts";
import { seeded } from "./worlds.ts";

const PERIODS = [
  { id: "Q1", start: "2020-01-01", end: "2020-03-31" },
  { id: "Q2", start: "2020-04-01", end: "2020-06-30" },
  { id: "H1", start: "2020-01-01", end: "2020-06-30" },
  { id: "M5-8", start: "2020-05-01", end: "2020-08-31" },
];
const CATEGORIES: Record<string, string>[] = [
  ...[{}, { sex: "female" }, { sex: "male" }, { sex: "unknown" }, { age: "young" }, { age: "old" }],
  ...[{ sex: "female", age: "young" }, { group: "displaced" }, { group: "herders" }],
  { sex: "female", group: "displaced" },
];

/** A framework and up to ten statements; in some worlds they are sevenths, which are no short decimals. */
export function contradictoryOf(seed: number): {
  framework: MeasurementFramework;
  observations: Observation[];
} {
  const random = seeded(seed * 31 + 5);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const how = () => pick(["sum", "sum", "max", "average"] as const);
  const tree = random() < 0.5;
  const periods = PERIODS.slice(0, pick([3, 3, 4]));
  const framework: MeasurementFramework = {
    format: "cadre/measurement",
    indicators: [
      {
        code: "a",
        measure: pick(["count", "currency"] as const),
        accumulation: pick(["sum", "latest", "cumulative", "max", "average"] as const),
        combination: { sources: how(), places: how() },
      },
    ],
    axes: [
      { name: "sex", kind: "partition", categories: ["female", "male"] },
      { name: "age", kind: "partition", categories: ["young", "old"] },
      { name: "group", kind: "overlapping", categories: ["displaced", "herders"] },
    ],
    periods,
    ...(tree && { places: [{ id: "R" }, { id: "D1", parent: "R" }, { id: "D2", parent: "R" }] }),
  };
  const sevenths = random() < 0.3;
  const observations = Array.from({ length: 2 + Math.floor(random() * 8) }, (): Observation => {
    const place = pick(tree ? ["", "R", "D1", "D2"] : ["", "", "P"]);
    return {
      ...{ indicator: "a", source: pick(["A", "A", "A", "B"]), period: pick(periods).id },
      ...(place && { place }),
      categories: pick(CATEGORIES),
      value: sevenths ? Math.floor(random() * 30) / 7 : Math.floor(random() * 12),
      recordedAt: "2020-10-01",
    };
  });
  return { framework, observations };
}
