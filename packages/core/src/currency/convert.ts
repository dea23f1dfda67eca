import type { CalendarDate } from "../values/date.ts";
import { divideFractions, type Fraction, fraction, multiplyFractions } from "../values/fraction.ts";
import { decimalsOf, Money, subtractMoney } from "../values/money.ts";
import { type RateTable, rateOn } from "./rates.ts";

/** How an amount is rounded to the currency’s smallest unit; `half-up` rounds halves away from zero. Default: half-even. */
export type RoundingMode = "half-even" | "half-up";

/** An amount and the day of its transaction. */
export interface DatedMoney {
  /** The amount. */
  amount: Money;
  /** The day of its transaction; the rate in force on it holds. */
  on: CalendarDate;
}

/** An amount in another currency, with what it was made of; or the currency whose rate is missing. */
export type Conversion =
  | {
      /** The amount in the currency asked for. */
      amount: Money;
      /** The amount as it was given. */
      from: Money;
      /** The day whose rates were used. */
      on: CalendarDate;
      /** Rates of both currencies, in units for one unit of the table's base. */
      rates: UsedRates;
    }
  | {
      amount: null;
      /** The amount as it was given. */
      from: Money;
      /** The day whose rate is missing. */
      on: CalendarDate;
      reason: "no-rate";
      /** ISO 4217 code of the currency without a rate. */
      currency: string;
    };

/** Rates of two currencies on one day, in units for one unit of the table's base. */
export interface UsedRates {
  /** Rate of the currency that was converted. */
  from: number;
  /** Rate of the currency that it was converted to. */
  to: number;
}

interface Exact {
  value: Fraction;
  rates: UsedRates;
}

/** The exact amount in smallest units, or the currency without a rate. */
function exactly({ amount, on }: DatedMoney, to: string, table: RateTable): Exact | string {
  const [from, target] = [rateOn(table, amount.currency, on), rateOn(table, to, on)];
  if (from === null) return amount.currency;
  if (target === null) return to;
  const units = fraction(10n ** BigInt(decimalsOf(to)), 10n ** BigInt(decimalsOf(amount.currency)));
  const rate = divideFractions(fraction(target.rate), fraction(from.rate));
  // The same currency is not converted, whatever its rate.
  const value = amount.currency === to ? fraction(1n) : multiplyFractions(units, rate);
  return {
    value: multiplyFractions(fraction(BigInt(amount.minor)), value),
    rates: { from: from.rate, to: target.rate },
  };
}

function rounded({ numerator, denominator }: Fraction, rounding: RoundingMode): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const [whole, rest] = [size / denominator, (size % denominator) * 2n];
  const up = rest > denominator || (rest === denominator && (rounding === "half-up" || whole % 2n === 1n));
  const result = whole + (up ? 1n : 0n);
  return numerator < 0n ? -result : result;
}

const moneyOf = (minor: bigint, currency: string): Money => Money.parse({ minor: Number(minor), currency });

/** Converts an amount at the rate of its day, in exact fractions, rounded once to the currency's smallest unit. */
export function convertMoney(
  dated: DatedMoney,
  to: string,
  table: RateTable,
  { rounding = "half-even" }: { rounding?: RoundingMode | undefined } = {},
): Conversion {
  const { amount: from, on } = dated;
  const exact = exactly(dated, to, table);
  if (typeof exact === "string") return { amount: null, from, on, reason: "no-rate", currency: exact };
  return { amount: moneyOf(rounded(exact.value, rounding), to), from, on, rates: exact.rates };
}

/** Amounts in one currency, and their sum; or which rate is missing for which of them. */
export type ConvertedTotal =
  | {
      /** The exact sum, rounded once. */
      total: Money;
      /** Each amount, in the order given; they add up to the sum. */
      parts: Money[];
    }
  | {
      total: null;
      /** Amounts of which a rate is missing. */
      missing: MissingRate[];
    };

/** A rate that an amount needs and the table does not have. */
export interface MissingRate {
  /** Index of the amount in the list given. */
  index: number;
  /** ISO 4217 code of the currency without a rate. */
  currency: string;
  /** The day that it is needed for. */
  on: CalendarDate;
}

/**
 * Converts amounts of any currencies and days, and their sum. The sum is that of the exact amounts, rounded once, and the parts add up to it:
 * units that rounding leaves over go to the largest remainders. Nothing is summed where a rate is missing.
 */
export function convertTotal(
  amounts: readonly DatedMoney[],
  to: string,
  table: RateTable,
  { rounding = "half-even" }: { rounding?: RoundingMode | undefined } = {},
): ConvertedTotal {
  const missing: MissingRate[] = [];
  const floors: { index: number; floor: bigint; rest: Fraction }[] = [];
  let [above, below] = [0n, 1n];
  for (const [index, dated] of amounts.entries()) {
    const exact = exactly(dated, to, table);
    if (typeof exact === "string") {
      missing.push({ index, currency: exact, on: dated.on });
      continue;
    }
    const { numerator, denominator } = exact.value;
    const remainder = ((numerator % denominator) + denominator) % denominator;
    floors.push({
      index,
      floor: (numerator - remainder) / denominator,
      rest: { numerator: remainder, denominator },
    });
    [above, below] = [above * denominator + numerator * below, below * denominator];
  }
  if (missing.length > 0) return { total: null, missing };
  const total = rounded({ numerator: above, denominator: below }, rounding);
  let left = total - floors.reduce((sum, { floor }) => sum + floor, 0n);
  const parts = new Map(floors.map(({ index, floor }) => [index, floor]));
  const order = [...floors].sort((a, b) => {
    const difference = b.rest.numerator * a.rest.denominator - a.rest.numerator * b.rest.denominator;
    return difference > 0n ? 1 : difference < 0n ? -1 : a.index - b.index;
  });
  for (const { index } of order) {
    if (left <= 0n) break;
    parts.set(index, (parts.get(index) ?? 0n) + 1n);
    left -= 1n;
  }
  return {
    total: moneyOf(total, to),
    parts: amounts.map((_, index) => moneyOf(parts.get(index) ?? 0n, to)),
  };
}

/** What exchange rates did between the booking of an amount and its settlement. */
export type ExchangeDifference =
  | {
      /** The amount at the rate of the day of its transaction. */
      booked: Money;
      /** The amount at the rate of the day on which it was settled. */
      settled: Money;
      /** Settled − booked: positive where it became worth more. */
      difference: Money;
    }
  | {
      booked: null;
      reason: "no-rate";
      /** ISO 4217 code of the currency without a rate. */
      currency: string;
    };

/** The amount in the currency of record as it was booked and as it was settled. A positive difference means that it became worth more. */
export function exchangeDifference(
  { amount, on, settledOn }: DatedMoney & { settledOn: CalendarDate },
  to: string,
  table: RateTable,
  { rounding = "half-even" }: { rounding?: RoundingMode | undefined } = {},
): ExchangeDifference {
  const booked = convertMoney({ amount, on }, to, table, { rounding });
  const settled = convertMoney({ amount, on: settledOn }, to, table, { rounding });
  if (booked.amount === null) return { booked: null, reason: "no-rate", currency: booked.currency };
  if (settled.amount === null) return { booked: null, reason: "no-rate", currency: settled.currency };
  return {
    booked: booked.amount,
    settled: settled.amount,
    difference: subtractMoney(settled.amount, booked.amount),
  };
}
