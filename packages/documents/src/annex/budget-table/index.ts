import { type BudgetLine, bilingual, sumMoney } from "@cadre/core";
import { groupBy } from "@cadre/core/internal";
import type { Sheet, Workbook } from "../../input/workbook/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { normalise } from "../../template/normalise.ts";
import { CellReader } from "../cell-reader.ts";
import { type BudgetTable, findBudgetTable } from "./find-table.ts";
import { versionOf } from "./labels.ts";
import { BudgetTableReader } from "./read-table.ts";
import type { ReadBudget } from "./state.ts";

export { isCategorySheet, readCategories } from "./categories.ts";
export type { BudgetTable } from "./find-table.ts";
export type { ReadBudget } from "./state.ts";

export const emptyBudget = (): ReadBudget => ({
  lines: [],
  shared: [],
  unreadable: [],
  indirectAmounts: [],
  tranches: [],
  activities: new Map(),
  outputs: new Map(),
  outcomes: new Map(),
});

/** Table 1 of each sheet that has one. */
export function findBudgetTables({ sheets }: Workbook): Map<Sheet, BudgetTable> {
  return new Map(
    sheets.flatMap((sheet) => {
      const table = findBudgetTable(sheet);
      return table === null ? [] : [[sheet, table] as const];
    }),
  );
}

const textAbove = ({ sheet, head }: BudgetTable): string =>
  [
    sheet.name,
    ...[...sheet.rows].flatMap(([row, cells]) => (row < head ? cells.map((cell) => cell?.text ?? "") : [])),
  ]
    .map((text) => normalise(text))
    .join(" ");

const keyOf = ({ activity, title, purpose, agency }: BudgetLine): string =>
  JSON.stringify([activity ?? purpose ?? normalise(title ?? ""), agency]);

/**
 * Reads the budget tables of a workbook: one, or a revised one beside the approved one. Then the lines of the revised one have the approved
 * amounts of the lines with the same code and agency.
 */
export function readBudgetTables(
  reader: CellReader,
  tables: readonly BudgetTable[],
  into: ReadBudget,
  currency: string | null,
): string | null {
  const revised = tables.findLast((table) => versionOf(textAbove(table)) === "revised");
  const current = revised ?? tables[0];
  if (current === undefined) return null;
  const table = new BudgetTableReader(reader, current, into, currency);
  table.read();
  const approved = tables.find((each) => each !== current);
  if (approved !== undefined) {
    const scratch = emptyBudget();
    // What is noticed in the approved table is not a finding about the current budget.
    new BudgetTableReader(new CellReader(false), approved, scratch, currency).read();
    const before = groupBy(scratch.lines, keyOf);
    for (const line of into.lines) {
      const [sum, ...others] = sumMoney((before.get(keyOf(line)) ?? []).map(({ amount }) => amount));
      before.delete(keyOf(line));
      if (others.length === 0) line.approved = sum ?? { ...line.amount, minor: 0 };
    }
    for (const removed of [...before.values()].flat())
      into.lines.push({
        ...removed,
        id: String(into.lines.length + 1),
        amount: { ...removed.amount, minor: 0 },
        approved: removed.amount,
      });
    reader.notice(
      "several-budget-tables",
      "info",
      `sheets/${approved.sheet.name}`,
      undefined,
      bilingual(en.severalTables, fr.severalTables, current.sheet.name, approved.sheet.name),
      approved.sheet.name,
      null,
    );
  }
  return table.currency.main;
}
