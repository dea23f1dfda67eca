import { bilingual, type Finding } from "@cadre/core";
import { excerpt, findingOf } from "../../input/problem.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { headKind } from "../../template/columns.ts";
import type { Template } from "../../template/grammar.ts";
import { bare } from "../../template/normalise.ts";
import { textOf } from "./cell.ts";
import type { Layout } from "./layout.ts";

/** Whether a text is the template's own words, beside its labels. */
export const isGuidance = (text: string, { guidance }: Template): boolean => {
  const words = bare(text);
  return guidance.some((start) => words.startsWith(start));
};

/** Findings for text that no field of the document can hold and that is not the template's own. */
export function leftOver(
  lines: readonly { line: number; text: string }[],
  template: Template,
  path = "indicators",
): Finding[] {
  return lines.flatMap(({ line, text }) => {
    if (!/[\p{L}\p{N}]/u.test(text) || isGuidance(text, template)) return [];
    const message = bilingual(en.reportTextUnrecognised, fr.reportTextUnrecognised, excerpt(text));
    return [findingOf("text-unrecognised", "info", { path, line }, message, excerpt(text, 400), null)];
  });
}

/** The findings for heads of a table that the document has no field for, or that occur twice. */
export function headRemarks({ repeated, columns }: Layout): Finding[] {
  const others = columns.flatMap(({ kind, name, line }) => {
    // The heads of outcomes and of indicators may have any name, and usually have none.
    const unknown =
      kind === "other" || ((kind === "head" || kind === "indicator") && headKind(name) === null);
    if (!unknown || name === "" || name === textOf(repeated)) return [];
    const message = bilingual(en.columnUnknown, fr.columnUnknown, excerpt(name));
    return [
      findingOf("column-unknown", "info", { path: "indicators", line }, message, excerpt(name, 400), null),
    ];
  });
  if (repeated === null) return others;
  const name = excerpt(textOf(repeated));
  const where = { path: "indicators", line: repeated.line };
  return [
    ...others,
    findingOf(
      "column-repeated",
      "warning",
      where,
      bilingual(en.columnRepeated, fr.columnRepeated, name),
      name,
      "once",
    ),
  ];
}

/** The finding for cells that belong to no row. */
export function withoutCode(text: string, line: number): Finding {
  const message = bilingual(en.rowWithoutCode, fr.rowWithoutCode, excerpt(text));
  const where = { path: "indicators", line };
  return findingOf("row-without-code", "error", where, message, excerpt(text, 2000), "an indicator's code");
}
