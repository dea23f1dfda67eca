import type { Language } from "@cadre/core";
import { english } from "./english.ts";
import { french } from "./french.ts";
import type { Messages } from "./messages.ts";

/** Every word that is printed beside the data, in both languages. */
export const MESSAGES: Readonly<Record<Language, Messages>> = { en: english, fr: french };
