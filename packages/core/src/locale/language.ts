import * as z from "zod";

/** The two languages that the fund's reports are written in. */
export const Language = z.enum(["en", "fr"]);
export type Language = z.infer<typeof Language>;

/** One text in both languages. Messages are data: nothing has to be looked up to show one. */
export const Bilingual = z.object({
  /** The English text. */
  en: z.string(),
  /** The French text. */
  fr: z.string(),
});
export type Bilingual = z.infer<typeof Bilingual>;

/** One text in both languages, and in any other by its tag: `{ en: "elections", fr: "élections", es: "elecciones" }`. */
export type Names = Bilingual & Readonly<Record<string, string>>;

/**
 * Forms of a text for a count, by the plural category of the language (`Intl.PluralRules`): `{ select: 0, one: "{0} dia", other: "{0} dias" }`.
 * A form that is left out is `other`.
 */
export interface PluralText extends Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> {
  /** Which of the message's values is the count, from 0. */
  readonly select: number;
  /** The form of every other count. */
  readonly other: string;
}

/** A translator's messages for one catalogue, by name; a message that is left out is shown in the fallback language. */
export interface TranslatedMessages {
  /** A text, its forms by count, or a group of messages. */
  readonly [name: string]: string | PluralText | TranslatedMessages;
}

/** A language that an agency adds: data, made by `defineLanguage`. */
export interface OwnLanguage {
  /** Its tag in names, addresses and on the command line: `pt`. */
  readonly code: string;
  /** What its speakers call it: `Português`. */
  readonly name: string;
  /** Locale (BCP 47) that numbers, dates and plurals follow: `pt-BR`. */
  readonly locale: string;
  /** The language of what is not translated. */
  readonly fallback: Language;
  /** Messages by catalogue: `core`, `view`, `portfolio`, `cli`. */
  readonly messages: Readonly<Record<string, TranslatedMessages>>;
}

/** The language that something is shown in: English, French or an agency's own. */
export type DisplayLanguage = Language | OwnLanguage;
