import type { Money } from "../values/money.ts";
import type { DisplayLanguage, Language } from "./language.ts";

const TAGS: Record<Language, string> = { en: "en-GB", fr: "fr-FR" };

/** The locale that a language's numbers, dates and plurals follow. */
export const localeOf = ({ language }: { language: DisplayLanguage }): string =>
  typeof language === "string" ? TAGS[language] : language.locale;

// Building an Intl formatter costs more than a hundred uses of it, so each is built once.
type Format = Intl.NumberFormat | Intl.DateTimeFormat | Intl.PluralRules;
const formats = new Map<string, Format>();
const formatOf = <T extends Format>(key: string, make: () => T): T => {
  const found = formats.get(key) ?? make();
  formats.set(key, found);
  return found as T;
};
const numberFormat = (language: DisplayLanguage, options: Intl.NumberFormatOptions) => {
  const locale = localeOf({ language });
  return formatOf(locale + JSON.stringify(options), () => new Intl.NumberFormat(locale, options));
};

/** How a number is written. */
export interface NumberStyle {
  /** Language that it is written in. */
  language: DisplayLanguage;
  /** It has at most so many decimals. */
  decimals?: number | undefined;
  /** It has at least so many, zeros too: numbers below one another look alike. Default: 0. */
  least?: number | undefined;
}

/** A number as the language writes it: `4,000.5`, `4 000,5`. At most `decimals` decimals. */
export function formatNumber(value: number, { language, decimals = 3, least = 0 }: NumberStyle): string {
  return numberFormat(language, {
    maximumFractionDigits: decimals,
    ...(least > 0 && { minimumFractionDigits: least }),
  }).format(value);
}

/** Shares that decide: gender markers from 30 % and 80 % of the budget, the next tranche from 75 % of the last. */
const THRESHOLDS = [0.3, 0.75, 0.8];

/**
 * A fraction as a percentage of at most `decimals` decimals, and at least `least` of them: 0.3576 → `35.76%`, `35,76 %`. What is neither 0 % nor 100 % is never shown as
 * either: 0.999999 → `>99.99%`, 0.000001 → `<0.01%`. What is below a threshold of the fund is never shown as the threshold: 0.29996 with one
 * decimal → `29.996%`.
 */
export function formatPercent(fraction: number, { language, decimals = 2, least = 0 }: NumberStyle): string {
  const format = (each: number, digits = decimals) =>
    numberFormat(language, {
      style: "percent",
      maximumFractionDigits: digits,
      ...(least > 0 && { minimumFractionDigits: least }),
    }).format(each);
  const text = format(fraction);
  const limit = [0, -0, 1, ...THRESHOLDS].find((each) => text === format(each));
  if (limit === undefined || fraction === limit) return text;
  const gap = language === "fr" ? "\u00a0" : "";
  if (THRESHOLDS.includes(limit)) {
    if (fraction > limit - 1e-9) return text;
    const digits = [1, 2, 3, 4].find((each) => each > decimals && format(fraction, each) !== text);
    return digits === undefined ? `<${gap}${text}` : format(fraction, digits);
  }
  const step = 10 ** -(decimals + 2);
  if (fraction > 0 && limit === 0) return `<${gap}${format(step)}`;
  return `>${gap}${format(limit === 0 ? -step : fraction < 1 ? 1 - step : 1)}`;
}

/** How many decimals a currency has: 2 for USD, 0 for XOF. */
const decimalsIn = (currency: string): number =>
  numberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 0;

/** Money with its currency's code, or an amount in major units as results have it; cents only where there are any. */
export function formatMoney(
  money: Money | { amount: number; currency: string },
  { language }: { language: DisplayLanguage },
): string {
  const { currency } = money;
  const major = "amount" in money ? money.amount : money.minor / 10 ** decimalsIn(currency);
  const digits = Number.isInteger(major) ? 0 : 2;
  return numberFormat(language, {
    style: "currency",
    currency,
    currencyDisplay: "code",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(major);
}

/** A date as precise as it is: `2020`, `March 2020`, `15 March 2020`; in French the first of a month is `1er mars 2020`. */
export function formatDate(date: string, { language }: { language: DisplayLanguage }): string {
  const options: Intl.DateTimeFormatOptions = { timeZone: "UTC", year: "numeric" };
  if (date.length > 4) options.month = "long";
  if (date.length > 7) options.day = "numeric";
  const locale = localeOf({ language });
  const format = formatOf(locale + date.length, () => new Intl.DateTimeFormat(locale, options));
  const text = format.format(
    new Date(`${date}${"-01-01".slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6)}`),
  );
  return language === "fr" ? text.replace(/^1 /, "1er ") : text;
}

/** A number of days: `1,234 days`, `1 jour`. */
export const formatDays = (count: number, { language }: { language: DisplayLanguage }): string =>
  numberFormat(language, { style: "unit", unit: "day", unitDisplay: "long", maximumFractionDigits: 3 })
    .format(count)
    .replace(/\s(?=\D+$)/, " ");

/** A number that is written already, as a percentage: `58%`, `58 %`. */
export function percentText(number: string, { language }: { language: DisplayLanguage }): string {
  if (typeof language === "string") return number + (language === "fr" ? "\u00a0%" : "%");
  const parts = numberFormat(language, { style: "percent" }).formatToParts(0);
  return parts.map(({ type, value }) => (type === "integer" ? number : value)).join("");
}

/** Which form a count takes in a language: `one` for 1, and for 0 too in French. */
export function pluralForm(count: number, { language }: { language: DisplayLanguage }): Intl.LDMLPluralRule {
  const locale = localeOf({ language });
  return formatOf(`${locale} plural`, () => new Intl.PluralRules(locale)).select(count);
}
