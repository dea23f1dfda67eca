import type { CovidCategory, Language, NarrativeTopic, Rating, ReportType, RiskMarker } from "@cadre/core";

/** What a field of the template asks for. `heading`: nothing; what follows it are the template's own words. */
export type FieldKey =
  | "heading"
  | "report-title"
  | "outcome"
  | "indicator-table"
  | "country"
  | "report-type"
  | "year"
  | "title"
  | "number"
  | "trust-fund"
  | "agencies"
  | "start-date"
  | "end-date"
  | "last-six-months"
  | "windows"
  | "total-budget"
  | "delivery-rate"
  | "gewe-allocated"
  | "gewe-spent"
  | "gender-marker"
  | "risk-marker"
  | "focus-area"
  | "prepared-by"
  | "approved-by"
  | "secretariat-review"
  | "rating"
  | "outcome-baselines"
  | "surveys"
  | "evaluation-done"
  | "evaluation-budget"
  | "catalytic-effects"
  | "covid-adjustment"
  | "covid-categories"
  | "unknown"
  | "modality"
  | "partners"
  | "duration"
  | "tranches"
  | "secretariat-comments"
  | "extension-received"
  | "extension-requested"
  | "gewe-share"
  | "steering-committee"
  | "steering-meetings"
  | "government-engagement"
  | NarrativeTopic;

/** Fields whose answers are kept as written and not taken apart. */
export const PLAIN_ANSWERS: readonly FieldKey[] = [
  "trust-fund",
  "last-six-months",
  "windows",
  "prepared-by",
  "approved-by",
  "secretariat-review",
  "outcome-baselines",
  "surveys",
  "evaluation-done",
  "catalytic-effects",
  "modality",
  "partners",
  "duration",
  "tranches",
  "secretariat-comments",
  "extension-received",
  "extension-requested",
  "gewe-share",
  "steering-committee",
  "steering-meetings",
  "government-engagement",
];

/** A field of the template: what it prints, how it is recognised, and where its answer is. */
export interface Field {
  key: FieldKey;
  /** The label or question as the template prints it, for writers. */
  prompt: string;
  /** What its paragraph begins with, normalised; the first is the template's own, the others are seen variants. */
  labels: string[];
  /**
   * `colon`, `question`: behind the next such sign on the same line, or else below. `limit`: behind the bracket that names the limit of
   * characters. `below`: on the lines below.
   */
  answer: "colon" | "question" | "limit" | "below";
  /** Boxes to tick, as printed; what else the answer says is below them. */
  options?: readonly string[];
  /** Characters that the template allows, where the document itself does not print the number. */
  limit?: number;
  /** A question of only some of the template's versions: nobody misses it, and it is written only with an answer. */
  optional?: true;
}

/** The columns of the indicator table, in their order. */
export type TableColumn = "indicator" | "baseline" | "target" | "milestone" | "actual" | "remark";

/** One language's template of the progress report: data, so that a version or a language is another value and not other code. */
export interface Template {
  id: string;
  language: Language;
  fields: Field[];
  /** Versions, newest first; a report is of the first whose fields it has all. */
  versions: { version: string; fields: FieldKey[] }[];
  /** Beginnings of paragraphs that are the template's own words and no answer, normalised, without bullet or box. */
  guidance: string[];
  /** What is in a control before anything was chosen or typed, normalised. */
  placeholders: string[];
  columns: { column: TableColumn; name: string; labels: string[] }[];
  /** The words before the code at the head of a row, as printed. */
  rowLabels: { outcome: string; output: string; indicator: string };
  /** Marks the convening agency, as printed. */
  convening: string;
  /** Heads the sum of the agencies' budgets, as printed. */
  total: string;
  /** The words of choices, as printed; they are compared normalised. */
  reportTypes: Record<string, ReportType>;
  riskMarkers: Record<string, RiskMarker>;
  ratings: Record<string, Rating>;
  /** The tick boxes of the COVID-19 part: what is behind each, and what that begins with, normalised. */
  covidCategories: { category: CovidCategory; name: string; label: string }[];
  /** The bracket that names a limit of characters; its first group is the number. */
  limit: RegExp;
}
