import type { Bilingual, Language } from "@cadre/core";
import { catalogue, translationOf } from "@cadre/core/locale";
import { english } from "./messages.en.ts";
import { french } from "./messages.fr.ts";
import type { CommandMessages } from "./messages.types.ts";

export type { CommandMessages };

/** What the commands print beside the data, in both languages. */
export const MESSAGES: Record<Language, CommandMessages> = { en: english, fr: french };

/** A message in both languages, for a problem: `both(({ problems }) => problems.notIati)`. */
export const both = (of: (messages: CommandMessages) => string): Bilingual => ({
  en: of(english),
  fr: of(french),
});
/** The same in any language. */
export const messagesIn = catalogue<CommandMessages>("cli", MESSAGES);
/** A translation of what the commands print beside the data. */
export const commandMessages = translationOf<CommandMessages>();
