import type { Finding, Severity } from "../diagnostics/problem.ts";
import { bilingual } from "../locale/bilingual.ts";
import type { Bilingual } from "../locale/language.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { groupBy } from "../values/group-by.ts";
import type { FrameworkDocument } from "./document.ts";
import { VALUE_COLUMNS } from "./indicator.ts";
import { indicatorsOf, locationOf } from "./walk.ts";

/** Rules of the boundary: what a document must define once, or must have defined, for its values to mean something. */
export const BOUNDARY_RULES = {
  "unknown-field": "warning",
  "unknown-axis": "warning",
  "value-not-measurable": "error",
  "defined-twice": "error",
} as const satisfies Record<string, Severity>;
/** A rule of the boundary. */
export type BoundaryRule = keyof typeof BOUNDARY_RULES;

type Fact = Finding["found"];
type Note = (rule: BoundaryRule, path: string, message: Bilingual, found: Fact, expected: Fact) => void;

/** Names that occur more than once. */
function noteRepeated(note: Note, path: string, names: readonly string[]): void {
  for (const [name, { length }] of groupBy(names, (each) => each))
    if (length > 1)
      note(
        "defined-twice",
        `${path}/${name}`,
        bilingual(en.duplicateDefinition, fr.duplicateDefinition, path, name, length),
        length,
        1,
      );
}

function noteMeasures(note: Note, document: FrameworkDocument): void {
  const axes = document.axes?.map(({ name }) => name);
  for (const { indicator } of indicatorsOf(document)) {
    const { code, measurement, disaggregation = [] } = indicator;
    for (const axis of disaggregation)
      if (axes !== undefined && !axes.includes(axis))
        note(
          "unknown-axis",
          `indicators/${code}/disaggregation`,
          bilingual(en.unknownAxis, fr.unknownAxis, code, axis),
          axis,
          axes.join(" | ") || null,
        );
    const { measure, levels = [] } = measurement ?? {};
    if (measure !== "yes-no" && (measure !== "scale" || levels.length === 0)) continue;
    const last = measure === "scale" ? levels.length - 1 : 1;
    const expected =
      measure === "scale" ? levels.map((level, index) => `${index} = ${level}`).join(" | ") : "0 | 1";
    for (const column of VALUE_COLUMNS) {
      const { value } = indicator[column];
      if (value.kind !== "number" || value.value === null || value.qualifier === "change") continue;
      // A share of several answers or positions lies between two of them.
      if (value.value >= 0 && value.value <= last && value.unit !== "%") continue;
      if (value.unit === "%" && value.value >= 0 && value.value <= 100) continue;
      note(
        "value-not-measurable",
        `indicators/${code}/${column}`,
        bilingual(en.impossibleValue, fr.impossibleValue, value.value, code, expected),
        value.value,
        expected,
      );
    }
  }
}

/** Findings about what a valid document refers to and defines, beside those of the rules of `@cadre/core/checks`. */
export function checkReferences(document: FrameworkDocument): Finding[] {
  const findings: Finding[] = [];
  const note: Note = (rule, path, message, found, expected) => {
    const where = locationOf(document, path);
    findings.push({ code: rule, severity: BOUNDARY_RULES[rule], where, message, found, expected });
  };
  const { axes = [], periods = [], schedule, budget } = document;
  noteMeasures(note, document);
  noteRepeated(
    note,
    "periods",
    periods.map(({ id }) => id),
  );
  noteRepeated(
    note,
    "axes",
    axes.map(({ name }) => name),
  );
  for (const { name, categories = [] } of axes) noteRepeated(note, `axes/${name}/categories`, categories);
  noteRepeated(note, "budget/lines", budget.lines?.map(({ id }) => id) ?? []);
  noteRepeated(note, "schedule/activities", schedule?.activities.map(({ code }) => code) ?? []);
  return findings;
}
