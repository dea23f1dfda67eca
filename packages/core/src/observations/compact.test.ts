import { describe, expect, it } from "vitest";
import { seeded } from "../../test/aggregate/worlds.ts";
import { runPlan } from "../aggregate/compute.ts";
import { computeResults, type MeasurementFramework, resultRows } from "../aggregate/index.ts";
import { planQuery } from "../aggregate/plan.ts";
import { compact } from "./compact.ts";
import { addObservations } from "./ingest.ts";
import type { Observation } from "./observation.ts";
import { CHUNK, createTable, lineOf, observationAt } from "./table.ts";
import { deserialiseTable, serialiseTable } from "./transfer.ts";

const framework: MeasurementFramework = {
  format: "cadre/measurement",
  indicators: ["a", "b", "c"].map((code) => ({
    code,
    measure: code === "c" ? ("percentage" as const) : ("count" as const),
    accumulation: "sum" as const,
    combination: { sources: "sum", places: "sum" } as const,
  })),
  axes: [{ name: "sex", kind: "partition", categories: ["female", "male"] }],
  periods: [
    { id: "Q1", start: "2020-01-01", end: "2020-03-31" },
    { id: "Q2", start: "2020-04-01", end: "2020-06-30" },
  ],
};

function rowsOf(seed: number, count: number): Observation[] {
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  return Array.from({ length: count }, (_, number): Observation => {
    const about = {
      ...{ indicator: pick(["a", "b", "c"]), period: pick(["Q1", "Q2"]), source: pick(["A", "B"]) },
      ...{
        place: `commune ${Math.floor(random() * 40)}`,
        recordedAt: `2020-07-${10 + Math.floor(random() * 20)}`,
      },
      ...(random() < 0.7 && { categories: { sex: pick(["female", "male"]) } }),
      ...(random() < 0.1 && { id: "t1" }),
      ...(random() < 0.1 && { evidence: `list ${number}` }),
    };
    if (random() < 0.05) return { ...about, value: null };
    return about.indicator === "c"
      ? { ...about, numerator: Math.floor(random() * 5), denominator: 5 }
      : { ...about, value: Math.floor(random() * 50) };
  });
}
const QUERIES = [{}, { by: ["sex"] }, { by: ["period", "sex"], asOf: "2020-07-20" }, { by: ["place"] }];

describe("a compacted table", () => {
  it("says the same, also of what is corrected afterwards", () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const [table, other] = [createTable(framework), createTable(framework)];
      const before = rowsOf(seed, 150);
      addObservations(table, before);
      addObservations(other, before);
      const plan = planQuery(framework, table, { by: ["sex"] });
      compact(table);
      expect(resultRows(runPlan(plan, table))).toEqual(resultRows(runPlan(plan, other)));
      const shown = (each: typeof table) =>
        Array.from({ length: each.size }, (_, row) =>
          JSON.stringify([lineOf(each, row), observationAt(each, row)]),
        ).sort();
      expect(shown(table)).toEqual(shown(other));
      const after = rowsOf(seed + 1000, 60);
      const refused = [table, other].map((each) =>
        addObservations(each, after)
          .rejected.map(({ code }) => code)
          .sort(),
      );
      expect(refused[0]).toEqual(refused[1]);
      for (const query of QUERIES)
        expect(resultRows(computeResults(framework, table, query))).toEqual(
          resultRows(computeResults(framework, other, query)),
        );
      expect(shown(deserialiseTable(serialiseTable(table)))).toEqual(shown(other));
    }
  });

  it("has the rows of an indicator together, over chunks", () => {
    const table = createTable(framework);
    const rows = Array.from({ length: CHUNK + 500 }, (_, number) => ({
      ...{ indicator: number % 2 === 0 ? "a" : "b", period: "Q1", place: `commune ${number}` },
      ...{ value: number % 7, recordedAt: "2020-07-10" },
    }));
    expect(addObservations(table, rows).rejected).toEqual([]);
    const expected = resultRows(computeResults(framework, table));
    compact(table);
    const codes = table.chunks.flatMap(({ indicator, size }) => [...indicator.subarray(0, size)]);
    expect(codes).toEqual([...codes].sort());
    expect(resultRows(computeResults(framework, table))).toEqual(expected);
    expect(lineOf(table, 1)).toBe(3);
  });
});
