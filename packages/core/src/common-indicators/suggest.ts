import type { Measure } from "../document/index.ts";
import { stripAccents } from "../values/strip-accents.ts";
import { COMMON_INDICATORS, type CommonIndicator } from "./catalogue.ts";

/** A common indicator that a wording may be. */
export interface CommonSuggestion {
  /** Code of the common indicator: `16.1.4`. */
  code: string;
  /** `likely`: the text has every term of the common indicator. `possible`: one is missing, or the measure differs. */
  certainty: "likely" | "possible";
  /** Terms of the common indicator that the text does not have, each with its alternatives. */
  missing: (readonly string[])[];
  /** Whether the indicator is measured otherwise: a count is no share. */
  measureDiffers: boolean;
}

/** What is known of an indicator that is to be mapped. */
export interface CommonQuery {
  /** The wording of the indicator, in English or French. */
  text: string;
  /** What kind of thing it measures. Default: not known, and not compared. */
  measure?: Measure | undefined;
}

const wordsOf = (text: string): string =>
  ` ${stripAccents(text)
    .toLowerCase()
    .replace(/(\d)[\s\u00a0\u202f,](?=\d{3})/g, "$1")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()}`;

/** Terms are beginnings of words; a term of several words is looked for as a whole. */
const has = (words: string, alternatives: readonly string[]): boolean =>
  alternatives.some((term) => words.includes(` ${term}`));

const SHARES: readonly string[] = ["percentage", "ratio", "survey-share"];
const measuresDiffer = (a: Measure, b: Measure): boolean =>
  a !== b && !(SHARES.includes(a) && SHARES.includes(b));

/**
 * Common indicators that an indicator may be, the surest first; none where fewer than all but one of its terms are found. A suggestion is for
 * a person to confirm: it is read from the wording, and says by what.
 */
export function suggestCommon(
  { text, measure }: CommonQuery,
  { catalogue = COMMON_INDICATORS }: { catalogue?: readonly CommonIndicator[] | undefined } = {},
): CommonSuggestion[] {
  const words = wordsOf(text);
  return catalogue
    .flatMap((each) => {
      const missing = each.terms.filter((alternatives) => !has(words, alternatives));
      const found = each.terms.length - missing.length;
      if (missing.length > 1 || found < 2) return [];
      const measureDiffers = measure !== undefined && measuresDiffer(measure, each.measure);
      const certainty = missing.length === 0 && !measureDiffers ? ("likely" as const) : ("possible" as const);
      return [{ code: each.code, certainty, missing, measureDiffers, found }];
    })
    .sort(
      (a, b) =>
        a.missing.length - b.missing.length ||
        Number(a.measureDiffers) - Number(b.measureDiffers) ||
        b.found - a.found,
    )
    .map(({ found: _, ...suggestion }) => suggestion);
}
