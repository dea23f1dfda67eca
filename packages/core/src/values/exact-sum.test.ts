import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumDecimals, sumDoubles, sumMoney } from "./exact-sum.ts";

/** A decimal number as people type it, with its exact value in units of 10⁻¹². */
const decimal = fc
  .tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 12 }))
  .map(([digits, decimals]) => ({
    number: Number(`${digits}e-${decimals}`),
    exact: BigInt(digits) * 10n ** BigInt(12 - decimals),
  }));
const nearest = (units: bigint) => Number(`${units}e-12`);

describe("sumDecimals", () => {
  it("adds decimals as they are printed", () => {
    expect(sumDecimals([0.1, 0.2])).toBe(0.3);
    expect(sumDecimals([1e16, 1, -1e16])).toBe(1);
    expect(sumDecimals([1e300, 1e-9, -1e300])).toBe(1e-9);
    expect(sumDecimals([])).toBe(0);
  });

  it("agrees with exact arithmetic in any order", () => {
    fc.assert(
      fc.property(fc.array(decimal, { maxLength: 60 }), (list) => {
        const numbers = list.map(({ number }) => number);
        const exact = nearest(list.reduce((sum, next) => sum + next.exact, 0n));
        expect(sumDecimals(numbers)).toBe(exact);
        expect(sumDecimals([...numbers].reverse())).toBe(exact);
        expect(sumDecimals([...numbers].sort((a, b) => a - b))).toBe(exact);
      }),
      { numRuns: 500 },
    );
  });

  it("agrees with exact arithmetic on a million decimals, forwards and backwards", () => {
    let seed = 20201115;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed % below;
    };
    let exact = 0n;
    const numbers = Float64Array.from({ length: 1_000_000 }, () => {
      const [digits, decimals] = [random(2 ** 31) - 2 ** 30, random(13)];
      exact += BigInt(digits) * 10n ** BigInt(12 - decimals);
      return Number(`${digits}e-${decimals}`);
    });
    expect(sumDecimals(numbers)).toBe(nearest(exact));
    expect(sumDecimals(numbers.reverse())).toBe(nearest(exact));
    // The plain loop does not: the test could fail.
    expect(numbers.reduce((sum, next) => sum + next, 0)).not.toBe(nearest(exact));
  });

  it("refuses what is no number", () => {
    expect(() => sumDecimals([1, Number.NaN])).toThrow(RangeError);
    expect(() => sumDecimals([Number.POSITIVE_INFINITY])).toThrow(RangeError);
  });
});

/** A double as a whole number of 2⁻¹⁰⁷⁴. */
function inBinary(number: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number);
  const bits = view.getBigUint64(0);
  const exponent = (bits >> 52n) & 0x7ffn;
  const fraction = bits & 0xfffffffffffffn;
  const size = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n);
  return bits >> 63n === 0n ? size : -size;
}

describe("sumDoubles", () => {
  it("is the double nearest to the exact sum, in any order", () => {
    const double = fc.double({ min: -1e200, max: 1e200, noNaN: true });
    fc.assert(
      fc.property(fc.array(double, { maxLength: 40 }), (numbers) => {
        const exact = numbers.reduce((sum, next) => sum + inBinary(next), 0n);
        const sum = sumDoubles(numbers);
        expect(Math.abs(sumDoubles([...numbers].reverse()) - sum)).toBe(0);
        // No neighbour is nearer: the error is at greatest half the gap to it.
        const error = exact - inBinary(sum);
        const size = inBinary(sum) < 0n ? -inBinary(sum) : inBinary(sum);
        const shift = BigInt(Math.max(0, size.toString(2).length - 53));
        expect((error < 0n ? -error : error) * 2n).toBeLessThanOrEqual(1n << shift);
      }),
      { numRuns: 500 },
    );
  });

  it("lets the next partial decide half way between two doubles", () => {
    expect(sumDoubles([1, 2 ** -53, 2 ** -106])).toBe(1 + 2 ** -52);
    expect(sumDoubles([1, 2 ** -53, -(2 ** -106)])).toBe(1);
    expect(sumDoubles(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  });
});

describe("sumMoney", () => {
  it("keeps every cent and separates currencies", () => {
    const cents = Array.from({ length: 1000 }, () => ({ minor: 10, currency: "USD" }));
    expect(sumMoney([...cents, { minor: 7, currency: "XOF" }])).toEqual([
      { minor: 10_000, currency: "USD" },
      { minor: 7, currency: "XOF" },
    ]);
  });
  it("refuses a sum that leaves exact range", () => {
    const greatest = { minor: Number.MAX_SAFE_INTEGER, currency: "USD" };
    expect(() => sumMoney([greatest, greatest])).toThrow();
    expect(sumMoney([greatest, greatest, { minor: -Number.MAX_SAFE_INTEGER, currency: "USD" }])).toEqual([
      greatest,
    ]);
  });
});
