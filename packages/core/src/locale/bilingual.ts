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

const formatted = (value: MessageValue): string | Bilingual => {
  if (typeof value === "string" || (typeof value === "object" && "en" in value)) return value;
  const format = (language: Language) => {
    if (typeof value === "number") return formatNumber(value, { language });
    if ("amount" in value) return formatMoney(value, { language });
    return formatPercent(value.share, { language, decimals: 1 });
  };
  return { en: format("en"), fr: format("fr") };
};

/** Numbers of the placeholders of a template: `"0" | "1"` of `"Indicator {0:code}: {1:remark}"`. */
export type Numbers<Template extends string> = Template extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Number}:${string}` ? Number : Inside) | Numbers<Rest>
  : never;

/** The values that a template asks for, as many as it has numbers, at most ten. */
type Values<Number extends string, Value, Taken extends Value[] = []> = Taken["length"] extends 10
  ? Taken
  : `${Taken["length"]}` extends Number
    ? Values<Number, Value, [...Taken, Value]>
    : Taken;

/** French with the placeholders of the English. */
type French<EnglishText extends string, FrenchText extends string> =
  Numbers<FrenchText> extends Numbers<EnglishText> ? FrenchText : never;

const filled = (en: string, fr: string, values: readonly (string | Bilingual)[]): Bilingual => {
  const fill = (text: string, language: Language) =>
    text.replace(/\{(\d)(:\w+)?\}/g, (_, index: string) => {
      const value = values[Number(index)] ?? "";
      return typeof value === "string" ? value : value[language];
    });
  return { en: fill(en, "en"), fr: fill(fr, "fr") };
};

/**
 * A message in both languages. A placeholder is replaced by the value of its number, from 0; a word after it says what the value is:
 * `bilingual("{0:part} of {1:all}", "{0:part} sur {1:all}", 2, 40)`. A value that is missing, or one too many, does not compile.
 */
export function bilingual<EnglishText extends string, FrenchText extends string>(
  en: EnglishText,
  fr: French<EnglishText, FrenchText>,
  ...values: Values<Numbers<EnglishText>, MessageValue>
): Bilingual {
  const known: readonly MessageValue[] = values;
  return filled(en, fr, known.map(formatted));
}

/** The same of texts alone: it brings nothing along that formats numbers. */
export const bilingualText = <EnglishText extends string, FrenchText extends string>(
  en: EnglishText,
  fr: French<EnglishText, FrenchText>,
  ...values: Values<Numbers<EnglishText>, string | Bilingual>
): Bilingual => filled(en, fr, values);
