import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addFractions,
  compareFractions,
  compareQuotients,
  divideFractions,
  fraction,
  multiplyFractions,
  quotient,
  subtractFractions,
  toNumber,
} from "./fraction.ts";

const signOf = (value: bigint) => (value < 0n ? -1 : value > 0n ? 1 : 0);
/** Sign of n/d − p/q by cross products of integers, with positive denominators. */
const order = (n: bigint, d: bigint, p: bigint, q: bigint) => signOf(n * q - p * d);

describe("whole percentages n/d with d up to 1,000", () => {
  // Every pair of which n/d is a whole percentage, and its neighbours n ± 1: 30 cases a denominator at most.
  const pairs = Array.from({ length: 1000 }, (_, index) => index + 1).flatMap((d) =>
    Array.from({ length: 201 }, (_, percent) => percent)
      .filter((percent) => (percent * d) % 100 === 0)
      .map((percent) => ({ percent, d, n: (percent * d) / 100 })),
  );

  it("are compared with the threshold as integers do, at it, one below and one above", () => {
    expect(pairs.length).toBeGreaterThan(4000);
    const wrong = pairs.flatMap(({ percent, d, n }) =>
      [n - 1, n, n + 1].flatMap((part) => {
        const expected = order(BigInt(part), BigInt(d), BigInt(percent), 100n);
        const asShare = compareQuotients(part, d, percent / 100, 1);
        const asPoints = compareQuotients(part * 100, d, percent, 1);
        const asNumbers = Math.sign(quotient(part * 100, d) - percent);
        return asShare === expected && asPoints === expected && asNumbers === expected
          ? []
          : [[part, d, percent]];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("29 of 100 is 29 %, and 0.29", () => {
    expect((29 / 100) * 100).toBeLessThan(29);
    expect(quotient(29 * 100, 100)).toBe(29);
    expect(compareQuotients(29, 100, 0.29, 1)).toBe(0);
  });

  it("90 % of a milestone is 90 % of it, as a product of fractions", () => {
    const wrong = pairs.filter(
      ({ percent, d, n }) =>
        compareFractions(
          multiplyFractions(fraction(percent, 100), fraction(d)),
          multiplyFractions(fraction(percent / 100), fraction(d)),
        ) !== 0 ||
        compareFractions(fraction(n), multiplyFractions(fraction(percent / 100), fraction(d))) !== 0,
    );
    expect(wrong).toEqual([]);
  });
});

describe("a fraction", () => {
  it("is the decimal that a number was written with", () => {
    expect(fraction(0.1)).toEqual({ numerator: 1n, denominator: 10n });
    expect(fraction(-1_072_749.17)).toEqual({ numerator: -107_274_917n, denominator: 100n });
    expect(fraction(1e21)).toEqual({ numerator: 10n ** 21n, denominator: 1n });
    expect(fraction(1.25e-12)).toEqual({ numerator: 1n, denominator: 800_000_000_000n });
    expect(fraction(0.7, 0.1)).toEqual({ numerator: 7n, denominator: 1n });
    expect(fraction(3, -6)).toEqual({ numerator: -1n, denominator: 2n });
    expect(fraction(-0)).toEqual({ numerator: 0n, denominator: 1n });
  });

  it("of a quotient's double is the quotient", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 1000 }), (n, d) => {
        expect(compareFractions(fraction(n / d), fraction(n, d))).toBe(0);
        expect(compareFractions(fraction(-n / d), fraction(-n, d))).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  it("refuses what is no number and what has no quotient", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => fraction(value)).toThrow(RangeError);
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(() => compareQuotients(1, 0, 1, 1)).toThrow(RangeError);
    expect(() => quotient(1, 0)).toThrow(RangeError);
  });

  const integer = fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n });
  const above = fc.bigInt({ min: 1n, max: 10n ** 25n });
  it("is added, multiplied, divided and compared as integers are", () => {
    fc.assert(
      fc.property(integer, above, integer, above, (n, d, p, q) => {
        const [a, b] = [divideFractions(fraction(n), fraction(d)), divideFractions(fraction(p), fraction(q))];
        expect(compareFractions(a, b)).toBe(order(n, d, p, q));
        const is = (fraction: { numerator: bigint; denominator: bigint }, over: bigint, under: bigint) =>
          fraction.numerator * under === over * fraction.denominator && fraction.denominator > 0n;
        expect(is(addFractions(a, b), n * q + p * d, d * q)).toBe(true);
        expect(is(subtractFractions(a, b), n * q - p * d, d * q)).toBe(true);
        expect(is(multiplyFractions(a, b), n * p, d * q)).toBe(true);
        if (p !== 0n) expect(is(divideFractions(a, b), n * q, d * p)).toBe(true);
      }),
    );
  });

  it("becomes the nearest double, ties to even", () => {
    // 2^53 + 1 lies half way between two doubles; a trifle more is above the half.
    const half = 2n ** 53n + 1n;
    expect(toNumber(fraction(half))).toBe(2 ** 53);
    expect(toNumber(divideFractions(fraction(half * 10n ** 30n + 1n), fraction(10n ** 30n)))).toBe(
      2 ** 53 + 2,
    );
    expect(toNumber(divideFractions(fraction(-(10n ** 40n)), fraction(3n * 10n ** 40n)))).toBe(-1 / 3);
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-200, max: 1e200 }), (value) => {
        expect(toNumber(fraction(value))).toBe(value);
      }),
      { numRuns: 500 },
    );
  });
});

describe("comparing quotients", () => {
  it("agrees with integers beyond exact range, whatever the signs", () => {
    const safe = fc.maxSafeInteger();
    fc.assert(
      fc.property(safe, safe, safe, safe, (a, b, c, d) => {
        if (b === 0 || d === 0) return;
        const turn = (n: number, by: number) =>
          by < 0 ? [-BigInt(n), -BigInt(by)] : [BigInt(n), BigInt(by)];
        const [n = 0n, m = 1n] = turn(a, b);
        const [p = 0n, q = 1n] = turn(c, d);
        expect(compareQuotients(a, b, c, d)).toBe(order(n, m, p, q));
      }),
    );
  });
});
