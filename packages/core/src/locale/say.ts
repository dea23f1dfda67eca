import { formatMoney, formatNumber, formatPercent } from "./format.ts";
import type { Bilingual, Language } from "./language.ts";

/**
 * A fact that a message tells. Each language writes it its own way: numbers, amounts in major units, shares as percentages, words that
 * exist in both. A bare string (a code, a date, words as written) is the same in both.
 */
export type MessageValue =
  | string
  | number
  | Bilingual
  | { amount: number; currency: string }
  | { share: number };

const tell = (fact: MessageValue | undefined, language: Language): string => {
  if (typeof fact === "number") return formatNumber(fact, language);
  if (typeof fact !== "object") return fact ?? "";
  if ("amount" in fact) return formatMoney(fact.amount, fact.currency, language);
  return "share" in fact ? formatPercent(fact.share, language, 1) : fact[language];
};

/** A message in both languages. `{0}`, `{1}`… stand for the facts: `say("{0} of {1}", "{0} sur {1}", 2, 40)`. */
export function say(en: string, fr: string, ...facts: MessageValue[]): Bilingual {
  const fill = (text: string, language: Language) =>
    text.replace(/\{(\d)\}/g, (_, index: string) => tell(facts[Number(index)], language));
  return { en: fill(en, "en"), fr: fill(fr, "fr") };
}
