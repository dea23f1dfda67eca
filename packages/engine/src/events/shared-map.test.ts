import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SharedMap } from "./shared-map.ts";

const key = fc.oneof(
  fc.nat(700).map((n) => `k${n}`),
  fc.constantFrom("constructor", "__proto__", "1", "0", ""),
);

describe("a shared map", () => {
  it("holds what a Map holds, in its order, whatever was made of its predecessors", () => {
    const step = fc.record({
      from: fc.nat(),
      sets: fc.array(fc.tuple(key, fc.nat()), { maxLength: 60 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.nat(600), (steps, size) => {
        const first = Array.from({ length: size }, (_, n): [string, number] => [`k${n}`, n]);
        const maps = [{ ours: SharedMap.of(first), plain: new Map(first) }];
        for (const { from, sets } of steps) {
          const base = maps[from % maps.length];
          if (base === undefined) continue;
          const [draft, plain] = [base.ours.draft(), new Map(base.plain)];
          for (const [name, value] of sets) {
            draft.set(name, value);
            plain.set(name, value);
            expect(draft.get(name)).toBe(value);
          }
          maps.push({ ours: draft.end(), plain });
        }
        for (const { ours, plain } of maps) {
          expect([...ours]).toEqual([...plain]);
          expect([ours.size, [...ours.values()]]).toEqual([plain.size, [...plain.values()]]);
          for (const name of ["k3", "k650", "constructor", "toString"])
            expect([ours.get(name), ours.has(name)]).toEqual([plain.get(name), plain.has(name)]);
          expect([...SharedMap.of(JSON.parse(JSON.stringify(ours)) as [string, number][])]).toEqual([
            ...ours,
          ]);
          expect(ours.mapValues((n) => n + 1, new WeakMap())).toEqual([...plain.values()].map((n) => n + 1));
        }
      }),
      { numRuns: process.env.CADRE_FULL === "1" ? 2_000 : 100 },
    );
  });

  it("costs as much for one more entry, and for what is made of it, however large it is", () => {
    const map = SharedMap.of(Array.from({ length: 100_000 }, (_, n): [string, number] => [`k${n}`, n]));
    const known = new WeakMap<object, number[]>();
    let calls = 0;
    const make = (n: number) => {
      calls += 1;
      return n;
    };
    map.mapValues(make, known);
    expect(calls).toBe(100_000);
    const draft = map.draft();
    draft.set("k5", 7);
    expect(draft.end().mapValues(make, known)[5]).toBe(7);
    expect(calls).toBeLessThan(100_500);
  });
});
