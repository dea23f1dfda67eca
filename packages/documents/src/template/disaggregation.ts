import { ENGLISH_REPORT } from "./english.ts";
import { FRENCH_REPORT } from "./french.ts";
import type { Template } from "./grammar.ts";
import { normalise } from "./normalise.ts";

/**
 * The axes that an indicator's words ask for: `désagrégé par sexe, âge et groupe socio-économique`. In the template's language first; teams
 * also fill one language's form in the other.
 */
export function axesAskedFor(text: string, template: Template): string[] {
  const words = normalise(text, 2000);
  const other = template.language === "fr" ? ENGLISH_REPORT : FRENCH_REPORT;
  for (const { asks, axes } of [template.disaggregation, other.disaggregation]) {
    const ask = asks.find((phrase) => words.includes(phrase));
    if (ask === undefined) continue;
    const named = words.slice(words.indexOf(ask) + ask.length);
    return [...new Set(Object.entries(axes).flatMap(([word, axis]) => (named.includes(word) ? [axis] : [])))];
  }
  return [];
}
