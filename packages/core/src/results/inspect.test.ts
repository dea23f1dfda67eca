import { describe, expect, it } from "vitest";
import { outputIndicator, soundDocument } from "../../test/sound-document.ts";
import { money } from "../values/money.ts";
import { inspect } from "./inspect.ts";

describe("an inspection", () => {
  it("holds all that the document says, money in major units, shares as fractions", () => {
    const { project, budget, indicators, activities, findings } = inspect(soundDocument());
    expect(project.agencies).toEqual([
      { name: "PAM", convening: true, budget: 600_000 },
      { name: "FAO", convening: false, budget: 400_000 },
    ]);
    expect(budget).toMatchObject({
      total: 1_000_000,
      currency: "USD",
      deliveryRate: 0.45,
      elapsedShare: 319 / 730,
      covidAdjustment: 5_000,
      evaluation: 60_000,
      gewe: {
        allocated: 400_000,
        share: 0.4,
        spent: 100_000,
        burn: 0.25,
        spentShare: 100 / 450,
        from: "cover",
        bounds: null,
      },
      marker: { declared: "GM2", computed: "GM2", agrees: true, byLines: { share: null, agrees: null } },
    });
    expect(indicators.map(({ code, level, percentOfTarget }) => [code, level, percentOfTarget])).toEqual([
      ["1.1", "outcome", 0.5],
      ["1.1.1", "output", 0.5],
    ]);
    expect(activities).toEqual([
      {
        code: "1.1.1",
        title: null,
        state: "delayed",
        causes: ["covid-19"],
        events: [
          { type: "started", date: "2020-02" },
          { type: "delayed", date: "2020-03" },
        ],
      },
    ]);
    expect(findings).toEqual([]);
  });

  it("of a framework without report measures time on the day that it is asked for", () => {
    const document = { ...soundDocument(), report: null };
    expect(inspect(document).budget.elapsedShare).toBeNull();
    expect(inspect(document, { asOf: "2020-12-31" }).budget.elapsedShare).toBe(0.5);
    expect(inspect(document).project).toMatchObject({ reportType: null, year: null });
  });

  it("distinguishes unknown, missing, to be determined and zero", () => {
    const document = soundDocument();
    document.budget.total = null;
    document.budget.covidAdjustment = money(0, "USD");
    document.budget.evaluation = null;
    Object.assign(outputIndicator(document), {
      target: { value: { kind: "tbd", note: "DTM" } },
      baseline: { value: { kind: "none" } },
      actual: { value: { kind: "number", value: 0 } },
    });
    const { budget, indicators } = inspect(document);
    expect(budget).toMatchObject({ total: null, currency: null, covidAdjustment: 0, evaluation: null });
    expect(indicators[1]).toMatchObject({
      baseline: { kind: "none" },
      target: { kind: "tbd", note: "DTM" },
      actual: { kind: "number", value: 0 },
      percentOfTarget: null,
      progress: null,
      undefinedBecause: "target-tbd",
    });
  });

  it("sets the reader's findings among the rules' own, the gravest first", () => {
    const document = soundDocument();
    document.project.number = null;
    const finding = (severity: "error" | "info") => ({
      code: "cell-unreadable",
      severity,
      where: { path: "x" },
      message: { en: "", fr: "" },
      found: null,
      expected: null,
    });
    const { findings } = inspect(document, { readerFindings: [finding("info"), finding("error")] });
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "error cell-unreadable",
      "warning project-field-missing",
      "info cell-unreadable",
    ]);
  });

  it("is plain data that crosses JSON unchanged, whatever the currencies", () => {
    const document = soundDocument();
    document.budget.gewe.spent = money(1, "EUR");
    const inspection = inspect(document);
    expect(JSON.parse(JSON.stringify(inspection))).toEqual(inspection);
    expect(inspection.budget.gewe.burn).toBeNull();
  });
});
