import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverageOf, SERIES_KINDS } from "../../test/goals/series.ts";
import { shiftDate } from "../values/date.ts";
import { type ForecastOptions, forecastTo, type PastPoint } from "./forecast.ts";
import { studentBelow, studentWithin } from "./student.ts";

const FULL = process.env.CADRE_FULL === "1";
const dateOf = (index: number) => shiftDate("2020-03-31", 91 * index);
const pointsOf = (values: number[]): PastPoint[] =>
  values.map((value, index) => ({ date: dateOf(index), value }));
const forecast = (values: number[], ahead: number, options: ForecastOptions = {}) =>
  forecastTo(pointsOf(values), dateOf(values.length - 1 + ahead), options);
const forecastOf = (values: number[], ahead: number, options: ForecastOptions = {}) => {
  const result = forecast(values, ahead, options);
  if (result.reason !== null) throw new Error(result.reason);
  return result;
};

describe("a forecast", () => {
  it("goes on at a steady pace, and is never of zero width", () => {
    const { value, low, high } = forecastOf([10, 20, 30, 40, 50, 60, 70], 2, {
      runningTotal: true,
      minimum: 0,
      whole: true,
    });
    expect(value).toBe(90);
    expect(low).toBeLessThan(90);
    expect(high).toBeGreaterThan(90);
    expect(low).toBeGreaterThan(80);
    expect(high).toBeLessThan(100);
  });
  it("of people is never −190: totals do not fall, counts have no negatives", () => {
    const falling = [200, 150, 110, 60, 20, 5];
    expect(forecastOf(falling, 2).low).toBeLessThan(0);
    expect(forecastOf(falling, 2, { minimum: 0 })).toMatchObject({ low: 0 });
    expect(forecastOf(falling, 2, { minimum: 0 }).value).toBeGreaterThanOrEqual(0);
    expect(forecastOf([0, 40, 45, 46, 46, 47, 47], 2, { runningTotal: true }).low).toBeGreaterThanOrEqual(47);
  });
  it("of a percentage is never 245 %", () => {
    const { low, value, high } = forecastOf([5, 20, 45, 60, 80, 98], 2, { minimum: 0, maximum: 100 });
    expect([value, high]).toEqual([100, 100]);
    expect(low).toBeLessThan(100);
  });
  it("is not “0 to 0 with 80 %”: where nothing has moved there is none", () => {
    expect(forecast([0, 0, 0, 0, 0, 0], 2).reason).toBe("nothing-moved");
    expect(forecast([20, 60, 100, 100, 100, 100], 2, { minimum: 100, maximum: 100 }).reason).toBe(
      "limit-reached",
    );
  });
  it("says what it lacks", () => {
    expect(forecast([1, 2, 4, 5, 7], 1)).toEqual({ reason: "too-little-data", value: null, pointCount: 5 });
    expect(forecast([1, 2, 4, 5, 7, 8], 1, { runningTotal: true }).reason).toBe("too-little-data");
    expect(forecast([1, 2, 4, 5, 7, 8], 3).reason).toBe("too-far-ahead");
    expect(forecastTo(pointsOf([1, 2, 4, 5, 7, 8]), dateOf(5)).reason).toBe("end-passed");
    expect(forecastTo([...pointsOf([1, 2, 4, 5, 7, 8]), ...pointsOf([9])], dateOf(9)).reason).toBe(
      "dates-not-in-order",
    );
  });
  it("contains its own value, within the limits, whatever the series", () => {
    const values = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 6, maxLength: 12 });
    fc.assert(
      fc.property(
        values,
        fc.boolean(),
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        (drawn, runningTotal, ahead, whole) => {
          const levels = runningTotal
            ? drawn.map((_, index) => Math.max(...drawn.slice(0, index + 1)))
            : drawn;
          const result = forecast(levels, ahead, { runningTotal, minimum: 0, maximum: 100, whole });
          if (result.reason !== null) return;
          expect(result.low).toBeLessThanOrEqual(result.value);
          expect(result.value).toBeLessThanOrEqual(result.high);
          expect(result.low).toBeLessThan(result.high);
          expect(result.low).toBeGreaterThanOrEqual(runningTotal ? (levels.at(-1) ?? 0) : 0);
          expect(result.high).toBeLessThanOrEqual(100);
        },
      ),
      { numRuns: FULL ? 2000 : 200 },
    );
  });
  it("is wider at a higher probability, and does not depend on the unit", () => {
    const values = [3, 9, 11, 18, 26, 27, 35];
    expect(forecastOf(values, 2, { level: 0.95 }).high).toBeGreaterThan(forecastOf(values, 2).high);
    const thousand = forecastOf(
      values.map((value) => value * 1000),
      2,
    );
    expect(thousand.value / 1000).toBeCloseTo(forecastOf(values, 2).value, 6);
  });

  // A run of 2,000 series has a standard error of about one point; the quick run of 300 one of two points and a half.
  it.each(SERIES_KINDS)(
    "of a series that is $name holds 75 to 90 % of what comes, or says that it knows too little",
    (kind) => {
      const margin = FULL ? 1 : 6;
      for (const [periods, ahead] of [
        [4, 2],
        [6, 2],
        [9, 3],
      ] as const) {
        const { answered: share, held } = coverageOf(
          kind,
          periods,
          ahead,
          FULL ? 4000 : 300,
          100 * periods + ahead,
        );
        if (share === 0) continue;
        expect(100 * held).toBeGreaterThan(75 - margin);
        expect(100 * held).toBeLessThan(90 + margin);
      }
      expect(coverageOf(kind, 4, 2, 20, 1).answered).toBe(0);
    },
  );
});

it("Student's distribution is that of the tables", () => {
  // Abramowitz and Stegun, table 26.10.
  for (const [level, degrees, t] of [
    [0.8, 1, 3.078],
    [0.8, 2, 1.886],
    [0.95, 10, 2.228],
    [0.99, 30, 2.75],
  ] as const) {
    expect(studentWithin(t, degrees)).toBeCloseTo(level, 3);
    expect(studentBelow(t, degrees)).toBeCloseTo(0.5 + level / 2, 3);
    expect(studentBelow(-t, degrees)).toBeCloseTo(0.5 - level / 2, 3);
  }
});
