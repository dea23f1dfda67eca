import { formatNumber, formatValueNumber, type Language, type Value } from "@cadre/core";
import { clip, html, type Markup } from "../markup/index.ts";
import { WORDS } from "../messages/index.ts";

/** A number with its unit, short: the sign of a percentage, no other unit (it has a place of its own). */
export function numberWords(value: number, unit: string | null | undefined, language: Language): string {
  if (unit !== "%") return formatNumber(value, language);
  return `${formatNumber(value, language)}${language === "fr" ? "\u00a0%" : "%"}`;
}

/** A value in words: the number, `TBD`, `–`, or its own words. */
export function valueWords(value: Value, language: Language): string {
  const words = WORDS[language];
  switch (value.kind) {
    case "number":
      return formatValueNumber(value, language);
    case "tbd":
      return value.note === undefined ? words.tbd : `${words.tbd} (${value.note})`;
    case "none":
      return words.none;
    case "text":
      return value.text;
  }
}

/** A value as a cell shows it. The four kinds look different: a number is upright, the others say what they are. */
export function valueCell(value: Value, language: Language): Markup {
  const words = WORDS[language];
  switch (value.kind) {
    case "number":
      return html`<span class="cadre-number">${valueWords(value, language)}</span>`;
    case "tbd":
      return html`<abbr class="cadre-tbd" title="${words.tbdMeaning}">${valueWords(value, language)}</abbr>`;
    case "none":
      return html`<span class="cadre-none" role="img" aria-label="${words.noneMeaning}" title="${words.noneMeaning}">${words.none}</span>`;
    case "text":
      return html`<q class="cadre-words" title="${words.textMeaning}${words.colon} ${value.text}">${clip(value.text, 40)}</q>`;
  }
}

/** What stands where a number could not be told: the reason, never a number. */
export function reasonCell(reason: string): Markup {
  return html`<span class="cadre-reason">${reason}</span>`;
}
