import { addDays, format, parseISO } from "date-fns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  Calendar,
  checkPeriods,
  parsePeriod,
  periodContains,
  periodDays,
  periodOf,
  periodsBetween,
  periodsInForce,
} from "./period.ts";

const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => format(addDays(parseISO("1995-01-01"), days), "yyyy-MM-dd"));
const calendar: fc.Arbitrary<Calendar> = fc.oneof(
  fc.constantFrom<Calendar>("month", "quarter", "half-year", "year"),
  fc.record({ months: fc.integer({ min: 1, max: 18 }), from: day }),
);

describe("periodOf", () => {
  it.each([
    ["month", "2020-02", "2020-02-01", "2020-02-29"],
    ["quarter", "2020-Q1", "2020-01-01", "2020-03-31"],
    ["half-year", "2020-H1", "2020-01-01", "2020-06-30"],
    ["year", "2020", "2020-01-01", "2020-12-31"],
  ] as const)("knows the %s of a day", (unit, id, start, end) => {
    expect(periodOf("2020-02-29", unit)).toEqual({ id, start, end });
  });

  it("counts a project's half-years from its first day", () => {
    expect(periodOf("2020-07-14", { months: 6, from: "2020-01-15" })?.id).toBe("2020-01-15/2020-07-14");
    expect(periodOf("2020-07-15", { months: 6, from: "2020-01-15" })?.id).toBe("2020-07-15/2021-01-14");
    expect(periodOf("2020-01-14", { months: 6, from: "2020-01-15" })?.id).toBe("2019-07-15/2020-01-14");
  });

  it("does not lose days where the first one is the end of a month", () => {
    const calendar = { months: 1, from: "2020-01-31" };
    expect(periodsBetween("2020-01-31", "2020-05-01", calendar).map(({ start }) => start)).toEqual([
      "2020-01-31",
      "2020-02-29",
      "2020-03-31",
      "2020-04-30",
    ]);
  });

  it("holds its day, and its label reads back as it", () => {
    fc.assert(
      fc.property(day, calendar, (date, cut) => {
        const period = periodOf(date, cut);
        expect(period !== null && periodContains(period, date)).toBe(true);
        expect(parsePeriod(period?.id ?? "")).toEqual(period);
      }),
    );
  });

  it("finds no period outside of a list", () => {
    expect(periodOf("2021-01-01", [{ id: "baseline", start: "2020-01-01", end: "2020-01-31" }])).toBeNull();
  });
});

describe("parsePeriod", () => {
  it("reads French halves and quarters", () => {
    expect(parsePeriod("2020-S2")).toEqual(parsePeriod("2020-H2"));
    expect(parsePeriod("2020-T4")).toEqual({ id: "2020-Q4", start: "2020-10-01", end: "2020-12-31" });
  });
  it.each([
    "",
    "20",
    "2020-13",
    "2020-00",
    "2020-Q5",
    "2020-Q0",
    "2020-H3",
    "2020-3",
    "2020-02-30/2020-03-01",
    "2020-03-02/2020-03-01",
    "2020-03-01",
  ])("refuses %j", (label) => {
    expect(parsePeriod(label)).toBeNull();
  });
});

describe("periodsBetween", () => {
  it("covers the span without gap or overlap, every day once", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1500 }), calendar, (start, days, cut) => {
        const end = format(addDays(parseISO(start), days), "yyyy-MM-dd");
        const periods = periodsBetween(start, end, cut);
        expect(checkPeriods(periods)).toEqual({ overlaps: [], gaps: [] });
        const [first, last] = [periods[0], periods.at(-1)];
        expect(first !== undefined && periodContains(first, start)).toBe(true);
        expect(last !== undefined && periodContains(last, end)).toBe(true);
        const whole = periodDays({ start: first?.start ?? "", end: last?.end ?? "" });
        expect(periods.reduce((sum, period) => sum + periodDays(period), 0)).toBe(whole);
      }),
      { numRuns: 60 },
    );
  });
  it("is empty where the end comes first", () => {
    expect(periodsBetween("2020-02-01", "2020-01-01", "month")).toEqual([]);
  });
});

describe("a period that was revised", () => {
  const periods = [
    { id: "year 1", start: "2020-01-15", end: "2020-12-31" },
    { id: "year 2", start: "2021-01-01", end: "2021-12-31" },
    { id: "year 1", start: "2020-01-15", end: "2021-03-31", since: "2020-10-01" },
  ];
  it("is the one last set by the day that is asked about", () => {
    expect(periodsInForce(periods, { on: "2020-09-30" }).map(({ end }) => end)).toEqual([
      "2020-12-31",
      "2021-12-31",
    ]);
    expect(periodsInForce(periods, { on: "2020-10-01" }).map(({ end }) => end)).toEqual([
      "2021-03-31",
      "2021-12-31",
    ]);
  });
  it("may then overlap another or leave a gap, and both are reported", () => {
    expect(checkPeriods(periodsInForce(periods)).overlaps).toEqual([["year 1", "year 2"]]);
    const short = [...periods, { id: "year 1", start: "2020-01-15", end: "2020-11-30", since: "2020-11-01" }];
    expect(checkPeriods(periodsInForce(short)).gaps).toEqual([
      { id: "2020-12-01/2020-12-31", start: "2020-12-01", end: "2020-12-31" },
    ]);
  });
});

describe("Calendar", () => {
  it("refuses a period that ends before it starts", () => {
    expect(Calendar.safeParse([{ id: "x", start: "2020-02-01", end: "2020-01-01" }]).success).toBe(false);
    expect(Calendar.safeParse({ months: 0, from: "2020-01-01" }).success).toBe(false);
  });
});
