import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AgeBand, type AgeReport, ageBounds, combineAgeBands, parseAgeBand } from "./age-bands.ts";

describe("parseAgeBand", () => {
  it.each<[string, number, number | null]>([
    ["18-29", 18, 29],
    ["18–35 ans", 18, 35],
    ["18 à 35 ans", 18, 35],
    ["15 to 24 years old", 15, 24],
    ["60+", 60, null],
    ["60 ans et plus", 60, null],
    ["60 and over", 60, null],
    ["over 59", 60, null],
    ["<18", 0, 17],
    ["moins de 18 ans", 0, 17],
    ["Under 5", 0, 4],
  ])("reads %j", (label, from, to) => {
    expect(parseAgeBand(label)).toEqual({ from, to });
  });
  it.each(["youth", "35-18", "", "18"])("refuses %j", (label) => {
    expect(parseAgeBand(label)).toBeNull();
  });
});

describe("bands that differ between projects", () => {
  const here: AgeReport = {
    bands: [
      { from: 18, to: 29, value: 120 },
      { from: 30, to: null, value: 80 },
    ],
  };
  const there: AgeReport = {
    bands: [
      { from: 18, to: 35, value: 200 },
      { from: 36, to: null, value: 50 },
    ],
  };
  it("are brought together with bounds, never by proration", () => {
    expect(combineAgeBands([here, there], { from: 18, to: 29 })).toEqual({
      low: 120,
      high: 320,
      sharp: true,
      contradictory: [],
    });
    expect(combineAgeBands([here, there], { from: 18, to: 35 })).toEqual({
      low: 320,
      high: 400,
      sharp: true,
      contradictory: [],
    });
    expect(combineAgeBands([here, there], { from: 18, to: null })).toMatchObject({ low: 450, high: 450 });
  });
  it("leave a source that contradicts itself out, and name it", () => {
    const wrong: AgeReport = { bands: [{ from: 0, to: null, value: 10 }], total: 9 };
    expect(combineAgeBands([here, wrong], { from: 18, to: 29 })).toMatchObject({
      low: 120,
      contradictory: [1],
    });
  });
  it("are open above where nothing says how many are outside of them", () => {
    expect(ageBounds({ bands: [{ from: 18, to: 29, value: 5 }] }, { from: 0, to: null })).toEqual({
      low: 5,
      high: null,
      sharp: true,
    });
  });
});

const OLDEST = 4;
const band = fc
  .tuple(fc.integer({ min: 0, max: OLDEST }), fc.integer({ min: 0, max: OLDEST }))
  .map(
    ([a, b]): AgeBand => ({ from: Math.min(a, b), to: Math.max(a, b) === OLDEST ? null : Math.max(a, b) }),
  );
const count = (ages: number[], { from, to }: AgeBand) =>
  ages.filter((age) => from <= age && age <= (to ?? OLDEST)).length;

/** Every multiset of so many ages. */
function* populations(size: number, from = 0): Generator<number[]> {
  if (size === 0) yield [];
  else
    for (let age = from; age <= OLDEST; age += 1)
      for (const rest of populations(size - 1, age)) yield [age, ...rest];
}

describe("ageBounds", () => {
  it("finds both ends that every population shows, for bands that may overlap and leave ages out", () => {
    const ages = fc.array(fc.integer({ min: 0, max: OLDEST }), { maxLength: 5 });
    fc.assert(
      fc.property(ages, fc.array(band, { maxLength: 4 }), band, (truth, bands, asked) => {
        const report = {
          total: truth.length,
          bands: bands.map((one) => ({ ...one, value: count(truth, one) })),
        };
        const seen = [...populations(truth.length)]
          .filter((ages) => report.bands.every((one) => count(ages, one) === one.value))
          .map((ages) => count(ages, asked));
        expect(ageBounds(report, asked)).toEqual({
          low: Math.min(...seen),
          high: Math.max(...seen),
          sharp: true,
        });
      }),
      { numRuns: 300 },
    );
  });
});
