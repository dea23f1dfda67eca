import { bilingual, type Finding } from "@cadre/core";
import { excerpt, findingOf } from "../input/problem.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { type FieldKey, PLAIN_ANSWERS, type Template } from "../template/grammar.ts";
import type { Segment } from "./segments.ts";
import { PER_OUTCOME } from "./unrecognised.ts";

/** What the document calls the answers of fields that it takes apart. */
const PATHS: Partial<Record<FieldKey, string>> = {
  country: "project/country",
  "report-type": "report/type",
  year: "report/year",
  title: "project/title",
  number: "project/number",
  agencies: "project/agencies",
  "start-date": "project/startDate",
  "end-date": "project/endDate",
  "total-budget": "budget/total",
  "delivery-rate": "budget/deliveryRate",
  "gewe-allocated": "budget/gewe/allocated",
  "gewe-spent": "budget/gewe/spent",
  "gender-marker": "project/genderMarker",
  "risk-marker": "project/riskMarker",
  "focus-area": "project/focusArea",
  "evaluation-budget": "budget/evaluation",
  "covid-adjustment": "budget/covidAdjustment",
  "covid-categories": "covid/categories",
};

function pathOf(key: FieldKey, outcome: string | null): string {
  if (key === "rating") return `outcomes/${outcome}/rating`;
  if (PLAIN_ANSWERS.includes(key)) return `answers/${key}`;
  return PATHS[key] ?? (outcome === null ? `narrative/${key}` : `narrative/${key}/${outcome}`);
}

/** Fields that only head others. */
const HEADS: ReadonlySet<FieldKey> = new Set([
  "heading",
  "report-title",
  "outcome",
  "indicator-table",
  "unknown",
]);

/**
 * The template's questions that a document lacks: left out, or no longer to be recognised. Each is located where its answer should be: behind the
 * last field before it that the document has. The questions of a version that the document is not of are not missed, nor any of an excerpt.
 */
export function missingLabels(
  segments: readonly Segment[],
  { fields }: Template,
): { findings: Finding[]; lines: Record<string, number> } {
  const [findings, lines]: [Finding[], Record<string, number>] = [[], {}];
  const optional = new Set(fields.filter((field) => field.optional).map(({ key }) => key));
  const covid = segments.some(({ key }) => key.startsWith("covid-"));
  const keys = [...new Set(fields.map(({ key }) => key))].filter(
    (key) => !HEADS.has(key) && (covid || !key.startsWith("covid-")) && !optional.has(key),
  );
  // A document with less than half of the questions is an excerpt, of which the others are not expected.
  if (keys.filter((key) => segments.some((segment) => segment.key === key)).length * 2 < keys.length)
    return { findings, lines };
  const look = (key: FieldKey, outcome: string | null, from: number) => {
    const found = segments.find(
      (segment) => segment.key === key && (outcome === null || segment.outcome === outcome),
    );
    if (found !== undefined) return found.line;
    const path = pathOf(key, outcome);
    const prompt = fields.find((field) => field.key === key)?.prompt ?? key;
    const message = bilingual(en.labelMissing, fr.labelMissing, excerpt(prompt));
    findings.push(findingOf("label-missing", "info", { path, line: from }, message, null, excerpt(prompt)));
    lines[path] = from;
    return from;
  };
  let before = segments[0]?.line ?? 1;
  for (const key of keys.filter((each) => !PER_OUTCOME.has(each))) before = look(key, null, before);
  for (const { outcome, line } of segments.filter(({ key }) => key === "outcome")) {
    before = line;
    for (const key of keys.filter((each) => PER_OUTCOME.has(each))) before = look(key, outcome, before);
  }
  return { findings, lines };
}
