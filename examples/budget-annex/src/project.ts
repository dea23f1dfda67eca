import {
  type BudgetLine,
  type FrameworkDocument,
  type Indicator,
  money,
  type ReportedValue,
} from "@cadre/core";

const usd = (amount: number) => money(amount, "USD");
const count = (value: number): ReportedValue => ({ value: { kind: "number", value } });

const indicator = (code: string, text: string, target: number, actual: number): Indicator => ({
  code,
  text,
  baseline: count(0),
  target: count(target),
  milestone: count(Math.round(target / 2)),
  actual: count(actual),
});

const line = (
  id: string,
  [output, activity, agency]: readonly [string | null, string | null, string],
  category: BudgetLine["category"],
  [amount, gewe, spent]: readonly [number, number, number],
): BudgetLine => ({ id, output, activity, agency, category, amount: usd(amount), gewe, spent: usd(spent) });

/** A made-up project as it is: what both of its documents should say. */
export const PROJECT: FrameworkDocument = {
  format: "cadre/framework",
  version: 1,
  project: {
    title: "Grazing routes agreed between herders and farmers",
    country: "Exampleland",
    number: "00100000",
    startDate: "2024-02-01",
    endDate: "2026-01-31",
    agencies: [
      { name: "WFP", convening: true, budget: usd(300_000) },
      { name: "FAO", convening: false, budget: usd(200_000) },
    ],
    genderMarker: "GM2",
    riskMarker: "medium",
    focusArea: "2.3",
  },
  budget: {
    total: usd(500_000),
    deliveryRate: 0.24,
    gewe: { allocated: usd(173_149.53), spent: usd(38_000) },
    covidAdjustment: null,
    evaluation: usd(25_000),
    lines: [
      line("1", ["1.1", "1.1.1", "WFP"], "staff", [100_000, 0.4, 40_000]),
      line("2", ["1.1", "1.1.2", "WFP"], "transfers-and-grants", [120_000, 0.5, 30_000]),
      line("3", ["1.2", "1.2.1", "WFP"], "travel", [60_373.83, 0.2, 10_000]),
      line("4", [null, null, "WFP"], "indirect-support", [19_626.17, 0, 5_600]),
      line("5", ["1.1", "1.1.1", "FAO"], "contractual-services", [86_915.89, 0.3, 20_000]),
      line("6", ["1.2", "1.2.1", "FAO"], "transfers-and-grants", [100_000, 0.35, 12_000]),
      line("7", [null, null, "FAO"], "indirect-support", [13_084.11, 0, 2_240]),
    ],
    tranches: [
      { number: 1, agency: "WFP", amount: usd(210_000), share: 0.7, received: "2024-02-01" },
      { number: 2, agency: "WFP", amount: usd(90_000), share: 0.3, received: null },
      { number: 1, agency: "FAO", amount: usd(140_000), share: 0.7, received: "2024-02-01" },
      { number: 2, agency: "FAO", amount: usd(60_000), share: 0.3, received: null },
    ],
  },
  outcomes: [
    {
      code: "1",
      title: "Herders and farmers settle disputes over grazing routes without violence",
      rating: "on-track",
      indicators: [indicator("1.1", "Number of disputes settled by the committees", 60, 21)],
      outputs: [
        {
          code: "1.1",
          title: "Committees of herders and farmers mediate",
          indicators: [indicator("1.1.1", "Number of committees that meet each month", 24, 11)],
        },
        {
          code: "1.2",
          title: "Routes are marked and known",
          indicators: [indicator("1.2.1", "Kilometres of marked routes", 180, 40)],
        },
      ],
    },
  ],
  activities: [],
  report: {
    type: "annual",
    year: 2024,
    language: "en",
    asOf: "2024-11-15",
    narratives: [{ topic: "overall-status", text: "Eleven of the committees meet each month.", limit: 1500 }],
    covidCategories: {},
    answers: {},
    claims: [],
    lines: {},
  },
};
