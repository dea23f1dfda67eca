import { asPrinted, decimalsIn, MAX_DECIMALS, MAX_UNITS, NO_DECIMAL, powerOfTen } from "./decimals.ts";
import { Money } from "./money.ts";

const finite = (number: number): number => {
  if (!Number.isFinite(number)) throw new RangeError(`${number} cannot be added up`);
  return number;
};

/**
 * The sum of decimals as they are printed: 0.1 + 0.2 is 0.3, in whatever order. Every number means the shortest decimal that
 * reads back as it (what was typed in); these are added exactly, and the sum is rounded to a double once.
 * @throws RangeError where a number or the sum is not finite.
 */
export function sumDecimals(numbers: Iterable<number>): number {
  // One running total for each number of decimals: whole numbers in exact range, emptied into big ones before they leave it.
  const running = Array<number>(MAX_DECIMALS + 1).fill(0);
  let big = 0n;
  let scale = MAX_DECIMALS;
  const keep = (digits: bigint, decimals: number) => {
    if (decimals > scale) {
      big *= 10n ** BigInt(decimals - scale);
      scale = decimals;
    }
    big += digits * 10n ** BigInt(scale - decimals);
  };
  for (const number of numbers) {
    let decimals = 0;
    for (; decimals <= MAX_DECIMALS; decimals += 1) {
      const power = powerOfTen(decimals);
      const whole = Math.round(number * power);
      if (whole / power !== number || Math.abs(whole) > MAX_UNITS) continue;
      const sum = (running[decimals] ?? 0) + whole;
      if (Number.isSafeInteger(sum)) running[decimals] = sum;
      else {
        keep(BigInt(running[decimals] ?? 0), decimals);
        running[decimals] = whole;
      }
      break;
    }
    if (decimals > MAX_DECIMALS) keep(...asPrinted(finite(number)));
  }
  const used = running.flatMap((sum, decimals) => (sum === 0 ? [] : [decimals]));
  if (big === 0n && used.length === 1) {
    const [decimals = 0] = used;
    return (running[decimals] ?? 0) / powerOfTen(decimals);
  }
  for (const decimals of used) keep(BigInt(running[decimals] ?? 0), decimals);
  return finite(Number(`${big}e${-scale}`));
}

/**
 * The sum of doubles taken for what they are in binary, rounded once, in whatever order: for numbers that were computed and not typed,
 * such as 1/3. Partial sums that do not overlap hold it exactly (J. R. Shewchuk, *Adaptive precision floating-point arithmetic*, 1997;
 * the rounding is that of Python's `math.fsum`).
 * @throws RangeError where a number or a partial sum is not finite.
 */
export function sumDoubles(numbers: Iterable<number>): number {
  const partials: number[] = [];
  for (const number of numbers) {
    let x = finite(number);
    let count = 0;
    for (const partial of partials) {
      const [large, small] = Math.abs(x) < Math.abs(partial) ? [partial, x] : [x, partial];
      x = finite(large + small);
      const low = small - (x - large);
      if (low !== 0) partials[count++] = low;
    }
    partials.length = count;
    partials.push(x);
  }
  let high = partials.pop() ?? 0;
  for (let next = partials.pop(); next !== undefined; next = partials.pop()) {
    const x = high;
    high = x + next;
    const low = next - (high - x);
    if (low === 0) continue;
    // Half way between two doubles the next partial decides.
    const twice = low * 2;
    if (Math.sign(low) === Math.sign(partials.at(-1) ?? 0) && high + twice - high === twice) high += twice;
    break;
  }
  return high;
}

/**
 * The sum of reported values, which does not depend on their order: {@link sumDecimals} of decimals of up to nine places, so that
 * cents stay cents; {@link sumDoubles} as soon as one of them is no such decimal.
 */
export function exactSum(numbers: readonly number[]): number {
  if (numbers.length === 1) return numbers[0] ?? 0;
  let decimals = 0;
  let size = 0;
  for (const number of numbers) {
    const own = decimalsIn(number);
    if (own === NO_DECIMAL) return sumDoubles(numbers);
    decimals = Math.max(decimals, own);
    size += Math.abs(number);
  }
  const scale = powerOfTen(decimals);
  if (size * scale > MAX_UNITS) return sumDecimals(numbers);
  let sum = 0;
  for (const number of numbers) sum += Math.round(number * scale);
  return sum / scale;
}

/**
 * Sums of money, exact to the minor unit, one for each currency, in the order in which they first appear. Currencies are never mixed.
 * @throws RangeError where a sum leaves exact range.
 */
export function sumMoney(amounts: Iterable<Money>): Money[] {
  const sums = new Map<string, bigint>();
  for (const { minor, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(minor));
  return [...sums].map(([currency, sum]) => Money.parse({ minor: Number(sum), currency }));
}
