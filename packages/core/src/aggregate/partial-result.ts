import type { ResultReason } from "./query.ts";

/** A value that was read from reports. Where there is a reason, the value means nothing; NaN means none. */
export interface PartialResult {
  /** The number. */
  value: number;
  /** Why it is no number. */
  reason: ResultReason | null;
  /** The least that it can be. */
  low: number;
  /** The most that it can be; infinite where nothing confines it from above. */
  high: number;
  /** The part that reports state exactly. */
  reported: number;
  /** Period that it was carried forward from. */
  carried: string | null;
  /** Of a scale: reports by level, lowest first; `null` of other measures. */
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
