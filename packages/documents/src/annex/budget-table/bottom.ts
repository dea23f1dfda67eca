import { bilingual, decimalsOf, sumMoney, toMajor } from "@cadre/core";
import { cellName } from "../../input/workbook/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import type { TableRow } from "./classify.ts";
import { asDecimal } from "./shares.ts";
import type { TableState } from "./state.ts";

const WHOLE = 1;

/** A number of the lower half in minor units: formulas have fractions of a cent. */
function minorOf(value: number, currency: string): number {
  const units = 10 ** decimalsOf(currency);
  // The product may lie just below half a cent that is meant.
  return Math.round(Number((value * units).toPrecision(15)));
}

/** Reads what is below the lines: sub-total, indirect costs, total and tranches. The sums are checks; they are not added. */
export function readBottom(reader: TableState): void {
  const { table, rows, into } = reader;
  const { sheet } = table;
  const number = (row: number, column: number): number | null => {
    const cell = sheet.rows.get(row)?.[column];
    return cell?.kind === "number" ? cell.number : null;
  };
  const direct = new Map(
    table.agencies.map(({ agency }) => {
      const sums = sumMoney(into.lines.filter((line) => line.agency === agency).map(({ amount }) => amount));
      return [agency, sums.length > 1 ? null : sums[0] === undefined ? 0 : toMajor(sums[0])];
    }),
  );
  const textual = reader.counted.some(({ hasText }) => hasText);
  const sound = (row: TableRow, expected: (agency: string) => number | null): boolean => {
    let good = true;
    for (const { column, agency } of table.agencies) {
      const [stated, sum] = [number(row.row, column), expected(agency)];
      if (stated === null || sum === null || into.unreadable.some((line) => line.agency === agency)) continue;
      if (reader.currency.rate !== null || Math.abs(stated - sum) < WHOLE) continue;
      good = false;
      // Sums without the amounts that are texts are reported once, with the lines.
      if (textual) continue;
      const currency = reader.currency.of(column);
      const show = (value: number) => ({ amount: Number(value.toFixed(decimalsOf(currency))), currency });
      reader.reader.notice(
        "annex-total-differs",
        "error",
        "budget/total",
        cellName(sheet.name, row.row, column),
        bilingual(en.totalDiffers, fr.totalDiffers, show(stated), show(sum)),
        stated,
        sum,
      );
    }
    return good;
  };
  let good = true;
  const stated = new Map<string, number>();
  for (const row of rows) {
    if (row.kind === "total" && row.below && into.tranches.length === 0) {
      const withIndirect = stated.size > 0;
      if (!withIndirect) good = sound(row, (agency) => direct.get(agency) ?? null) && good;
      else if (good) sound(row, (agency) => (direct.get(agency) ?? 0) + (stated.get(agency) ?? 0));
    } else if (row.kind === "indirect" && good && into.indirectAmounts.length === 0) {
      for (const { column, agency } of table.agencies) {
        const value = number(row.row, column);
        const currency = reader.currency.of(column);
        if (value === null || reader.currency.rate !== null) continue;
        if (textual && value === 0) continue;
        stated.set(agency, value);
        const index = into.indirectAmounts.length;
        into.indirectAmounts.push({ agency, amount: { minor: minorOf(value, currency), currency } });
        reader.reader.locations.add(`budget/indirectAmounts/${index}/amount`, sheet.name, row.row, column);
      }
    } else if (row.kind === "tranche" && row.tranche !== null)
      readTranche(reader, row, row.tranche, good && !textual);
  }
}

/** A tranche: an amount an agency, and the share that they have in common. */
function readTranche(
  { reader, table, into, currency }: TableState,
  row: TableRow,
  tranche: number,
  good: boolean,
): void {
  const { sheet, agencies } = table;
  const cells = sheet.rows.get(row.row) ?? [];
  const share = cells.find(
    (cell, column) =>
      cell?.kind === "number" &&
      !agencies.some((each) => each.column === column) &&
      cell.format === "percent" &&
      cell.number >= 0 &&
      cell.number <= 1,
  );
  for (const { column, agency } of agencies) {
    const cell = cells[column];
    if (cell === undefined || (cell.kind !== "number" && cell.kind !== "error")) continue;
    const own = currency.of(column);
    const known = cell.kind === "number" && good && currency.rate === null;
    reader.locations.add(`budget/tranches/${into.tranches.length}/amount`, sheet.name, row.row, column);
    into.tranches.push({
      number: tranche,
      agency,
      amount: known ? { minor: minorOf(cell.number, own), currency: own } : null,
      share: share === undefined ? null : asDecimal(share.number),
      received: null,
    });
  }
}
