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
    expect(protectTable(axes, [{ at: { sex: "f" }, value: 10 }], { policy: { zeros: true } }).sensitive).toBe(
      1,
    );
  });

  it("withholds what one contributor dominates", () => {
    const axes = { agency: ["x", "y", "z"] };
    const cells = [
      { at: { agency: "x" }, value: 100, contributions: [95, 5] },
      { at: { agency: "y" }, value: 90, contributions: [30, 30, 30] },
      { at: { agency: "z" }, value: 80, contributions: [30, 30, 20] },
    ];
    const table = protectTable(axes, cells, { policy: { dominance: { largest: 1, share: 0.9 }, width: 10 } });
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
    const second = protectTable(axes, cells, { released });
    expect(second.cells.filter(({ value }) => value === null).map(({ at }) => at.place)).toContain("c");
    const all = [{ at: { place: "a" }, value: 3 }];
    expect(protectTable(axes, cells, { released: all }).exposed).toEqual([{ place: "a" }]);
  });

  it("gives no sensitive cell back to a reader who solves the published table", () => {
    let [cells, published, dropped] = [0, 0, 0];
    fc.assert(
      fc.property(world, fc.integer({ min: 2, max: 6 }), (drawn, threshold) => {
        const policy: Partial<DisclosurePolicy> = { threshold };
        const table = protectTable(drawn.axes, drawn.cells, { policy });
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

describe("several releases", () => {
  const axes = { sex: ["f", "m"], place: ["a", "b", "c"] };
  const cross = product(axes);
  const tableAt = (...values: number[]) => cross.map((at, index) => ({ at, value: values[index] ?? 0 }));

  it("withholds what the last table and this one give away together", () => {
    const first = protectTable(axes, tableAt(20, 30, 40, 25, 35, 45));
    expect(first.cells.every(({ value }) => value !== null)).toBe(true);
    // One woman more in a: nobody else came there.
    const now = tableAt(21, 40, 60, 45, 55, 65);
    expect(protectTable(axes, now).complementary).toBe(0);
    const second = protectTable(axes, now, {
      running: { releases: [first.cells], lastTable: tableAt(20, 30, 40, 25, 35, 45) },
    });
    const at = (place: string) => second.cells.find((cell) => cell.at.sex === "f" && cell.at.place === place);
    expect(at("a")).toMatchObject({ value: null, suppressed: "complementary" });
    expect(second.complementary).toBeGreaterThan(1);
  });

  it("says what falls, and what was given away before", () => {
    const lastTable = tableAt(20, 30, 40, 25, 35, 45);
    const running = { releases: [], lastTable };
    expect(() => protectTable(axes, tableAt(19, 30, 40, 25, 35, 45), { running })).toThrow("fell by 1");
    const released = [{ at: { sex: "f", place: "a" }, value: 3 }];
    expect(protectTable(axes, tableAt(3, 30, 40, 25, 35, 45), { released }).exposed).toEqual([
      { sex: "f", place: "a" },
    ]);
  });

  it("keeps what came between two releases as open as the policy says, of random tables", () => {
    let [kept, sensitive] = [0, 0];
    fc.assert(
      fc.property(
        world.filter(({ cells }) => cells.length <= 12),
        fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 30 })), {
          minLength: 36,
          maxLength: 36,
        }),
        ({ axes: own, cells }, added) => {
          const now = cells.map((cell, index) => ({ ...cell, value: cell.value + (added[index] ?? 0) }));
          const first = protectTable(own, cells);
          const second = protectTable(own, now, { running: { releases: [first.cells], lastTable: cells } });
          // Both tables as one: an axis says what was there before and what came since; its total is this release, its first part the last one.
          const joint = { ...own, release: ["before", "since"] };
          const published = [
            ...first.cells.map(({ at, value }) => ({ at: { ...at, release: "before" }, value })),
            ...second.cells,
          ].flatMap(({ at, value }) => (value === null ? [] : [{ at, value }]));
          const truth = (at: At) =>
            cells.reduce(
              (sum, cell, index) =>
                Object.entries(at).every(([axis, category]) => cell.at[axis] === category)
                  ? sum + (added[index] ?? 0)
                  : sum,
              0,
            );
          for (const { at, value } of second.cells) {
            if (value !== null) kept += 1;
            const came = truth(at);
            if (came < 1 || came > 4) continue;
            sensitive += 1;
            const found = jointBounds(joint, published, { ...at, release: "since" });
            expect((found?.high ?? Number.POSITIVE_INFINITY) - (found?.low ?? 0)).toBeGreaterThanOrEqual(5);
          }
        },
      ),
      { numRuns: process.env.CADRE_FULL === "1" ? 500 : 12 },
    );
    expect(sensitive).toBeGreaterThan(5);
    expect(kept).toBeGreaterThan(20);
  });
});

describe("rounding", () => {
  const round = (value: number, base: number) => base * Math.floor((value + base / 2) / base);
  it("leaves no small count narrower than the threshold allows: every table that agrees is tried", () => {
    const axes = { sex: ["f", "m"], place: ["a", "b"] };
    const cross = product(axes);
    const sumAt = (values: readonly number[], at: At) =>
      cross.reduce(
        (sum, cell, index) =>
          Object.entries(at).every(([axis, category]) => cell[axis] === category)
            ? sum + (values[index] ?? 0)
            : sum,
        0,
      );
    let [rounding, suppression] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 4, maxLength: 4 }),
        fc.constantFrom(5, 10),
        (values, base) => {
          const cells = cross.map((at, index) => ({ at, value: values[index] ?? 0 }));
          const { cells: published } = protectTable(axes, cells, { rounding: { base } });
          const kept = published.filter(({ value }) => value !== null);
          rounding += kept.length;
          suppression += protectTable(axes, cells).cells.filter(({ value }) => value !== null).length;
          for (const { at, value } of kept) expect(value).toBe(round(sumAt(values, at), base));
          const small = published.filter(({ at }) => sumAt(values, at) >= 1 && sumAt(values, at) <= 4);
          const seen = small.map(() => [Number.POSITIVE_INFINITY, 0] as [number, number]);
          const most = 20;
          for (let code = 0; code < most ** 4; code += 1) {
            const guess = [code, code / most, code / most ** 2, code / most ** 3].map(
              (each) => Math.floor(each) % most,
            );
            if (kept.some(({ at, value }) => round(sumAt(guess, at), base) !== value)) continue;
            for (const [index, { at }] of small.entries()) {
              const own = seen[index];
              if (own === undefined) continue;
              const value = sumAt(guess, at);
              own[0] = Math.min(own[0], value);
              own[1] = Math.max(own[1], value);
            }
          }
          for (const [low, high] of seen) expect(high - low).toBeGreaterThanOrEqual(4);
        },
      ),
      { numRuns: process.env.CADRE_FULL === "1" ? 300 : 15 },
    );
    expect(rounding).toBeGreaterThan(suppression);
  });

  it("withholds where rounded totals narrow a rounded cell", () => {
    const axes = { place: ["a", "b"] };
    const cells = [
      { at: { place: "a" }, value: 4 },
      { at: { place: "b" }, value: 4 },
    ];
    // 0 and 0 of a total of 10: each is at least 1.
    const table = protectTable(axes, cells, { rounding: { base: 10 } });
    expect(table.cells.filter(({ value }) => value === null).length).toBeGreaterThan(0);
    expect(() => protectTable(axes, cells, { rounding: { base: 1 } })).toThrow("whole number of 2 or more");
  });
});
