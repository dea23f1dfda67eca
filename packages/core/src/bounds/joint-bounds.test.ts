import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { confine } from "./confine.ts";
import { frechetBounds, jointBounds, type KnownCell } from "./joint-bounds.ts";

const YES_NO = { women: ["in", "out"], young: ["in", "out"], displaced: ["in", "out"] };
type At = Record<string, string>;

const product = (axes: Record<string, readonly string[]>): At[] =>
  Object.entries(axes).reduce<At[]>(
    (cells, [axis, categories]) =>
      cells.flatMap((cell) => categories.map((category) => ({ ...cell, [axis]: category }))),
    [{}],
  );
const within = (cell: At, at: At) => Object.entries(at).every(([axis, category]) => cell[axis] === category);

/** Both ends by looking at every table of that total. */
function bruteForce(cells: At[], total: number, known: readonly KnownCell[], asked: At) {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const table = cells.map(() => 0);
  const sumAt = (at: At) =>
    cells.reduce((sum, cell, index) => sum + (within(cell, at) ? (table[index] ?? 0) : 0), 0);
  const fill = (index: number, left: number): void => {
    if (index === cells.length - 1) {
      table[index] = left;
      if (!known.every(({ at, value }) => sumAt(at) === value)) return;
      low = Math.min(low, sumAt(asked));
      high = Math.max(high, sumAt(asked));
      return;
    }
    for (let value = 0; value <= left; value += 1) {
      table[index] = value;
      fill(index + 1, left - value);
    }
  };
  fill(0, total);
  return { low, high };
}

/** A true table, some values of which are known. */
const world = (axes: Record<string, readonly string[]>, limit: number) => {
  const cells = product(axes);
  const subsets = Object.keys(axes).reduce<string[][]>(
    (sets, axis) => sets.concat(sets.map((set) => [...set, axis])),
    [[]],
  );
  const places = subsets.flatMap((set) =>
    product(Object.fromEntries(set.map((axis) => [axis, axes[axis] ?? []]))),
  );
  return fc
    .record({
      table: fc.array(fc.integer({ min: 0, max: limit }), {
        minLength: cells.length,
        maxLength: cells.length,
      }),
      known: fc.subarray(places),
      asked: fc.constantFrom(...places),
    })
    .map(({ table, known, asked }) => {
      const sumAt = (at: At) =>
        cells.reduce((sum, cell, index) => sum + (within(cell, at) ? (table[index] ?? 0) : 0), 0);
      return {
        cells,
        asked,
        total: sumAt({}),
        known: [{ at: {}, value: sumAt({}) }, ...known.map((at) => ({ at, value: sumAt(at) }))],
      };
    });
};

describe("frechetBounds", () => {
  it("bounds young women among women and young people", () => {
    expect(frechetBounds(4000, [500, 2400])).toEqual({ low: 0, high: 500, sharp: true });
    expect(frechetBounds(220, [140, 160])).toEqual({ low: 80, high: 140, sharp: true });
    expect(frechetBounds(10, [11])).toBeNull();
  });
});

describe("jointBounds", () => {
  const shapes: [string, Record<string, readonly string[]>, number][] = [
    ["2 × 2", { sex: ["f", "m"], age: ["young", "old"] }, 4],
    ["2 × 3", { sex: ["f", "m"], age: ["young", "old", "unknown"] }, 2],
    ["2 × 2 × 2", YES_NO, 1],
  ];
  it.each(shapes)("finds both ends that every table of %s shows", (_, axes, limit) => {
    fc.assert(
      fc.property(world(axes, limit), ({ cells, total, known, asked }) => {
        expect(jointBounds(axes, known, asked)).toEqual({
          ...bruteForce(cells, total, known, asked),
          sharp: true,
        });
      }),
      { numRuns: 150 },
    );
  });

  it("is tightened by a pairwise marginal", () => {
    const singles = [
      { at: {}, value: 100 },
      { at: { women: "in" }, value: 60 },
      { at: { young: "in" }, value: 60 },
      { at: { displaced: "in" }, value: 60 },
    ];
    const all = { women: "in", young: "in", displaced: "in" };
    expect(jointBounds(YES_NO, singles, all)).toEqual({ low: 0, high: 60, sharp: true });
    const pairs = [
      { women: "in", young: "in" },
      { women: "in", displaced: "in" },
    ].map((at) => ({
      at,
      value: 50,
    }));
    expect(jointBounds(YES_NO, [...singles, ...pairs], all)).toEqual({ low: 40, high: 50, sharp: true });
  });

  it("gives the only value where the pairs leave one, at the size of a country", () => {
    const of = (at: At, value: number) => ({ at, value });
    const pair = { women: "in", young: "in" };
    const known = [of({}, 18_000_000), of({ women: "in" }, 9_000_000), of({ young: "in" }, 12_000_000)];
    expect(jointBounds(YES_NO, known, pair)).toEqual({ low: 3_000_000, high: 9_000_000, sharp: true });
    const none = of({ women: "out", young: "in" }, 7_000_001);
    expect(jointBounds(YES_NO, [...known, none], pair)).toEqual({
      low: 4_999_999,
      high: 4_999_999,
      sharp: true,
    });
  });

  it("says null where the values contradict one another", () => {
    const axes = { sex: ["f", "m"] };
    const parts = [
      { at: { sex: "f" }, value: 19 },
      { at: { sex: "m" }, value: 131 },
    ];
    expect(jointBounds(axes, [{ at: {}, value: 200 }, ...parts], { sex: "f" })).toBeNull();
    expect(jointBounds(axes, parts, {})).toEqual({ low: 150, high: 150, sharp: true });
  });

  it("does not confine from above what nobody counted", () => {
    expect(jointBounds({ sex: ["f", "m"] }, [{ at: { sex: "f" }, value: 3 }], {})).toEqual({
      low: 3,
      high: null,
      sharp: true,
    });
  });

  it("bounds a table too large to search, and says that they may not be sharp", () => {
    const axes = Object.fromEntries("abcdefghi".split("").map((axis) => [axis, ["in", "out"]]));
    const known = [...Object.keys(axes)].map((axis) => ({ at: { [axis]: "in" }, value: 99 }));
    const asked = Object.fromEntries(Object.keys(axes).map((axis) => [axis, "in"]));
    const pair = { at: { a: "in", b: "in" }, value: 98 };
    expect(jointBounds(axes, [{ at: {}, value: 100 }, ...known, pair], asked)).toEqual({
      low: 91,
      high: 98,
      sharp: false,
    });
  });

  it("refuses a category that its axis does not have", () => {
    expect(() => jointBounds({ sex: ["f", "m"] }, [], { sex: "x" })).toThrow(RangeError);
  });
});

describe("confine", () => {
  it("says that bounds are merely valid where the search ran out", () => {
    const pairs = [
      [0, 1],
      [0, 2],
      [1, 2],
    ].map((atoms) => ({ atoms, low: 0, high: 1 }));
    expect(confine(3, pairs, [0, 1, 2])).toEqual({ low: 0, high: 1, sharp: true });
    expect(confine(3, pairs, [0, 1, 2], { effort: 0 })).toEqual({ low: 0, high: 1, sharp: false });
  });
});
