import type { Status } from "../indicators/index.ts";
import type { ResultRow } from "./query.ts";

/** One cell of an indicator's disaggregation. Its target is that of the cell itself, where it has one. */
export type CellResult = Omit<ResultRow, "indicator" | "levels" | "count" | "progress" | "undefinedBecause">;

/** An indicator in all, and by the axes that were asked for. */
export interface ComputedIndicator extends Omit<ResultRow, "indicator" | "at" | "reported" | "target"> {
  /** Code of the indicator. */
  code: string;
  /** How it stands on the day that the answer is for, by the goals in force on it; without a day it has no status. */
  status: Status;
  /** The share of the total that reports disaggregate by the axes asked for; `null` where none was asked for or it is unknown. */
  coverage: number | null;
  /** Rows that a later row replaced. */
  replaced: number;
  /** Rows that said again what another row says; they count once. */
  repeated: number;
  /** How the value follows from other indicators, where a formula gives it since no row reports it. */
  derived?: {
    /** The formula by codes of indicators: `1000 * [1.1] / [1.2]`. */
    formula: string;
    /** The same by their numbers. */
    working: string;
    /** Codes of the indicators that have no value; the result then has none either. */
    missing: string[];
  };
  /** One for each combination of members that has a result; none where the query splits by nothing. */
  cells: CellResult[];
}
