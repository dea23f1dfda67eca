import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { money } from "../values/money.ts";
import { convertMoney, convertTotal, exchangeDifference, RateTable, rateOn } from "./index.ts";

const table = RateTable.parse({
  base: "USD",
  rates: [
    { currency: "XOF", since: "2020-01-01", rate: 585.5 },
    { currency: "XOF", since: "2020-06-01", rate: 600 },
    { currency: "EUR", since: "2020-01-01", rate: 0.893 },
  ],
});

describe("rates", () => {
  it("hold from their day until the next", () => {
    expect(rateOn(table, "XOF", "2020-05-31")).toEqual({ rate: 585.5, since: "2020-01-01" });
    expect(rateOn(table, "XOF", "2020-06-01")).toEqual({ rate: 600, since: "2020-06-01" });
    expect(rateOn(table, "XOF", "2019-12-31")).toBeNull();
    expect(rateOn(table, "USD", "1990-01-01")).toEqual({ rate: 1, since: null });
  });
  it("refuses two of one day, rates that are not above zero, and unknown currencies", () => {
    const parse = (...rates: object[]) => RateTable.safeParse({ base: "USD", rates }).success;
    const rate = { currency: "XOF", since: "2020-01-01", rate: 600 };
    expect(parse(rate)).toBe(true);
    expect(parse(rate, { ...rate, rate: 601 })).toBe(false);
    expect(parse({ ...rate, rate: 0 })).toBe(false);
    expect(parse({ ...rate, currency: "ZZZ" })).toBe(false);
  });
});

describe("convertMoney", () => {
  it("takes the rate of the transaction’s day", () => {
    expect(convertMoney({ amount: money(1_200_000, "XOF"), on: "2020-07-01" }, "USD", table).amount).toEqual(
      money(2000, "USD"),
    );
    expect(convertMoney({ amount: money(2000, "USD"), on: "2020-07-01" }, "XOF", table).amount).toEqual(
      money(1_200_000, "XOF"),
    );
  });
  it("refuses where there is no rate", () => {
    expect(convertMoney({ amount: money(1, "GBP"), on: "2020-07-01" }, "USD", table)).toMatchObject({
      ...{ amount: null, reason: "no-rate", currency: "GBP" },
    });
  });
  it("rounds halves to even, or up", () => {
    const half = RateTable.parse({ base: "USD", rates: [{ currency: "EUR", since: "2020-01-01", rate: 2 }] });
    const cents = (minor: number, rounding: "half-even" | "half-up") =>
      convertMoney({ amount: { minor, currency: "EUR" }, on: "2020-01-01" }, "USD", half, { rounding }).amount
        ?.minor;
    expect([1, 3, 5, -1].map((minor) => cents(minor, "half-even"))).toEqual([0, 2, 2, 0]);
    expect([1, 3, 5, -1].map((minor) => cents(minor, "half-up"))).toEqual([1, 2, 3, -1]);
  });
  it("comes back to the cent where the other currency’s unit is the smaller one", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e10, max: 1e10 }),
        fc.integer({ min: 101, max: 900_000 }),
        (minor, hundredths) => {
          const rates = RateTable.parse({
            base: "USD",
            rates: [{ currency: "XOF", since: "2020-01-01", rate: hundredths / 100 + 100 }],
          });
          const amount = { minor, currency: "USD" };
          const there = convertMoney({ amount, on: "2020-01-01" }, "XOF", rates).amount;
          expect(there).not.toBeNull();
          if (there === null) return;
          expect(convertMoney({ amount: there, on: "2020-01-01" }, "USD", rates).amount).toEqual(amount);
        },
      ),
    );
  });
});

describe("convertTotal", () => {
  const dated = fc.record({
    amount: fc.record({
      minor: fc.integer({ min: -1e9, max: 1e9 }),
      currency: fc.constantFrom("XOF", "EUR", "USD"),
    }),
    on: fc.constantFrom("2020-02-01", "2020-07-01"),
  });
  it("conserves the total: parts add up to it, and none is further off than a unit", () => {
    fc.assert(
      fc.property(fc.array(dated, { maxLength: 12 }), (amounts) => {
        const found = convertTotal(amounts, "USD", table);
        if (found.total === null) throw new Error("a rate is missing");
        expect(found.parts.reduce((sum, { minor }) => sum + minor, 0)).toBe(found.total.minor);
        for (const [index, each] of amounts.entries()) {
          const alone = convertMoney(each, "USD", table).amount?.minor ?? 0;
          expect(Math.abs((found.parts[index]?.minor ?? 0) - alone)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
  it("sums nothing where a rate is missing", () => {
    const amounts = [
      { amount: money(1, "USD"), on: "2020-07-01" },
      { amount: money(1, "GBP"), on: "2020-07-01" },
    ];
    expect(convertTotal(amounts, "USD", table)).toEqual({
      ...{ total: null, missing: [{ index: 1, currency: "GBP", on: "2020-07-01" }] },
    });
  });
});

it("shows gains and losses from exchange apart", () => {
  const amount = money(1_171_000, "XOF");
  expect(exchangeDifference({ amount, on: "2020-02-01", settledOn: "2020-07-01" }, "USD", table)).toEqual({
    booked: money(2000, "USD"),
    settled: money(1951.67, "USD"),
    difference: { minor: -4833, currency: "USD" },
  });
});
