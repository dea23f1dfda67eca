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
  if (typeof value === "number") return formatNumber(value, { language });
  if (typeof value !== "object") return value ?? "";
  if ("amount" in value) return formatMoney(value, { language });
  return "share" in value ? formatPercent(value.share, { language, decimals: 1 }) : value[language];
};

/** Numbers of the placeholders of a template: `"0" | "1"` of `"Indicator {0:code}: {1:remark}"`. */
export type Numbers<Template extends string> = Template extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Number}:${string}` ? Number : Inside) | Numbers<Rest>
  : never;

/** The values that a template asks for, as many as it has numbers, at most ten. */
type MessageValues<Number extends string, Values extends MessageValue[] = []> = Values["length"] extends 10
  ? Values
  : `${Values["length"]}` extends Number
    ? MessageValues<Number, [...Values, MessageValue]>
    : Values;

/**
 * A message in both languages. A placeholder is replaced by the value of its number, from 0; a word after it says what the value is:
 * `bilingual("{0:part} of {1:all}", "{0:part} sur {1:all}", 2, 40)`. A value that is missing, or one too many, does not compile.
 */
export function bilingual<English extends string, French extends string>(
  en: English,
  fr: Numbers<French> extends Numbers<English> ? French : never,
  ...values: MessageValues<Numbers<English>>
): Bilingual {
  const known: readonly MessageValue[] = values;
  const fill = (text: string, language: Language) =>
    text.replace(/\{(\d)(:\w+)?\}/g, (_, index: string) => format(known[Number(index)], language));
  return { en: fill(en, "en"), fr: fill(fr, "fr") };
}
