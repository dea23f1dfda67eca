import type { FrameworkDocument, Indicator, ReportedValue, Value } from "@cadre/core";

/** Text that breaks careless writers: markup, formulas of spreadsheets, quotes, line breaks, other scripts, keys of objects. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<script>alert("x")</script> & <!-- ]]> &#0; &amp;',
  '=HYPERLINK("http://127.0.0.1/","x")',
  "+1+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(1)",
  'quote " comma , semicolon ; tab\tend',
  "line one\nline two",
  "é à œ « guillemets » — ’",
  "سلام 和平 🕊️ e\u0301",
  "__proto__",
  "'; DROP TABLE events; --",
  "%s %d {{x}}",
];

const reported = (value: Value, more: Partial<ReportedValue> = {}): ReportedValue => ({ value, ...more });
const number = (value: number, unit?: string): Value =>
  unit === undefined ? { kind: "number", value } : { kind: "number", value, unit };
const indicator = (code: string, change: Partial<Indicator>): Indicator => ({
  code,
  text: `Indicator ${code}`,
  baseline: reported(number(0)),
  target: reported(number(40)),
  milestone: reported({ kind: "none" }),
  actual: reported(number(10)),
  ...change,
});
const usd = (major: number) => ({ minor: Math.round(major * 100), currency: "USD" });

/** A made-up project of two outcomes: each kind of value, both kinds of breakdown, money to the cent. */
export const sampleDocument = (): FrameworkDocument => ({
  format: "cadre/framework",
  version: 1,
  project: {
    title: "Dialogue along the river",
    country: "MALI",
    number: "PBF/IRF-000",
    startDate: "2020-01-15",
    endDate: "2022-07-15",
    agencies: [
      { name: "Agency A", convening: true, budget: usd(600_000.1) },
      { name: "Agency B", convening: false, budget: usd(400_000.02) },
    ],
    genderMarker: "GM2",
    riskMarker: "medium",
    focusArea: "2.3",
  },
  budget: {
    total: usd(1_000_000.12),
    deliveryRate: 0.2,
    gewe: { allocated: usd(357_600.07), spent: usd(89_954.81) },
    covidAdjustment: usd(55_000),
    evaluation: usd(35_000),
  },
  outcomes: [
    {
      code: "1",
      title: "People of both banks settle disputes by dialogue",
      rating: "on-track",
      indicators: [
        indicator("1.1", {
          text: "Share of disputes settled",
          baseline: reported({ kind: "tbd", note: "survey" }),
          target: reported(number(25, "%")),
          actual: reported({ kind: "none" }),
        }),
      ],
      outputs: [
        {
          code: "1.1",
          title: "Mediators are trained",
          indicators: [
            indicator("1.1.1", {
              text: "Mediators trained, by sex",
              disaggregation: ["sex"],
              actual: reported(number(30), {
                breakdown: {
                  partition: true,
                  parts: [
                    { label: "women", value: 18 },
                    { label: "men", value: 12 },
                  ],
                },
              }),
              remark: "Sessions were put off by two months.",
            }),
            indicator("1.1.2", { target: reported({ kind: "tbd" }), actual: reported(number(0)) }),
          ],
        },
      ],
    },
    {
      code: "2",
      title: "Young people earn a living",
      rating: null,
      indicators: [],
      outputs: [
        {
          code: "2.1",
          title: "Small enterprises are supported",
          indicators: [
            indicator("2.1.1", {
              target: reported(number(600), {
                breakdown: {
                  partition: false,
                  parts: [
                    { label: "youth", value: 400 },
                    { label: "women", value: 350 },
                  ],
                },
              }),
              actual: reported({ kind: "text", text: "600 people; 15 agents" }),
            }),
          ],
        },
      ],
    },
  ],
  activities: [
    {
      code: "1.1.1",
      title: "Train mediators",
      events: [
        {
          type: "delayed",
          date: "2020-03",
          causes: ["covid-19"],
          basis: "reported",
        },
      ],
    },
  ],
  report: null,
});

/** A project of which nothing is known yet: every field that may be empty is. */
export const emptyDocument = (): FrameworkDocument => ({
  format: "cadre/framework",
  version: 1,
  project: {
    title: null,
    country: null,
    number: null,
    startDate: null,
    endDate: null,
    agencies: [],
    genderMarker: null,
    riskMarker: null,
    focusArea: null,
  },
  budget: {
    total: null,
    deliveryRate: null,
    gewe: { allocated: null, spent: null },
    covidAdjustment: null,
    evaluation: null,
  },
  outcomes: [],
  activities: [],
  report: null,
});

/** The sample with a hostile text in every title, indicator and remark. */
export function hostileDocument(): FrameworkDocument {
  const document = sampleDocument();
  let next = 0;
  const text = (): string => HOSTILE_TEXTS[next++ % HOSTILE_TEXTS.length] ?? "";
  document.project.title = text();
  for (const agency of document.project.agencies) agency.name = `${agency.name} ${text()}`;
  for (const outcome of document.outcomes) {
    outcome.title = text();
    const all = [...outcome.indicators, ...outcome.outputs.flatMap(({ indicators }) => indicators)];
    for (const output of outcome.outputs) output.title = text();
    for (const each of all) {
      each.text = text();
      each.remark = text();
    }
  }
  return document;
}

/** The documents that a writer is tried on. */
export const sampleDocuments = (): Record<string, FrameworkDocument> => ({
  sample: sampleDocument(),
  empty: emptyDocument(),
  hostile: hostileDocument(),
});
