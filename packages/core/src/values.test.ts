import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatLocation } from "./diagnostics/source-location.ts";
import { Code, compareCodes, parentCode } from "./values/code.ts";
import { compareDates, daysBetween, earliest, elapsedShare, latest, PartialDate } from "./values/date.ts";
import { addMoney, allocateMoney, Money, money, moneyShare, subtractMoney, toMajor } from "./values/money.ts";
import { Value } from "./values/value.ts";
import { NONE, numberOf } from "./values/value-number.ts";

describe("a value", () => {
  it("is one of four things; only a number, zero included, has a number", () => {
    expect(numberOf({ kind: "number", value: 0 })).toBe(0);
    expect(numberOf({ kind: "tbd" })).toBeNull();
    expect(numberOf(NONE)).toBeNull();
    expect(numberOf({ kind: "text", text: "0" })).toBeNull();
  });
  it.each([{ kind: "number" }, { kind: "number", value: Number.NaN }, { kind: "zero" }, null, 0])(
    "is not %j",
    (input) => expect(Value.safeParse(input).success).toBe(false),
  );
});

describe("money", () => {
  it("is exact from decimal to cents and back", () => {
    expect(money(1_072_749.17, "USD")).toEqual({ minor: 107_274_917, currency: "USD" });
    expect(money(1500, "XOF")).toEqual({ minor: 1500, currency: "XOF" });
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (minor) => {
        expect(money(toMajor({ minor, currency: "USD" }), "USD").minor).toBe(minor);
      }),
    );
  });
  it("refuses fractions of a cent, unknown currencies and mixed ones", () => {
    expect(() => money(0.005, "USD")).toThrow(RangeError);
    expect(() => money(1.5, "XOF")).toThrow(RangeError);
    expect(Money.safeParse({ minor: 1, currency: "ZZZ" }).success).toBe(false);
    const [dollar, euro] = [money(1, "USD"), money(1, "EUR")];
    expect(() => moneyShare(dollar, euro)).toThrow(RangeError);
    expect(() => addMoney(dollar, euro)).toThrow();
  });
  it("has no share of nothing", () => expect(moneyShare(money(0, "USD"), money(0, "USD"))).toBeNull());
  it("is split without losing a cent, and a difference undoes a sum", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e10 }),
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 9 }),
        (minor, ratios) => {
          const whole: Money = { minor, currency: "USD" };
          const [first, ...others] = allocateMoney(whole, ratios);
          if (first === undefined) throw new Error("no share");
          expect(addMoney(first, ...others)).toEqual(whole);
          expect(subtractMoney(addMoney(whole, first), first)).toEqual(whole);
        },
      ),
    );
  });
});

describe("a code", () => {
  it("has one to four numbers", () => {
    for (const good of ["1", "1.10", "2.1.7", "1.1.1.1"]) expect(Code.safeParse(good).success).toBe(true);
    for (const bad of ["", "1.", ".1", "a.1", "1.1.1.1.1", "1234", "1.1\n"])
      expect(Code.safeParse(bad).success, bad).toBe(false);
  });
  it("is ordered by its numbers, a parent before its children", () => {
    const sorted = ["1.10", "2", "1.2.1", "1.2", "1"].sort(compareCodes);
    expect(sorted).toEqual(["1", "1.2", "1.2.1", "1.10", "2"]);
    expect(parentCode("1.2.1")).toBe("1.2");
    expect(parentCode("1")).toBeNull();
  });
});

describe("a date", () => {
  it("is as precise as it is known and means a span of days", () => {
    expect([earliest("2020"), latest("2020")]).toEqual(["2020-01-01", "2020-12-31"]);
    expect([earliest("2020-02"), latest("2020-02")]).toEqual(["2020-02-01", "2020-02-29"]);
    expect([earliest("2021-02-28"), latest("2021-02-28")]).toEqual(["2021-02-28", "2021-02-28"]);
  });
  it("must be in the calendar", () => {
    for (const bad of ["2021-02-29", "2020-13", "20", "2020-1-1", "2020-03-15T00:00"])
      expect(PartialDate.safeParse(bad).success, bad).toBe(false);
  });
  it("comes before a more precise one that begins on the same day", () => {
    const sorted = ["2020-03-01", "2020-02-29", "2020", "2020-01", "2020-03"].sort(compareDates);
    expect(sorted).toEqual(["2020", "2020-01", "2020-02-29", "2020-03", "2020-03-01"]);
  });
  it("counts calendar days, leap days too", () => {
    expect(daysBetween("2020-02-28", "2020-03-01")).toBe(2);
    expect(daysBetween("2021-03-01", "2021-02-28")).toBe(-1);
  });
  it("has the share of a span that has passed, between 0 and 1, none of a span without length", () => {
    expect(elapsedShare("2020-01-01", "2020-01-05", "2020-01-02")).toBe(0.25);
    expect(elapsedShare("2020-01-01", "2020-01-05", "2019-06-01")).toBe(0);
    expect(elapsedShare("2020-01-01", "2020-01-05", "2030-01-01")).toBe(1);
    expect(elapsedShare("2020-01-01", "2020-01-01", "2020-01-01")).toBeNull();
  });
});

describe("a location", () => {
  it("is shown with its line where there is one", () => {
    expect(formatLocation({ path: "budget/total" })).toBe("budget/total");
    expect(formatLocation({ path: "budget/total", line: 12 })).toBe("budget/total (line 12)");
    expect(formatLocation({ path: "budget/total", line: 12 }, { language: "fr" })).toBe(
      "budget/total (ligne 12)",
    );
    expect(formatLocation({ path: "budget/total", cell: "Budget!F12" })).toBe("budget/total (Budget!F12)");
  });
});
