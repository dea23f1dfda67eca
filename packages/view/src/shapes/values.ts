import { formatNumber, formatValueNumber, type Value } from "@cadre/core";
import { type DisplayLanguage, percentText } from "@cadre/core/locale";
import { clip, html, type Markup } from "../markup/index.ts";
import { messagesIn } from "../messages/index.ts";

/** A number with its unit, short: the sign of a percentage, no other unit (it has a place of its own). */
export function numberText(
  value: number,
  unit: string | null | undefined,
  language: DisplayLanguage,
): string {
  const number = formatNumber(value, { language });
  return unit === "%" ? percentText(number, { language }) : number;
}

/**
 * Formats numbers that are shown together with the same number of decimals: as many as one of them needs, at most `limit`.
 * @param format writes a number with at most and at least so many decimals.
 */
export function sameDecimals(
  values: readonly number[],
  limit: number,
  format: (value: number, style: { decimals: number; least: number }) => string,
): (value: number) => string {
  let decimals = 0;
  const rounds = (value: number) =>
    format(value, { decimals, least: 0 }) !== format(value, { decimals: limit, least: 0 });
  while (decimals < limit && values.some(rounds)) decimals += 1;
  return (value) => format(value, { decimals, least: decimals });
}

/** A value in words: the number, `TBD`, `–`, or its own words. */
export function valueText(value: Value, language: DisplayLanguage): string {
  const messages = messagesIn(language);
  switch (value.kind) {
    case "number":
      return formatValueNumber(value, { language });
    case "tbd":
      return value.note === undefined ? messages.tbd : `${messages.tbd} (${value.note})`;
    case "none":
      return messages.none;
    case "text":
      return value.text;
  }
}

/** A value as a cell shows it. The four kinds look different: a number is upright, the others say what they are. */
export function valueCell(value: Value, language: DisplayLanguage): Markup {
  const messages = messagesIn(language);
  switch (value.kind) {
    case "number":
      return html`<span class="cadre-number">${valueText(value, language)}</span>`;
    case "tbd":
      return html`<abbr class="cadre-tbd" title="${messages.tbdMeaning}">${valueText(value, language)}</abbr>`;
    case "none":
      if (value.because === "suppressed") return reasonCell(messages.reasons.suppressed);
      return html`<span class="cadre-none" role="img" aria-label="${messages.noneMeaning}" title="${messages.noneMeaning}">${messages.none}</span>`;
    case "text":
      return html`<q class="cadre-words" title="${messages.textMeaning}${messages.colon} ${value.text}">${clip(value.text, 40)}</q>`;
  }
}

/** What is shown where a number is not known: the reason. */
export function reasonCell(reason: string): Markup {
  return html`<span class="cadre-reason">${reason}</span>`;
}
