import { formatMoney, formatNumber, formatPercent } from "./format.ts";
import type { Bilingual, Language } from "./language.ts";

/**
 * A value in a message, formatted for each language: a number, an amount in major units, a share as a percentage, or a text in both
 * languages. A string (a code, a date, a quotation) is the same in both.
 */
export type MessageValue =
  | string
  | number
  | Bilingual
  | {
      /** In major units. */
      amount: number;
      /** ISO 4217 code: `USD`. */
      currency: string;
    }
  | {
      /** As a fraction, shown in per cent: 0.25 as 25 %. */
      share: number;
    };

const format = (value: MessageValue | undefined, language: Language): string => {
  if (typeof value === "number") return formatNumber(value, language);
  if (typeof value !== "object") return value ?? "";
  if ("amount" in value) return formatMoney(value, language);
  return "share" in value ? formatPercent(value.share, language, 1) : value[language];
};

/** A message in both languages. `{0}`, `{1}`… are replaced by the values: `bilingual("{0} of {1}", "{0} sur {1}", 2, 40)`. */
export function bilingual(en: string, fr: string, ...values: MessageValue[]): Bilingual {
  const fill = (text: string, language: Language) =>
    text.replace(/\{(\d)\}/g, (_, index: string) => format(values[Number(index)], language));
  return { en: fill(en, "en"), fr: fill(fr, "fr") };
}
