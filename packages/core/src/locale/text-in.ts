import type { Bilingual, DisplayLanguage, Names } from "./language.ts";

/** A text in a language; in its fallback where there is none in it. */
export const textIn = (text: Bilingual | Names, { language }: { language: DisplayLanguage }): string => {
  if (typeof language === "string") return text[language];
  return (text as Names)[language.code] ?? text[language.fallback];
};
