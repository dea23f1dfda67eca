import type { FrameworkDocument } from "@cadre/core";
import { forecastTo } from "@cadre/core/indicators";
import { activityLifecycleTable, projectLifecycleTable, reportLifecycleTable } from "@cadre/core/lifecycle";
import type { DisplayLanguage } from "@cadre/core/locale";
import { projectDelays } from "@cadre/core/results";
import { likert, publishedEstimate, sampleDesign } from "@cadre/core/survey";
import {
  activityGantt,
  boundsChart,
  breakdownChart,
  budgetChart,
  delayCausesChart,
  estimatesChart,
  likertChart,
  machineDiagram,
  progressChart,
  pyramidChart,
  type View,
} from "../src/index.ts";
import { mali } from "./documents.ts";

const number = (value: number) => ({ kind: "number", value }) as const;
const cell = (age: string, sex: string, value: number | null) => ({
  at: { age, sex },
  value,
  reason: value === null ? ("no-actual" as const) : null,
  bounds: null,
});

/** Quarters of a made-up project, and how many mediators it had trained by then. */
const POINTS = [
  { date: "2020-03-31", value: 40 },
  { date: "2020-06-30", value: 55 },
  { date: "2020-09-30", value: 110 },
  { date: "2020-12-31", value: 126 },
  { date: "2021-03-31", value: 171 },
  { date: "2021-06-30", value: 183 },
  { date: "2021-09-30", value: 228 },
] as const;

/** A made-up budget: its third line has no share, which is not a share of zero. */
const lines = (document: FrameworkDocument): FrameworkDocument => ({
  ...document,
  budget: {
    ...document.budget,
    lines: [
      { output: "1.1", agency: "FAO", amount: 420_000, gewe: 0.35 },
      { output: "1.2", agency: "PAM", amount: 310_000, gewe: 0.2 },
      { output: "2.1", agency: "FAO", amount: 180_000, gewe: null },
      { output: "2.2", agency: "PAM", amount: 90_000, gewe: 0 },
    ].map(({ amount, ...line }, index) => ({
      id: `line ${index + 1}`,
      activity: null,
      category: null,
      ...line,
      amount: { minor: amount * 100, currency: "USD" },
    })),
  },
});

/** A work plan for the example's first activities, one after the other: made up, since the report gives no days. */
const planned = (document: FrameworkDocument): FrameworkDocument => {
  const activities = document.activities.slice(0, 8);
  const plans = activities.map(({ code }, index) => ({
    code,
    start: `2020-${String(2 + index).padStart(2, "0")}-01`,
    end: `2020-${String(4 + index).padStart(2, "0")}-28`,
  }));
  return {
    ...document,
    activities,
    schedule: {
      activities: plans,
      dependencies: plans.slice(3).flatMap(({ code }, index) => ({
        from: plans[index]?.code ?? code,
        to: code,
        kind: "finish-to-start" as const,
        lag: 0,
      })),
    },
  };
};

const surveyed = (estimate: number, n: number) =>
  publishedEstimate({ kind: "share", estimate, n, designEffect: 1.4 });

const LEVELS = ["strongly disagree", "disagree", "neither", "agree", "strongly agree"];
const ITEMS: [label: string, counts: number[]][] = [
  ["The police protect us", [60, 82, 55, 140, 63]],
  ["I feel safe at the market", [21, 44, 38, 190, 107]],
  ["Our disputes are settled fairly", [96, 120, 74, 80, 30]],
];
/** Answers of a simple random sample, so many of each level. */
function likertRow([label, counts]: (typeof ITEMS)[number]) {
  const answers = counts.flatMap((count, index) => Array<string>(count).fill(LEVELS[index] ?? ""));
  return { label, ...likert(sampleDesign(answers.length), answers, { levels: LEVELS }) };
}

/** Pictures of made-up values, which say so. */
const MADE_UP = new Set(["progress", "breakdown", "pyramid", "bounds", "estimates", "likert"]);

/** A picture of the gallery as a file. */
export const asFile = (name: string, view: View): string =>
  view.file(MADE_UP.has(name) ? { source: "made-up values" } : {});

/** Every chart that there is, by the name of its file: of the example or of made-up values, always the same. */
export function gallery(language: DisplayLanguage = "en"): Map<string, View> {
  const document = mali();
  const late = document.activities.find(({ events }) => events.some(({ type }) => type === "delayed"));
  return new Map<string, View>([
    [
      "progress",
      progressChart(
        {
          name: "1.1.1 Mediators trained",
          unit: "people",
          start: "2020-01-01",
          end: "2021-12-31",
          baseline: number(0),
          target: number(300),
          milestones: [{ date: "2020-12-31", value: number(150) }],
          points: POINTS,
          forecast: forecastTo(POINTS, "2021-12-31", { runningTotal: true, minimum: 0, whole: true }),
        },
        { language },
      ),
    ],
    [
      "breakdown",
      breakdownChart(
        [
          {
            label: "People trained",
            total: 150,
            partition: true,
            parts: [
              { label: "female", value: 80 },
              { label: "male", value: 50 },
              { label: "unknown", value: 20 },
            ],
          },
          {
            label: "People reached by radio",
            total: 120,
            partition: true,
            parts: [
              { label: "female", value: 60 },
              { label: "male", value: null },
            ],
          },
        ],
        { language, name: "Mediation", axis: "sex", unit: "people" },
      ),
    ],
    [
      "pyramid",
      pyramidChart(
        [
          cell("0-17", "female", 12),
          cell("0-17", "male", 18),
          cell("18-35", "female", 46),
          cell("18-35", "male", 38),
          cell("18-35", "unknown", 9),
          cell("36-59", "female", 20),
          cell("36-59", "male", null),
          cell("unknown", "female", 4),
          cell("unknown", "male", 7),
        ],
        { language, name: "People trained", unit: "people" },
      ),
    ],
    [
      "bounds",
      boundsChart(
        [
          { label: "Women trained", value: 80, bounds: null },
          { label: "Women under 35 trained", value: null, bounds: { low: 46, high: 80, sharp: true } },
          { label: "People reached twice", value: null, bounds: { low: 12, high: null } },
          { label: "People displaced", value: null, bounds: null },
        ],
        { language, name: "What is known of each value", unit: "people" },
      ),
    ],
    [
      "estimates",
      estimatesChart(
        [
          { label: "Women", round: "2020", estimate: surveyed(0.41, 210) },
          { label: "Women", round: "2022", estimate: surveyed(0.55, 230) },
          { label: "Men", round: "2020", estimate: surveyed(0.47, 190) },
          { label: "Men", round: "2022", estimate: surveyed(0.52, 180) },
          {
            label: "Displaced people",
            round: "2020",
            estimate: {
              ...surveyed(0.5, 1),
              estimate: null,
              low: null,
              high: null,
              n: 0,
              reason: "no-responses",
            },
          },
          { label: "Displaced people", round: "2022", estimate: surveyed(0.38, 24) },
        ],
        { language, name: "People who trust the police", target: 0.5 },
      ),
    ],
    ["likert", likertChart(ITEMS.map(likertRow), { language, name: "What people say of their security" })],
    ["budget", budgetChart(lines(document), "output", { language })],
    ["gantt", activityGantt(planned(document), { language })],
    ["causes", delayCausesChart(projectDelays(document).lost, { language, name: "PBF/MLI/A-1" })],
    ["machine", machineDiagram(late?.events ?? [], { language, name: late?.code ?? "" })],
    ...[activityLifecycleTable, projectLifecycleTable, reportLifecycleTable].map(
      (machine) => [`machine-${machine.lifecycle.id}`, machineDiagram([], { language, machine })] as const,
    ),
  ]);
}
