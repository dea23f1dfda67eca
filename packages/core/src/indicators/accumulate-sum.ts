import { decimalsIn, NO_DECIMAL, powerOfTen } from "../observations/index.ts";

/** The sum of doubles, rounded once (J. R. Shewchuk 1997, as in Python's `fsum`): partials that do not overlap hold it exactly. */
function binarySum(numbers: readonly number[]): number {
  const partials: number[] = [];
  for (const number of numbers) {
    let x = number;
    let kept = 0;
    for (const partial of partials) {
      const [large, small] = Math.abs(x) < Math.abs(partial) ? [partial, x] : [x, partial];
      const high = large + small;
      const low = small - (high - large);
      if (low !== 0) partials[kept++] = low;
      x = high;
    }
    partials.length = kept;
    partials.push(x);
  }
  let at = partials.length - 1;
  let high = partials[at] ?? 0;
  let low = 0;
  while (at > 0) {
    at -= 1;
    const x = high;
    const y = partials[at] ?? 0;
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  // Half way between two doubles the next partial decides.
  if (at > 0 && Math.sign(low) === Math.sign(partials[at - 1] ?? 0)) {
    const twice = low * 2;
    const x = high + twice;
    if (twice === x - high) return x;
  }
  return high;
}

/**
 * A sum that does not depend on the order. Decimals of up to nine places are added as whole numbers, so that 0.1 + 0.2 is 0.3 and
 * cents stay cents; other doubles are added exactly and rounded once.
 */
export function exactSum(numbers: readonly number[]): number {
  if (numbers.length === 1) return numbers[0] ?? 0;
  let decimals = 0;
  let size = 0;
  for (const number of numbers) {
    if (decimals > 0 || !Number.isSafeInteger(number)) decimals = decimalsIn(number, decimals);
    if (decimals === NO_DECIMAL) return binarySum(numbers);
    size += Math.abs(number);
  }
  const scale = powerOfTen(decimals);
  if (size * scale > Number.MAX_SAFE_INTEGER) return binarySum(numbers);
  let sum = 0;
  for (const number of numbers) sum += Math.round(number * scale);
  return sum / scale;
}
