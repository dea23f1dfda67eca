import { type CalendarDate, daysBetween } from "../values/date.ts";

/** Where an indicator stood at the end of a period; the first one may be the baseline at the project's start. */
export interface PastPoint {
  date: CalendarDate;
  value: number;
}

/** A value foreseen for the end date with its interval, or why none is. */
export type Forecast =
  | {
      reason: null;
      /** Value at the end date if the past pace holds. Never cut off at the target. */
      value: number;
      /** With probability `level`, if the assumptions hold, the value will lie between these. */
      low: number;
      high: number;
      level: number;
      /** Past periods that it rests on. */
      periods: number;
      method: "random-walk-with-drift";
    }
  /** `end-passed`: the last point is not before the end. `dates-not-in-order`: two points of one day, or backwards. */
  | { reason: "too-little-data" | "end-passed" | "dates-not-in-order"; value: null; periods: number };

/** Fewer periods than these show no spread worth the name. */
const FEWEST_PERIODS = 3;

/**
 * Projects an indicator to its end date by a random walk with drift: the value goes on at the mean pace of the past, and the spread of
 * past periods around that pace gives the interval. Over periods of L₁…Lₙ days with changes dᵢ: pace μ = Σdᵢ ÷ ΣLᵢ, variance a day
 * s² = Σ (dᵢ − μLᵢ)² ÷ Lᵢ ÷ (n − 1); over the H days left, value + μH ± t·√(s²·H·(1 + H ÷ ΣLᵢ)) with Student's t of n − 1 degrees.
 * With equal periods that is the drift method of R. J. Hyndman and G. Athanasopoulos, *Forecasting: principles and practice* (3rd ed.,
 * 5.2 and 5.5), with t in place of the normal distribution because periods are few. It assumes changes that are independent and alike:
 * a project that is about to change its pace is not projected by it.
 *
 * @param points in time order. @param options `level`: probability of the interval, 0.8 unless told; `runningTotal`: a total that cannot
 * fall, so that the interval begins no lower than the last value.
 */
export function forecastTo(
  end: CalendarDate,
  points: readonly PastPoint[],
  { level = 0.8, runningTotal = false }: { level?: number; runningTotal?: boolean } = {},
): Forecast {
  const steps = points.slice(1).map((point, place) => {
    const before = points[place] ?? point;
    return { days: daysBetween(before.date, point.date), change: point.value - before.value };
  });
  const periods = steps.length;
  const none = (reason: Exclude<Forecast["reason"], null>): Forecast => ({
    reason,
    value: null,
    periods,
  });
  if (steps.some(({ days }) => days <= 0)) return none("dates-not-in-order");
  const [first, last] = [points[0], points.at(-1)];
  if (periods < FEWEST_PERIODS || first === undefined || last === undefined) return none("too-little-data");
  const left = daysBetween(last.date, end);
  if (left <= 0) return none("end-passed");

  const past = daysBetween(first.date, last.date);
  const pace = (last.value - first.value) / past;
  const variance =
    steps.reduce((sum, { days, change }) => sum + (change - pace * days) ** 2 / days, 0) / (periods - 1);
  const margin = studentQuantile(level, periods - 1) * Math.sqrt(variance * left * (1 + left / past));
  const value = last.value + pace * left;
  return {
    reason: null,
    value,
    low: runningTotal ? Math.max(last.value, value - margin) : value - margin,
    high: value + margin,
    level,
    periods,
    method: "random-walk-with-drift",
  };
}

/**
 * The t that a Student variable of `degrees` degrees of freedom stays within, on both sides, with probability `level`: by halving, on
 * the finite series of M. Abramowitz and I. Stegun, *Handbook of Mathematical Functions* (26.7.3 and 26.7.4), with t = √ν·tan θ.
 */
export function studentQuantile(level: number, degrees: number): number {
  if (!(level > 0 && level < 1) || !Number.isInteger(degrees) || degrees < 1)
    throw new RangeError(`no quantile of level ${level} with ${degrees} degrees of freedom`);
  const odd = degrees % 2 === 1;
  const within = (angle: number): number => {
    const cosine = Math.cos(angle);
    let term = odd ? cosine : 1;
    let sum = 0;
    for (let power = odd ? 1 : 0; power <= degrees - 2; power += 2) {
      sum += term;
      term *= (cosine * cosine * (power + 1)) / (power + 2);
    }
    return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
  };
  let [low, high] = [0, Math.PI / 2];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (within(middle) < level) low = middle;
    else high = middle;
  }
  return Math.sqrt(degrees) * Math.tan((low + high) / 2);
}
