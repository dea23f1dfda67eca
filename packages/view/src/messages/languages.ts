import { type DisplayLanguage, type Names, type OwnLanguage, textIn } from "@cadre/core/locale";
import { html, type Part } from "../markup/index.ts";

/** A language in addresses and on buttons: `pt`. */
export const codeOf = (language: DisplayLanguage): string =>
  typeof language === "string" ? language : language.code;
/** A language as HTML names it: `pt-BR`. */
export const tagOf = (language: DisplayLanguage): string =>
  typeof language === "string" ? language : language.locale;

/** Languages that a page can be shown in, with what their speakers call them. */
export const languagesOf = (own: readonly OwnLanguage[] = []): [code: string, name: string][] => [
  ["en", "English"],
  ["fr", "Français"],
  ...own.map(({ code, name }): [string, string] => [code, name]),
];

/** A text of the data as HTML; where it is in the fallback language, marked as such. */
export function textPart(text: Names, language: DisplayLanguage): Part {
  const shown = textIn(text, { language });
  return typeof language === "string" || text[language.code] !== undefined
    ? shown
    : html`<span lang="${language.fallback}">${shown}</span>`;
}
