import { bilingual, type Language, type Problem, type Result, refuse } from "@cadre/core";
import type { Block } from "../blocks/index.ts";
import { dayOrderOf, ENGLISH_HABIT, habitOf, NO_HABIT, type ReadValueOptions } from "../cells/index.ts";
import { excerpt, problem } from "../input/problem.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import type { FieldKey, Template } from "../template/grammar.ts";
import { REPORT_TEMPLATES } from "../template/index.ts";
import { languageOf } from "../template/language.ts";
import { bare, normalise } from "../template/normalise.ts";
import { OTHER_DOCUMENTS } from "../template/older.ts";
import { isPrompt, Labels, type Segment, segment } from "./segments.ts";
import { type FoundTable, findTables } from "./table/find.ts";

/** The fields without which a document is not taken for a progress report, unless it has an indicator table. */
const IDENTIFYING: readonly FieldKey[] = ["report-title", "title", "number", "country"];

/** A report whose template is known, cut along its labels. */
export interface Recognised {
  template: Template;
  /** Version of the template, by the fields that the report has; `null` where it has not those of any. */
  version: string | null;
  segments: Segment[];
  table: FoundTable;
  /** The language that the report is written in, which need not be the form's. */
  language: Language;
  /** How the document writes numbers and dates. */
  habits: ReadValueOptions;
}

/** The other document of the fund that most labels belong to, with those labels; `null` below two. */
function otherDocument(blocks: readonly Block[]): { name: string; labels: string[] } | null {
  const starts = blocks.slice(0, 2000).map(({ text }) => bare(text));
  const [best] = OTHER_DOCUMENTS.map(({ name, labels }) => ({
    name,
    labels: labels.filter((label) => starts.some((text) => text.startsWith(label))),
  })).sort((a, b) => b.labels.length - a.labels.length);
  return best !== undefined && best.labels.length >= 2 ? best : null;
}

function unrecognised(blocks: readonly Block[], keys: ReadonlySet<FieldKey>): Problem {
  const other = otherDocument(blocks);
  const first = blocks.find(({ text }) => text !== "");
  const where = { path: "file", line: first?.line ?? 1 };
  const expected = REPORT_TEMPLATES.map(({ fields }) => fields[0]?.prompt ?? "").join(" | ");
  const [found, message] =
    other === null
      ? [
          excerpt(first?.text ?? ""),
          keys.size === 0
            ? bilingual(en.reportUnlabelled, fr.reportUnlabelled)
            : bilingual(en.reportUnrecognised, fr.reportUnrecognised, [...keys].join(", ")),
        ]
      : [other.name, bilingual(en.otherDocument, fr.otherDocument, other.name, other.labels.join(", "))];
  return problem("report-unrecognised", where, message, found, expected);
}

/** The labels of a document that belong to a template. */
function labelsOf(blocks: readonly Block[], normalised: readonly string[], template: Template) {
  const labels = new Labels(template);
  const found = blocks.map(({ text }, index) => (text === "" ? null : labels.at(normalised[index] ?? "")));
  const keys = new Set<FieldKey>(found.flatMap((each) => (each === null ? [] : [each.field.key])));
  keys.delete("heading");
  return { template, found, keys };
}

/** Recognises the form's language and version by its labels and finds the indicator table, or says what else the document is. */
export function recognise(blocks: readonly Block[]): Result<Recognised> {
  const normalised = blocks.map(({ text }) => normalise(text));
  const [best] = REPORT_TEMPLATES.map((template) => labelsOf(blocks, normalised, template)).sort(
    (a, b) => b.keys.size - a.keys.size,
  );
  if (best === undefined) return refuse(unrecognised(blocks, new Set()));
  const { template, found, keys } = best;
  const isLabel = (index: number) => {
    const label = found[index];
    if (label === null || label === undefined || label.slipped !== undefined) return false;
    return label.label.length >= (blocks[index]?.opensCell ? 24 : 8);
  };
  const answered = blocks.map((block) => (isPrompt(block.text, template) ? { ...block, text: "" } : block));
  const table = findTables(answered, template, isLabel);
  const identified = IDENTIFYING.filter((key) => keys.has(key)).length >= 2;
  if (!identified && (table.line === null || otherDocument(blocks) !== null))
    return refuse(unrecognised(blocks, keys));
  const normal = table.rest.map(({ text }) => normalise(text));
  const segments = segment(table.rest, template, normal);
  const prompts = new Set(segments.map(({ line }) => line));
  const language =
    languageOf([
      ...segments.flatMap(({ lines }) => lines.map(({ text }) => text)),
      ...table.rows.flatMap(({ indicator, cells }) => [
        ...(indicator?.cell.paragraphs ?? []),
        ...(cells.remark?.paragraphs ?? []),
      ]),
    ]) ?? template.language;
  const texts = [
    ...blocks.filter(({ line }) => !prompts.has(line)).map(({ text }) => text),
    ...segments.flatMap(({ line, lines: [first] }) => (first?.line === line ? [first.text] : [])),
  ];
  const habits = {
    habit: habitOf(
      blocks.map(({ text }) => text),
      language === "en" ? ENGLISH_HABIT : NO_HABIT,
    ),
    dayOrder: dayOrderOf(texts),
  };
  const present = new Set<FieldKey>(table.line === null ? keys : [...keys, "indicator-table"]);
  const version =
    template.versions.find(({ fields }) => fields.every((key) => present.has(key)))?.version ?? null;
  return { ok: true, value: { template, version, segments, table, language, habits }, findings: [] };
}
