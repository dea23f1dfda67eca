import { describe, expect, it } from "vitest";
import type { FrameworkDocument, Indicator } from "../framework/index.ts";
import { money } from "../money.ts";
import { indicator, number, outputIndicator, soundDocument } from "../testing/sound-document.ts";
import { bySeverity, check } from "./check.ts";
import type { Rule } from "./rule.ts";
import { RULES } from "./rules/index.ts";

type Change = (document: FrameworkDocument) => unknown;
const reportOf = (document: FrameworkDocument) => {
  if (document.report === null) throw new Error("the sound document has a report");
  return document.report;
};
const set = (change: Partial<Indicator>) => (document: FrameworkDocument) =>
  Object.assign(outputIndicator(document), change);
const parts = (partition: boolean, ...values: number[]) => ({
  partition,
  parts: values.map((value, at) => ({ label: `part ${at}`, value })),
});
const claim = (value: number, breakdown?: ReturnType<typeof parts>) => ({
  indicator: "1.1.1",
  value,
  ...(breakdown && { breakdown }),
  evidence: { where: { path: "narrative/overall-status", line: 7 }, quote: `${value} médiateurs` },
});

interface Case {
  rule: string;
  at: string;
  severity: string;
  found: unknown;
  expected: unknown;
  /** Spoils the sound document in this rule's sense alone. */
  spoil: Change;
  /** As near to it as can be, and still sound. */
  near: Change;
}

const CASES: Case[] = [
  {
    rule: "breakdown-sum",
    at: "indicators/1.1.1/target",
    severity: "error",
    found: 50,
    expected: 40,
    spoil: set({ target: { ...number(40), breakdown: parts(true, 30, 20) } }),
    near: set({ target: { ...number(40), breakdown: parts(true, 30, 10) } }),
  },
  {
    rule: "breakdown-sum",
    at: "indicators/1.1.1/target",
    severity: "error",
    found: 41,
    expected: "at most 40",
    spoil: set({ target: { ...number(40), breakdown: parts(false, 41, 20) } }),
    near: set({ target: { ...number(40), breakdown: parts(false, 40, 20) } }),
  },
  {
    rule: "figure-contradicted",
    at: "indicators/1.1.1/actual",
    severity: "error",
    found: 20,
    expected: 30,
    spoil: (document) => reportOf(document).claims.push(claim(30), claim(30)),
    near: (document) => reportOf(document).claims.push(claim(20)),
  },
  {
    rule: "marker-contradicts-share",
    at: "project/genderMarker",
    severity: "error",
    found: "GM2",
    expected: "GM3",
    spoil: (document) => Object.assign(document.budget.gewe, { allocated: money(800_000, "USD") }),
    near: (document) => Object.assign(document.budget.gewe, { allocated: money(799_999.99, "USD") }),
  },
  {
    rule: "agency-budgets-sum",
    at: "budget/total",
    severity: "error",
    found: 1_000_000.01,
    expected: 1_000_000,
    spoil: (document) =>
      Object.assign(document.project.agencies[0] ?? {}, { budget: money(600_000.01, "USD") }),
    // What is not known cannot be missing from a sum.
    near: (document) => Object.assign(document.project.agencies[0] ?? {}, { budget: null }),
  },
  {
    rule: "gewe-within-budget",
    at: "budget/gewe/spent",
    severity: "error",
    found: 400_000.01,
    expected: "at most 400000",
    spoil: (document) => Object.assign(document.budget.gewe, { spent: money(400_000.01, "USD") }),
    near: (document) => Object.assign(document.budget.gewe, { spent: money(400_000, "USD") }),
  },
  {
    rule: "dates-out-of-order",
    at: "project/endDate",
    severity: "error",
    found: "2020-01-01",
    expected: "after 2020-01-01",
    spoil: (document) => Object.assign(document.project, { endDate: "2020-01-01" }),
    near: (document) => {
      Object.assign(document.project, { endDate: "2020-01-02" });
      document.budget.deliveryRate = 1;
    },
  },
  {
    rule: "duplicate-code",
    at: "indicators/1.1.1",
    severity: "error",
    found: 2,
    expected: 1,
    spoil: (document) => document.outcomes[0]?.outputs[0]?.indicators.push(indicator("1.1.1")),
    near: (document) => document.outcomes[0]?.outputs[0]?.indicators.push(indicator("1.1.2")),
  },
  {
    rule: "disaggregation-missing",
    at: "indicators/1.1.1/actual",
    severity: "warning",
    found: "number",
    expected: "sex, age",
    spoil: set({ disaggregation: ["sex", "age"] }),
    near: set({ disaggregation: ["sex", "age"], actual: { ...number(20), breakdown: parts(true, 12, 8) } }),
  },
  {
    rule: "disaggregation-missing",
    at: "indicators/1.1.1/actual",
    severity: "info",
    found: "number",
    expected: "sex",
    spoil: set({ disaggregation: ["sex"], target: { ...number(40), breakdown: parts(true, 20, 20) } }),
    near: set({ disaggregation: [], target: { ...number(40), breakdown: parts(true, 20, 20) } }),
  },
  {
    rule: "text-over-limit",
    at: "narrative/overall-status",
    severity: "warning",
    found: 1501,
    expected: 1500,
    spoil: (document) => Object.assign(reportOf(document).narratives[0] ?? {}, { text: "é".repeat(1501) }),
    near: (document) =>
      Object.assign(reportOf(document).narratives[0] ?? {}, {
        text: ` ${"é".repeat(700)}  \n ${"é".repeat(799)}\n`,
      }),
  },
  {
    rule: "cell-over-limit",
    at: "indicators/1.1.1/remark",
    severity: "warning",
    found: 301,
    expected: 300,
    spoil: set({ remark: "x".repeat(301) }),
    near: set({ remark: "x".repeat(300) }),
  },
  {
    rule: "cell-over-limit",
    at: "outputs/1.1",
    severity: "warning",
    found: 301,
    expected: 300,
    spoil: (document) =>
      Object.assign(document.outcomes[0]?.outputs[0] ?? {}, { title: `${"x".repeat(299)} y` }),
    near: (document) => Object.assign(document.outcomes[0]?.outputs[0] ?? {}, { title: "x".repeat(300) }),
  },
  {
    rule: "rating-missing",
    at: "outcomes/1/rating",
    severity: "warning",
    found: null,
    expected: "off-track | on-track | on-track-with-peacebuilding-results",
    spoil: (document) => Object.assign(document.outcomes[0] ?? {}, { rating: null }),
    near: (document) => Object.assign(document.outcomes[0] ?? {}, { rating: "off-track" }),
  },
  {
    rule: "covid-category-unticked",
    at: "covid/categories",
    severity: "warning",
    found: 0,
    expected: "at least 1",
    spoil: (document) =>
      Object.assign(reportOf(document), { covidCategories: { "crisis-management": false, other: false } }),
    // Nothing was moved: no box needs a tick. Unknown is not nothing either.
    near: (document) => {
      Object.assign(reportOf(document), { covidCategories: { "crisis-management": false } });
      document.budget.covidAdjustment = money(0, "USD");
    },
  },
  {
    rule: "delivery-behind-time",
    at: "budget/deliveryRate",
    severity: "warning",
    found: 0.3,
    expected: expect.stringMatching(/^at least 0\.33/),
    spoil: (document) => Object.assign(document.budget, { deliveryRate: 0.3 }),
    near: (document) => Object.assign(document.budget, { deliveryRate: 0.4 }),
  },
  {
    rule: "project-field-missing",
    at: "project/number",
    severity: "warning",
    found: null,
    expected: "project/number",
    spoil: (document) => Object.assign(document.project, { number: null }),
    near: (document) => Object.assign(document.project, { number: "" }),
  },
  {
    rule: "event-refused",
    at: "activities/1.1.1",
    severity: "warning",
    found: "completed",
    expected: expect.stringContaining("resumed"),
    spoil: (document) =>
      document.activities[0]?.events.push({ type: "completed", date: "2020-04", basis: "reported" }),
    near: (document) =>
      document.activities[0]?.events.push(
        { type: "resumed", date: "2020-04", basis: "reported" },
        { type: "completed", date: "2020-05", basis: "reported" },
      ),
  },
  {
    rule: "answer-missing",
    at: "answers/evaluation-done",
    severity: "info",
    found: null,
    expected: "Oui | Non",
    spoil: (document) => Object.assign(reportOf(document).answers, { "evaluation-done": "" }),
    // A question that the paper does not have is not unanswered.
    near: (document) => Reflect.deleteProperty(reportOf(document).answers, "evaluation-done"),
  },
  {
    rule: "to-be-determined",
    at: "indicators/1.1.1/baseline",
    severity: "info",
    found: "baseline, target",
    expected: null,
    spoil: set({ baseline: { value: { kind: "tbd" } }, target: { value: { kind: "tbd", note: "DTM" } } }),
    near: set({ baseline: { value: { kind: "none" } }, target: number(0) }),
  },
  {
    rule: "to-be-determined",
    at: "indicators/1.1.1/text",
    severity: "warning",
    found: "text",
    expected: null,
    spoil: set({ text: "Tbd" }),
    near: set({ text: "Tbdx : nombre de puits" }),
  },
  {
    rule: "breakdown-in-narrative",
    at: "indicators/1.1.1/actual",
    severity: "info",
    found: 20,
    expected: "12 part 0, 8 part 1",
    spoil: (document) => reportOf(document).claims.push(claim(20, parts(true, 12, 8))),
    near: (document) => reportOf(document).claims.push(claim(20)),
  },
];

describe("the rules", () => {
  it("find nothing in a sound report", () => {
    expect(check(soundDocument())).toEqual([]);
  });

  it.each(CASES)(
    "$rule ($at, $severity) is found where it is broken, alone and in both languages",
    (each) => {
      const document = soundDocument();
      each.spoil(document);
      const before = structuredClone(document);
      const findings = check(document);
      expect(findings.map(({ rule }) => rule)).toEqual([each.rule]);
      const { severity, found, expected } = each;
      expect(findings[0]).toMatchObject({ severity, found, expected, where: { path: each.at } });
      const { en, fr } = findings[0]?.message ?? { en: "", fr: "" };
      expect(en).not.toBe("");
      expect(fr).not.toBe("");
      expect(fr).not.toBe(en);
      expect(document).toEqual(before);
    },
  );

  it.each(CASES)("$rule ($at, $severity) lets pass what is near it", ({ near }) => {
    const document = soundDocument();
    near(document);
    expect(check(document)).toEqual([]);
  });

  it("are each tried above, have one id each and say in both languages what they are about", () => {
    expect(new Set(CASES.map(({ rule }) => rule))).toEqual(new Set(RULES.map(({ id }) => id)));
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    for (const { about, source } of RULES) {
      expect(about.en).not.toBe(about.fr);
      expect(source).not.toBe("");
    }
  });

  it("tell the line where the document came from a paper", () => {
    const document = soundDocument();
    outputIndicator(document).disaggregation = ["sex"];
    expect(check(document)[0]?.where).toEqual({ path: "indicators/1.1.1/actual", line: 40 });
  });
});

describe("a caller", () => {
  const spoilt = () => {
    const document = soundDocument();
    document.project.number = null;
    document.budget.deliveryRate = 0.3;
    return document;
  };

  it("switches rules off", () => {
    const rules = RULES.filter(({ id }) => id !== "delivery-behind-time");
    expect(check(spoilt(), { rules }).map(({ rule }) => rule)).toEqual(["project-field-missing"]);
  });

  it("adds a rule, whose findings stand among the others by severity", () => {
    const ours: Rule = {
      id: "title-shouts",
      severity: "error",
      about: { en: "The title does not shout", fr: "L’intitulé ne crie pas" },
      source: "Ours",
      check: ({ project }) => [
        {
          where: { path: "project/title" },
          message: { en: "Too loud", fr: "Trop fort" },
          found: project.title,
          expected: null,
        },
      ],
    };
    expect(check(spoilt(), { rules: [...RULES, ours] }).map(({ rule }) => rule)).toEqual([
      "title-shouts",
      "delivery-behind-time",
      "project-field-missing",
    ]);
  });

  it("brings another policy", () => {
    expect(check(spoilt(), { policy: { deliveryLag: 0.2 } }).map(({ rule }) => rule)).toEqual([
      "project-field-missing",
    ]);
    const strict = check(soundDocument(), { policy: { cellLimit: 10 } });
    expect(new Set(strict.map(({ rule }) => rule))).toEqual(new Set(["cell-over-limit"]));
  });
});

describe("findings", () => {
  it("come errors first and keep their order within a severity", () => {
    const named = (rule: string, severity: "error" | "warning" | "info") => ({
      rule,
      severity,
      where: { path: "" },
      message: { en: "", fr: "" },
      found: null,
      expected: null,
    });
    const sorted = bySeverity([
      named("a", "info"),
      named("b", "error"),
      named("c", "info"),
      named("d", "error"),
    ]);
    expect(sorted.map(({ rule }) => rule)).toEqual(["b", "d", "a", "c"]);
  });
});
