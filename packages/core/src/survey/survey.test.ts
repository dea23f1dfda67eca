import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  compareSurveys,
  compareWithin,
  estimateSurvey,
  publishedEstimate,
  type SingleUnit,
  type SurveyKind,
  sampleDesign,
} from "./index.ts";

interface Case {
  name: string;
  kind: SurveyKind;
  singleUnit: SingleUnit;
  values: (number | null)[];
  weights?: number[];
  strata?: string[];
  clusters?: string[];
  populations?: number[];
  within?: number[];
  expected: Record<"estimate" | "se" | "low" | "high" | "deff" | "logitLow" | "logitHigh", number | null> & {
    df: number;
  };
}
const FIXTURE = JSON.parse(
  readFileSync(new URL("../../test/survey/fixture.json", import.meta.url), "utf8"),
) as { cases: Case[]; contrast: Case & { group: number[]; change: number; se: number } };

const near = (found: number | null, expected: number | null) => {
  if (expected === null || found === null) return expect(found).toBe(expected);
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-8 * Math.max(1e-3, Math.abs(expected)));
};

describe("R’s survey package, to eight digits", () => {
  it.each(FIXTURE.cases.map((each) => [each.name, each] as const))("%s", (_, each) => {
    const { values, kind, singleUnit, within, expected } = each;
    const design = sampleDesign(values.length, each);
    const options = { kind, singleUnit, ...(within && { within: (row: number) => within[row] === 1 }) };
    const found = estimateSurvey(design, values, options);
    near(found.estimate, expected.estimate);
    near(found.se, expected.se);
    near(found.designEffect, expected.deff);
    expect(found.degrees).toBe(expected.df);
    if (expected.low !== null) {
      near(found.low, expected.low);
      near(found.high, expected.high);
    }
    if (expected.logitLow !== null) {
      const { low, high } = estimateSurvey(design, values, { ...options, method: "logit" });
      near(low, expected.logitLow);
      near(high, expected.logitHigh);
    }
  });
  it("the difference of groups that share clusters", () => {
    const { values, group, change, se } = FIXTURE.contrast;
    const of = (code: number) => (row: number) => group[row] === code;
    const found = compareWithin(sampleDesign(values.length, FIXTURE.contrast), values, [of(0), of(1)]);
    near(found.change, change);
    near(found.se, se);
  });
});

describe("what cannot be estimated has a reason", () => {
  const ones = (size: number) => Array.from({ length: size }, (_, row) => row % 2);
  it("a stratum with a single unit", () => {
    const design = sampleDesign(5, { strata: ["a", "a", "a", "a", "b"] });
    expect(estimateSurvey(design, ones(5))).toMatchObject({
      ...{ estimate: 0.4, se: null, low: null, reason: "single-unit-stratum", singleUnits: ["b"] },
    });
  });
  it("an empty group", () => {
    expect(estimateSurvey(sampleDesign(4), ones(4), { within: () => false })).toMatchObject({
      ...{ estimate: null, se: null, low: null, high: null, n: 0, reason: "no-responses" },
    });
  });
  it("a single cluster", () => {
    const design = sampleDesign(4, { clusters: ["a", "a", "a", "a"] });
    expect(estimateSurvey(design, ones(4))).toMatchObject({ se: null, reason: "single-unit-stratum" });
  });
  it("everybody asked: no sampling error", () => {
    const design = sampleDesign(4, { populations: [4, 4, 4, 4] });
    expect(estimateSurvey(design, ones(4))).toMatchObject({ se: 0, low: 0.5, high: 0.5, method: "census" });
  });
  it("refuses what is no design and no answer", () => {
    expect(() => sampleDesign(2, { weights: [1, 0] })).toThrow(RangeError);
    expect(() => sampleDesign(2, { weights: [1] })).toThrow(RangeError);
    expect(() => sampleDesign(2, { populations: [3, 4] })).toThrow(RangeError);
    expect(() => sampleDesign(2, { populations: [1.5, 1.5] })).toThrow(RangeError);
    expect(() => estimateSurvey(sampleDesign(1), [2])).toThrow(RangeError);
  });
});

describe("the test of a change", () => {
  const share = (estimate: number, n: number, level = 0.95) =>
    publishedEstimate({ kind: "share", estimate, n, designEffect: 1.3 }, { level });
  it("is significant exactly where the interval leaves zero out, at any level", () => {
    for (const level of [0.8, 0.9, 0.95, 0.99])
      for (let after = 0; after <= 1; after += 0.02) {
        const { p, low, high } = compareSurveys(share(0.4, 300, level), share(after, 250, level));
        const zeroOut = (low ?? 0) > 0 || (high ?? 0) < 0;
        expect([after, (p ?? 1) < 1 - level]).toEqual([after, zeroOut]);
      }
  });
  it("of means is Welch’s: R’s 2 * pt(-2.5 / sqrt(2), 198)", () => {
    const mean = (estimate: number) => publishedEstimate({ kind: "mean", estimate, n: 100, se: 1 });
    near(compareSurveys(mean(10), mean(12.5)).p, 0.07864005321396471);
  });
  it("of nothing that changed is 1", () => expect(compareSurveys(share(0.4, 99), share(0.4, 99)).p).toBe(1));
});
