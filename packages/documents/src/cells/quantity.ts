import type { Qualifier } from "@cadre/core";
import { plainTerm } from "./lexicon.ts";
import { CURRENCY, currencyFor, LOCAL_CURRENCY, magnitudeAt } from "./money.ts";
import { type NumberHabit, type ScannedNumber, scanNumber } from "./number.ts";

/** A number with its sign, magnitude, percent sign and currency: `-50%`, `US$ 1.2 m`, `2 million`. */
export interface ScannedQuantity {
  value: number;
  percent: boolean;
  /** ISO code, where the text names a currency. */
  currency?: string;
  signed: "+" | "-" | null;
  decided?: readonly [number, number];
  end: number;
}

const PERCENT = /^ ?(?:%|per ?cent\b|pour ?cent\b|pourcents?\b|pct\b|p\. ?100\b)/i;

/** A value with its decimal exponent, by its digits: 1.2 million is 1200000, not 1199999.9999. */
const scaled = ({ whole, decimals }: ScannedNumber, exponent: number) =>
  Number(`${whole}.${decimals || "0"}e${exponent}`);

const currencyAt = (text: string): string => (CURRENCY.exec(text) ?? LOCAL_CURRENCY.exec(text))?.[0] ?? "";

/** Reads the quantity that a text begins with at `from`; `null` where there is none, `"ambiguous"` where its number is. */
export function scanQuantity(
  text: string,
  from: number,
  habit: NumberHabit,
): ScannedQuantity | "ambiguous" | null {
  let index = from;
  const sign = /^[+\-−–] ?(?=[\d$€£]|US\$)/.exec(text.slice(index, index + 4))?.[0] ?? "";
  index += sign.length;
  const before = currencyAt(text.slice(index, index + 8));
  index += before.length;
  if (before !== "" && text[index] === " ") index += 1;
  const number = scanNumber(text, index, habit);
  if (number === null || number === "ambiguous") return number;
  index = number.end;
  const percent = PERCENT.exec(text.slice(index, index + 12))?.[0] ?? "";
  if (percent !== "") index += percent.length;
  const magnitude = percent === "" ? magnitudeAt(text.slice(index, index + 14), before !== "") : null;
  index += magnitude?.length ?? 0;
  const gap = text[index] === " " ? 1 : 0;
  const after = before === "" && percent === "" ? currencyAt(text.slice(index + gap, index + gap + 8)) : "";
  if (after !== "") index += gap + after.length;
  const currency = currencyFor((before || after).trim());
  const negative = sign !== "" && !sign.startsWith("+");
  const value = scaled(number, magnitude?.exponent ?? 0);
  return {
    value: negative ? -value : value,
    percent: percent !== "",
    ...((before || after) !== "" && currency !== undefined && { currency }),
    signed: sign === "" ? null : negative ? "-" : "+",
    ...(number.decided !== undefined && { decided: number.decided }),
    end: index,
  };
}

/** Terms before a number that qualify it. Compared in lower case without accents. */
const BEFORE: readonly [RegExp, Qualifier][] = [
  [
    /^(?:≥|>=|⩾|at least|no less than|not less than|a minimum of|minimum(?: of)?|min\.?|au moins|pas moins de|un minimum de|minimum de|au minimum)\s*:? ?/,
    "at-least",
  ],
  [
    /^(?:≤|<=|⩽|up to|at most|no more than|not more than|a maximum of|maximum(?: of)?|max\.?|au plus|pas plus de|jusqu'a|un maximum de|maximum de|au maximum)\s*:? ?/,
    "at-most",
  ],
  [/^(?:>|more than|over|above|plus de|superieur a|plus d')\s*/, "more-than"],
  [/^(?:<|less than|fewer than|under|below|moins de|inferieur a|moins d')\s*/, "less-than"],
  [
    /^(?:~|≈|±|about|around|approximately|approx\.?|circa|ca\.?|roughly|nearly|almost|some|environ|env\.|autour de|pres de|approximativement|quelque|presque)\s*/,
    "about",
  ],
];
const INCREASE =
  /^(?:an? |une? )?(?:increased?|increases|rise|rose|growth|augmentation|augmente|hausse|accroissement|progression)(?: (?:by|of|de|d'))?(?: au moins| at least)? ?/;
const DECREASE =
  /^(?:an? |une? )?(?:decreased?|decreases|reduced?|reduction|decline|drop|fall|diminution|diminue|reduit|baisse|recul)(?: (?:by|of|de|d'))?(?: au moins| at least)? ?/;
const CHANGED =
  /^(?:of |de |d')?(?:(increase|rise|growth|more than baseline|d'augmentation|augmentation|de hausse|hausse|accroissement)|(decrease|reduction|decline|drop|diminution|baisse))\b/;
/** Terms behind a number that qualify it. */
const BEHIND: readonly [RegExp, Qualifier][] = [
  [
    /^ ?(?:\+(?![\d+])|or more|ou plus|and above|et plus|at least|minimum|au moins|au minimum|min\.?)(?![\p{L}])/u,
    "at-least",
  ],
  [/^ ?(?:or less|or fewer|ou moins|maximum|au plus|au maximum|max\.?|at most)(?![\p{L}])/u, "at-most"],
];

/** The qualifier at the start of a text and its length; `sign` is the direction of a change. */
export function qualifierAt(text: string): { qualifier: Qualifier; length: number; sign: 1 | -1 } | null {
  const words = plainTerm(text.slice(0, 60));
  // Lengths are those of the text itself: a composed letter without its accent is one letter still.
  for (const [pattern, qualifier] of BEFORE) {
    const match = pattern.exec(words);
    if (match !== null) return { qualifier, length: match[0].length, sign: 1 };
  }
  const up = INCREASE.exec(words);
  if (up !== null) return { qualifier: "change", length: up[0].length, sign: 1 };
  const down = DECREASE.exec(words);
  return down === null ? null : { qualifier: "change", length: down[0].length, sign: -1 };
}

/** The qualifier behind a number, such as `or more`, or a change: `20% increase`. */
export function qualifierBehind(rest: string): { qualifier: Qualifier; length: number; sign: 1 | -1 } | null {
  const words = plainTerm(rest.slice(0, 60));
  for (const [pattern, qualifier] of BEHIND) {
    const match = pattern.exec(words);
    if (match !== null) return { qualifier, length: match[0].length, sign: 1 };
  }
  const gap = words.startsWith(" ") ? 1 : 0;
  const change = CHANGED.exec(words.slice(gap));
  if (change === null) return null;
  return { qualifier: "change", length: gap + change[0].length, sign: change[1] === undefined ? -1 : 1 };
}
