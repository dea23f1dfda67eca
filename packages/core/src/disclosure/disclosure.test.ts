import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jointBounds } from "../bounds/index.ts";
import { type DisclosurePolicy, type ProtectedTable, protectTable } from "./index.ts";

const RUNS = process.env.CADRE_FULL === "1" ? 5_000 : 200;
type At = Record<string, string>;
const product = (axes: Record<string, readonly string[]>): At[] =>
  Object.entries(axes).reduce<At[]>(
    (cells, [axis, list]) => cells.flatMap((cell) => list.map((category) => ({ ...cell, [axis]: category }))),
    [{}],
  );

/** Tables of two to four axes, most of their cells small. */
const world = fc
  .array(fc.integer({ min: 2, max: 4 }), { minLength: 2, maxLength: 4 })
  .filter((lengths) => lengths.reduce((all, each) => all * each, 1) <= 36)
  .chain((lengths) => {
    const axes = Object.fromEntries(
      lengths.map((length, axis) => [`axis${axis}`, Array.from({ length }, (_, each) => `c${each}`)]),
    );
    const places = product(axes);
    const value = fc.oneof(
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 6 }) },
      { weight: 3, arbitrary: fc.integer({ min: 5, max: 60 }) },
    );
    return fc
      .array(value, { minLength: places.length, maxLength: places.length })
      .map((values) => ({ axes, cells: places.map((at, index) => ({ at, value: values[index] ?? 0 })) }));
  });

/** The attacker: the engine's own search for what is known of a cell, from everything that was published. */
const learned = (axes: Record<string, readonly string[]>, table: ProtectedTable, at: At) =>
  jointBounds(
    axes,
    table.cells.flatMap((cell) => (cell.value === null ? [] : [{ at: cell.at, value: cell.value }])),
    at,
  );

describe("protectTable", () => {
  it("withholds a small count, and what would give it back", () => {
    const axes = { sex: ["f", "m"], place: ["a", "b", "c"] };
    const cells = [
      [3, 40],
      [20, 30],
      [25, 35],
    ].flatMap(([f = 0, m = 0], index) => [
      { at: { sex: "f", place: axes.place[index] ?? "" }, value: f },
      { at: { sex: "m", place: axes.place[index] ?? "" }, value: m },
    ]);
    const table = protectTable(axes, cells);
    const withheld = table.cells.filter(({ suppressed }) => suppressed !== null);
    expect(withheld.map(({ at, suppressed }) => [at, suppressed])).toEqual([
      [{ sex: "f", place: "a" }, "sensitive"],
      [{ sex: "f", place: "b" }, "complementary"],
      [{ sex: "m", place: "a" }, "complementary"],
      [{ sex: "m", place: "b" }, "complementary"],
    ]);
    expect(withheld[0]?.bounds).toEqual({ low: 0, high: 23 });
  });

  it("leaves a table alone in which nobody stands out", () => {
    const axes = { sex: ["f", "m"] };
    const table = protectTable(axes, [
      { at: { sex: "f" }, value: 10 },
      { at: { sex: "m" }, value: 0 },
    ]);
    expect(table).toMatchObject({ sensitive: 0, complementary: 0 });
    expect(protectTable(axes, [{ at: { sex: "f" }, value: 10 }], { zeros: true }).sensitive).toBe(1);
  });

  it("withholds what one contributor dominates", () => {
    const axes = { agency: ["x", "y", "z"] };
    const cells = [
      { at: { agency: "x" }, value: 100, contributions: [95, 5] },
      { at: { agency: "y" }, value: 90, contributions: [30, 30, 30] },
      { at: { agency: "z" }, value: 80, contributions: [30, 30, 20] },
    ];
    const table = protectTable(axes, cells, { dominance: { largest: 1, share: 0.9 }, width: 10 });
    expect(table.cells.map(({ suppressed }) => suppressed)).toEqual([
      null,
      "sensitive",
      null,
      "complementary",
    ]);
  });

  it("takes into account what readers have from an earlier release", () => {
    const axes = { place: ["a", "b", "c"] };
    const cells = [3, 20, 30].map((value, index) => ({ at: { place: axes.place[index] ?? "" }, value }));
    const released = [{ at: { place: "b" }, value: 20 }];
    const first = protectTable(axes, cells);
    expect(first.cells.filter(({ value }) => value === null).map(({ at }) => at.place)).toEqual(["a", "b"]);
    const second = protectTable(axes, cells, {}, { released });
    expect(second.cells.filter(({ value }) => value === null).map(({ at }) => at.place)).toContain("c");
    const all = [{ at: { place: "a" }, value: 3 }];
    expect(protectTable(axes, cells, {}, { released: all }).exposed).toEqual([{ place: "a" }]);
  });

  it("gives no sensitive cell back to a reader who solves the published table", () => {
    let [cells, published, dropped] = [0, 0, 0];
    fc.assert(
      fc.property(world, fc.integer({ min: 2, max: 6 }), (drawn, threshold) => {
        const policy: Partial<DisclosurePolicy> = { threshold };
        const table = protectTable(drawn.axes, drawn.cells, policy);
        for (const { at, suppressed } of table.cells) {
          if (suppressed !== "sensitive") continue;
          const known = learned(drawn.axes, table, at);
          expect(known).not.toBeNull();
          expect((known?.high ?? Number.POSITIVE_INFINITY) - (known?.low ?? 0)).toBeGreaterThanOrEqual(
            threshold,
          );
        }
        cells += table.cells.length;
        published += table.cells.filter(({ value }) => value !== null).length;
        // The plain way: leave out every table in which a count is small.
        const bad = new Set(
          table.cells.flatMap(({ at, suppressed }) =>
            suppressed === "sensitive" ? [Object.keys(at).sort().join()] : [],
          ),
        );
        dropped += table.cells.filter(({ at }) => !bad.has(Object.keys(at).sort().join())).length;
      }),
      { numRuns: RUNS, seed: 21 },
    );
    console.info(
      `published: ${published} of ${cells} cells; ${dropped} where tables with a small count are left out`,
    );
    expect(published).toBeGreaterThan(dropped);
  }, 900_000);
});
