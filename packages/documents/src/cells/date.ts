import type { Language } from "@cadre/core";
import type { Locale } from "date-fns";
import { isValid } from "date-fns/isValid";
import { enGB } from "date-fns/locale/en-GB";
import { fr } from "date-fns/locale/fr";
import { parse } from "date-fns/parse";
import { fold } from "../blocks/index.ts";

const LOCALES: Record<Language, Locale> = { fr, en: enGB };
const FORMATS = ["d MMMM yyyy", "d MMM yyyy", "dd/MM/yyyy", "d/M/yyyy", "dd.MM.yyyy", "yyyy-MM-dd"];
const YEARS = { first: 1990, last: 2100 };

/** Reads a whole date such as `15 janvier 2020` or `15/01/2020` into `2020-01-15`; `null` where it is none. */
export function readDate(raw: string, language: Language): string | null {
  const text = fold(raw).toLowerCase().replace(/^1er /, "1 ").replace(/[.;]$/, "");
  if (text.length > 30) return null;
  for (const format of FORMATS) {
    const date = parse(text, format, new Date(2000, 0, 1), { locale: LOCALES[language] });
    const year = date.getFullYear();
    if (isValid(date) && year >= YEARS.first && year <= YEARS.last) {
      const two = (part: number) => String(part).padStart(2, "0");
      return `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
    }
  }
  return null;
}
