import { type CategoryAmount, toMajor } from "@cadre/core";
import { columnName } from "../../input/workbook/index.ts";
import type { AnnexLabels } from "./annex-labels.ts";
import type { AnnexForm } from "./annex-rows.ts";
import type { AnnexSheet } from "./annex-sheet.ts";
import { moneyFormat, SheetBuilder } from "./sheet-builder.ts";

const FIRST = 2;

/** Writes table 2 of annex D: the costs of each output by category, with the totals of table 1 beside their sums. */
export function categorySheet(
  categories: readonly CategoryAmount[],
  form: AnnexForm,
  table1: AnnexSheet,
  labels: AnnexLabels,
): SheetBuilder {
  const sheet = new SheetBuilder(labels.sheet2, [20, 56, ...form.agencies.map(() => 18), 18]);
  const format = moneyFormat(form.currency);
  const total = FIRST + form.agencies.length;
  sheet.headRow = 2;
  sheet.text(0, 0, labels.annex, "title");
  sheet.text(1, 0, labels.table2, "title");
  for (const [index, agency] of form.agencies.entries())
    sheet.text(2, FIRST + index, labels.agency(index + 1, form.currency, agency), "head");
  sheet.text(2, total, labels.totals, "head");
  for (const output of new Set(categories.map((each) => each.output))) {
    const top = sheet.next + 1;
    sheet.text(top, 0, output === null ? labels.additional : labels.output(output), "group");
    const from = sheet.next;
    const sumRow = table1.sums.get(output);
    sheet.text(from, 1, labels.fromTable1, "label");
    if (sumRow !== undefined)
      for (const [index, agency] of form.agencies.entries()) {
        const column = table1.columnOf(agency);
        sheet.formula(
          from,
          FIRST + index,
          `'${labels.sheet1}'!${table1.name(sumRow, column)}`,
          table1.valueAt(sumRow, column),
          "number",
          format,
        );
      }
    const sums = form.agencies.map(() => 0);
    for (const [category, label] of Object.entries(labels.categories)) {
      const row = sheet.next;
      sheet.text(row, 1, label);
      for (const [index, agency] of form.agencies.entries()) {
        const own = categories.find(
          (each) => each.output === output && each.agency === agency && each.category === category,
        );
        sheet.money(row, FIRST + index, own?.amount ?? null);
        sums[index] = (sums[index] ?? 0) + (own?.amount.minor ?? 0);
      }
    }
    const row = sheet.next;
    sheet.text(row, 1, labels.total, "total");
    for (const index of form.agencies.keys()) {
      const name = columnName(FIRST + index);
      const value = toMajor({ minor: sums[index] ?? 0, currency: form.currency });
      sheet.formula(row, FIRST + index, `SUM(${name}${from + 2}:${name}${row})`, value, "total", format);
    }
  }
  return sheet;
}
