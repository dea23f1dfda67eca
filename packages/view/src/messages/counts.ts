import type { Bounds } from "@cadre/core/lifecycle";
import { type DisplayLanguage, formatDays, formatNumber, pluralForm } from "@cadre/core/locale";
import { messagesIn } from "./catalogue.ts";
import { labelOf } from "./types.ts";

/** Whether a count takes the singular. */
export const isOne = (count: number, language: DisplayLanguage): boolean =>
  pluralForm(count, { language }) === "one";

/** A status or a state as it is written for a count. */
export const counted = (label: string, count: number, language: DisplayLanguage): string =>
  isOne(count, language) ? label : labelOf(messagesIn(language).plurals, label);

/** A number of days, or the least and the most that it can be. */
export function daysText({ low, high }: Bounds, language: DisplayLanguage): string {
  const { daysOpen, between } = messagesIn(language);
  if (high === null) return daysOpen(formatDays(low, { language }));
  const days = formatDays(high, { language });
  return low === high ? days : between(formatNumber(low, { language }), days);
}
