import { ENGLISH_FIELDS } from "./english-fields.ts";
import type { Template } from "./grammar.ts";
import { PROMPTS } from "./prompts.ts";

/** The English progress report, template of 2018 and later, with the COVID-19 part of 2020. */
export const ENGLISH_REPORT: Template = {
  id: "pbf-progress-report-en",
  language: "en",
  fields: ENGLISH_FIELDS,
  versions: [
    { version: "2021", fields: ["extension-received", "indicator-table"] },
    { version: "2020", fields: ["covid-adjustment", "indicator-table"] },
    { version: "2018", fields: ["tranches", "indicator-table"] },
    { version: "2019", fields: ["gender-marker", "indicator-table"] },
  ],
  guidance: [
    "country trust fund",
    "national trust fund",
    "regional trust fund",
    "name of recipient fund",
    "attach project excel budget",
    "the overall approved budget and the release",
    "note: actual commencement date",
    "maximum project duration",
    "avoid acronyms",
    "report on what has been achieved",
    "be as concrete as possible",
    "ensure the analysis and project progress assessment",
    "in the results table",
    "describe overall progress under each outcome",
    '"on track',
    '"off track',
    "on track refers to",
    "on track with peacebuilding results refers to",
    "if your project has more than four outcomes",
    "please respond to these questions if the project underwent",
    "name of funder",
    "using the project results framework",
  ],
  placeholders: PROMPTS,
  columns: [
    { column: "indicator", name: "Performance Indicators", labels: ["performance indicator", "indicators"] },
    { column: "baseline", name: "Indicator Baseline", labels: ["indicator baseline", "baseline"] },
    {
      column: "target",
      name: "End of project Indicator Target",
      labels: ["end of project indicator target", "end of project target", "target"],
    },
    {
      column: "milestone",
      name: "Indicator Milestone",
      labels: ["indicator milestone", "milestone"],
    },
    {
      column: "actual",
      name: "Current indicator progress",
      labels: ["current indicator progress", "current progress"],
    },
    {
      column: "remark",
      name: "Reasons for Variance/ Delay (if any)",
      labels: ["reasons for variance", "reasons for delay", "reasons"],
    },
  ],
  rowLabels: { outcome: "Outcome", output: "Output", indicator: "Indicator" },
  convening: "Convening Agency",
  total: "Total",
  reportTypes: { "SEMI-ANNUAL": "semi-annual", ANNUAL: "annual", FINAL: "final" },
  riskMarkers: { Low: "low", Medium: "medium", High: "high" },
  ratings: {
    "Off track": "off-track",
    "On track": "on-track",
    "On track with peacebuilding results": "on-track-with-peacebuilding-results",
  },
  covidCategories: [
    {
      category: "crisis-management",
      name: "Reinforce crisis management capacities and communications",
      label: "reinforce crisis management",
    },
    {
      category: "inclusive-response",
      name: "Ensure inclusive and equitable response and recovery",
      label: "ensure inclusive and equitable",
    },
    {
      category: "cohesion-and-borders",
      name: "Strengthen inter-community social cohesion and border management",
      label: "strengthen inter-community",
    },
    {
      category: "hate-speech-and-trauma",
      name: "Counter hate speech and stigmatization and address trauma",
      label: "counter hate speech",
    },
    {
      category: "ceasefire",
      name: "Support the SG’s call for a “global ceasefire”",
      label: "support the sg's call",
    },
    { category: "other", name: "Other (please specify):", label: "other (please" },
  ],
  limit: /\( ?([\d ,]+)[ -]characters? limit ?\) ?:?/i,
};
