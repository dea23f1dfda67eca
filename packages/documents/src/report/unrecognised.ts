import { bilingual, type Finding, type Outcome } from "@cadre/core";
import { excerpt, findingOf } from "../input/problem.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import type { FieldKey, Template } from "../template/grammar.ts";
import { bare } from "../template/normalise.ts";
import type { Line, Segment } from "./segments.ts";
import { leftOver } from "./table/left-over.ts";

/** Fields with one answer on one line: what follows it belongs to nothing. */
const SINGLE: ReadonlySet<FieldKey> = new Set([
  "country",
  "report-type",
  "year",
  "title",
  "number",
  "start-date",
  "end-date",
  "delivery-rate",
  "gewe-allocated",
  "gewe-spent",
  "gender-marker",
  "risk-marker",
  "focus-area",
  "outcome",
  "rating",
  "evaluation-budget",
  "covid-adjustment",
]);

/** The lines behind a label that are no answer to it. */
function leftOf(key: FieldKey, lines: readonly Line[], { covidCategories }: Template): readonly Line[] {
  if (key === "heading" || key === "report-title") return lines;
  if (key === "indicator-table") return lines;
  if (key === "rating")
    return lines.slice(Math.max(1, lines.filter(({ text }) => /^[☐□☑☒]/.test(text)).length));
  if (SINGLE.has(key)) return lines.slice(1);
  if (key !== "covid-categories") return [];
  return lines.filter(({ text }) => {
    const words = bare(text);
    const box = covidCategories.find(({ label }) => words.startsWith(label));
    if (box === undefined) return true;
    const [name = ""] = [bare(box.name), box.label].filter((start) => words.startsWith(start));
    // Behind "other" its author says which; no field of the document keeps that.
    return box.category === "other" && /[\p{L}\p{N}]/u.test(words.slice(name.length));
  });
}

/** Every line that neither is an answer nor the template's own words: nothing is dropped in silence. */
export function unrecognised(segments: readonly Segment[], template: Template): Finding[] {
  return segments.flatMap(({ key, lines }) => leftOver(leftOf(key, lines, template), template, "file"));
}

/** Fields that occur once for each outcome. */
export const PER_OUTCOME: ReadonlySet<FieldKey> = new Set([
  "heading",
  "outcome",
  "rating",
  "outcome-progress",
  "gender-and-youth",
]);

/** Every field that occurs more than once: only one answer is taken, so the others are reported. */
export function repeated(segments: readonly Segment[]): Finding[] {
  const seen = new Map<string, number>();
  return segments.flatMap(({ key, outcome, line, label }) => {
    const name = key === "heading" ? "" : PER_OUTCOME.has(key) ? `${key} ${outcome}` : key;
    const first = seen.get(name);
    if (name === "" || key === "unknown" || key === "indicator-table") return [];
    if (first === undefined) {
      seen.set(name, line);
      return [];
    }
    const message = bilingual(en.fieldRepeated, fr.fieldRepeated, excerpt(label), String(first));
    return [findingOf("field-repeated", "warning", { path: "file", line }, message, excerpt(label), "once")];
  });
}

/** Answers that are given for each outcome and are under the heading of none: outside of part II, or behind a heading that is missing. */
export function unheaded(segments: readonly Segment[], outcomes: readonly Outcome[]): Finding[] {
  const headed = new Set(segments.flatMap(({ key, outcome }) => (key === "outcome" ? [outcome] : [])));
  const answered = new Set<string>();
  return segments.flatMap(({ key, outcome, line, label, lines }, index) => {
    if (key !== "rating" && key !== "outcome-progress" && key !== "gender-and-youth") return [];
    const where = { path: "outcomes", line };
    if (outcome === null) {
      // Prose is kept without its outcome.
      if (key !== "rating") return [];
      const text = lines.map((each) => each.text).join(" ");
      const message = bilingual(en.ratingUnheaded, fr.ratingUnheaded, excerpt(text === "" ? label : text));
      return [
        findingOf(
          "heading-missing",
          "warning",
          where,
          message,
          excerpt(`${label} ${text}`, 400),
          "Outcome n",
        ),
      ];
    }
    const again = answered.has(`${key} ${outcome}`);
    answered.add(`${key} ${outcome}`);
    const next = outcomes.find(({ code }) => !headed.has(code) && Number(code) > Number(outcome));
    if (!again || next === undefined) return [];
    headed.add(next.code);
    const before = segments[index - 1];
    const last = before?.lines.at(-1)?.line ?? before?.line ?? line;
    const message = bilingual(en.headingMissing, fr.headingMissing, next.code, outcome);
    return [
      findingOf(
        "heading-missing",
        "warning",
        { path: `outcomes/${next.code}`, line: last },
        message,
        null,
        `Outcome ${next.code}`,
      ),
    ];
  });
}

/** Every question that the template does not know: its answer is kept under its label. */
export function unknownLabels(segments: readonly Segment[]): Finding[] {
  return segments.flatMap(({ key, line, label }) => {
    if (key !== "unknown") return [];
    const where = { path: `answers/${excerpt(label)}`, line };
    return [
      findingOf(
        "label-unknown",
        "info",
        where,
        bilingual(en.labelUnknown, fr.labelUnknown, excerpt(label)),
        excerpt(label),
        null,
      ),
    ];
  });
}

/** Every label that is not as the template prints it, but for one slip of the pen. */
export function misspelt(segments: readonly Segment[]): Finding[] {
  return segments.flatMap(({ line, label, slipped }) => {
    if (slipped === undefined) return [];
    const message = bilingual(en.labelMisspelt, fr.labelMisspelt, excerpt(label), slipped);
    return [findingOf("label-misspelt", "warning", { path: "file", line }, message, excerpt(label), slipped)];
  });
}
