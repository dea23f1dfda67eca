import type { DecimalComma } from "../../number.ts";
import { columnOf } from "./columns.ts";
import { absentFrom, type TableLayout, type TextField, type ValueColumns } from "./layout.ts";

/** Why headings are no layout. */
export interface HeadingFault {
  code: "columns-missing" | "columns-ambiguous" | "hashtags-invalid";
  /** The fields without a column, the name that two have, or the hashtags that are none. */
  names: string[];
}

/** The layout of a table whose headings are the fields' own names, in English or French; any other column is an axis. */
export function layoutOfHeadings(
  headings: readonly string[],
  decimalComma: DecimalComma,
): TableLayout | HeadingFault {
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
    if (seen.has(key)) return { code: "columns-ambiguous", names: [heading.trim()] };
    seen.add(key);
    if ("axis" in found) axes.push({ name: found.axis, origin: { column } });
    else if (found.field === "value" || found.field === "numerator" || found.field === "denominator")
      columns[found.field] = column;
    else texts[found.field as TextField] = { column };
  }
  const layout: TableLayout = {
    ...{ columns: headings.length, nameless, skip: 1, texts, axes, decimalComma },
    values:
      columns.value === undefined && columns.numerator === undefined ? [] : [{ columns, categories: {} }],
  };
  const absent = absentFrom(layout);
  return absent.length === 0 ? layout : { code: "columns-missing", names: absent };
}
