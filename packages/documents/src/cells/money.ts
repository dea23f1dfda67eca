import { decimalsOf, Money } from "@cadre/core";
import { fold } from "../blocks/index.ts";
import { scanNumber } from "./number.ts";

const SIGNS: Record<string, string> = {
  $: "USD",
  US$: "USD",
  USD: "USD",
  EUR: "EUR",
  "€": "EUR",
  XOF: "XOF",
  FCFA: "XOF",
};

/** The currency that a sign or a code stands for. */
const currencyFor = (sign: string): string | undefined =>
  SIGNS[sign] ?? (Money.safeParse({ minor: 0, currency: sign }).success ? sign : undefined);

/**
 * Reads an amount such as `$ 1 200 000`, `$1 072 749,17`, `55 000 USD`. A bare number is in US dollars, in which the fund keeps its
 * books. `thousands`: the comma, where the hand is known to be English. Exact: digits become cents without passing a float. `null` where the text is anything else.
 */
export function readMoney(raw: string, thousands: "," | null = null): Money | null {
  const text = fold(raw);
  const start = text.search(/\d/);
  if (start < 0 || start > 12) return null;
  const number = scanNumber(text, start, thousands);
  if (number === null || number === "ambiguous") return null;
  const signs = [text.slice(0, start), text.slice(number.end)].map((sign) => sign.trim().toUpperCase());
  const sign = signs.filter((part) => part !== "");
  if (sign.length > 1) return null;
  const currency = sign[0] === undefined ? "USD" : currencyFor(sign[0].replace(/[.;]$/, ""));
  if (currency === undefined) return null;
  const exponent = decimalsOf(currency);
  if (number.decimals.length > exponent) return null;
  const minor = Number(number.whole + number.decimals.padEnd(exponent, "0"));
  return Number.isSafeInteger(minor) ? { minor, currency } : null;
}
