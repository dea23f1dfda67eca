import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportedNumber, world } from "../../test/aggregate/index.ts";
import { sumOf } from "../../test/reference/exact.ts";
import { referenceCounts, referenceCoverage, referenceValue } from "../../test/reference/values.ts";
import { addObservations, createTable, type SameKey } from "../observations/index.ts";
import { exactSum } from "../values/exact-sum.ts";
import { runPlan } from "./compute.ts";
import { planQuery } from "./plan.ts";
import { resultAt } from "./result-rows.ts";

const full = process.env.CADRE_FULL === "1";
const runs = full ? Number(process.env.CADRE_RUNS ?? 10_000) : 150;

/** Means of means are rounded more than once: they agree to the last digits. Everything else agrees wholly. */
const near = (value: number | null | undefined, means: boolean) =>
  means && typeof value === "number" ? Number(value.toPrecision(12)) : (value ?? null);

describe("the engine and the reference", () => {
  it(`agree in every value, cell, reason, bound and count (${runs} random frameworks)`, () => {
    fc.assert(
      fc.property(
        world,
        fc.constantFrom<SameKey>("refuse", "refuse", "last", "add"),
        ({ framework, observations, query, sparse }, sameKey) => {
          const table = createTable(framework, { sameKey });
          const { rejected } = addObservations(table, observations);
          expect(rejected.filter(({ code }) => code !== "rows-conflict")).toEqual([]);
          const named = (name: "source" | "place") =>
            query.where?.[name]?.every(
              (member) => member === "" || observations.some((row) => row[name] === member),
            ) ?? true;
          const groups = query.where?.group?.every((group) =>
            observations.some(({ categories }) => categories?.group === group),
          );
          fc.pre((groups ?? true) && named("source") && (framework.places !== undefined || named("place")));
          // Few groups are in place, many are hashed; the answer is the same.
          const plan = planQuery(framework, table, query, sparse ? 0 : undefined);
          const results = runPlan(plan, table);
          const means = JSON.stringify(framework.indicators).includes("average");
          for (let index = 0; index < results.size; index += 1) {
            const { indicator, at: members, ...found } = resultAt(results, index);
            const expected = referenceValue(framework, observations, query, indicator, members, sameKey);
            const shown = ({ value, bounds, reported, ...rest }: typeof expected) => ({
              ...{ at: members, indicator, ...rest },
              value: near(value, means),
              reported: near(reported, means),
              bounds: bounds && [near(bounds.low, means), near(bounds.high, means)],
            });
            const { value, reason, bounds, reported, carried, levels, count } = found;
            expect(shown({ value, reason, bounds, reported, carried, levels, count })).toEqual(
              shown(expected),
            );
          }
          for (const [index, code] of (results.dimensions[0]?.members ?? []).entries()) {
            const share = results.coverage[index] ?? Number.NaN;
            const coverage = referenceCoverage(framework, observations, query, code, sameKey);
            expect(Number.isNaN(share) ? null : share).toEqual(coverage);
            expect({ replaced: results.replaced[index], repeated: results.repeated[index] }).toEqual(
              referenceCounts(observations, query, code, sameKey),
            );
          }
        },
      ),
      { numRuns: runs },
    );
  }, 3_600_000);
});

describe("exactSum", () => {
  it("is the exact sum rounded once, in whatever order", () => {
    const number = fc.oneof(
      reportedNumber,
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
      { numRuns: full ? 10_000 : 1_000 },
    );
  });
});
