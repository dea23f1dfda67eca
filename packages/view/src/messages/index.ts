import type { Language } from "@cadre/core";
import { english } from "./english.ts";
import { french } from "./french.ts";
import type { Words } from "./messages.ts";

/** Every word that is printed beside the data, in both languages. */
export const WORDS: Readonly<Record<Language, Words>> = { en: english, fr: french };
export { type Column, type ColumnWords, type Words, wordOf } from "./messages.ts";
