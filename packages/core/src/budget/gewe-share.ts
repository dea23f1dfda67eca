import type { BudgetLine } from "../document/index.ts";
import {
  addFractions,
  divideFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  toNumber,
} from "../values/fraction.ts";
import type { Interval } from "../values/interval.ts";

/** Money for gender equality of some lines in one currency, exact. Lines without a share are unknown, not zero. */
export interface WeightedLines {
  /** Σ amount × share of the lines that state a share, in minor units. */
  known: Fraction;
  /** What the others can add at least and at most. */
  unknown: {
    /** At least, in minor units; negative where lines with negative amounts state no share. */
    low: bigint;
    /** At most, in minor units. */
    high: bigint;
  };
  /** Σ amount. */
  whole: bigint;
}

/** Adds up the lines' amounts, weighted by their shares for gender equality. The lines must be in one currency. */
export function weightLines(lines: readonly Pick<BudgetLine, "amount" | "gewe">[]): WeightedLines {
  // Lines with the same share are added first: most budgets have a handful of shares.
  const byShare = new Map<number, bigint>();
  let [whole, low, high] = [0n, 0n, 0n];
  for (const { amount, gewe } of lines) {
    const minor = BigInt(amount.minor);
    whole += minor;
    if (gewe !== null) byShare.set(gewe, (byShare.get(gewe) ?? 0n) + minor);
    else if (minor < 0n) low += minor;
    else high += minor;
  }
  const terms = [...byShare].map(([share, minor]) => multiplyFractions(fraction(minor), fraction(share)));
  return { known: addFractions(...terms), unknown: { low, high }, whole };
}

/** The exact share for gender equality; `null` where a line of some money has none, and of no money. */
export function exactShare({ known, unknown, whole }: WeightedLines): Fraction | null {
  if (unknown.low !== 0n || unknown.high !== 0n || whole === 0n) return null;
  return divideFractions(known, fraction(whole));
}

/** The least and the greatest share that the lines allow, as fractions; `null` of no money. */
export function shareBounds({ known, unknown, whole }: WeightedLines): Interval | null {
  if (whole <= 0n) return null;
  const share = (more: bigint) =>
    toNumber(divideFractions(addFractions(known, fraction(more)), fraction(whole)));
  return { low: Math.max(0, share(unknown.low)), high: Math.min(1, share(unknown.high)) };
}

/** The nearest whole number, half away from zero: how minor units are rounded. */
export function roundFraction({ numerator, denominator }: Fraction): number {
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = Number((size * 2n + denominator) / (denominator * 2n));
  return numerator < 0n && rounded !== 0 ? -rounded : rounded;
}
