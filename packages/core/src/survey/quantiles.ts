import { studentBelow } from "../indicators/student.ts";

const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/**
 * The probability that a standard normal variable is at most `x`, to some 15 digits: the power series of M. Abramowitz and I. Stegun,
 * *Handbook of Mathematical Functions* (26.2.11), and their continued fraction (26.2.14) in the tails.
 */
export function normalBelow(x: number): number {
  const size = Math.abs(x);
  if (size > 38) return x < 0 ? 0 : 1;
  if (size < 3) {
    let [term, sum] = [x, x];
    for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
      term *= (x * x) / odd;
      sum += term;
    }
    return 0.5 + density(x) * sum;
  }
  let fraction = size;
  for (let step = 120; step > 0; step -= 1) fraction = size + step / fraction;
  const tail = density(size) / fraction;
  return x < 0 ? tail : 1 - tail;
}

/**
 * The value that a standard normal variable stays below with a probability between 0 and 1.
 * @throws RangeError where the probability is not between 0 and 1.
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`${probability} must be between 0 and 1`);
  if (probability > 0.5) return -normalQuantile(1 - probability);
  // A first guess (Abramowitz and Stegun, 26.2.22), then Halley's method.
  const t = Math.sqrt(-2 * Math.log(probability));
  let x = -(t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t)));
  for (let step = 0; step < 5; step += 1) {
    const slope = (normalBelow(x) - probability) / density(x);
    x -= slope / (1 + (x * slope) / 2);
  }
  return x;
}

/** Degrees of freedom from which the asymptotic expansion is exact to double precision. */
const MANY_DEGREES = 2_000;

/**
 * The value that a Student variable stays below with a probability between 0 and 1. `degrees` is a whole number above zero, or infinite:
 * the normal quantile.
 * @throws RangeError where the probability or the degrees of freedom are out of range.
 */
export function studentQuantile(probability: number, degrees: number): number {
  const z = normalQuantile(probability);
  if (degrees === Number.POSITIVE_INFINITY) return z;
  if (!Number.isInteger(degrees) || degrees < 1)
    throw new RangeError(`${degrees} must be a whole number of degrees of freedom, 1 or more`);
  // The expansion of Abramowitz and Stegun, 26.7.5.
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  const guess = terms.reduce((sum, term, index) => sum + term / degrees ** (index + 1), z);
  if (degrees > MANY_DEGREES || z === 0) return guess;
  // Between brackets that hold the root, by halving: the distribution function is monotone, and exact for whole degrees.
  const upper = Math.abs(z) * 2;
  let [low, high] = [0, Math.max(upper, Math.abs(guess) * 2)];
  const tail = probability > 0.5 ? probability : 1 - probability;
  while (studentBelow(high, degrees) < tail) high *= 2;
  for (let step = 0; step < 100 && high - low > 1e-15 * high; step += 1) {
    const middle = (low + high) / 2;
    if (studentBelow(middle, degrees) < tail) low = middle;
    else high = middle;
  }
  const size = (low + high) / 2;
  return probability > 0.5 ? size : -size;
}
