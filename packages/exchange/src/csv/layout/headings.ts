import type { Problem } from "@cadre/core";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { message } from "../../messages.ts";
import type { DecimalComma } from "../../number.ts";
import { atLine, excerpt, problem } from "../../reading.ts";
import { ambiguous } from "../text/refusals.ts";
import type { TableLayout, TextField, ValueColumns } from "./layout.ts";
import { columnOf } from "./likeness.ts";

/** A layout, where it has a column for all without which there are no observations. `record`: the line of headings or hashtags. */
export function completed(layout: TableLayout, record: readonly string[]): TableLayout | Problem {
  const { texts, values } = layout;
  const everywhere = (field: "indicator" | "period") =>
    texts[field] !== undefined || (values.length > 0 && values.every((each) => each[field] !== undefined));
  const absent = [
    ...(["indicator", "period"] as const).filter((field) => !everywhere(field)),
    ...(values.length === 0 ? ["value"] : []),
  ];
  if (absent.length === 0) return layout;
  const what = message(en.columnsMissing, fr.columnsMissing, absent.join(", "));
  const expected = "indicator, period, value (or numerator, denominator)";
  return problem("columns-missing", atLine(1), what, excerpt(record.join(", "), 200), expected);
}

/** The layout of a table whose headings are the fields' own names, in English or French; any other column is an axis. */
export function layoutOfHeadings(
  headings: readonly string[],
  decimalComma: DecimalComma,
): TableLayout | Problem {
  const texts: TableLayout["texts"] = {};
  const axes: { name: string; origin: { column: number } }[] = [];
  const columns: ValueColumns["columns"] = {};
  const seen = new Set<string>();
  const nameless: number[] = [];
  for (const [column, heading] of headings.entries()) {
    if (heading.trim() === "") {
      nameless.push(column);
      continue;
    }
    const found = columnOf(heading);
    const key = "axis" in found ? `axis ${found.axis}` : found.field;
    if (seen.has(key)) return ambiguous(heading.trim());
    seen.add(key);
    if ("axis" in found) axes.push({ name: found.axis, origin: { column } });
    else if (found.field === "value" || found.field === "numerator" || found.field === "denominator")
      columns[found.field] = column;
    else texts[found.field as TextField] = { column };
  }
  const values =
    columns.value === undefined && columns.numerator === undefined ? [] : [{ columns, categories: {} }];
  return completed(
    { columns: headings.length, nameless, skip: 1, texts, axes, decimalComma, values },
    headings,
  );
}
