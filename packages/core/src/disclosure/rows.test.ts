import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeResults, MeasurementFramework, resultRows } from "../aggregate/index.ts";
import { jointBounds } from "../bounds/index.ts";
import { addObservations, createTable } from "../observations/index.ts";
import { protectRows } from "./index.ts";

const RUNS = process.env.CADRE_FULL === "1" ? 2_000 : 60;
const AXES = { sex: ["female", "male"], age: ["young", "adult", "old"], place: ["a", "b"] };
const framework = MeasurementFramework.parse({
  format: "cadre/measurement",
  indicators: [
    { code: "1", measure: "count", accumulation: "sum", combination: { sources: "sum", places: "sum" } },
  ],
  axes: [
    { name: "sex", kind: "partition", categories: AXES.sex },
    { name: "age", kind: "partition", categories: AXES.age },
  ],
  periods: [{ id: "2020", start: "2020-01-01", end: "2020-12-31" }],
});
const places = AXES.sex.flatMap((sex) =>
  AXES.age.flatMap((age) => AXES.place.map((place) => ({ sex, age, place }))),
);
/** Which tables are published beside one another. */
const cuts = fc.constantFrom<string[][]>(
  [[], ["sex"], ["age"]],
  [[], ["sex", "age"]],
  [["sex", "age"], ["sex"], []],
  [[], ["place"], ["place", "sex"], ["place", "age"]],
  [["sex"], ["age"]],
);

describe("protectRows", () => {
  it("gives no small cell back to a reader who solves all tables together", () => {
    const values = fc.array(
      fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 2 }) }, fc.integer({ min: 0, max: 40 })),
      {
        ...{ minLength: places.length, maxLength: places.length },
      },
    );
    let [published, small] = [0, 0];
    fc.assert(
      fc.property(values, cuts, fc.integer({ min: 2, max: 6 }), (drawn, tables, threshold) => {
        const table = createTable(framework);
        const rows = places.map(({ place, ...categories }, index) => ({
          ...{ indicator: "1", period: "2020", source: "A", place, categories },
          ...{ value: drawn[index] ?? 0, recordedAt: "2020-12-31" },
        }));
        expect(addObservations(table, rows)).toMatchObject({ rejected: [] });
        const plain = tables.flatMap((names) =>
          resultRows(computeResults(framework, table, { by: ["period", ...names] })),
        );
        const safe = protectRows(framework, plain, { policy: { threshold } });
        const cellOf = ({ period: _, ...at }: Record<string, string>) => at;
        const known = safe.flatMap(({ at, value }) => (value === null ? [] : [{ at: cellOf(at), value }]));
        published += known.length;
        for (const { at, value } of plain) {
          if (value === null || value === 0 || value >= threshold) continue;
          small += 1;
          const ends = jointBounds(AXES, known, cellOf(at));
          expect((ends?.high ?? Number.POSITIVE_INFINITY) - (ends?.low ?? 0)).toBeGreaterThanOrEqual(
            threshold,
          );
        }
      }),
      { numRuns: RUNS, seed: 21 },
    );
    expect(Math.min(published, small)).toBeGreaterThan(RUNS);
  });
});
