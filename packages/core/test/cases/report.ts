import { money } from "../../src/values/money.ts";
import { claim, parts, type RuleCase, reportOf, set } from "../rule-case.ts";
import { number } from "../sound-document.ts";

/** For tests: the cover page, the limits, what the report contradicts itself in. */
export const REPORT_CASES: RuleCase[] = [
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
    rule: "value-contradicted",
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
    found: 1_000_002,
    expected: 1_000_000,
    spoil: (document) => Object.assign(document.project.agencies[0] ?? {}, { budget: money(600_002, "USD") }),
    // What is not known cannot be missing from a sum.
    near: (document) => {
      for (const agency of document.project.agencies) agency.budget = null;
    },
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
    expected: "at least 0.3370",
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
    rule: "answer-missing",
    at: "answers/evaluation-done",
    severity: "info",
    found: null,
    expected: "Oui | Non",
    spoil: (document) => Object.assign(reportOf(document).answers, { "evaluation-done": "" }),
    // A question that the document does not have is not unanswered.
    near: (document) => Reflect.deleteProperty(reportOf(document).answers, "evaluation-done"),
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
