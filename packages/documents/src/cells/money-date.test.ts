import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDate } from "./date.ts";
import { readMoney } from "./money.ts";

describe("readMoney", () => {
  it.each([
    ["$1 072 749,17", 107_274_917, "USD"],
    ["$ 1 200 000", 120_000_000, "USD"],
    ["55 000 USD", 5_500_000, "USD"],
    ["$55 000", 5_500_000, "USD"],
    ["105 000", 10_500_000, "USD"],
    ["500 000 FCFA", 500_000, "XOF"],
  ])("reads %s to the cent", (text, minor, currency) => {
    expect(readMoney(text)).toEqual({ minor, currency });
  });

  it.each([
    "",
    "Tbd",
    "$",
    "$9,937",
    "$1,234",
    "100 $ 200",
    "12,345 XYZ",
    "1,5 FCFA",
    "environ beaucoup 100",
  ])("does not guess %j", (text) => {
    expect(readMoney(text)).toBeNull();
  });

  it("is exact for every amount in cents", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 14 }), (minor) => {
        const text = `$ ${Math.floor(minor / 100)},${String(minor % 100).padStart(2, "0")}`;
        expect(readMoney(text)).toEqual({ minor, currency: "USD" });
      }),
    );
  });
});

describe("readDate", () => {
  it.each([
    ["15 janvier 2020", "2020-01-15"],
    ["1er mars 2021", "2021-03-01"],
    ["15/07/2022", "2022-07-15"],
    ["29 février 2020", "2020-02-29"],
    ["2020-01-15", "2020-01-15"],
  ])("reads %s", (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it.each([
    "",
    "Tbd",
    "30 février 2020",
    "29 février 2021",
    "15 janvier",
    "January 2020",
    "03/05/2021",
    "32/01/2020",
    "15 janvier 20",
  ])("reads no date in %j", (text) => {
    expect(readDate(text)).toBeNull();
  });

  it("passes over any text in one look", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const date = readDate(text);
        if (date !== null) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
    );
    expect(readDate("1".repeat(1_000_000))).toBeNull();
  });
});
