import { describe, expect, it } from "vitest";
import { createFramework, type IndicatorInput } from "../create/index.ts";
import { commonRollUp } from "./index.ts";

const SAFE = "% of people who feel safe walking alone at night in their neighbourhood";
const project = (number: string, ...indicators: IndicatorInput[]) => ({
  name: `${number}.txt`,
  document: createFramework({ title: number, number, outcomes: [{ code: "1", indicators }] }),
});
const share = (numerator: number, denominator: number) => ({
  value: { kind: "number" as const, value: null, numerator, denominator },
});
const to = (project: string, indicator: string, common: string) => ({ project, indicator, common });

describe("commonRollUp", () => {
  it("suggests and rolls nothing up that nobody confirmed", () => {
    const reports = [project("00011111", { code: "1.1", text: SAFE, unit: "%", actual: 40 })];
    const { rows, suggestions } = commonRollUp(reports);
    expect(rows).toEqual([]);
    expect(suggestions).toMatchObject([
      { project: "11111", indicator: "1.1", common: "16.1.4", certainty: "likely" },
    ]);
    expect(commonRollUp(reports, { mappings: [to("11111", "1.1", "16.1.4")] }).suggestions).toEqual([]);
  });

  it("adds numerators and denominators, and confines shares without them", () => {
    const ratio = { code: "1.1", text: SAFE, measurement: "percentage" as const };
    const [a, b] = [
      project("11111", { ...ratio, actual: share(10, 20) }),
      project("22222", { ...ratio, actual: share(30, 180) }),
    ];
    const c = project("33333", { ...ratio, unit: "%", actual: 70 });
    const mappings = ["11111", "22222", "33333.txt"].map((key) => to(key, "1.1", "16.1.4"));
    const of = (...reports: (typeof a)[]) =>
      commonRollUp(reports, { mappings: mappings.slice(0, reports.length) }).rows[0];
    expect(of(a, b)).toMatchObject({
      projectCount: 2,
      actual: { value: 20, numerator: 40, denominator: 200 },
    });
    expect(of(a, b, c)).toMatchObject({
      actual: { value: null, low: 100 / 6, high: 70, reason: "denominator-missing" },
    });
  });

  it("mixes no estimate of a survey with counts of people in silence", () => {
    const reports = [
      project("11111", { code: "1.1", text: SAFE, measurement: "percentage", actual: share(10, 20) }),
      project("22222", {
        ...{ code: "1.1", text: SAFE, unit: "%", actual: 62 },
        measurement: {
          ...{ measure: "survey-share", accumulation: "latest" },
          combination: { sources: "none", places: "none" },
        },
      }),
    ];
    const mappings = ["11111", "22222"].map((key) => to(key, "1.1", "16.1.4"));
    expect(commonRollUp(reports, { mappings }).rows[0]?.actual).toMatchObject({
      ...{ value: null, low: 50, high: 62, reason: "survey-estimates" },
    });
  });

  it("leaves a count out of a share, and says so", () => {
    const reports = [project("11111", { code: "1.1", text: "Number of people who feel safe", actual: 300 })];
    const [row] = commonRollUp(reports, { mappings: [to("11111", "1.1", "16.1.4")] }).rows;
    expect(row).toMatchObject({ projectCount: 0, actual: { value: null, reason: "no-actual" } });
    expect(row?.parts).toMatchObject([{ actual: 300, leftOut: "measures-differ" }]);
  });

  it("takes the last report of a project, an indicator once, and common indicators of the portfolio’s own", () => {
    const report = (year: number, actual: number) => {
      const { document } = project("11111", { code: "1.1", text: "Mediators trained", actual });
      return { name: `${year}.txt`, document: { ...document, report: null } };
    };
    const other = project("22222", { code: "1.1", text: "Mediators", actual: 5 });
    const own = {
      code: "P1",
      name: "Mediators",
      unit: "people",
      measure: "count",
      direction: "increase",
    } as const;
    const mappings = [to("11111", "1.1", "P1"), to("2021.txt", "1.1", "P1"), to("22222", "1.1", "P1")];
    const { rows } = commonRollUp([report(2020, 10), report(2021, 30), other], {
      indicators: [own],
      mappings,
    });
    expect(rows).toMatchObject([{ code: "P1", projectCount: 2, actual: { value: 35 } }]);
  });

  it("names mappings that match nothing", () => {
    const reports = [project("11111", { code: "1.1", text: SAFE })];
    const mappings = [to("9", "1.1", "16.1.4"), to("11111", "9", "16.1.4"), to("11111", "1.1", "16.9")];
    expect(commonRollUp(reports, { mappings }).unmatched.map(({ what }) => what)).toEqual([
      ...["project", "indicator", "common"],
    ]);
  });
});
