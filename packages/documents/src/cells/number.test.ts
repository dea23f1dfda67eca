import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanNumber } from "./number.ts";

const read = (text: string) => {
  const number = scanNumber(text);
  return number === null || number === "ambiguous" ? number : number.value;
};

describe("scanNumber", () => {
  it.each([
    ["0", 0],
    ["4 000", 4000],
    ["1 072 749,17", 1_072_749.17],
    ["1,000,000", 1_000_000],
    ["1.234.567,89", 1_234_567.89],
    ["12.5", 12.5],
    ["12,5", 12.5],
    ["0,125", 0.125],
    ["1 072,749", 1072.749],
    ["2400 jeunes", 2400],
    ["35 ans", 35],
    ["2020 150", 2020],
  ])("reads %s", (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each(["9,937", "1.000", "1,2,3", "1.000,000,0", "1234567890123456"])("does not guess %s", (text) => {
    expect(read(text)).toBe("ambiguous");
  });

  it.each(["", "Tbd", "-5", ",5"])("finds no number at the start of %s", (text) => {
    expect(read(text)).toBeNull();
  });

  it("reads back every number that French writes with groups and a decimal comma", () => {
    const hundredths = fc.integer({ min: 0, max: 10 ** 13 });
    fc.assert(
      fc.property(hundredths, (amount) => {
        const whole = String(Math.floor(amount / 100)).replace(/\B(?=(\d{3})+$)/g, " ");
        const text = `${whole},${String(amount % 100).padStart(2, "0")}`;
        const number = scanNumber(text);
        expect(number).toMatchObject({ end: text.length });
        if (number === null || number === "ambiguous") throw new Error(text);
        expect(Number(number.whole + number.decimals)).toBe(amount);
      }),
    );
  });

  it("ends inside of any text, and never before its first digit", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789 ,.%a"), maxLength: 40 }), (text) => {
        const number = scanNumber(text);
        if (number === null || number === "ambiguous") return;
        expect(number.end).toBeGreaterThan(0);
        expect(number.end).toBeLessThanOrEqual(text.length);
        expect(Number.isFinite(number.value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["digits", "1"],
    ["groups", "000 "],
    ["commas", "1,"],
    ["dots and commas", "1.000,"],
  ])("passes once over a megabyte of %s", (_, unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    expect(["ambiguous", 1]).toContain(read(text));
  });
});
