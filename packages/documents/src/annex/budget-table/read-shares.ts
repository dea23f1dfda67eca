import { bilingual } from "@cadre/core";
import { excerpt } from "../../input/problem.ts";
import { cellName, valueAt } from "../../input/workbook/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import type { CellReader } from "../cell-reader.ts";
import { holdsAmount, type TableRow } from "./classify.ts";
import type { BudgetTable } from "./find-table.ts";
import { type ShareSum, scaleOf, shareCell, shareUnder } from "./shares.ts";
import type { CountedRow } from "./state.ts";

/** What is said of a share that is not plain. */
const SHARES = {
  unreadable: [en.shareUnreadable, fr.shareUnreadable],
  ambiguous: [en.shareAmbiguous, fr.shareAmbiguous],
  rescaled: [en.shareRescaled, fr.shareRescaled],
  over: [en.shareOver, fr.shareOver],
} as const;

/** The shares of a table's rows, and what is to be reported of them. */
export interface Shares {
  of: (row: number) => number | null;
  report: (reader: CellReader, counted: readonly CountedRow[]) => void;
}

/** Blocks of rows that end in a row of totals, with the sum that the sheet computes of the shares. */
function sumsOf(table: BudgetTable, rows: readonly TableRow[], column: number): ShareSum[] {
  const { sheet, total, agencies } = table;
  const amountOf = (row: number): number => {
    const columns = total === null ? agencies.map((agency) => agency.column) : [total.column];
    return columns.reduce((sum, index) => sum + (sheet.rows.get(row)?.[index]?.number ?? 0), 0);
  };
  const sums: ShareSum[] = [];
  let block: ShareSum["rows"] = [];
  let above: number | null = null;
  const end = (sum: number | null) => {
    if (sum !== null && block.length > 0) sums.push({ sum, rows: block });
    block = [];
  };
  for (const { kind, row, below } of rows) {
    if (below) break;
    const cell = sheet.rows.get(row)?.[column];
    const own = cell?.kind === "number" ? cell.number : null;
    if (kind === "activity" || kind === "cost")
      block.push({ amount: amountOf(row), share: shareCell(valueAt(sheet, row, column)) });
    else if (kind === "total") {
      end(own ?? above);
      above = null;
    } else if (kind === "output" || kind === "outcome") {
      end(above);
      above = kind === "output" ? own : null;
    }
  }
  end(above);
  return sums;
}

/** Shares where the table has amounts for gender equality and no percentages: amount ÷ the row's budget. */
function sharesOfAmounts(table: BudgetTable): Shares {
  const column = table.columns.get("geweAmount")?.column;
  const { sheet, agencies } = table;
  if (column === undefined) return { of: () => null, report: () => undefined };
  return {
    of: (row) => {
      const amount = sheet.rows.get(row)?.[column];
      const whole = agencies.reduce(
        (sum, agency) => sum + (sheet.rows.get(row)?.[agency.column]?.number ?? 0),
        0,
      );
      if (amount?.kind !== "number" || whole <= 0 || amount.number < 0 || amount.number > whole) return null;
      return amount.number / whole;
    },
    report: () => undefined,
  };
}

/** Reads the column of shares for gender equality: what its numbers mean is decided for the whole column. */
export function readShares(table: BudgetTable, rows: readonly TableRow[]): Shares {
  const column = table.columns.get("gewe")?.column;
  if (column === undefined) return sharesOfAmounts(table);
  const { sheet } = table;
  const lines = rows.filter(
    ({ kind, row, below }) =>
      !below &&
      (kind === "activity" || kind === "cost" || kind === "output") &&
      table.agencies.some((agency) => holdsAmount(sheet.rows.get(row)?.[agency.column])),
  );
  const cells = new Map(lines.map(({ row }) => [row, shareCell(valueAt(sheet, row, column))]));
  const counted = lines.filter(({ kind }) => kind !== "output").flatMap(({ row }) => cells.get(row) ?? []);
  const scale = scaleOf(counted, sumsOf(table, rows, column));
  return {
    of: (row) => {
      const cell = cells.get(row);
      return cell === undefined ? null : shareUnder(cell, scale).share;
    },
    report: (reader, read) => {
      const blank: string[] = [];
      for (const { row, lines: own } of read) {
        const cell = cells.get(row);
        if (cell === undefined || own.length === 0) continue;
        const name = cellName(sheet.name, row, column);
        const shown = excerpt(valueAt(sheet, row, column)?.text ?? "", 40);
        const { problem } = shareUnder(cell, scale);
        if (cell.kind === "blank") blank.push(name);
        if (problem !== null) {
          const [english, french] = SHARES[problem];
          reader.notice(
            `share-${problem}`,
            "warning",
            "budget/lines",
            name,
            bilingual(english, french, shown),
            shown,
            "a percentage from 0 to 100 %",
          );
        }
      }
      if (blank.length > 0)
        reader.notice(
          "share-missing",
          "info",
          "budget/lines",
          blank[0],
          { en: en.sharesMissing(blank.length), fr: fr.sharesMissing(blank.length) },
          blank.length,
          "a share in each row",
        );
    },
  };
}
