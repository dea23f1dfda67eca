const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;

/**
 * Whether `1,5` is one and a half. `unsure`: tabs divide the columns, which both a country of decimal commas and one of decimal points writes.
 */
export type DecimalComma = boolean | "unsure";

/** What a file's delimiter says of it. */
export const decimalCommaOf = (delimiter: string): DecimalComma =>
  delimiter === "\t" ? "unsure" : delimiter !== ",";

/** What may be a thousand or one and some thousandths, by the country. */
const POINT_GROUP = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;
const COMMA_GROUP = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/** Thousands that spaces divide, as French spreadsheets show them: `1 234,5`, with spaces that do not break, too. */
const SPACED = /^[+-]?[1-9]\d{0,2}([ \u00a0\u202f]\d{3})+([.,]\d*)?$/;

/**
 * A value in a cell: a number, `null` for the word `null` (withdrawn), nothing for an empty cell, or the text as it is where it is no
 * number. Decimal commas are read where commas do not divide columns. Thousands are not guessed at: `1,000` may be one or a thousand, and so
 * may `1.000` where commas can be decimal.
 */
export function valueIn(cell: string, decimalComma: DecimalComma): number | null | undefined | string {
  const text = SPACED.test(cell.trim()) ? cell.replace(/\s/g, "") : cell.trim();
  if (text === "") return undefined;
  if (text === "null") return null;
  if (decimalComma && (POINT_GROUP.test(text) || (decimalComma === "unsure" && COMMA_GROUP.test(text))))
    return text;
  const plain = decimalComma ? text.replace(",", ".") : text;
  if (!PLAIN.test(plain)) return text;
  const number = Number(plain);
  // An integer that no double holds would become another one.
  return WHOLE.test(plain) && BigInt(plain.replace("+", "")) !== BigInt(number) ? text : number;
}
const WHOLE = /^[+-]?\d{16,}$/;

/** A number of a system that writes decimal points, exact; `undefined` where the text is none. */
export const numberIn = (text: string): number | undefined => {
  const number = valueIn(text, false);
  return typeof number === "number" ? number : undefined;
};

/** Digits of which a number is always exact. */
const MAX_DIGITS = 15;

/**
 * The same of digits with at most one decimal sign among them, where they are in a longer text; NaN of all that is not so plain. Both the
 * digits and the power of ten are exact, so that their quotient is the number that `Number` gives.
 */
export function plainNumber(bytes: Uint8Array, from: number, to: number, decimalComma: DecimalComma): number {
  const sign = decimalComma ? 44 : 46;
  let digits = 0;
  let count = 0;
  let decimals = -1;
  for (let index = from; index < to; index += 1) {
    const byte = bytes[index] as number;
    if (byte >= 48 && byte <= 57) {
      digits = 10 * digits + (byte - 48);
      count += 1;
      if (decimals >= 0) decimals += 1;
    } else if (byte === sign && decimals < 0) decimals = 0;
    else return Number.NaN;
  }
  if (count === 0 || count > MAX_DIGITS || (decimals === 3 && decimalComma === "unsure")) return Number.NaN;
  return decimals > 0 ? digits / 10 ** decimals : digits;
}
