import type { BudgetLine, IndirectAmount, SharedExpenditure, Tranche, UnreadableLine } from "@cadre/core";
import type { CellReader } from "../cell-reader.ts";
import type { TableRow } from "./classify.ts";
import type { TableCurrency } from "./currency.ts";
import type { BudgetTable } from "./find-table.ts";

/** What a budget annex says. */
export interface ReadBudget {
  lines: BudgetLine[];
  shared: SharedExpenditure[];
  unreadable: UnreadableLine[];
  indirectAmounts: IndirectAmount[];
  tranches: Tranche[];
  /** Titles by code. */
  activities: Map<string, string | null>;
  outputs: Map<string, string>;
  outcomes: Map<string, string>;
}

/** A row that is counted, with its lines. */
export interface CountedRow extends TableRow {
  output: string | null;
  outcome: string | null;
  lines: BudgetLine[];
  /** Sum of the amounts that are numbers, in units as a spreadsheet adds them up; texts are left out. */
  numbers: number;
  hasText: boolean;
}

/** A table while it is read. */
export interface TableState {
  readonly reader: CellReader;
  readonly table: BudgetTable;
  readonly currency: TableCurrency;
  readonly rows: readonly TableRow[];
  readonly into: ReadBudget;
  readonly counted: readonly CountedRow[];
}
