// Numbers as exact fractions.

/** A double as a fraction over a power of two, or, if it is a short decimal, over a power of ten. */
function fraction(value: number): { over: bigint; under: bigint; decimal: boolean } {
  const text = String(value);
  const [whole = "", decimals = ""] = text.split(".");
  if (/^-?\d+(\.\d{1,9})?$/.test(text) && Math.abs(Number(whole + decimals)) <= 1e15) {
    return { over: BigInt(whole + decimals), under: 10n ** BigInt(decimals.length), decimal: true };
  }
  let under = 1n;
  let scaled = value;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    under *= 2n;
  }
  return { over: BigInt(scaled), under, decimal: false };
}

/** The quotient of two whole numbers, rounded once. */
export const quotientOf = (over: number, under: number): number => toDouble(BigInt(over), BigInt(under));

/** The double of a fraction by which a binary one is doubled until 80 bits are before the point, and rounded to even. */
function toDouble(over: bigint, under: bigint): number {
  if (over === 0n) return 0;
  const sign = over < 0n ? -1 : 1;
  const size = over < 0n ? -over : over;
  let shift = 0;
  while ((size << BigInt(shift)) / under < 1n << 54n) shift += 1;
  const quotient = (size << BigInt(shift)) / under;
  const sticky = (size << BigInt(shift)) % under === 0n ? 0n : 1n;
  // Number() of a big integer rounds to even; the sticky bit keeps what was cut off from looking like a tie.
  return (sign * Number((quotient << 1n) | sticky)) / 2 ** (shift + 1);
}

/** The largest of the denominators, which are powers of one base. */
function commonUnder(parts: { under: bigint }[]): bigint {
  let most = 1n;
  for (const { under } of parts) if (under > most) most = under;
  return most;
}

export function sumOf(values: number[]): number {
  if (values.includes(Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
  let parts = values.map(fraction);
  if (parts.some(({ decimal }) => !decimal)) {
    // One that is no short decimal makes all be taken as the doubles that they are.
    parts = values.map((value) => {
      let under = 1n;
      let scaled = value;
      while (!Number.isInteger(scaled)) {
        scaled *= 2;
        under *= 2n;
      }
      return { over: BigInt(scaled), under, decimal: false };
    });
  }
  const under = commonUnder(parts);
  const over = parts.reduce((sum, part) => sum + (part.over * under) / part.under, 0n);
  return toDouble(over, under);
}
