import type { FrameworkDocument, Indicator, ReportedValue } from "../src/document/index.ts";
import { money } from "../src/values/money.ts";
import { NONE, numberValue } from "../src/values/value-number.ts";

/** For tests: a plain number. */
export const number = (value: number, unit?: string): ReportedValue => ({
  value: numberValue(value, { unit }),
});

/** For tests: an indicator that is complete and half way. */
export const indicator = (code: string, change: Partial<Indicator> = {}): Indicator => ({
  code,
  text: "Nombre de médiateurs formés",
  baseline: number(0),
  target: number(40),
  milestone: number(20),
  actual: number(20),
  ...change,
});

/** For tests: a project and its report in which no rule finds anything. Each test spoils it in one place. */
export const soundDocument = (): FrameworkDocument => ({
  format: "cadre/framework",
  version: 1,
  project: {
    title: "Dialogue au bord du fleuve",
    country: "MALI",
    number: "PBF/IRF-000",
    startDate: "2020-01-01",
    endDate: "2021-12-31",
    agencies: [
      { name: "PAM", convening: true, budget: money(600_000, "USD") },
      { name: "FAO", convening: false, budget: money(400_000, "USD") },
    ],
    genderMarker: "GM2",
    riskMarker: "low",
    focusArea: "2.3",
  },
  budget: {
    total: money(1_000_000, "USD"),
    deliveryRate: 0.45,
    gewe: { allocated: money(400_000, "USD"), spent: money(100_000, "USD") },
    covidAdjustment: money(5_000, "USD"),
    evaluation: money(60_000, "USD"),
  },
  outcomes: [
    {
      code: "1",
      title: "Les communautés se parlent",
      rating: "on-track",
      indicators: [indicator("1.1")],
      outputs: [{ code: "1.1", title: "Médiateurs formés", indicators: [indicator("1.1.1")] }],
    },
  ],
  activities: [
    {
      code: "1.1.1",
      events: [
        { type: "started", date: "2020-02", basis: "reported" },
        { type: "delayed", date: "2020-03", basis: "reported", causes: ["covid-19"] },
      ],
    },
  ],
  report: {
    type: "annual",
    year: 2020,
    language: "fr",
    asOf: "2020-11-15",
    narratives: [{ topic: "overall-status", text: "Le projet avance.", limit: 1500 }],
    covidCategories: { "crisis-management": true, other: false },
    answers: {
      "last-six-months": "Non",
      "secretariat-review": "Oui",
      "outcome-baselines": "Oui",
      "evaluation-done": "Non",
    },
    claims: [],
    lines: { "budget/total": 12, "indicators/1.1.1/actual": 40 },
  },
});

/** For tests: the document's only output indicator. */
export function outputIndicator(document: FrameworkDocument): Indicator {
  const found = document.outcomes[0]?.outputs[0]?.indicators[0];
  if (found === undefined) throw new Error("the sound document has an output indicator");
  return found;
}

export { NONE };
