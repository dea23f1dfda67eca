import type { Language } from "@cadre/core";
import { MESSAGES } from "../messages.ts";

/** What was found, for people: a value as it is, nothing, or what a reader states in place of a value. */
export function foundText(found: string | number | null, { language }: { language: Language }): string {
  const { nothing, foundPhrases } = MESSAGES[language];
  return found === null ? nothing : (foundPhrases[found] ?? String(found));
}
