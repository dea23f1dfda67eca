import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figureValue, world } from "../../test/aggregate/index.ts";
import { referenceFigure, sumOf } from "../../test/reference/reference.ts";
import { addObservations, createTable } from "../observations/index.ts";
import { exactSum } from "../values/exact-sum.ts";
import { runPlan } from "./compute.ts";
import { planQuery } from "./plan.ts";
import { resultAt } from "./result-rows.ts";

// Everything runs with `CADRE_FULL=1`; an ordinary run takes a tenth.
const runs = process.env.CADRE_FULL === "1" ? Number(process.env.CADRE_RUNS ?? 10_000) : 1_000;

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
          const found = resultAt(figures, at);
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
