import type { Status } from "../indicators/index.ts";
import type { ResultReason, ResultRow } from "./query.ts";

/** One cell of an indicator's disaggregation. */
export interface CellResult {
  at: Record<string, string>;
  value: number | null;
  reason: ResultReason | null;
  bounds: ResultRow["bounds"];
  reported: number | null;
  carried: string | null;
  /** The target of the cell itself, where it has one. */
  target: number | null;
  percentOfTarget: number | null;
}

/** An indicator in all, and by the axes that were asked for. */
export interface ComputedIndicator {
  code: string;
  value: number | null;
  reason: ResultReason | null;
  bounds: ResultRow["bounds"];
  /** Fractions, never cut off: 1.25 is 125 %. */
  percentOfTarget: number | null;
  progress: number | null;
  undefinedBecause: ResultRow["undefinedBecause"];
  status: Status;
  /** Observations that the value rests on. */
  count: number;
  /** Of a scale: reports by level, lowest first. */
  levels: number[] | null;
  /** The period that the value was carried forward from; `null` where none of it was. */
  carried: string | null;
  /** The share of the total that reports disaggregate by the axes asked for; `null` where none was asked for or it is unknown. */
  coverage: number | null;
  /** Rows that a later row replaced. */
  replaced: number;
  /** Rows that said again what another row says; they count once. */
  repeated: number;
  /** Of a value that a formula gives, since no row reports it. */
  derived?: { formula: string; working: string; missing: string[] };
  cells: CellResult[];
}
