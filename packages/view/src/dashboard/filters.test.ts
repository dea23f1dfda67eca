import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { large, mali } from "../../test/documents.ts";
import { type Filters, filtersOf, hashOf, NO_FILTERS, searchIndex, selected } from "./filters.ts";
import { dashboardModel } from "./model.ts";

const model = dashboardModel(mali());
const index = searchIndex(model);
const choose = (change: Partial<Filters>) => selected(model, { ...NO_FILTERS, ...change }, index);
const codes = (indexes: number[]) => indexes.map((index) => model.indicators[index]?.code);

describe("filters in the address", () => {
  it("come back as they were written", () => {
    const order = fc.constantFrom("", "code", "-status");
    const filters = fc.record({
      q: fc.string(),
      outcome: fc.constantFrom("", "1", "2.1"),
      status: fc.constantFrom("", "off-track"),
      state: fc.constantFrom("", "late"),
      cause: fc.constantFrom("", "covid-19"),
      severity: fc.constantFrom("", "error"),
      open: fc.uniqueArray(fc.constantFrom("i1.1.1", "a2.3"), { maxLength: 2 }),
      page: fc.record({ indicators: fc.nat(99), activities: fc.nat(99), findings: fc.nat(99) }),
      sort: fc.record({ indicators: order, activities: order, findings: order }),
    });
    fc.assert(
      fc.property(filters, (chosen) => {
        expect(filtersOf(hashOf(chosen))).toEqual(chosen);
      }),
    );
  });

  it("of any address are filters", () => {
    fc.assert(
      fc.property(fc.string(), (hash) => {
        expect(Object.keys(filtersOf(hash)).sort()).toEqual(Object.keys(NO_FILTERS).sort());
      }),
    );
    expect(filtersOf("#page-indicators=-3&open=x%22%3E+i1")).toMatchObject({
      page: { indicators: 0 },
      open: ["i1"],
    });
  });

  it("leave everything where nothing is chosen", () => {
    expect(choose({}).indicators).toHaveLength(model.indicators.length);
    expect(choose({}).activities).toHaveLength(model.activities.length);
    expect(choose({}).findings).toHaveLength(model.findings.length);
  });

  it("look for words without case and accents, all of them", () => {
    expect(codes(choose({ q: "VEHICULES" }).indicators)).toEqual(
      codes(choose({ q: "véhicules" }).indicators),
    );
    const both = codes(choose({ q: "femmes formees" }).indicators);
    expect(both.length).toBeGreaterThan(0);
    for (const code of both) expect(codes(choose({ q: "femmes" }).indicators)).toContain(code);
    expect(choose({ q: "xyzzy" }).indicators).toEqual([]);
  });

  it("keep an outcome with all below it, in every table", () => {
    for (const code of codes(choose({ outcome: "2" }).indicators)) expect(code).toMatch(/^2\./);
    expect(codes(choose({ outcome: "2.1" }).indicators).length).toBeGreaterThan(0);
    for (const index of choose({ outcome: "3" }).activities)
      expect(model.activities[index]?.code).toMatch(/^3\./);
    // 1 is no beginning of 10.
    const big = dashboardModel(large(1000, 0));
    const rows = selected(big, { ...NO_FILTERS, outcome: "1.1" }, searchIndex(big)).indicators;
    expect(rows).toHaveLength(20);
  });

  it("keep what is behind: as many rows as the overview says", () => {
    const big = dashboardModel(large(1000, 0));
    const texts = searchIndex(big);
    const count = (status: string) => selected(big, { ...NO_FILTERS, status }, texts).indicators.length;
    expect(count("off-track")).toBeGreaterThan(0);
    expect(count("behind")).toBe(count("off-track") + count("at-risk"));
  });

  it("keep what is late, by cause", () => {
    expect(choose({ state: "late" }).activities).toHaveLength(8);
    expect(choose({ cause: "covid-19" }).activities).toHaveLength(8);
    expect(choose({ cause: "season" }).activities).toHaveLength(0);
    expect(choose({ cause: "none" }).activities).toHaveLength(0);
  });
});
