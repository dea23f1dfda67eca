import { bilingual, type CategoryAmount, decimalsOf, sumMoney, toMajor } from "@cadre/core";
import { fold } from "../../blocks/fold.ts";
import { cellName, type Sheet, valueAt } from "../../input/workbook/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { normalise } from "../../template/normalise.ts";
import type { CellReader } from "../cell-reader.ts";
import { agencyIn, categoryOf, namesRecipient, ROWS } from "./labels.ts";
import type { ReadBudget } from "./state.ts";

/** A category of seven may be rounded: table 2 is compared to the unit. */
const WHOLE = 1;
const MAX_LABEL_COLUMNS = 6;
/** The first block of table 2 is near its head. */
const MAX_ROWS = 60;

const labelIn = (sheet: Sheet, row: number): { text: string; column: number } | null => {
  for (let column = 0; column < MAX_LABEL_COLUMNS; column += 1) {
    const cell = sheet.rows.get(row)?.[column];
    if (cell?.kind === "text" && cell.text.trim() !== "") return { text: normalise(fold(cell.text)), column };
  }
  return null;
};

/** Whether a sheet is the annex's table 2: blocks of the seven categories. */
export function isCategorySheet(sheet: Sheet): boolean {
  const found = new Set<string>();
  for (const row of [...sheet.rows.keys()].slice(0, MAX_ROWS)) {
    const category = categoryOf(labelIn(sheet, row)?.text ?? "");
    if (category !== null) found.add(category);
  }
  return found.size >= 5;
}

/** The columns of the agencies that table 1 has, by the heads above the first category. */
function agencyColumns(sheet: Sheet, agencies: readonly string[]): Map<number, string> {
  const columns = new Map<number, string>();
  for (const [row, cells] of sheet.rows) {
    if (columns.size > 0 || categoryOf(labelIn(sheet, row)?.text ?? "") !== null) break;
    for (const [column, cell] of cells.entries()) {
      if (cell?.kind !== "text") continue;
      const own = agencyIn(cell.text);
      const agency = agencies.find((name) => normalise(name) === normalise(own));
      if (agency !== undefined) columns.set(column, agency);
      else if (namesRecipient(normalise(cell.text))) {
        const below = valueAt(sheet, row + 1, column);
        const named = agencies.find((name) => normalise(name) === normalise(below?.text ?? ""));
        if (named !== undefined) columns.set(column, named);
      }
    }
  }
  return columns;
}

/** Reads table 2, the costs by category of each output, and checks its blocks against table 1. */
export function readCategories(
  reader: CellReader,
  sheet: Sheet,
  into: ReadBudget,
  currency: string,
): CategoryAmount[] {
  const agencies = [...new Set(into.lines.map(({ agency }) => agency))];
  const columns = agencyColumns(sheet, agencies);
  const amounts: CategoryAmount[] = [];
  let output: string | null | undefined;
  let blockColumn = 0;
  for (const row of [...sheet.rows.keys()].sort((a, b) => a - b)) {
    const label = labelIn(sheet, row);
    if (label === null) continue;
    const block = ROWS.output.exec(label.text)?.[1];
    if (block !== undefined && !ROWS.total.test(label.text)) [output, blockColumn] = [block, label.column];
    else if (ROWS.additional.test(label.text) && !ROWS.total.test(label.text))
      [output, blockColumn] = [null, label.column];
    const category = categoryOf(label.text);
    // The summary of the whole project repeats what the outputs' blocks say.
    if (
      /^totals?\b|^totaux|^recap|^sub-?total|^sous-?total|^grand total/.test(label.text) &&
      label.column === blockColumn
    )
      output = undefined;
    if (category === null || output === undefined) continue;
    for (const [column, agency] of columns) {
      const cell = sheet.rows.get(row)?.[column];
      if (cell === undefined || cell.kind === "empty") continue;
      const amount = reader.money(sheet, row, column, `budget/categories/${amounts.length}/amount`, currency);
      if (amount !== null && amount.minor !== 0) amounts.push({ output, agency, category, amount });
    }
  }
  compare(reader, sheet, columns, into, amounts);
  return amounts;
}

function compare(
  reader: CellReader,
  sheet: Sheet,
  columns: ReadonlyMap<number, string>,
  into: ReadBudget,
  amounts: readonly CategoryAmount[],
): void {
  const outputs = new Set(amounts.map(({ output }) => output));
  for (const output of outputs)
    for (const [column, agency] of columns) {
      const same = (each: { output: string | null; agency: string }) =>
        each.output === output && each.agency === agency;
      if (into.unreadable.some(same)) continue;
      const [one, ...more] = sumMoney(amounts.filter(same).map(({ amount }) => amount));
      const [other, ...others] = sumMoney(into.lines.filter(same).map(({ amount }) => amount));
      if (more.length > 0 || others.length > 0 || (one && other && one.currency !== other.currency)) continue;
      const [first, second] = [
        one === undefined ? 0 : toMajor(one),
        other === undefined ? 0 : toMajor(other),
      ];
      if (Math.abs(first - second) < WHOLE) continue;
      const unit = one?.currency ?? other?.currency ?? "USD";
      const show = (value: number) => ({ amount: Number(value.toFixed(decimalsOf(unit))), currency: unit });
      const index = amounts.findIndex(same);
      reader.notice(
        "annex-tables-differ",
        "error",
        "budget/categories",
        reader.locations.cellOf(`budget/categories/${index}/amount`) ?? cellName(sheet.name, 0, column),
        bilingual(en.tablesDiffer, fr.tablesDiffer, output ?? "–", agency, show(first), show(second)),
        first,
        second,
      );
    }
}
