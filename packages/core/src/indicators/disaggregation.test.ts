import { describe, expect, it } from "vitest";
import { checkDisaggregation } from "./disaggregation.ts";

const sex = {
  path: "indicators/2.1.1/actual",
  axis: "sex",
  kind: "partition" as const,
  categories: ["f", "m"],
};
const groups = { path: "indicators/1.1.1/actual", axis: "group", kind: "overlapping" as const };

describe("checkDisaggregation", () => {
  it("is content with a partition that adds up, decimals as printed", () => {
    expect(checkDisaggregation({ ...sex, total: 0.3, parts: { f: 0.1, m: 0.2 } })).toEqual({
      findings: [],
      coverage: { value: 1, low: 1, high: 1, reason: null },
      unknown: null,
      missing: [],
    });
  });
  it("finds a partition that does not add up and repairs nothing", () => {
    const { findings, coverage } = checkDisaggregation({ ...sex, total: 200, parts: { f: 100, m: 200 } });
    expect(findings).toEqual([
      {
        code: "partition-sum",
        severity: "error",
        where: { path: "indicators/2.1.1/actual" },
        message: {
          en: "The parts by sex add up to 300, the total says 200.",
          fr: "La somme des parties par sex est 300, le total indique 200.",
        },
        found: 300,
        expected: 200,
      },
    ]);
    expect(coverage).toEqual({ value: null, low: null, high: null, reason: "parts-exceed-total" });
  });
  it("warns only where a category is missing that may hold the rest", () => {
    const { findings, missing } = checkDisaggregation({ ...sex, total: 200, parts: { f: 100 } });
    expect(findings.map(({ severity }) => severity)).toEqual(["warning"]);
    expect(missing).toEqual(["m"]);
  });
  it("counts unknown into the sum and not into the coverage", () => {
    const check = checkDisaggregation({ ...sex, total: 100, parts: { f: 30, m: 30, unknown: 40 } });
    expect(check.findings).toEqual([]);
    expect(check.unknown).toBe(40);
    expect(check.coverage.value).toBe(0.6);
  });
  it("lets overlapping groups exceed the total together and none of them alone", () => {
    const fine = checkDisaggregation({ ...groups, total: 4000, parts: { young: 2400, women: 2500 } });
    expect(fine.findings).toEqual([]);
    expect(fine.coverage).toEqual({ value: null, low: 0.625, high: 1, reason: "overlapping" });
    const wrong = checkDisaggregation({ ...groups, total: 4000, parts: { young: 4001, women: 500 } });
    expect(wrong.findings.map(({ code, where }) => [code, where.path])).toEqual([
      ["part-exceeds-total", "indicators/1.1.1/actual/group/young"],
    ]);
  });
  it("says why there is no coverage", () => {
    expect(checkDisaggregation({ ...sex, total: null, parts: { f: 1 } }).coverage.reason).toBe("no-total");
    expect(checkDisaggregation({ ...sex, total: 0, parts: { f: 0, m: 0 } }).coverage.reason).toBe(
      "total-zero",
    );
    expect(checkDisaggregation({ ...sex, total: 5, parts: {} }).coverage.value).toBe(0);
  });
});
