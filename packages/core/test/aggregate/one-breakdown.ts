// Reports that each state one breakdown whole, or a total alone: what most real tables are, and what is summed without reading reports.

import type { MeasurementFramework } from "../../src/aggregate/definition.ts";
import type { Query } from "../../src/aggregate/query.ts";
import type { Observation } from "../../src/observations/index.ts";
import { seeded } from "./worlds.ts";

const PERIODS = [
  { id: "Q1", start: "2020-01-01", end: "2020-03-31" },
  { id: "Q2", start: "2020-04-01", end: "2020-06-30" },
];
const CATEGORIES: Record<string, string[]> = {
  sex: ["female", "male"],
  age: ["young", "old"],
  status: ["host", "refugee", "returnee"],
};

/** A framework, such reports and a query; some reports are corrected, some withdrawn. */
export function oneBreakdownOf(seed: number): {
  framework: MeasurementFramework;
  observations: Observation[];
  query: Query;
} {
  const random = seeded(seed * 31 + 5);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const framework: MeasurementFramework = {
    format: "cadre/measurement",
    indicators: ["a", "b"].map((code) => ({
      code,
      measure: pick(["count", "count", "currency"] as const),
      accumulation: "sum" as const,
      combination: { sources: "sum", places: "sum" } as const,
    })),
    axes: [
      { name: "sex", kind: "partition", categories: ["female", "male"] },
      { name: "age", kind: "partition", categories: ["young", "old"] },
      // What nobody names of an open axis is no category of it.
      { name: "status", kind: "partition" },
    ],
    periods: PERIODS,
  };
  const breakdowns = [[], ["sex"], ["age"], ["sex", "age"], ["status"], ["sex", "status"]];
  const used = breakdowns.filter(() => random() < 0.5);
  const statuses = CATEGORIES.status?.slice(0, 1 + Math.floor(random() * 3)) ?? [];
  const observations: Observation[] = [];
  const reports = 1 + Math.floor(random() * 8);
  for (let number = 0; number < reports; number += 1) {
    const about = {
      ...{ indicator: pick(["a", "a", "b"]), period: pick(["Q1", "Q2"]), source: pick(["A", "B"]) },
      ...{ place: `commune ${number}`, ...(random() < 0.2 && { id: "training 2" }) },
    };
    const axes = pick(used.length === 0 ? [[]] : used);
    let cells: Record<string, string>[] = [{}];
    for (const axis of axes) {
      const own = axis === "status" ? statuses : (CATEGORIES[axis] ?? []);
      const listed = random() < 0.3 ? [...own, "unknown"] : own;
      cells = cells.flatMap((cell) => listed.map((category) => ({ ...cell, [axis]: category })));
    }
    const fate = random();
    for (const categories of cells) {
      if (Object.values(categories).includes("unknown") && random() < 0.4) continue;
      const value = random() < 0.2 ? 0 : Math.floor(random() * 10) / (pick([1, 1, 10]) as number);
      const row = { ...about, categories, value, recordedAt: "2020-07-10" };
      observations.push(row);
      if (fate < 0.15) observations.push({ ...row, value: value + 1, recordedAt: "2020-08-10" });
      else if (fate < 0.25) observations.push({ ...row, value: null, recordedAt: "2020-08-10" });
    }
  }
  const by = ["sex", "age", "status", "period", "source", "place"].filter(() => random() < 0.35);
  return {
    framework,
    observations,
    query: {
      by,
      ...(random() < 0.2 && { asOf: pick(["2020-07-15", "2020-09-01"]) }),
      ...(random() < 0.2 && !by.includes("period") && { where: { period: ["Q1"] } }),
    },
  };
}
