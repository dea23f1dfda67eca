import type { Tranche } from "../../src/document/index.ts";
import { money } from "../../src/values/money.ts";
import { all, budget, line, lines, project, type RuleCase, reportOf, usd } from "../rule-case.ts";

const agency = (index: number, name: string, amount = index === 0 ? 600_000 : 400_000) => ({
  name,
  convening: index === 0,
  budget: usd(amount),
});

const tranches =
  (...changes: Partial<Tranche>[]): RuleCase["spoil"] =>
  (document) => {
    document.budget.tranches = changes.map((tranche, index) => ({
      number: index + 1,
      agency: "PAM",
      amount: null,
      share: null,
      received: null,
      ...tranche,
    }));
  };

/** For tests: money. */
export const MONEY_CASES: RuleCase[] = [
  {
    rule: "gewe-below-minimum",
    at: "budget/lines",
    severity: "warning",
    found: 0.14,
    expected: "at least 0.15",
    spoil: all(lines({ gewe: 0.1 }), (document) => {
      document.budget.lines = document.budget.lines?.map((each) => ({ ...each, gewe: 0.14 }));
      document.budget.gewe.allocated = usd(140_000);
      document.project.genderMarker = "GM1";
    }),
    near: (document) => {
      lines()(document);
      document.budget.lines = document.budget.lines?.map((each) => ({ ...each, gewe: 0.15 }));
      document.budget.gewe.allocated = usd(150_000);
      document.project.genderMarker = "GM1";
    },
  },
  {
    rule: "monitoring-below-minimum",
    at: "budget/lines",
    severity: "warning",
    found: 0.04,
    expected: "at least 0.05",
    spoil: lines({ amount: usd(560_000) }, line("c", "PAM", 40_000, { purpose: "monitoring" })),
    near: lines({ amount: usd(550_000) }, line("c", "PAM", 50_000, { purpose: "evaluation" })),
  },
  {
    rule: "budget-lines-sum",
    at: "budget/lines",
    severity: "error",
    found: 1_000_001,
    expected: 1_000_000,
    spoil: (document) => {
      document.project.agencies.push({ name: "OIM", convening: false, budget: null });
      document.budget.total = usd(1_000_000);
      lines({}, line("c", "OIM", 1))(document);
    },
    also: ["agency-budget-missing"],
    // Indirect costs may be stated below the lines, which then add up to the total with 7 % added.
    near: (document) => {
      project({ agencies: [agency(0, "PAM", 600_000), agency(1, "FAO", 400_000)] })(document);
      document.budget.lines = [line("a", "PAM", 560_747.66), line("b", "FAO", 373_831.78)];
    },
  },
  {
    rule: "agency-lines-sum",
    at: "project/agencies/PAM/budget",
    severity: "error",
    found: 500_000,
    expected: 600_000,
    spoil: all(lines({ amount: usd(500_000) }), (document) => {
      document.project.agencies.splice(1, 1, agency(1, "FAO"), {
        name: "OIM",
        convening: false,
        budget: null,
      });
      document.budget.lines?.push(line("c", "OIM", 100_000));
    }),
    also: ["agency-budget-missing"],
    near: lines(),
  },
  {
    rule: "gewe-lines-sum",
    at: "budget/gewe/allocated",
    severity: "warning",
    found: 300_000,
    expected: 400_000,
    spoil: all(lines({ gewe: 0.5 }), (document) => {
      Object.assign(document.budget.lines?.[1] ?? {}, { gewe: 0 });
    }),
    // 66 % of 600,000 is 396,000: shares are given in whole percents.
    near: all(lines({ gewe: 0.66 }), (document) => {
      Object.assign(document.budget.lines?.[1] ?? {}, { gewe: 0 });
    }),
  },
  {
    rule: "line-overcommitted",
    at: "budget/lines/a",
    severity: "error",
    found: 600_000.01,
    expected: "at most 600000",
    spoil: lines({ committed: usd(600_000.01) }),
    near: lines({ committed: usd(600_000) }),
  },
  {
    rule: "indirect-support-rate",
    at: "budget/lines",
    severity: "warning",
    found: 50_000,
    expected: 38_500,
    spoil: lines({ amount: usd(550_000) }, line("c", "PAM", 50_000, { category: "indirect-support" })),
    near: lines({ amount: usd(560_747.66) }, line("c", "PAM", 39_252.34, { category: "indirect-support" })),
  },
  {
    rule: "line-overcommitted",
    at: "budget/lines/a",
    severity: "error",
    found: 700_000,
    expected: "at most 600000",
    spoil: lines({ spent: usd(700_000) }),
    near: lines({ spent: usd(600_000) }),
  },
  {
    rule: "delivery-contradicted",
    at: "budget/deliveryRate",
    severity: "warning",
    found: 0.45,
    expected: 0.51,
    spoil: all(lines({ spent: usd(510_000) }), (document) =>
      Object.assign(document.budget.lines?.[1] ?? {}, { spent: usd(0) }),
    ),
    // Unknown is not zero: without the other line's expenditure, nothing can be said.
    near: lines({ spent: usd(510_000) }),
  },
  {
    rule: "tranches-sum",
    at: "budget/tranches/PAM",
    severity: "error",
    found: 590_000,
    expected: 600_000,
    spoil: tranches({ amount: usd(420_000), share: 0.7 }, { amount: usd(170_000), share: 0.3 }),
    near: tranches({ amount: usd(420_000), share: 0.7 }, { amount: usd(180_000), share: 0.3 }),
  },
  {
    rule: "tranches-sum",
    at: "budget/tranches/PAM",
    severity: "error",
    found: 0.95,
    expected: 1,
    spoil: tranches({ share: 0.7 }, { share: 0.25 }),
    near: tranches({ share: 0.7 }, {}),
  },
  {
    rule: "tranches-out-of-order",
    at: "budget/tranches/PAM/2",
    severity: "warning",
    found: "2020-05-01",
    expected: "2020-06-01",
    spoil: tranches({ received: "2020-06-01" }, { received: "2020-05-01" }),
    near: tranches({ received: "2020-06-01" }, { received: "2020-06-01" }),
  },
  {
    rule: "tranches-out-of-order",
    at: "budget/tranches/PAM/1",
    severity: "warning",
    found: "2019-12-31",
    expected: "2020-01-01",
    spoil: tranches({ received: "2019-12-31" }, {}),
    near: tranches({ received: "2020-01-01" }, {}),
  },
  {
    rule: "amount-within-budget",
    at: "budget/evaluation",
    severity: "error",
    found: 1_000_001,
    expected: "at most 1000000",
    spoil: budget({ evaluation: usd(1_000_001) }),
    near: budget({ evaluation: usd(1_000_000) }),
  },
  {
    rule: "amount-within-budget",
    at: "budget/covidAdjustment",
    severity: "error",
    found: 1_000_000.01,
    expected: "at most 1000000",
    spoil: budget({ covidAdjustment: usd(1_000_000.01) }),
    near: budget({ covidAdjustment: usd(1_000_000) }),
  },
  {
    rule: "evaluation-budget",
    at: "budget/evaluation",
    severity: "warning",
    found: null,
    expected: "an amount",
    spoil: budget({ evaluation: null }),
    near: (document) => {
      // Before its first report, a project need not say.
      document.budget.evaluation = null;
      document.report = null;
    },
  },
  {
    rule: "evaluation-budget",
    at: "budget/evaluation",
    severity: "info",
    found: 29_999.99,
    expected: "at least 30000",
    spoil: budget({ evaluation: usd(29_999.99) }),
    near: budget({ evaluation: usd(30_000) }),
  },
  {
    rule: "delivery-out-of-range",
    at: "budget/deliveryRate",
    severity: "error",
    found: 1.2,
    expected: "0 to 1",
    spoil: budget({ deliveryRate: 1.2 }),
    near: budget({ deliveryRate: 1 }),
  },
  {
    rule: "gewe-beyond-expenditure",
    at: "budget/gewe/spent",
    severity: "warning",
    found: 399_000,
    expected: "at most the expenditure",
    spoil: budget({ deliveryRate: 0.35, gewe: { allocated: usd(400_000), spent: usd(399_000) } }),
    // The rate is approximate.
    near: budget({ deliveryRate: 0.38, gewe: { allocated: usd(400_000), spent: usd(399_000) } }),
  },
  {
    rule: "currency-mixed",
    at: "budget/covidAdjustment",
    severity: "warning",
    found: "XOF",
    expected: "USD",
    spoil: budget({ covidAdjustment: money(5_000, "XOF") }),
    near: all(
      budget({
        total: money(1_000_000, "XOF"),
        gewe: { allocated: money(400_000, "XOF"), spent: money(100_000, "XOF") },
        covidAdjustment: money(5_000, "XOF"),
        evaluation: money(60_000, "XOF"),
      }),
      (document) => {
        for (const each of document.project.agencies)
          each.budget = each.budget && money(each.budget.minor / 100, "XOF");
      },
    ),
  },
  {
    rule: "convening-agency",
    at: "project/agencies",
    severity: "warning",
    found: 2,
    expected: 1,
    spoil: (document) => {
      for (const each of document.project.agencies) each.convening = true;
    },
    near: project({ agencies: [{ name: "PAM", convening: false, budget: usd(1_000_000) }] }),
  },
  {
    rule: "agency-repeated",
    at: "project/agencies/P.A.M.",
    severity: "error",
    found: "P.A.M.",
    expected: "once",
    spoil: project({ agencies: [agency(0, "PAM"), agency(1, "P.A.M.")] }),
    near: project({ agencies: [agency(0, "PAM"), agency(1, "PAN")] }),
  },
  {
    rule: "line-unknown-agency",
    at: "budget/lines/c/agency",
    severity: "warning",
    found: "fao ",
    expected: "FAO",
    spoil: (document) => {
      lines({}, line("c", "fao ", 100_000))(document);
      document.budget.lines?.splice(1, 1, line("b", "FAO", 300_000));
      for (const agency of document.project.agencies) agency.budget = null;
    },
    near: lines(),
  },
  {
    rule: "line-unknown-agency",
    at: "budget/lines/b/agency",
    severity: "warning",
    found: "UNICFE",
    expected: "UNICEF",
    spoil: all(project({ agencies: [agency(0, "PAM"), agency(1, "UNICEF")] }), (document) => {
      document.budget.lines = [line("a", "PAM", 600_000), line("b", "UNICFE", 400_000)];
    }),
    near: all(project({ agencies: [agency(0, "PAM"), agency(1, "UNICEF")] }), (document) => {
      document.budget.lines = [line("a", "PAM", 600_000), line("b", "UNICEF", 400_000)];
    }),
  },
  {
    rule: "unknown-code",
    at: "budget/lines/a/activity",
    severity: "warning",
    found: "1.1.9",
    expected: "a code of the framework",
    spoil: lines({ activity: "1.1.9" }),
    near: lines({ activity: null, output: null }),
  },
  {
    rule: "unknown-code",
    at: "schedule/dependencies/1.1.2",
    severity: "warning",
    found: "1.1.2",
    expected: "a code of the framework",
    spoil: (document) => {
      document.schedule = {
        activities: [],
        dependencies: [{ from: "1.1.1", to: "1.1.2", kind: "finish-to-start", lag: 0 }],
      };
    },
    near: (document) => {
      document.activities = [];
      document.schedule = { activities: [{ code: "1.1.2", start: null, end: null }], dependencies: [] };
      reportOf(document).claims = [];
    },
  },
  {
    rule: "agency-budget-missing",
    at: "project/agencies/FAO",
    severity: "warning",
    found: null,
    expected: "an amount",
    spoil: (document) => Object.assign(document.project.agencies[1] ?? {}, { budget: null }),
    // Some documents give the total alone.
    near: (document) => {
      for (const agency of document.project.agencies) agency.budget = null;
    },
  },
  {
    rule: "amount-unanswered",
    at: "budget/covidAdjustment",
    severity: "warning",
    found: null,
    expected: "an amount",
    spoil: budget({ covidAdjustment: null }),
    // Nothing was adjusted.
    near: all(budget({ covidAdjustment: null }), (document) =>
      Object.assign(reportOf(document), { covidCategories: { "crisis-management": false } }),
    ),
  },
  {
    rule: "amount-unanswered",
    at: "budget/covidAdjustment",
    severity: "warning",
    found: null,
    expected: "an amount",
    spoil: all(budget({ covidAdjustment: null }), (document) =>
      Object.assign(reportOf(document), {
        covidCategories: {},
        narratives: [{ topic: "covid-adjustments", text: "Des formations ont été ajoutées." }],
      }),
    ),
    near: all(budget({ covidAdjustment: null }), (document) =>
      Object.assign(reportOf(document), {
        covidCategories: {},
        narratives: [{ topic: "covid-adjustments", text: "N/A" }],
      }),
    ),
  },
];
