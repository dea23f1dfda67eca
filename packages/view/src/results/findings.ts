import type { Bilingual, Finding, Severity } from "@cadre/core";
import { expectedText } from "@cadre/core/locale";

/** What kind of thing a finding speaks of. */
export type SubjectKind =
  | "outcome"
  | "output"
  | "indicator"
  | "activity"
  | "project"
  | "budget"
  | "narrative"
  | "report";

/** What a place speaks of: the thing, its code where it has one, and the column of its row. */
export interface Subject {
  /** What kind of thing it is. */
  kind: SubjectKind;
  /** `null` where the thing has none. */
  code: string | null;
  /** The field of the thing: `actual`. `null`: the thing as a whole. */
  column: string | null;
}

/** A finding as a row. */
export interface FindingRow {
  /** Id of the rule, or code of a reader's finding. */
  code: string;
  /** `error` is certain, `warning` is to be looked at, `info` is to be known. */
  severity: Severity;
  /** Where in the document: `indicators/1.1.1/actual`. */
  path: string;
  /** Line of the file, from 1; `null` where it is not known. */
  line: number | null;
  /** What the path speaks of. */
  subject: Subject;
  /** A sentence in English and in French. */
  message: Bilingual;
  /** What the document says; `null` where it says nothing. */
  found: number | string | null;
  /** What it should say, in both languages where they differ; `null` where that is not one value. */
  expected: number | string | Bilingual | null;
}

const KINDS: Record<string, SubjectKind> = {
  outcomes: "outcome",
  outputs: "output",
  indicators: "indicator",
  activities: "activity",
  schedule: "activity",
  project: "project",
  budget: "budget",
  narrative: "narrative",
  narratives: "narrative",
};

/** What a path of the framework speaks of: `indicators/2.1.1/target` → the target of indicator 2.1.1. */
export function subjectOf(path: string): Subject {
  const [head = "", ...rest] = path.split("/");
  const [code = null, column = null] = head === "schedule" ? rest.slice(1) : rest;
  const kind = KINDS[head] ?? "report";
  const coded = kind === "outcome" || kind === "output" || kind === "indicator" || kind === "activity";
  return coded ? { kind, code, column } : { kind, code: null, column: code };
}

/** What is expected as a page needs it, which then carries no phrase but its own. */
function inBothLanguages(expected: Finding["expected"]): FindingRow["expected"] {
  if (typeof expected !== "string") return expected;
  const fr = expectedText(expected, { language: "fr" });
  return fr === expected ? expected : { en: expected, fr };
}

/** Findings as rows, in the order given. */
export function findingRows(findings: readonly Finding[]): FindingRow[] {
  return findings.map(({ code, severity, where, message, found, expected }) => ({
    code,
    severity,
    path: where.path,
    line: where.line ?? null,
    subject: subjectOf(where.path),
    message,
    found,
    expected: inBothLanguages(expected),
  }));
}

/** The findings of each thing of a kind, by its code: places in the list. */
export function findingsByCode(rows: readonly FindingRow[], kind: SubjectKind): Map<string, number[]> {
  const byCode = new Map<string, number[]>();
  for (const [index, { subject }] of rows.entries()) {
    if (subject.kind !== kind || subject.code === null) continue;
    const list = byCode.get(subject.code);
    if (list === undefined) byCode.set(subject.code, [index]);
    else list.push(index);
  }
  return byCode;
}
