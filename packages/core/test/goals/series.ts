// Made-up series of the kinds that projects report, to measure how often the interval of a forecast holds the truth.

import { forecastTo, type PastPoint } from "../../src/indicators/forecast.ts";
import { shiftDate } from "../../src/values/date.ts";

/** Random numbers from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const normalFrom = (random: () => number) => () =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A kind of series: its levels over some periods, and what the measure allows. */
export interface SeriesKind {
  name: string;
  limits: { runningTotal?: boolean; minimum?: number; maximum?: number; whole?: boolean };
  levels: (periods: number, random: () => number) => number[];
}

const totals = (steps: number[]): number[] => {
  let sum = 0;
  return steps.map((step) => {
    sum += step;
    return sum;
  });
};
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const COUNT = { runningTotal: true, minimum: 0, whole: true };

export const SERIES_KINDS: readonly SeriesKind[] = [
  {
    name: "steady with noise",
    limits: COUNT,
    levels: (periods, random) => {
      const normal = normalFrom(random);
      return totals(times(periods, () => Math.max(0, Math.round(20 + 6 * normal()))));
    },
  },
  {
    name: "mean-reverting",
    limits: { minimum: 0, maximum: 100 },
    levels: (periods, random) => {
      const normal = normalFrom(random);
      let level = 50 + 8 * normal();
      return times(periods, () => {
        level = 50 + 0.5 * (level - 50) + 7 * normal();
        return Math.min(100, Math.max(0, Math.round(level)));
      });
    },
  },
  {
    name: "lumpy",
    limits: COUNT,
    levels: (periods, random) => {
      const normal = normalFrom(random);
      return totals(times(periods, () => (random() < 0.5 ? Math.round(Math.exp(3.5 + 0.6 * normal())) : 0)));
    },
  },
  {
    name: "S-shaped",
    limits: COUNT,
    levels: (periods, random) => {
      const normal = normalFrom(random);
      const [middle, width] = [3 + 6 * random(), 1 + 1.5 * random()];
      const share = (time: number) => 1 / (1 + Math.exp(-(time - middle) / width));
      return totals(
        times(periods, (index) =>
          Math.round(400 * (share(index + 1) - (index === 0 ? 0 : share(index))) * Math.exp(0.25 * normal())),
        ),
      );
    },
  },
  {
    name: "wandering",
    limits: { minimum: 0 },
    levels: (periods, random) => {
      const normal = normalFrom(random);
      let level = 60;
      return times(periods, () => {
        level = Math.max(0, level + 5 * normal());
        return Math.round(level);
      });
    },
  },
];

/** How forecasts fared over many series of one kind. */
export interface Coverage {
  /** Share of the series that a forecast was answered for. */
  answered: number;
  /** Share of those whose interval held the level at the end. */
  held: number;
}

/** Periods of a quarter; the end lies `ahead` periods after the last point. */
export function coverageOf(
  kind: SeriesKind,
  periods: number,
  ahead: number,
  runs: number,
  seed: number,
): Coverage {
  const random = randomFrom(seed);
  const dateOf = (index: number) => shiftDate("2020-03-31", 91 * index);
  let [answered, held] = [0, 0];
  for (let run = 0; run < runs; run += 1) {
    const levels = kind.levels(periods + ahead, random);
    const points: PastPoint[] = levels
      .slice(0, periods)
      .map((value, index) => ({ date: dateOf(index), value }));
    const forecast = forecastTo(points, dateOf(periods + ahead - 1), kind.limits);
    if (forecast.reason !== null) continue;
    answered += 1;
    const truth = levels.at(-1) ?? Number.NaN;
    if (truth >= forecast.low && truth <= forecast.high) held += 1;
  }
  return { answered: answered / runs, held: answered === 0 ? Number.NaN : held / answered };
}
