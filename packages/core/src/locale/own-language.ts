import type { Numbers } from "./bilingual.ts";
import type { Language, OwnLanguage, PluralText, TranslatedMessages } from "./language.ts";
import type { CoreMessages } from "./verdict.ts";

/** Positions of the values of a message: `"0" | "1"`. */
type Positions<Values extends readonly unknown[]> = keyof Values & `${number}`;
/** Positions of those that are numbers, which a plural form can depend on. */
type Counts<Values extends readonly unknown[]> = {
  [At in Positions<Values>]: number extends Values[At]
    ? At extends `${infer N extends number}`
      ? N
      : never
    : never;
}[Positions<Values>];

/** What a translator may write for a catalogue: any part of it. */
export type Translation<Messages> = {
  readonly [Name in keyof Messages]?: NonNullable<Messages[Name]> extends string
    ? string
    : Messages[Name] extends (...values: infer Values) => string
      ? string | (PluralText & { readonly select: Counts<Values> })
      : Translation<Messages[Name]>;
};

type CheckedText<Text, Position> = Text extends string
  ? [Numbers<Text>] extends [Position]
    ? Text
    : `no such value: {${Exclude<Numbers<Text>, Position>}}`
  : Text;

/** A translation as it should be: `never` under a name that the catalogue does not have, and no value that a message does not have. */
export type CheckedTranslation<Texts, Messages> = {
  readonly [Name in keyof Texts]: Name extends keyof Messages
    ? Messages[Name] extends (...values: infer Values) => string
      ? Texts[Name] extends string
        ? CheckedText<Texts[Name], Positions<Values>>
        : { readonly [Form in keyof Texts[Name]]: CheckedText<Texts[Name][Form], Positions<Values>> }
      : NonNullable<Messages[Name]> extends string
        ? CheckedText<Texts[Name], never>
        : CheckedTranslation<Texts[Name], Messages[Name]>
    : never;
};

/**
 * Makes the function that takes a translation of a catalogue. A name that the catalogue does not have, a value that a message does not have
 * and a count that is none do not compile.
 */
export const translationOf =
  <Messages>() =>
  <const Texts extends Translation<Messages>>(
    texts: Texts & CheckedTranslation<Texts, Messages>,
  ): TranslatedMessages =>
    texts as unknown as TranslatedMessages;

/** A translation of the core's messages: the verdict on a project. */
export const coreMessages = /* @__PURE__ */ translationOf<CoreMessages>();

/**
 * Makes a language that an agency adds, and checks it. What is not translated is shown in the fallback language.
 * @throws TypeError where the code is one of the fund's languages or is no tag, or where the locale is unknown.
 */
export function defineLanguage(input: {
  /** Its tag in names, addresses and on the command line: `pt`. */
  code: string;
  /** What its speakers call it: `Português`. */
  name: string;
  /** Locale (BCP 47) that numbers, dates and plurals follow: `pt-BR`. Default: the code. */
  locale?: string;
  /** The language of what is not translated. */
  fallback: Language;
  /** Messages by catalogue, each made by the function of its package: `{ core: coreMessages({ … }), view: viewMessages({ … }) }`. */
  messages?: Readonly<Record<string, TranslatedMessages>>;
}): OwnLanguage {
  const { code, name, locale = code, fallback, messages = {} } = input;
  if (!/^[a-z]{2,8}(-[A-Za-z0-9]{2,8})*$/.test(code) || code === "en" || code === "fr")
    throw new TypeError(`language “${code}”: the code must be a tag such as pt, and neither en nor fr`);
  let known: string[] = [];
  try {
    known = Intl.NumberFormat.supportedLocalesOf(locale);
  } catch {
    // No tag at all.
  }
  if (known.length === 0) throw new TypeError(`language “${code}”: the locale ${locale} is not known here`);
  return { code, name, locale, fallback, messages };
}
