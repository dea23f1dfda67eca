import { stripAccents } from "./strip-accents.ts";

/** Why there is no value, as people write it. In lower case, without accents. English and French together. */
export const TO_BE_DETERMINED: readonly string[] = [
  "tbd",
  "tbc",
  "t.b.d.",
  "t.b.c.",
  "to be determined",
  "to be defined",
  "to be confirmed",
  "to be established",
  "a determiner",
  "a definir",
  "a confirmer",
  "a preciser",
  "a etablir",
];

/** There are no data, or not yet. */
export const NO_DATA: readonly string[] = [
  "no data",
  "no data available",
  "no data yet",
  "data not available",
  "data not yet available",
  "not available",
  "not yet available",
  "pas de donnees",
  "pas de donnees disponibles",
  "aucune donnee",
  "aucune donnee disponible",
  "donnees non disponibles",
  "donnees indisponibles",
  "non disponible",
  "donnees non encore disponibles",
  "donnees pas encore disponibles",
  "pas encore disponible",
  "non encore disponible",
  "non disponibles",
  "non mesure",
  "non mesuree",
  "pas mesure",
  "pas mesuree",
  "pas encore mesure",
  "pas encore mesuree",
  "pas encore disponibles",
  "donnees a collecter",
  "non renseigne",
  "not measured",
  "not yet measured",
  "not measured yet",
  "not available yet",
  "data not collected",
  "data not yet collected",
  "nd",
  "n/d",
  "n.d.",
];

/** Why a cell in which a number should be has none, where it says so: `TBD`, `À déterminer`, `n/d`. */
export function noValueReasonIn(text: string): "to-be-determined" | "no-data" | undefined {
  const plain = stripAccents(text).toLowerCase().replace(/\s+/g, " ").trim();
  const is = (terms: readonly string[]) =>
    terms.includes(plain) || terms.includes(plain.replace(/[.!]+$/, "").trim());
  if (is(TO_BE_DETERMINED)) return "to-be-determined";
  return is(NO_DATA) ? "no-data" : undefined;
}
