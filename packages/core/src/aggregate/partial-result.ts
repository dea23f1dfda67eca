import type { ResultReason } from "./query.ts";

/** A value that was read from reports. Where there is a reason, the value means nothing; NaN means none. */
export interface PartialResult {
  value: number;
  reason: ResultReason | null;
  low: number;
  high: number;
  /** The part that reports state exactly. */
  reported: number;
  /** Period that it was carried forward from. */
  carried: string | null;
  levels: number[] | null;
  /** Rows that it rests on. */
  rows: number[];
  /** Reported rows that it rests on, where those of the table mean several. */
  count?: number;
}

/** The values of one indicator by group, and what its coverage is made of. */
export interface ReadIndicatorResults {
  parts: Map<number, PartialResult>;
  /** Share of the total that reports disaggregate by the axes split by; NaN where it is unknown. */
  coverage: number;
}
