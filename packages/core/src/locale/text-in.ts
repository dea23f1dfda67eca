import type { Bilingual, DisplayLanguage, Names, OwnLanguage } from "./language.ts";

/** A text in a language; in its fallback where there is none in it. */
export const textIn = (text: Bilingual | Names, { language }: { language: DisplayLanguage }): string => {
  if (typeof language === "string") return text[language];
  return (text as Names)[language.code] ?? text[language.fallback];
};

/** The language of a code, if there is one. */
export const languageOf = (
  code: string | null | undefined,
  own: readonly OwnLanguage[] = [],
): DisplayLanguage | undefined =>
  code === "en" || code === "fr" ? code : own.find((each) => each.code === code);

/** A language's code, as addresses and the command line have it: `pt`. */
export const codeOf = (language: DisplayLanguage): string =>
  typeof language === "string" ? language : language.code;
