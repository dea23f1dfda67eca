import type { Bilingual, DisplayLanguage, Language, Names, OwnLanguage } from "./language.ts";

/** English or French: the language itself, or what an agency's own falls back to. */
export const fallbackOf = (language: DisplayLanguage): Language =>
  typeof language === "string" ? language : language.fallback;

/** A text in a language; in its fallback where there is none in it. */
export const textIn = (text: Bilingual | Names, { language }: { language: DisplayLanguage }): string => {
  if (typeof language === "string") return text[language];
  return (text as Names)[language.code] ?? text[language.fallback];
};

/** The language of a code, of the fund's or of an agency's own; `undefined` where there is none. */
export const languageOf = (
  code: string | null | undefined,
  { languages = [] }: { languages?: readonly OwnLanguage[] | undefined },
): DisplayLanguage | undefined =>
  code === "en" || code === "fr" ? code : languages.find((each) => each.code === code);
