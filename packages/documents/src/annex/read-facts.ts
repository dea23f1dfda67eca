import {
  type Agency,
  type Budget,
  type GenderMarker,
  Money,
  type Project,
  type RiskMarker,
  type Tranche,
} from "@cadre/core";
import { fold } from "../blocks/fold.ts";
import { type Sheet, valueAt } from "../input/workbook/index.ts";
import { normalise } from "../template/normalise.ts";
import { type CellReader, inPoints } from "./cell-reader.ts";
import { type FoundTable, rightOf, rowsOutside } from "./find-tables.ts";
import { FACTS, type FactKey, GENDER_MARKERS, labelled, RISK_MARKERS, TOTAL_LABEL, YES } from "./labels.ts";
import { own } from "./read-indicators.ts";

/** Where the facts written as a label with its value to the right are. */
export type Facts = ReadonlyMap<FactKey, { sheet: Sheet; row: number; column: number }>;

/** Finds the facts of a sheet: labels at the start of a row, above its first table. */
export function findFacts(
  sheet: Sheet,
  tables: readonly FoundTable[],
  found: Map<FactKey, { sheet: Sheet; row: number; column: number }>,
): number {
  let count = 0;
  for (const row of rowsOutside(sheet, tables).slice(0, 200)) {
    const cells = sheet.rows.get(row) ?? [];
    const first = cells.findIndex((cell) => cell?.kind === "text");
    const cell = cells[first];
    const key = cell === undefined ? null : labelled(normalise(cell.text), FACTS);
    if (key === null || found.has(key)) continue;
    count += 1;
    found.set(key, { sheet, row, column: rightOf(sheet, row, first) ?? -1 });
  }
  return count;
}

/** The currency that the facts name; `null`: none. */
export function statedCurrency(facts: Facts): string | null {
  const at = facts.get("currency");
  const text = at === undefined ? "" : fold(valueAt(at.sheet, at.row, at.column)?.text ?? "").toUpperCase();
  return known(text) ? text : null;
}

/** The currency that the facts name; US dollars, in which the fund keeps its books, where they name none. */
export const currencyOf = (facts: Facts): string => statedCurrency(facts) ?? "USD";

const known = (code: string) => Money.safeParse({ minor: 0, currency: code }).success;

/** Project and money from the facts. */
export function readFacts(
  reader: CellReader,
  facts: Facts,
): { project: Omit<Project, "agencies">; budget: Budget } {
  const currency = currencyOf(facts);
  const at = (key: FactKey) => {
    const cell = facts.get(key);
    return cell === undefined || cell.column < 0 ? null : cell;
  };
  const text = (key: FactKey, path: string) => {
    const cell = at(key);
    return cell === null ? null : reader.text(cell.sheet, cell.row, cell.column, path);
  };
  const money = (key: FactKey, path: string) => {
    const cell = at(key);
    return cell === null ? null : reader.money(cell.sheet, cell.row, cell.column, path, currency);
  };
  const date = (key: FactKey, path: string) => {
    const cell = at(key);
    return cell === null ? null : reader.date(cell.sheet, cell.row, cell.column, path);
  };
  const choice = <T>(key: FactKey, path: string, choices: Readonly<Record<string, T>>) => {
    const cell = at(key);
    return cell === null
      ? null
      : reader.choice<T>(cell.sheet, cell.row, cell.column, path, (word) => own(choices, word));
  };
  const rate = at("deliveryRate");
  return {
    project: {
      title: text("title", "project/title"),
      country: text("country", "project/country"),
      number: text("number", "project/number"),
      startDate: date("startDate", "project/startDate"),
      endDate: date("endDate", "project/endDate"),
      genderMarker: choice<GenderMarker>("genderMarker", "project/genderMarker", GENDER_MARKERS),
      riskMarker: choice<RiskMarker>("riskMarker", "project/riskMarker", RISK_MARKERS),
      focusArea: text("focusArea", "project/focusArea"),
    },
    budget: {
      total: money("total", "budget/total"),
      deliveryRate:
        rate === null
          ? null
          : reader.share(
              rate.sheet,
              rate.row,
              rate.column,
              "budget/deliveryRate",
              inPoints(rate.sheet, [rate.row], rate.column),
            ),
      gewe: {
        allocated: money("geweAllocated", "budget/gewe/allocated"),
        spent: money("geweSpent", "budget/gewe/spent"),
      },
      covidAdjustment: money("covidAdjustment", "budget/covidAdjustment"),
      evaluation: money("evaluation", "budget/evaluation"),
    },
  };
}

/** The currency that a row names, or that of the workbook. */
export function currencyIn({ sheet, columns }: FoundTable, row: number, fallback: string): string {
  const column = columns.get("currency");
  const text = column === undefined ? "" : fold(valueAt(sheet, row, column)?.text ?? "").toUpperCase();
  return known(text) ? text : fallback;
}

const isTotal = (name: string) => TOTAL_LABEL.test(normalise(name));

/** The agencies with their shares of the budget. */
export function readAgencies(reader: CellReader, table: FoundTable, currency: string, into: Agency[]): void {
  const { sheet, columns, rows } = table;
  for (const row of rows) {
    const path = `project/agencies/${into.length}`;
    const name = reader.text(sheet, row, columns.get("name"), `${path}/name`);
    const convening = reader.text(sheet, row, columns.get("convening"), `${path}/convening`);
    // A sum convenes nothing, and does not say so either.
    if (name === null || (convening === null && isTotal(name))) continue;
    into.push({
      name,
      convening: convening !== null && YES.includes(normalise(convening)),
      budget: reader.money(
        sheet,
        row,
        columns.get("budget"),
        `project/agencies/${name}`,
        currencyIn(table, row, currency),
      ),
    });
  }
}

/** The tranches of the agencies. */
export function readTranches(reader: CellReader, table: FoundTable, currency: string, into: Tranche[]): void {
  const { sheet, columns, rows } = table;
  const points = inPoints(sheet, rows, columns.get("share"));
  for (const row of rows) {
    const path = `budget/tranches/${into.length}`;
    const agency = reader.text(sheet, row, columns.get("agency"), `${path}/agency`);
    // A sum is no tranche, and has no number.
    const numbered = valueAt(sheet, row, columns.get("number") ?? -1)?.kind === "number";
    if (agency === null || (isTotal(agency) && !numbered)) continue;
    const number = reader.number(sheet, row, columns.get("number"), `${path}/number`);
    if (number === null || !Number.isInteger(number) || number < 1) continue;
    into.push({
      number,
      agency,
      amount: reader.money(
        sheet,
        row,
        columns.get("amount"),
        `${path}/amount`,
        currencyIn(table, row, currency),
      ),
      share: reader.share(sheet, row, columns.get("share"), `${path}/share`, points),
      received: reader.date(sheet, row, columns.get("received"), `${path}/received`),
    });
  }
}
