import type { Bilingual } from "@cadre/core";
import * as english from "./messages.en.ts";
import * as french from "./messages.fr.ts";

type Catalogue<Key extends string> = { [Name in Key]: (...facts: never[]) => string };
type InBoth<Texts extends Catalogue<string>> = {
  [Key in keyof Texts]: (...facts: Parameters<Texts[Key]>) => Bilingual;
};

/** The messages of a catalogue in both languages. */
function inBoth<Texts extends Catalogue<keyof Texts & string>>(en: Texts, fr: Texts): InBoth<Texts> {
  const messageOf =
    (inEnglish: Texts[keyof Texts], inFrench: Texts[keyof Texts]) =>
    (...facts: never[]): Bilingual => ({ en: inEnglish(...facts), fr: inFrench(...facts) });
  const names = Object.keys(en) as (keyof Texts & string)[];
  // Each name keeps its own facts, which TypeScript loses in a list of entries.
  return Object.fromEntries(
    names.map((name) => [name, messageOf(en[name], fr[name])]),
  ) as unknown as InBoth<Texts>;
}

/** Messages of the log and the stores. */
export const messages = inBoth(english.log, french.log);
/** What is wrong with a store, a file or an append, within those messages. */
export const reasons = inBoth(english.reasons, french.reasons);
/** Messages of refused commands. */
export const refusalMessages = inBoth(english.refusals, french.refusals);
