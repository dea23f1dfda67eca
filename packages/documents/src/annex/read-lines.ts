import { bilingual, type ExpenseCategory, type Money, parentCode, sumMoney, toMajor } from "@cadre/core";
import { excerpt } from "../input/problem.ts";
import { cellName } from "../input/workbook/index.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { normalise } from "../template/normalise.ts";
import type { ReadBudget } from "./budget-table/index.ts";
import { type CellReader, inPoints } from "./cell-reader.ts";
import type { FoundTable } from "./find-tables.ts";
import { CATEGORIES, labelled, TOTAL_LABEL } from "./labels.ts";
import { currencyIn } from "./read-facts.ts";

const isTotal = (text: string) => TOTAL_LABEL.test(text);

/** Whether a row is one of totals: its first words say so. */
function totalRow(table: FoundTable, row: number): boolean {
  const first = table.sheet.rows.get(row)?.find((cell) => cell !== undefined && cell.kind !== "empty");
  // Most rows are not: the check is cheap.
  return first?.kind === "text" && /tota/i.test(first.text) && isTotal(normalise(first.text));
}

/** A total's cell against the sum of the lines above it. */
function compareTotal(
  reader: CellReader,
  table: FoundTable,
  row: number,
  column: number | undefined,
  amounts: readonly Money[],
): void {
  const [sum, ...others] = sumMoney(amounts);
  const cell = column === undefined ? undefined : table.sheet.rows.get(row)?.[column];
  if (column === undefined || sum === undefined || others.length > 0 || cell === undefined) return;
  const path = "budget/lines/total";
  const total = reader.money(table.sheet, row, column, path, sum.currency);
  if (total === null || total.minor === sum.minor) return;
  const show = (amount: Money) => ({ amount: toMajor(amount), currency: amount.currency });
  const message = bilingual(en.totalDiffers, fr.totalDiffers, show(total), show(sum));
  const name = cellName(table.sheet.name, row, column);
  reader.notice("annex-total-differs", "error", path, name, message, toMajor(total), toMajor(sum));
}

/** A row a line: activity or output, agency, category, amount. */
export function readLineTable(
  reader: CellReader,
  table: FoundTable,
  currency: string,
  into: ReadBudget,
): void {
  const { sheet, columns } = table;
  const points = inPoints(sheet, table.rows, columns.get("gewe"));
  const ids = new Set(into.lines.map(({ id }) => id));
  for (const row of table.rows) {
    if (totalRow(table, row)) {
      compareTotal(
        reader,
        table,
        row,
        columns.get("amount"),
        into.lines.map(({ amount }) => amount),
      );
      continue;
    }
    const path = `budget/lines/${into.lines.length}`;
    const column = (key: string) => columns.get(key);
    const amount = reader.money(
      sheet,
      row,
      column("amount"),
      `${path}/amount`,
      currencyIn(table, row, currency),
    );
    const agency = reader.text(sheet, row, column("agency"), `${path}/agency`)?.trim() ?? "";
    const activity = reader.code(sheet, row, column("activity"), `${path}/activity`);
    const output = reader.code(sheet, row, column("output"), `${path}/output`) ?? parentOf(activity);
    if (amount === null) {
      if (agency === "" && activity === null && output === null) continue;
      const name = cellName(sheet.name, row, column("amount") ?? 0);
      reader.notice(
        "line-without-amount",
        "warning",
        path,
        name,
        bilingual(en.rowUnread, fr.rowUnread),
        excerpt(agency),
        "an amount",
      );
      continue;
    }
    const title = reader.text(sheet, row, column("title"), `${path}/title`);
    if (title !== null && activity !== null && !into.activities.has(activity))
      into.activities.set(activity, title);
    const writtenId =
      reader.text(sheet, row, column("id"), `${path}/id`)?.trim() ?? String(into.lines.length + 1);
    const id = ids.has(writtenId) ? `${writtenId} (${row + 1})` : writtenId;
    ids.add(id);
    const category = reader.choice<ExpenseCategory>(
      sheet,
      row,
      column("category"),
      `${path}/category`,
      (words) => labelled(words, CATEGORIES),
    );
    const committed = reader.money(sheet, row, column("committed"), `${path}/committed`, amount.currency);
    const spent = reader.money(sheet, row, column("spent"), `${path}/spent`, amount.currency);
    const remark = reader.text(sheet, row, column("remark"), `${path}/remark`);
    into.lines.push({
      id,
      activity,
      output,
      agency,
      category,
      amount,
      gewe: reader.share(sheet, row, column("gewe"), `${path}/gewe`, points),
      ...(committed === null ? {} : { committed }),
      ...(spent === null ? {} : { spent }),
      ...(remark === null ? {} : { remark }),
    });
  }
}

const parentOf = (activity: string | null) => (activity === null ? null : parentCode(activity));
