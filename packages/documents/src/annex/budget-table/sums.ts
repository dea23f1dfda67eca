import { bilingual, decimalsOf, sumMoney, toMajor } from "@cadre/core";
import { type Cell, cellName } from "../../input/workbook/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import type { TableRow } from "./classify.ts";
import type { CountedRow, TableState } from "./state.ts";

/** A rounding of whole units is no difference. */
const WHOLE = 1;

interface Column {
  column: number;
  agency: string | null;
}

/** The sum of some rows' lines, of one agency or of all, in major units; `null`: in several currencies. */
function sumOf(
  rows: readonly CountedRow[],
  agency: string | null,
  version: "amount" | "approved" = "amount",
): number | null {
  const amounts = rows
    .flatMap(({ lines }) => lines)
    .filter((line) => agency === null || line.agency === agency)
    .flatMap((line) => line[version] ?? line.amount);
  const sums = sumMoney(amounts);
  if (sums.length > 1) return null;
  return sums[0] === undefined ? 0 : toMajor(sums[0]);
}

/** The rows that a row of totals may be about: its output, its block, its outcome, all. */
function scopes(reader: TableState, total: TableRow): CountedRow[][] {
  const before = reader.counted.filter(({ row }) => row < total.row);
  const previous =
    reader.rows.filter(({ row, kind }) => row < total.row && kind === "total").at(-1)?.row ?? -1;
  const block = before.filter(({ row }) => row > previous);
  const last = before.at(-1);
  return [
    block,
    before.filter(({ output }) => output !== null && output === last?.output),
    before.filter(({ outcome }) => outcome !== null && outcome === last?.outcome),
    before.filter(({ output }) => output === null),
    before,
  ].filter((rows, index) => rows.length > 0 || index === 0);
}

/** The rows below an output whose own row holds their sum. */
function belowOutput(reader: TableState, output: TableRow): CountedRow[] {
  return reader.counted.filter((each) => each.row > output.row && each.output === output.code);
}

/**
 * Checks the sums of the sheet against the lines: totals of activities, outputs and outcomes. Sums are never added. Those below the lines are
 * checked where they are read.
 */
export function checkSums(reader: TableState): void {
  const { table, counted, rows } = reader;
  const { sheet } = table;
  const totalColumn = table.total?.column ?? null;
  let texts = 0;
  const differs = (row: number, column: number, stated: number, sum: number) => {
    const currency = reader.currency.main;
    const show = (value: number) => ({ amount: Number(value.toFixed(decimalsOf(currency))), currency });
    reader.reader.notice(
      "annex-total-differs",
      "error",
      "budget/lines/total",
      cellName(sheet.name, row, column),
      bilingual(en.totalDiffers, fr.totalDiffers, show(stated), show(sum)),
      stated,
      sum,
    );
  };
  const compare = (
    row: number,
    { column, agency }: Column,
    candidates: readonly (readonly CountedRow[])[],
  ): void => {
    const cell: Cell | undefined = sheet.rows.get(row)?.[column];
    if (cell?.kind !== "number") return;
    if (reader.into.unreadable.length > 0) return;
    // Columns in another currency than the lines are not compared.
    if (reader.currency.rate !== null && column !== totalColumn) return;
    const sums = candidates.flatMap((some) => sumOf(some, agency) ?? []);
    if (sums.length === 0 || sums.some((sum) => Math.abs(sum - cell.number) < WHOLE)) return;
    const original = candidates.flatMap((some) => sumOf(some, agency, "approved") ?? []);
    if (original.some((sum) => Math.abs(sum - cell.number) < WHOLE)) return;
    const [first = []] = candidates;
    if (
      first.some(({ hasText }) => hasText) ||
      candidates.some((some) => some.some(({ hasText }) => hasText))
    ) {
      texts += 1;
      return;
    }
    differs(row, column, cell.number, sums[0] ?? 0);
  };
  for (const each of counted) {
    if (totalColumn === null || each.kind === "output") continue;
    // A merged amount occurs once for several rows.
    if (each.lines.length === 0) continue;
    compare(each.row, { column: totalColumn, agency: null }, [[each]]);
  }
  const columns: Column[] = [
    ...table.agencies.map(({ column, agency }) => ({ column, agency })),
    ...(totalColumn === null ? [] : [{ column: totalColumn, agency: null }]),
  ];
  for (const row of rows) {
    if (row.below) break;
    if (row.kind === "total") for (const column of columns) compare(row.row, column, scopes(reader, row));
    else if (row.kind === "output" && row.filled) {
      const below = belowOutput(reader, row);
      if (below.length > 0) for (const column of columns) compare(row.row, column, [below]);
    }
  }
  if (texts > 0)
    reader.reader.notice(
      "sums-omit-text",
      "warning",
      "budget/lines",
      cellName(sheet.name, table.head, table.agencies[0]?.column ?? 0),
      bilingual(en.sumsOmitText, fr.sumsOmitText),
      texts,
      "amounts that are numbers",
    );
}
