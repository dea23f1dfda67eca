import type { Bilingual, Language } from "@cadre/core";
import { catalogue, translationOf } from "@cadre/core/locale";
import { english } from "./messages.en.ts";
import { french } from "./messages.fr.ts";
import type { Messages } from "./messages.types.ts";

export type { Messages };

/** What the commands print beside the data, in both languages. */
export const MESSAGES: Record<Language, Messages> = { en: english, fr: french };

/** A message in both languages, for a problem: `both(({ problems }) => problems.notIati)`. */
export const both = (of: (messages: Messages) => string): Bilingual => ({ en: of(english), fr: of(french) });
/** The same in any language. */
export const messagesIn = catalogue<Messages>("cli", MESSAGES);
/** A translation of what the commands print beside the data. */
export const commandMessages = translationOf<Messages>();
