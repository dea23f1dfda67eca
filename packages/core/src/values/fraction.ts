import { asPrinted, decimalsIn, MAX_UNITS, NO_DECIMAL, powerOfTen } from "./decimals.ts";

/**
 * Exact fractions of integers. Everything that decides something (a target met, a threshold reached, a marker that fits) compares
 * fractions: 29 of 100 meets 29 %, though `29 / 100 * 100` is 28.999999999999996.
 */
export interface Fraction {
  readonly numerator: bigint;
  /** Above zero; the fraction is in lowest terms. */
  readonly denominator: bigint;
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

function lowestTerms(numerator: bigint, denominator: bigint): Fraction {
  let [a, b] = [abs(numerator), abs(denominator)];
  while (b !== 0n) [a, b] = [b, a % b];
  const divisor = denominator < 0n ? -a : a;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/**
 * The fraction that a number means, or the quotient of two.
 *
 * A number is the decimal that it was written with: 0.1 is 1/10. One of more than nine decimals or 15 digits is the fraction of a small
 * denominator that rounds to it, where there is only one (the double of 1 ÷ 3 is 1/3), else its shortest decimal.
 * @throws RangeError where a number is not finite, or the denominator is zero.
 */
export function fraction(value: number | bigint, dividedBy: number | bigint = 1): Fraction {
  const whole = fromNumber(value);
  return dividedBy === 1 ? whole : divideFractions(whole, fromNumber(dividedBy));
}

function fromNumber(value: number | bigint): Fraction {
  if (typeof value === "bigint") return { numerator: value, denominator: 1n };
  if (!Number.isFinite(value)) throw new RangeError(`${value} must be a finite number`);
  if (Number.isInteger(value)) return { numerator: BigInt(value), denominator: 1n };
  const decimals = decimalsIn(value);
  if (decimals !== NO_DECIMAL) {
    const power = powerOfTen(decimals);
    return lowestTerms(BigInt(Math.round(value * power)), BigInt(power));
  }
  const [numerator, denominator] = smallFraction(value) ?? asPrintedFraction(value);
  return lowestTerms(numerator, denominator);
}

function asPrintedFraction(value: number): [bigint, bigint] {
  const [digits, decimals] = asPrinted(value);
  return [digits, 10n ** BigInt(decimals)];
}

/**
 * The fraction that rounds to a double, by continued fractions. Denominators are searched only so far that by chance one in a thousand
 * doubles at most would have such a fraction.
 */
function smallFraction(value: number): [bigint, bigint] | null {
  const size = Math.abs(value);
  const limit = Math.sqrt(2 ** 42 / Math.max(1, size));
  let [before, numerator, beforeBelow, denominator] = [0, 1, 1, 0];
  let rest = size;
  for (let step = 0; step < 40; step += 1) {
    const whole = Math.floor(rest);
    [before, numerator] = [numerator, whole * numerator + before];
    [beforeBelow, denominator] = [denominator, whole * denominator + beforeBelow];
    if (denominator > limit || numerator > Number.MAX_SAFE_INTEGER) return null;
    if (numerator / denominator === size)
      return [BigInt(value < 0 ? -numerator : numerator), BigInt(denominator)];
    if (rest === whole) return null;
    rest = 1 / (rest - whole);
  }
  return null;
}

/** The exact sum; zero of none. */
export function addFractions(...terms: readonly Fraction[]): Fraction {
  return terms.reduce(
    (sum, term) =>
      lowestTerms(
        sum.numerator * term.denominator + term.numerator * sum.denominator,
        sum.denominator * term.denominator,
      ),
    fraction(0n),
  );
}

/** The exact difference. */
export function subtractFractions(from: Fraction, amount: Fraction): Fraction {
  return addFractions(from, { numerator: -amount.numerator, denominator: amount.denominator });
}

/** The exact product. */
export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return lowestTerms(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** The exact quotient. @throws RangeError where the divisor is zero. */
export function divideFractions(a: Fraction, b: Fraction): Fraction {
  if (b.numerator === 0n) throw new RangeError("the denominator must not be zero");
  return lowestTerms(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Below zero where `a` is smaller, above where it is larger, 0 where they are equal. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Compares a ÷ b with c ÷ d, exactly: `compareQuotients(29, 100, 0.29, 1)` is 0. A share of money against a threshold is
 * `compareQuotients(part.minor, whole.minor, 0.8, 1)`.
 * @throws RangeError where a denominator is zero or a number is not finite.
 */
export function compareQuotients(a: number, b: number, c: number, d: number): -1 | 0 | 1 {
  if (b > 0 && d > 0 && [a, b, c, d].every(Number.isInteger)) {
    const [left, right] = [a * d, c * b];
    if (Number.isSafeInteger(left) && Number.isSafeInteger(right))
      return left < right ? -1 : left > right ? 1 : 0;
  }
  return compareFractions(fraction(a, b), fraction(c, d));
}

/**
 * a ÷ b as a double, times a whole number (100 for a percentage). Of decimals of up to nine places it is the nearest one, however they were written: `quotient(0.7, 0.1)` is 7, and equal
 * quotients are the same double. Others are divided as the doubles that they are.
 * @throws RangeError where the denominator is zero.
 */
export function quotient(a: number, b: number, times = 1): number {
  if (b === 0) throw new RangeError("the denominator must not be zero");
  if (Number.isInteger(b) && Number.isSafeInteger(a * times) && Number.isInteger(a))
    return (a * times) / b + 0;
  const decimals = Math.max(decimalsIn(a), decimalsIn(b));
  const power = powerOfTen(decimals);
  const [above, below] = [Math.round(a * power) * times, Math.round(b * power)];
  // Adding zero makes a negative zero positive.
  if (Math.abs(above) <= MAX_UNITS && Math.abs(below) <= MAX_UNITS) return above / below + 0;
  return (a / b) * times + 0;
}

/** Digits of a quotient before it is rounded: two more than a double holds; the last one is set where anything is left. */
const QUOTIENT_BITS = 55;
const bitsOf = (value: bigint): number => value.toString(2).length;

/** The nearest double, ties to even. */
export function toNumber({ numerator, denominator }: Fraction): number {
  const size = abs(numerator);
  const sign = numerator < 0n ? -1 : 1;
  if (size <= Number.MAX_SAFE_INTEGER && denominator <= Number.MAX_SAFE_INTEGER)
    return (sign * Number(size)) / Number(denominator);
  const shift = QUOTIENT_BITS - bitsOf(size) + bitsOf(denominator);
  const [above, below] =
    shift >= 0 ? [size << BigInt(shift), denominator] : [size, denominator << BigInt(-shift)];
  const digits = (above / below) | (above % below === 0n ? 0n : 1n);
  return sign * Number(digits) * 2 ** -shift;
}
