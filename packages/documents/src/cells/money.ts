import { decimalsOf, Money } from "@cadre/core";
import { fold } from "../blocks/index.ts";
import { NO_HABIT, type NumberHabit, scanNumber } from "./number.ts";

const SIGNS: Record<string, string> = {
  $: "USD",
  $US: "USD",
  US$: "USD",
  "US $": "USD",
  "$ US": "USD",
  USD: "USD",
  USD$: "USD",
  "USD $": "USD",
  $USD: "USD",
  "$ USD": "USD",
  DOLLARS: "USD",
  EUR: "EUR",
  EUROS: "EUR",
  "€": "EUR",
  "£": "GBP",
  XOF: "XOF",
  FCFA: "XOF",
  "F CFA": "XOF",
  CFA: "XOF",
};

/** The currency that a sign or a code means. */
export const currencyFor = (sign: string): string | undefined =>
  SIGNS[sign.toUpperCase()] ??
  (Money.safeParse({ minor: 0, currency: sign.toUpperCase() }).success ? sign.toUpperCase() : undefined);

/** A sign or code of a currency, as it occurs before or behind an amount. */
export const CURRENCY = /^(?:US ?\$|USD ?\$?|\$ ?(?:USD?\b)?|€|£|(?:EUR|XOF|XAF|GBP|CHF|F ?CFA|CFA)\b)/i;

/** Codes of the currencies of the countries that the fund works in. In capitals only: some are words. */
export const LOCAL_CURRENCY =
  /^(?:AFN|AMD|BAM|BDT|BIF|BOB|CDF|COP|DJF|ERN|ETB|FJD|GEL|GHS|GMD|GNF|GTQ|HNL|HTG|IQD|KES|KGS|KHR|KZT|LBP|LKR|LRD|LSL|LYD|MDL|MGA|MMK|MRU|MWK|MZN|NGN|NIO|NPR|PGK|PHP|PKR|RSD|RWF|SBD|SDG|SLE|SLL|SOS|SSP|SYP|TJS|TND|TZS|UAH|UGX|UZS|VUV|XPF|YER|ZAR|ZMW|ZWL)\b/;

/** `1.2 million`, `1,5 millions`, `1.2 m`, `900k`, `3 M people`, where M is no sex: the power of ten behind a number. */
export const MAGNITUDE =
  /^ ?(?:(millions?|mio|mn)\b|(milliards?|billions?|bn)\b|(thousand|mille)\b)|^([kK])(?![\p{L}\d])|^(M)(?![\p{L}\d])|^ (M)(?= (?:people|persons?|personnes?|habitants?|individuals?|beneficiar|bénéficiaires?|USD|\$|FCFA))/u;

/** The exponent of ten that is at the start of a text behind a number, and its length. */
export function magnitudeAt(rest: string, money = false): { exponent: number; length: number } | null {
  const short = money ? /^ ?[mM](?![\p{L}\d])/u.exec(rest) : null;
  const match = MAGNITUDE.exec(rest) ?? null;
  if (match === null) return short === null ? null : { exponent: 6, length: short[0].length };
  const [whole, million, billion, thousand, kilo, mega, spaced] = match;
  const exponent = (million ?? mega ?? spaced) ? 6 : billion ? 9 : (thousand ?? kilo) ? 3 : 0;
  return { exponent, length: whole.length };
}

/** An amount in minor units from its digits, without passing a float; `null` where it has more decimals than the currency. */
function minorOf(whole: string, decimals: string, exponent: number, currency: string): number | null {
  const decimalPlaces = decimalsOf(currency) + exponent;
  if (decimals.replace(/0+$/, "").length > decimalPlaces) return null;
  const minor = Number(whole + decimals.slice(0, decimalPlaces).padEnd(decimalPlaces, "0"));
  return Number.isSafeInteger(minor) ? minor : null;
}

/**
 * Reads an amount such as `$ 1 200 000`, `US$ 1.2 million`, `55 000 USD`, `1,200,000*`. A bare number is in US dollars, in which the fund
 * keeps its books. Exact: digits become cents without passing a float. `null` where the text is anything else.
 */
export function readMoney(raw: string, habit: NumberHabit = NO_HABIT): Money | null {
  const text = fold(raw)
    .replace(/[*†]+$/, "")
    .replace(/(?<=\d)[;.]$/, "")
    .trim();
  const start = text.search(/\d/);
  if (start < 0 || start > 12) return null;
  const number = scanNumber(text, start, habit);
  if (number === null || number === "ambiguous") return null;
  // No amount has three decimals: a habit of decimal commas does not make `9,900` nine dollars and ninety cents.
  if (number.decided !== undefined && number.decimals !== "") return null;
  const before = text.slice(0, start).trim();
  const magnitude = magnitudeAt(text.slice(number.end), true);
  const after = text.slice(number.end + (magnitude?.length ?? 0)).trim();
  const signs = [before, after].filter((part) => part !== "");
  const currencies = signs.map((sign) => currencyFor(sign.replace(/[.;]$/, "").trim()));
  if (currencies.includes(undefined) || new Set(currencies).size > 1) return null;
  const currency = currencies[0] ?? "USD";
  const minor = minorOf(number.whole, number.decimals, magnitude?.exponent ?? 0, currency);
  return minor === null ? null : { minor, currency };
}

/** What a field asking for an amount says: the amount, and the share that is beside it. */
export interface ScannedAmount {
  amount: Money | null;
  /** A fraction: `38%` → 0.38. */
  share: number | null;
}

/** `20%`, `31,12 %`, `20 percent` → 0.2; the digits are shifted, so that 35.76 % does not become 0.35759999. */
export function readShare(text: string): number | null {
  const folded = fold(text).replace(/[.;*]$/, "");
  const number = scanNumber(folded);
  if (number === null || number === "ambiguous") return null;
  if (!/^ ?(?:%|per ?cent|pour ?cent)$/i.test(folded.slice(number.end))) return null;
  return Number(`${number.whole}.${number.decimals || "0"}e-2`);
}

/** A share beside an amount in brackets, however they are parted: `1 640 000 $ soit 82 %`; an amount without the words that say what it was for. */
const beside = (text: string): string =>
  text
    .replace(/^(\d{1,3}(?:[.,]\d+)? ?(?:%|per ?cent|pour ?cent)) (?:of|du|de) [^\d()]{3,60} ?(?=\()/i, "$1 ")
    .replace(/^([^()]*\d[^()%]*?),? (?:soit|i\.e\.,?|or|ou|[=–—-]) ?(\d{1,3}(?:[.,]\d+)? ?%)$/, "$1 ($2)")
    .replace(
      /^((?:US ?\$|USD|\$|€|EUR) ?\d[\d ,.]*\d|\d[\d ,.]*\d ?(?:US ?\$|USD|\$|€|EUR)) (?!per |par |each|chaque|to |a |à |million|milli|mio|mn|m |k |billion|thousand)(\p{L}[^\d()%$€]*)$/iu,
      "$1",
    );

/** Reads `$1,150,320 (38%)`, `38% ($1,150,320)`, `US$ 1,200,000`; `null` where anything else is in the text. */
export function readAmount(raw: string, habit: NumberHabit = NO_HABIT): ScannedAmount | null {
  const text = fold(raw);
  const pieces = /^([^()]+?)(?: ?\(([^()]+)\))?[*.;]?$/.exec(beside(text));
  if (pieces === null) return null;
  const said: ScannedAmount = { amount: null, share: null };
  for (const piece of [pieces[1], pieces[2]]) {
    if (piece === undefined) continue;
    const share = readShare(piece.replace(/^(?:or|soit|i\.e\.|ou) /i, ""));
    const amount = share === null ? readMoney(piece.replace(/^(?:or|soit|i\.e\.|ou) /i, ""), habit) : null;
    if (share !== null && said.share === null) said.share = share;
    else if (amount !== null && said.amount === null) said.amount = amount;
    // Words in brackets beside an amount are a remark: `$ 90,000 (3% of the total)`.
    else if (piece === pieces[2] && !/\d[\d ,.]{2,}/.test(piece)) continue;
    else return null;
  }
  return said;
}
