import { describe, expect, it } from "vitest";
import { soundDocument } from "../../../test/sound-document.ts";
import type { BudgetLine, FrameworkDocument } from "../../document/index.ts";
import { money } from "../../values/money.ts";
import { checkAnnex } from "./check-annex.ts";

const usd = (major: number) => money(major, "USD");
const line = (id: string, agency: string, amount: number, change: Partial<BudgetLine> = {}): BudgetLine => ({
  id,
  activity: "1.1.1",
  output: "1.1",
  agency,
  category: "staff",
  amount: usd(amount),
  gewe: 0.4,
  spent: { minor: Math.round(amount * 45), currency: "USD" },
  ...change,
});

/** An annex that agrees with the sound document in everything. */
function soundAnnex(): FrameworkDocument & { budget: { lines: BudgetLine[] } } {
  const report = soundDocument();
  return {
    ...report,
    report: null,
    budget: {
      ...report.budget,
      lines: [line("1", "PAM", 600_000), line("2", "FAO", 400_000)],
      tranches: [
        { number: 1, agency: "PAM", amount: usd(400_000), share: null, received: "2020-01-01" },
        { number: 2, agency: "PAM", amount: usd(200_000), share: null, received: null },
        { number: 1, agency: "FAO", amount: usd(400_000), share: null, received: "2020-02-01" },
      ],
    },
    locations: {
      "budget/total": "Project!B9",
      "budget/lines/0/amount": "Budget!G2",
      "budget/lines/0/agency": "Budget!E2",
      "budget/lines/1/agency": "Budget!E3",
      "budget/lines/0/output": "Budget!B2",
      "budget/lines/0/gewe": "Budget!I2",
      "budget/lines/0/spent": "Budget!L2",
      "budget/tranches/0/received": "Tranches!F2",
      "budget/tranches/0/amount": "Tranches!C2",
    },
  };
}
type Annex = ReturnType<typeof soundAnnex>;

const found = (spoil: (annex: Annex) => void, report = soundDocument()) => {
  const annex = soundAnnex();
  spoil(annex);
  return checkAnnex(report, annex);
};

/** Changes a line of the annex. */
const set =
  (change: Partial<BudgetLine>, index = 0) =>
  (annex: Annex): void => {
    Object.assign(annex.budget.lines[index] ?? {}, change);
  };

describe("a report and its budget annex", () => {
  it("that agree yield nothing", () => {
    expect(found(() => {})).toEqual([]);
  });

  it("agree where the annex shows indirect costs below its lines", () => {
    const spoil = (annex: Annex) => {
      annex.budget.lines = [
        line("1", "PAM", 560_747.66, { gewe: null, spent: undefined }),
        line("2", "FAO", 373_831.78, { gewe: null, spent: undefined }),
      ];
    };
    expect(found(spoil)).toEqual([]);
  });

  it("where one says nothing yield nothing", () => {
    const silent = soundDocument();
    silent.project.agencies = [];
    silent.budget = {
      total: null,
      deliveryRate: null,
      gewe: { allocated: null, spent: null },
      covidAdjustment: null,
      evaluation: null,
    };
    silent.outcomes = [];
    silent.activities = [];
    expect(found(() => {}, silent)).toEqual([]);
    expect(checkAnnex(soundDocument(), silent).map(({ code }) => code)).toEqual(["annex-without-lines"]);
  });

  it("agree in the gender budget where indirect costs are put on", () => {
    const gewe = 0.4;
    const spoil = (annex: Annex) => {
      annex.budget.lines = [
        line("1", "PAM", 560_747.66, { gewe, spent: undefined }),
        line("2", "FAO", 373_831.78, { gewe, spent: undefined }),
      ];
    };
    expect(found(spoil)).toEqual([]);
  });

  it.each<[string, string, string, (annex: Annex) => void, string[]]>([
    [
      "annex-fact-differs",
      "error",
      "budget/total",
      (annex) => {
        annex.budget.total = usd(999_999);
      },
      ["line 12", "Project!B9", "999,999", "1,000,000", "Total budget"],
    ],
    [
      "annex-fact-differs",
      "error",
      "project/genderMarker",
      (annex) => {
        annex.project.genderMarker = "GM3";
      },
      ["Gender marker", "GM2", "GM3"],
    ],
    [
      "annex-without-lines",
      "warning",
      "budget/lines",
      (annex) => void annex.budget.lines.splice(0),
      ["No budget line"],
    ],
    [
      "annex-budget-differs",
      "error",
      "budget/total",
      set({ amount: usd(600_001) }),
      ["line 12", "Budget!G2"],
    ],
    [
      "annex-agency-budget-differs",
      "error",
      "project/agencies/PAM/budget",
      set({ amount: usd(600_001) }),
      ["Budget!G2", "600,001"],
    ],
    [
      "annex-currency-differs",
      "error",
      "budget/total",
      (annex) =>
        annex.budget.lines.forEach((each) => {
          each.amount = money(each.amount.minor / 100, "EUR");
          each.spent = undefined;
        }),
      ["Budget!G2"],
    ],
    [
      "annex-agency-unknown",
      "error",
      "budget/lines/1/agency",
      set({ agency: "UNICEF" }, 1),
      ["Budget!E3", "PAM, FAO"],
    ],
    [
      "annex-agency-without-lines",
      "warning",
      "project/agencies/FAO",
      (annex) => void annex.budget.lines.pop(),
      ["project/agencies/FAO", "Budget!E2"],
    ],
    ["annex-output-unknown", "error", "budget/lines/0/output", set({ output: "1.9" }), ["Budget!B2", "1.9"]],
    [
      "annex-output-without-lines",
      "warning",
      "outputs/1.1",
      (annex) =>
        annex.budget.lines.forEach((each) => {
          each.output = "1.9";
        }),
      ["Budget!B2"],
    ],
    ["annex-activity-unreported", "info", "budget/lines/0/activity", set({ activity: "1.1.9" }), ["1.1.9"]],
    ["annex-gewe-differs", "error", "budget/gewe/allocated", set({ gewe: 0.1 }), ["Budget!I2", "400,000"]],
    [
      "annex-delivery-differs",
      "warning",
      "budget/deliveryRate",
      set({ spent: usd(600_000) }),
      ["Budget!L2", "45", "78"],
    ],
    [
      "annex-spent-below-gewe",
      "error",
      "budget/gewe/spent",
      (annex) =>
        annex.budget.lines.forEach((each) => {
          each.spent = usd(1);
        }),
      ["Budget!L2", "100,000"],
    ],
    [
      "annex-tranches-differ",
      "error",
      "project/agencies/PAM/budget",
      (annex) => void (annex.budget.tranches ?? []).splice(1, 1),
      ["Tranches!C2", "400,000"],
    ],
    [
      "annex-transfer-differs",
      "warning",
      "project/startDate",
      (annex) => {
        for (const tranche of annex.budget.tranches ?? []) tranche.received = "2020-03-01";
      },
      ["Tranches!F2", "2020-03-01"],
    ],
  ])("%s is reported (%s), both locations quoted", (rule, severity, path, spoil, quoted) => {
    const finding = found(spoil).find((each) => each.code === rule);
    expect(finding).toMatchObject({ severity, where: { path } });
    for (const quote of quoted) expect(finding?.message.en).toContain(quote);
    expect(finding?.message.fr).not.toBe("");
  });

  it("knows an agency by its name however it is written", () => {
    expect(found(set({ agency: " pam " }))).toEqual([]);
  });
});
