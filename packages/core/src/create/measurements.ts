import type { Measurement } from "../document/index.ts";

const sums = { sources: "sum", places: "sum" } as const;
const single = { sources: "none", places: "none" } as const;

/** The usual ways to measure, by name. */
export const MEASUREMENTS = {
  /** Each period adds to a count: people trained. */
  count: { measure: "count", accumulation: "sum", combination: sums },
  /** Each report gives the total so far: people trained since the beginning. */
  "running-total": { measure: "count", accumulation: "cumulative", combination: sums },
  /** A number that goes up and down, of which the last counts: active committees. */
  stock: { measure: "count", accumulation: "latest", combination: sums },
  /** Numerator and denominator add up, in points: 25 is 25 %. */
  percentage: { measure: "percentage", accumulation: "latest", combination: sums },
  /** Numerator and denominator add up, as a fraction. */
  ratio: { measure: "ratio", accumulation: "latest", combination: sums },
  /** Money that each period adds to. */
  amount: { measure: "currency", accumulation: "sum", combination: sums },
  /** A score, of which the last counts and which is averaged over sources and places. */
  score: { measure: "score", accumulation: "latest", combination: { sources: "average", places: "average" } },
  /** Reached (1) or not (0). */
  "yes-no": { measure: "yes-no", accumulation: "latest", combination: single },
  /** A share in points from a sample. */
  survey: { measure: "survey-share", accumulation: "latest", combination: single },
} as const satisfies Record<string, Measurement>;

/** A usual way to measure, by name. */
export type MeasurementName = keyof typeof MEASUREMENTS;
