import type { Measurement } from "../document/index.ts";
import { type CalendarDate, daysBetween } from "../values/date.ts";
import { decimalsIn, NO_DECIMAL, powerOfTen } from "../values/decimals.ts";
import { predictLevel } from "./trends.ts";

/** The level of an indicator at the end of a period. */
export interface PastPoint {
  /** Last day of the period. */
  date: CalendarDate;
  /** The level on it, in the indicator's unit. */
  value: number;
}

/**
 * Why no value is forecast. `too-little-data`: fewer than six periods, of a running total seven. `nothing-moved`: all levels are the same, so that nothing shows the
 * spread. `too-far-ahead`: the end is further away than half of the time observed. `limit-reached`: the level cannot move any more. `end-passed`: the last point is not before the end.
 * `dates-not-in-order`: two points of one day, or backwards.
 */
export type ForecastReason =
  | "too-little-data"
  | "nothing-moved"
  | "too-far-ahead"
  | "limit-reached"
  | "end-passed"
  | "dates-not-in-order";

/** A value forecast for the end date with its interval, or why there is none. */
export type Forecast =
  | {
      reason: null;
      /** The middle of what is expected at the end date, within `low` and `high`. Never capped at the target. */
      value: number;
      /** The value lies between these with probability `level`: see docs/goals.md for how often it does. */
      low: number;
      /** Upper end, as `low`. */
      high: number;
      /** Probability of the interval: 0.8. */
      level: number;
      /** Points that it rests on. */
      pointCount: number;
      method: "averaged-trends";
    }
  | {
      /** Why nothing is forecast. */
      reason: ForecastReason;
      value: null;
      /** Points that there are. */
      pointCount: number;
    };

/** What a measure allows. `null`: no such limit. */
export interface Limits {
  /** The least value. */
  minimum: number | null;
  /** The greatest value. */
  maximum: number | null;
}

/** How a forecast is made. */
export interface ForecastOptions extends Partial<Limits> {
  /** Probability of the interval. Default: 0.8. */
  level?: number;
  /** A total that cannot fall below its last value. */
  runningTotal?: boolean;
  /** Only whole numbers: the interval is rounded outwards. */
  whole?: boolean;
}

/** The least and the greatest value of a measure: its own, else 0 to 100 for a percentage, from 0 for what is counted, the levels of a scale. */
export function limitsOf({
  measure,
  levels,
  minimum,
  maximum,
}: Pick<Measurement, "measure" | "levels" | "minimum" | "maximum">): Limits {
  const least = measure === "score" || measure === "survey-mean" ? null : 0;
  const share = measure === "percentage" || measure === "survey-share";
  const greatest = share ? 100 : measure === "scale" && levels !== undefined ? levels.length - 1 : null;
  return { minimum: minimum ?? least, maximum: maximum ?? greatest };
}

/** How the series of an indicator is forecast: within its measure's limits, in whole numbers where a count only had such. */
export function forecastOptions(
  measurement: Pick<Measurement, "measure" | "accumulation" | "levels" | "minimum" | "maximum">,
  points: readonly PastPoint[],
): ForecastOptions {
  const { measure, accumulation } = measurement;
  return {
    ...limitsOf(measurement),
    runningTotal:
      limitsOf(measurement).minimum === 0 &&
      (accumulation === "cumulative" || accumulation === "sum" || accumulation === "max"),
    whole: measure === "count" && points.every(({ value }) => Number.isInteger(value)),
  };
}

/** With fewer points a steady series cannot be distinguished from one that is about to bend; running totals bend more often. */
const MIN_POINTS = { level: 6, runningTotal: 7 };
/** How far ahead a forecast goes, as a share of the time observed. */
const REACH = 0.5;
/** Running totals of projects often bend: they start slowly and level off. The model whose pace changes gets this much more weight for them. */
const BENDING = 3;
/** The models' own tails are too thin, since each takes its spread for the only unknown; simulations (docs/goals.md) give this share of them. */
const TAIL = 0.75;

/**
 * Forecasts the level of an indicator at an end date from its past levels alone: four models of a line and the departures from it (see
 * `predictLevel`), weighted by how well each explains the past. It stays within the limits of the measure, contains its own value, and
 * says so where it knows too little.
 * @param points in time order.
 */
export function forecastTo(
  points: readonly PastPoint[],
  end: CalendarDate,
  options: ForecastOptions = {},
): Forecast {
  const { level = 0.8, runningTotal = false, whole = false } = options;
  const none = (reason: ForecastReason): Forecast => ({ reason, value: null, pointCount: points.length });
  const [first, last] = [points[0], points.at(-1)];
  if (points.some(({ date }, index) => index > 0 && daysBetween(points[index - 1]?.date ?? date, date) <= 0))
    return none("dates-not-in-order");
  if (
    first === undefined ||
    last === undefined ||
    points.length < MIN_POINTS[runningTotal ? "runningTotal" : "level"]
  )
    return none("too-little-data");
  const [past, left] = [daysBetween(first.date, last.date), daysBetween(last.date, end)];
  if (left <= 0) return none("end-passed");
  const range = Math.max(...points.map(({ value }) => value)) - Math.min(...points.map(({ value }) => value));
  if (range === 0) return none("nothing-moved");
  if (left > REACH * past) return none("too-far-ahead");

  const period = past / (points.length - 1);
  const timeOf = (date: CalendarDate) => 1 + daysBetween(first.date, date) / period;
  const mixture = predictLevel(
    points.map(({ date, value }) => ({ time: timeOf(date), level: (value - first.value) / range })),
    timeOf(end),
    resolutionOf(points) / range,
    runningTotal ? BENDING : 1,
  );
  const tail = ((1 - level) / 2) * TAIL;
  const at = (probability: number) => first.value + range * mixture.quantile(probability);
  const least = Math.max(
    runningTotal ? last.value : Number.NEGATIVE_INFINITY,
    options.minimum ?? Number.NEGATIVE_INFINITY,
  );
  const greatest = options.maximum ?? Number.POSITIVE_INFINITY;
  const within = (value: number) => Math.min(greatest, Math.max(least, value));
  let [low, value, high] = [within(at(tail)), within(at(0.5)), within(at(1 - tail))];
  if (whole) [low, value, high] = [Math.floor(low), Math.round(value), Math.ceil(high)];
  // All of it beyond a limit: where the series is now is still possible.
  if (low === high) [low, high] = [Math.min(low, within(last.value)), Math.max(high, within(last.value))];
  if (low === high) return none("limit-reached");
  return { reason: null, value, low, high, level, pointCount: points.length, method: "averaged-trends" };
}

/** The last decimal that the levels were written with. */
function resolutionOf(points: readonly PastPoint[]): number {
  const decimals = Math.max(...points.map(({ value }) => decimalsIn(value)));
  return decimals === NO_DECIMAL ? 1e-9 : 1 / powerOfTen(decimals);
}
