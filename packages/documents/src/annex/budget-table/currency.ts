import { bilingual, decimalsOf } from "@cadre/core";
import { fold } from "../../blocks/fold.ts";
import { cellName } from "../../input/workbook/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { normalise } from "../../template/normalise.ts";
import type { CellReader } from "../cell-reader.ts";
import type { BudgetTable } from "./find-table.ts";
import { currencyNamed, exchangeRate } from "./labels.ts";

/** The currencies of a table's amounts, and the rate at which the sheet converts them, where it states one. */
export interface TableCurrency {
  /** The currency of a column of amounts. */
  of: (column: number) => string;
  /** The currency of totals and expenditure. */
  main: string;
  /** Units of the agencies' currency for one of `main`. */
  rate: number | null;
}

/** Texts above a table and beside it: notes on currency and exchange rates. */
function notesOf(table: BudgetTable): { row: number; column: number; text: string }[] {
  return [...table.sheet.rows].flatMap(([row, cells]) =>
    row >= table.head
      ? []
      : cells.flatMap((cell, column) =>
          cell?.kind === "text" && cell.text.length < 400
            ? [{ row, column, text: normalise(fold(cell.text)) }]
            : [],
        ),
  );
}

/** The currency of the formats of a column's numbers; `null`: none, or several. */
function formatOf({ sheet, firstRow }: BudgetTable, column: number): string | null {
  const found = new Set<string>();
  for (const [row, cells] of sheet.rows) {
    const cell = cells[column];
    if (row >= firstRow && cell?.kind === "number" && cell.currency !== undefined) found.add(cell.currency);
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** Signs and codes beside numbers stored as text: `35 000 $`. */
function textCurrency({ sheet, firstRow }: BudgetTable, column: number): string | null {
  for (const [row, cells] of sheet.rows) {
    const cell = cells[column];
    if (row < firstRow || cell?.kind !== "text" || !/\d/.test(cell.text)) continue;
    const named = currencyNamed(normalise(cell.text));
    if (named !== null) return named;
  }
  return null;
}

/**
 * Decides the currencies of a table from its heads, the formats of its cells, the notes above it and the labels below it. Where the sheet
 * says nothing, the currency of the form is taken, with a finding.
 */
export function tableCurrency(reader: CellReader, table: BudgetTable, stated: string | null): TableCurrency {
  const notes = notesOf(table);
  const rates = notes.flatMap(({ text }) => exchangeRate(text) ?? []);
  const noted = notes
    .filter(({ text }) => exchangeRate(text) === null)
    .map(({ text }) => currencyNamed(text));
  const note = noted.find((each) => each !== null) ?? null;
  // `$ Towards GEWE`: the labels of the form's own totals.
  const labels = [...table.sheet.rows].flatMap(([row, cells]) =>
    row < table.firstRow
      ? []
      : cells.flatMap((cell) => (cell?.kind === "text" && /^\$ /.test(cell.text) ? ["USD"] : [])),
  );
  const heads = [table.spent[0]?.currency, table.committed[0]?.currency].find((each) => each) ?? null;
  const fallback = stated ?? note ?? heads ?? labels[0] ?? null;
  const own = new Map(
    table.agencies.map(({ column, currency }) => [
      column,
      currency ?? formatOf(table, column) ?? textCurrency(table, column) ?? fallback,
    ]),
  );
  const total = table.total === null ? null : (table.total.currency ?? formatOf(table, table.total.column));
  const known = [...own.values()].filter((each) => each !== null);
  const common = new Set(known).size === 1 ? (known[0] ?? null) : null;
  if (known.length === 0 && total === null) {
    const [first] = table.agencies;
    reader.notice(
      "currency-not-stated",
      "info",
      "budget/lines",
      cellName(table.sheet.name, table.head, first?.column ?? 0),
      bilingual(en.currencyNotStated, fr.currencyNotStated),
      null,
      "a currency in the heads of the columns",
    );
  }
  const local = common ?? known[0] ?? total ?? "USD";
  const rate =
    total !== null && common !== null && total !== common
      ? (rates.find(({ from, to }) => from === total && to === common)?.rate ?? null)
      : null;
  if (rate !== null && total !== null) {
    reader.notice(
      "amounts-converted",
      "info",
      "budget/lines",
      cellName(table.sheet.name, table.head, table.total?.column ?? 0),
      bilingual(en.amountsConverted, fr.amountsConverted, common ?? "", total, String(rate)),
      `1 ${total} = ${rate} ${common}`,
      null,
    );
    return { of: () => common ?? local, main: total, rate };
  }
  return { of: (column) => own.get(column) ?? local, main: total ?? common ?? local, rate: null };
}

/** An amount in one currency at the sheet's rate, in minor units; `null`: beyond exact range. */
export function converted(minor: number, from: string, to: string, rate: number): number | null {
  const exact = ((minor / 10 ** decimalsOf(from)) * 10 ** decimalsOf(to)) / rate;
  const rounded = Math.round(exact);
  return Number.isSafeInteger(rounded) ? rounded : null;
}
