/** What a number lies between, both ends included. */
export interface Interval {
  /** The least that it can be. */
  low: number;
  /** The most that it can be. */
  high: number;
}

/** As {@link Interval}, of a number that may have no upper limit. */
export interface Bounds {
  /** The least that it can be. */
  low: number;
  /** The most that it can be; `null` where nothing bounds it. */
  high: number | null;
}

/** As {@link Interval}, of a number that may have no limit on either side. */
export interface OpenBounds {
  /** The least that it can be; `null` where nothing bounds it. */
  low: number | null;
  /** The most that it can be; `null` where nothing bounds it. */
  high: number | null;
}
