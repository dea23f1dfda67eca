import { normalise } from "./normalise.ts";

/** How an indicator's text asks for disaggregation, in English and French, normalised. */
const ASKS =
  /(?:des?agreg[a-z]* |disaggregat[a-z]* |desaggregat[a-z]* |ventil[a-z]* |broken down |rehabilite?e?s? |restored |rehabilitated )(?:par|by|selon)\b|\((?:par|by|selon) |,? (?:by|par|selon) (?=sexe?\b|gender\b|genre\b|ages?\b)/;
const AXES: readonly [string, RegExp][] = [
  ["sex", /\bsexe?s?\b|\bgenders?\b|\bgenre\b/],
  ["age", /\bages?\b|\btranche d'age\b/],
  ["socio-economic-group", /groupes? socio-?economiques?|socio-?economic groups?/],
  ["type", /\btypes?\b/],
];

/** The axes that an indicator's text asks for: `désagrégé par sexe, âge et groupe socio-économique`, `(by sex and age)`. */
export function axesAskedFor(text: string): string[] {
  const words = normalise(text, 2000);
  const ask = ASKS.exec(words);
  if (ask === null) return [];
  const named = words.slice(ask.index + ask[0].length).split(/[).;]/)[0] ?? "";
  const from = ask[0].startsWith("(") || / (?:by|par|selon) $/.test(ask[0]) ? named : words.slice(ask.index);
  return AXES.flatMap(([axis, pattern]) => (pattern.test(from) ? [axis] : []));
}
