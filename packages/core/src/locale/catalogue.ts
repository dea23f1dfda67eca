import { formatNumber, pluralForm } from "./format.ts";
import type { DisplayLanguage, OwnLanguage, PluralText, TranslatedMessages } from "./language.ts";

type Message = string | ((...values: never[]) => string);
/** Messages by name, in groups. A message is a text, or a function of its values. */
export interface Catalogue {
  readonly [name: string]: Message | Catalogue;
}

const isPlural = (text: TranslatedMessages[string]): text is PluralText =>
  typeof text === "object" && typeof text.select === "number";

/** A template as a function of its values: numbers as the language writes them, a value that is missing as nothing. */
const filled =
  (text: string | PluralText, language: OwnLanguage) =>
  (...values: readonly unknown[]): string => {
    const template =
      typeof text === "string"
        ? text
        : (text[pluralForm(Number(values[text.select]), { language })] ?? text.other);
    return template.replace(/\{(\d)(:\w+)?\}/g, (_, index: number) => {
      const value = values[index];
      return typeof value === "number" ? formatNumber(value, { language }) : String(value ?? "");
    });
  };

function translated(base: Catalogue, texts: TranslatedMessages, language: OwnLanguage): Catalogue {
  const result: Record<string, Message | Catalogue> = { ...base };
  for (const [name, text] of Object.entries(texts)) {
    const message = base[name];
    if (typeof message === "function") {
      if (typeof text === "string" || isPlural(text)) result[name] = filled(text, language);
    } else if (typeof text === "string") result[name] = text;
    else if (typeof message === "object" && !isPlural(text))
      result[name] = translated(message, text, language);
  }
  return result;
}

/**
 * A catalogue in any language: `messagesIn("fr")`, `messagesIn(portuguese)`. In a language of an agency's own, what is not translated is in
 * its fallback.
 * @param name what the catalogue is called among a language's `messages`.
 */
export function catalogue<Messages extends object>(
  name: string,
  texts: { en: Messages; fr: Messages },
): (language: DisplayLanguage) => Messages {
  const known = new WeakMap<OwnLanguage, Messages>();
  return (language) => {
    if (typeof language === "string") return texts[language];
    let messages = known.get(language);
    if (messages === undefined) {
      const base = texts[language.fallback];
      messages = translated(base as Catalogue, language.messages[name] ?? {}, language) as Messages;
      known.set(language, messages);
    }
    return messages;
  };
}
