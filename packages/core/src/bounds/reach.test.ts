import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HeadCount, reach } from "./reach.ts";

const individuals = (activity: string, value: number): HeadCount => ({
  activity,
  counts: "individuals",
  value,
});
const two = [individuals("training", 300), individuals("dialogue", 200)];
const people = (low: number, high: number | null, sharp = true) => ({
  low,
  high,
  sharp,
  counts: "individuals",
});

describe("reach", () => {
  it("lies between the largest count and the sum", () => {
    expect(reach(two)).toEqual(people(300, 500));
    expect(reach([])).toEqual(people(0, 0));
  });
  it("is narrowed by the population, and exact with the overlap", () => {
    expect(reach(two, { population: 420 })).toEqual(people(300, 420));
    expect(reach(two, { overlaps: [{ activities: ["training", "dialogue"], value: 150 }] })).toEqual(
      people(350, 350),
    );
  });
  it("takes contacts for at least one person, at most each another", () => {
    expect(reach([{ activity: "radio", counts: "contacts", value: 900 }])).toEqual(people(1, 900));
    expect(reach([...two, { activity: "radio", counts: "contacts", value: 900 }])).toEqual(people(300, 1400));
    expect(reach([{ activity: "radio", counts: "contacts", value: 0 }])).toEqual(people(0, 0));
  });
  it("is exact where identities are known, and counts a name listed twice once", () => {
    const lists: HeadCount[] = [
      { activity: "a", people: ["1", "2", "2", "3"] },
      { activity: "b", people: ["3", "4"] },
    ];
    expect(reach(lists)).toEqual(people(4, 4));
    expect(reach([...lists, individuals("c", 2)])).toEqual(people(4, 6));
  });
  it("says null where the values contradict one another", () => {
    expect(reach(two, { population: 250 })).toBeNull();
    expect(reach(two, { overlaps: [{ activities: ["training", "dialogue"], value: 201 }] })).toBeNull();
    const many = Array.from({ length: 9 }, (_, index) => individuals(`${index}`, 10));
    expect(reach(many, { overlaps: [{ activities: ["0", "1"], value: 11 }] })).toBeNull();
  });
  it("refuses an overlap of an activity without a head count", () => {
    expect(() => reach(two, { overlaps: [{ activities: ["training", "x"], value: 1 }] })).toThrow(RangeError);
  });

  it("finds both ends that every set of participations shows", () => {
    // Up to five people, each with a pattern of participation in three activities.
    const names = ["a", "b", "c"];
    const size = (patterns: number[], mask: number) =>
      patterns.filter((pattern) => (pattern & mask) === mask).length;
    const masks = [3, 5, 6, 7];
    const worlds: number[][] = [];
    const grow = (patterns: number[], from: number, limit: number) => {
      worlds.push(patterns);
      if (limit > 0) for (let next = from; next <= 7; next += 1) grow([...patterns, next], next, limit - 1);
    };
    grow([], 1, 6);
    const truth = fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 4 });
    const kinds = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean());
    const setup = fc.record({
      truth,
      kinds,
      overlaps: fc.subarray(masks),
      spare: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
    });
    let checked = 0;
    fc.assert(
      fc.property(setup, ({ truth, kinds, overlaps, spare }) => {
        const population = spare === undefined ? undefined : truth.length + spare;
        const sizes = names.map((_, index) => size(truth, 1 << index));
        // Brute force looks at no more than six people, so the counts must not ask for more.
        fc.pre(sizes.reduce((sum, one) => sum + one, 0) <= 6);
        checked += 1;
        const seen = worlds.filter(
          (world) =>
            world.length <= (population ?? 6) &&
            sizes.every((value, index) => {
              const people = size(world, 1 << index);
              return kinds[index] === true
                ? people <= value && people >= Math.min(1, value)
                : people === value;
            }) &&
            overlaps.every((mask) => size(world, mask) === size(truth, mask)),
        );
        const found = reach(
          names.map((activity, index) => ({
            activity,
            counts: kinds[index] === true ? "contacts" : "individuals",
            value: sizes[index] ?? 0,
          })),
          {
            overlaps: overlaps.map((mask) => ({
              activities: names.filter((_, index) => (mask >> index) % 2 === 1),
              value: size(truth, mask),
            })),
            ...(population === undefined ? {} : { population }),
          },
        );
        const lengths = seen.map((world) => world.length);
        expect(found).toEqual(people(Math.min(...lengths), Math.max(...lengths)));
      }),
      { numRuns: 300 },
    );
    expect(checked).toBeGreaterThan(100);
  });

  it("holds the truth for many activities, with overlaps and lists", () => {
    const names = Array.from("abcdefgh");
    const person = fc.subarray(names, { minLength: 1 });
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 20 }),
        fc.subarray(names.slice(1).map((name, index) => [names[index] ?? "", name])),
        fc.subarray(names),
        (truth, pairs, listed) => {
          const inAll = (of: string[]) =>
            truth.filter((who) => of.every((name) => who.includes(name))).length;
          const counts = names.map(
            (activity): HeadCount =>
              listed.includes(activity)
                ? { activity, people: truth.flatMap((who, id) => (who.includes(activity) ? [`${id}`] : [])) }
                : individuals(activity, inAll([activity])),
          );
          const found = reach(counts, {
            overlaps: pairs.map((activities) => ({ activities, value: inAll(activities) })),
          });
          expect(found?.low).toBeLessThanOrEqual(truth.length);
          expect(found?.high).toBeGreaterThanOrEqual(truth.length);
          if (listed.length === names.length) expect(found?.low).toBe(truth.length);
        },
      ),
    );
  });
});
