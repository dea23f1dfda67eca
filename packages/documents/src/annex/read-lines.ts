import {
  type BudgetLine,
  type ExpenseCategory,
  formatMoney,
  type Money,
  parentCode,
  sumMoney,
  toMajor,
} from "@cadre/core";
import { fold } from "../blocks/fold.ts";
import { excerpt } from "../input/problem.ts";
import { cellName, valueAt } from "../input/workbook/index.ts";
import { normalise } from "../template/normalise.ts";
import { type CellReader, inPoints } from "./cell-reader.ts";
import type { FoundTable } from "./find-tables.ts";
import { CATEGORIES, labelled, TOTAL_WORDS } from "./labels.ts";
import * as messages from "./messages.ts";
import { currencyIn } from "./read-facts.ts";

/** What the tables of a budget say. */
export interface ReadLines {
  lines: BudgetLine[];
  /** Titles of activities and outputs by code. */
  activities: Map<string, string>;
  outputs: Map<string, string>;
}

const isTotal = (text: string) => TOTAL_WORDS.test(text);

/** Whether a row is one of totals: its first words say so. */
function totalRow(table: FoundTable, row: number): boolean {
  const first = table.sheet.rows.get(row)?.find((cell) => cell !== undefined && cell.kind !== "empty");
  return first?.kind === "text" && isTotal(normalise(first.text));
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
  const show = (amount: Money) => formatMoney(toMajor(amount), amount.currency, "en");
  const message = messages.totalDiffers(show(total), show(sum));
  const name = cellName(table.sheet.name, row, column);
  reader.notice("annex-total-differs", "error", path, name, message, toMajor(total), toMajor(sum));
}

/** A row a line: activity or output, agency, category, amount. */
export function readLineTable(
  reader: CellReader,
  table: FoundTable,
  currency: string,
  into: ReadLines,
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
        messages.rowUnread(),
        excerpt(agency),
        "an amount",
      );
      continue;
    }
    const title = reader.text(sheet, row, column("title"), `${path}/title`);
    if (title !== null && activity !== null && !into.activities.has(activity))
      into.activities.set(activity, title);
    const given =
      reader.text(sheet, row, column("id"), `${path}/id`)?.trim() ?? String(into.lines.length + 1);
    const id = ids.has(given) ? `${given} (${row + 1})` : given;
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

/** `Activité 1.1.1`, `1.1.1`, `Produit 1.1:` → its code. */
const codeIn = (text: string): string | null =>
  /\b(\d{1,3}(?:\.\d{1,3}){0,3})(?![\d.]*\d)/.exec(text.slice(0, 80))?.[1] ?? null;

/** The agencies' columns of the annex's table 1: between the descriptions and the total, by the names in their heads. */
function agencyColumns(table: FoundTable): { column: number; agency: string }[] {
  const total = table.columns.get("total") ?? 0;
  const from = Math.max(table.columns.get("code") ?? 0, table.columns.get("title") ?? 0);
  const head = table.sheet.rows.get(table.head) ?? [];
  return head.flatMap((cell, column) => {
    if (column <= from || column >= total || cell?.kind !== "text" || cell.text.trim() === "") return [];
    // `Organisation récipiendaire 1 (budget en USD): PAM`: the name is what stands behind the colon, where there is one.
    const name = cell.text.includes(":") ? cell.text.slice(cell.text.lastIndexOf(":") + 1) : cell.text;
    return [{ column, agency: fold(name.replace(/\([^)]*\)\s*$/, "")) }];
  });
}

/** The annex's table 1: a row an activity, a column an agency. A cell of money is a line; what has no category has none. */
export function readActivityBudget(
  reader: CellReader,
  table: FoundTable,
  currency: string,
  into: ReadLines,
): void {
  const { sheet, columns } = table;
  const agencies = agencyColumns(table);
  const points = inPoints(sheet, table.rows, columns.get("gewe"));
  for (const row of table.rows) {
    const codeCell = valueAt(sheet, row, columns.get("code") ?? 0);
    const heading = codeCell?.kind === "number" ? codeCell.text : (codeCell?.text ?? "");
    const code = codeIn(heading);
    if (totalRow(table, row)) continue;
    const title = reader.text(sheet, row, columns.get("title"), `annex/titles/${code}`);
    const filled = agencies.filter(({ column }) => {
      const cell = sheet.rows.get(row)?.[column];
      return cell !== undefined && (cell.kind !== "empty" || cell.formula);
    });
    const depth = code?.split(".").length ?? 0;
    if (code !== null && title !== null && depth === 3) into.activities.set(code, title);
    if (code !== null && title !== null && depth === 2) into.outputs.set(code, title);
    for (const [place, { column, agency }] of filled.entries()) {
      const path = `budget/lines/${into.lines.length}`;
      const amount = reader.money(sheet, row, column, `${path}/amount`, currency);
      if (amount === null || amount.minor === 0) continue;
      const remark =
        reader.text(sheet, row, columns.get("remark"), `${path}/remark`) ??
        // Money of no activity (staff, monitoring, evaluation) is known by its words alone.
        (depth === 0 ? (title ?? (heading.trim() === "" ? null : heading)) : null);
      into.lines.push({
        id: String(into.lines.length + 1),
        activity: depth === 3 ? code : null,
        output: depth === 3 ? parentOf(code) : depth === 2 ? code : null,
        agency,
        category: null,
        amount,
        gewe: reader.share(sheet, row, columns.get("gewe"), `${path}/gewe`, points),
        // What is spent stands once for all agencies: it is this line's only where there is no other.
        ...(place === 0 ? spentOf(reader, table, row, filled.length === 1, path, currency) : {}),
        ...(remark === null ? {} : { remark }),
      });
    }
    compareRow(reader, table, row, into.lines, filled.length);
  }
}

function spentOf(
  reader: CellReader,
  { sheet, columns }: FoundTable,
  row: number,
  alone: boolean,
  path: string,
  currency: string,
): { spent?: Money } {
  const spent = reader.money(sheet, row, columns.get("spent"), `${path}/spent`, currency);
  if (spent === null) return {};
  if (alone) return { spent };
  const cell = reader.places.cellOf(`${path}/spent`);
  const found = toMajor(spent);
  const message = messages.spentOfSeveral();
  reader.notice(
    "spent-of-several-agencies",
    "info",
    `${path}/spent`,
    cell,
    message,
    found,
    "an amount an agency",
  );
  return {};
}

/** The total of an activity's row against its agencies' cells. */
function compareRow(
  reader: CellReader,
  table: FoundTable,
  row: number,
  lines: readonly BudgetLine[],
  count: number,
): void {
  if (count === 0) return;
  compareTotal(
    reader,
    table,
    row,
    table.columns.get("total"),
    lines.slice(-count).map(({ amount }) => amount),
  );
}
