import { studentBelow } from "./student.ts";

/** A level at a time, in periods. */
export interface TimedLevel {
  time: number;
  level: number;
}

/** What one model says of the level at a later time: Student's distribution with `degrees` degrees of freedom, and the model's weight. */
interface Prediction {
  middle: number;
  scale: number;
  weight: number;
}

/** The models' predictions together. */
export interface Mixture {
  /** The level below which the share `probability` lies. */
  quantile: (probability: number) => number;
}

type Covariance = (a: number, b: number) => number;

/**
 * How departures from a straight line go together: not at all; half of one is left after a period; they add up (a random walk with drift);
 * the pace itself wanders (an integrated random walk).
 */
const DEPARTURES: readonly Covariance[] = [
  (a, b) => (a === b ? 1 : 0),
  (a, b) => 0.5 ** Math.abs(a - b),
  (a, b) => Math.min(a, b),
  (a, b) => {
    const [first, last] = [Math.min(a, b), Math.max(a, b)];
    return (first * first * (3 * last - first)) / 6;
  },
];

/** The model whose pace itself wanders. */
const CHANGING = 3;

/** The inverse of a symmetric positive matrix and the logarithm of its determinant, by Gauss-Jordan elimination. */
function inverse(matrix: readonly number[][]): { rows: number[][]; logDeterminant: number } {
  const size = matrix.length;
  const work = matrix.map((row, index) => [...row, ...row.map((_, column) => (column === index ? 1 : 0))]);
  let logDeterminant = 0;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const row = work[pivot] as number[];
    const value = row[pivot] as number;
    logDeterminant += Math.log(value);
    for (let column = 0; column < 2 * size; column += 1) row[column] = (row[column] as number) / value;
    for (const [index, other] of work.entries()) {
      const factor = other[pivot] as number;
      if (index === pivot || factor === 0) continue;
      for (let column = 0; column < 2 * size; column += 1)
        other[column] = (other[column] as number) - factor * (row[column] as number);
    }
  }
  return { rows: work.map((row) => row.slice(size)), logDeterminant };
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] as number), 0);
const times = (matrix: readonly number[][], vector: readonly number[]): number[] =>
  matrix.map((row) => dot(row, vector));

/** Generalised least squares of a line through the points, and the prediction at `until`. The weight is the logarithm of the restricted likelihood. */
function predict(
  covariance: Covariance,
  points: readonly TimedLevel[],
  until: number,
  leastSpread: number,
): Prediction {
  const levels = points.map(({ level }) => level);
  const { rows: inverted, logDeterminant } = inverse(
    points.map((a, row) =>
      points.map((b, column) => covariance(a.time, b.time) + (row === column ? 1e-9 : 0)),
    ),
  );
  const columns = [points.map(() => 1), points.map(({ time }) => time)];
  const weighted = columns.map((column) => times(inverted, column));
  const normal = inverse(weighted.map((a) => columns.map((b) => dot(a, b))));
  const line = times(
    normal.rows,
    weighted.map((column) => dot(column, levels)),
  );
  const rest = points.map(({ time, level }) => level - dot(line, [1, time]));
  const degrees = points.length - 2;
  const squares = Math.max(dot(rest, times(inverted, rest)), degrees * leastSpread ** 2);
  const shared = points.map(({ time }) => covariance(time, until));
  const weights = times(inverted, shared);
  const open = [1 - dot(columns[0] as number[], weights), until - dot(columns[1] as number[], weights)];
  const variance =
    (squares / degrees) *
    (covariance(until, until) - dot(shared, weights) + dot(open, times(normal.rows, open)));
  return {
    middle: dot(line, [1, until]) + dot(weights, rest),
    scale: Math.sqrt(Math.max(variance, leastSpread ** 2)),
    weight: -(logDeterminant + normal.logDeterminant + degrees * Math.log(squares)) / 2,
  };
}

/**
 * Predicts a level by four models of how it departs from a straight line, each weighted by how well it explains the points (its restricted
 * likelihood; before the points all have the same weight).
 * @param leastSpread the smallest standard deviation that is believed. @param points at least three, in time order, from a time above 0.
 */
export function predictLevel(
  points: readonly TimedLevel[],
  until: number,
  leastSpread: number,
  changingPrior = 1,
): Mixture {
  const predictions = DEPARTURES.map((covariance) => predict(covariance, points, until, leastSpread));
  const best = Math.max(...predictions.map(({ weight }) => weight));
  const raw = predictions.map(
    ({ weight }, index) => Math.exp(weight - best) * (index === CHANGING ? changingPrior : 1),
  );
  const sum = raw.reduce((total, weight) => total + weight, 0);
  const weights = raw.map((weight) => weight / sum);
  const degrees = points.length - 2;
  const below = (level: number) =>
    predictions.reduce(
      (total, { middle, scale }, index) =>
        total + (weights[index] as number) * studentBelow((level - middle) / scale, degrees),
      0,
    );
  const quantile = (probability: number): number => {
    let low = Math.min(...predictions.map(({ middle, scale }) => middle - 100 * scale));
    let high = Math.max(...predictions.map(({ middle, scale }) => middle + 100 * scale));
    for (let step = 0; step < 80; step += 1) {
      const middle = (low + high) / 2;
      if (below(middle) < probability) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return { quantile };
}
