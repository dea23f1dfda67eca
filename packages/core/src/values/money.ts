import { add, allocate, type DineroCurrency, dinero, subtract, toSnapshot } from "dinero.js";
import * as currencies from "dinero.js/currencies";
import * as z from "zod";

const known = currencies as unknown as Record<string, DineroCurrency<number> | undefined>;

/** An exact amount: whole minor units (cents) of an ISO 4217 currency. Never a floating-point number of dollars. */
export const Money = z
  .object({
    /** Amount in the smallest unit of the currency: cents of USD. */
    minor: z.int(),
    /** ISO 4217 code: `USD`. */
    currency: z.string().refine((code) => known[code] !== undefined, { error: "an ISO 4217 currency code" }),
  })
  .meta({ id: "Money", description: "Whole minor units (cents) of an ISO 4217 currency" });
export type Money = z.infer<typeof Money>;

const currencyOf = (code: string): DineroCurrency<number> => {
  const currency = known[code];
  if (currency === undefined) throw new RangeError(`unknown currency ${code}`);
  return currency;
};
const toDinero = (money: Money) => dinero({ amount: money.minor, currency: currencyOf(money.currency) });
const fromDinero = (object: ReturnType<typeof toDinero>): Money => {
  const { amount, currency } = toSnapshot(object);
  return { minor: amount, currency: currency.code };
};

/** How many decimals the currency has: 2 for USD, 0 for XOF. */
export function decimalsOf(currency: string): number {
  return currencyOf(currency).exponent;
}

/**
 * Money from a decimal number of major units, as JSON and people write it: `money(1072749.17, "USD")`.
 * @throws RangeError where the currency is unknown or the amount has more decimals than it or leaves exact range.
 */
export function money(major: number, currency: string): Money {
  const units = 10 ** decimalsOf(currency);
  const minor = Math.round(major * units);
  // Correct rounding makes the cents, divided, the very decimal that they were read from.
  if (!Number.isSafeInteger(minor) || minor / units !== major) {
    throw new RangeError(`${major} is no exact amount of ${currency}`);
  }
  return { minor, currency };
}

/** The amount in major units, for display and for JSON: 107274917 cents → 1072749.17. */
export function toMajor(amount: Money): number {
  return amount.minor / 10 ** decimalsOf(amount.currency);
}

/** The sum, exact to the minor unit. @throws where currencies differ. */
export function addMoney(first: Money, ...others: Money[]): Money {
  return fromDinero(others.reduce((sum, next) => add(sum, toDinero(next)), toDinero(first)));
}

/** The difference, exact to the minor unit. @throws where currencies differ. */
export function subtractMoney(from: Money, amount: Money): Money {
  return fromDinero(subtract(toDinero(from), toDinero(amount)));
}

/** Splits an amount by ratios and loses no cent: the remainder goes to the first shares. */
export function allocateMoney(amount: Money, ratios: number[]): Money[] {
  return allocate(toDinero(amount), ratios).map(fromDinero);
}

/** `part ÷ whole` as a fraction; `null` where the whole is zero. @throws RangeError where currencies differ. */
export function moneyShare(part: Money, whole: Money): number | null {
  if (part.currency !== whole.currency)
    throw new RangeError(`${part.currency} is no share of ${whole.currency}`);
  return whole.minor === 0 ? null : part.minor / whole.minor;
}
