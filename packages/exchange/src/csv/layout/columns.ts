import { asWritten } from "@cadre/core/internal";
import type { Observation } from "@cadre/core/observations";

/** What a column holds. */
export type Column = { field: Exclude<keyof Observation, "categories"> } | { axis: string };

/** Names that columns go by, in small letters without accents, spaces or hyphens. */
const FIELDS: Record<string, Exclude<keyof Observation, "categories">> = {
  indicator: "indicator",
  indicateur: "indicator",
  code: "indicator",
  period: "period",
  periode: "period",
  value: "value",
  valeur: "value",
  numerator: "numerator",
  numerateur: "numerator",
  denominator: "denominator",
  denominateur: "denominator",
  source: "source",
  agency: "source",
  agence: "source",
  place: "place",
  lieu: "place",
  recordedat: "recordedAt",
  recorded: "recordedAt",
  enregistrele: "recordedAt",
  evidence: "evidence",
  preuve: "evidence",
  id: "id",
  identifiant: "id",
};

/** A column by its heading: a field of an observation, or an axis that is named as it is written. */
export function columnOf(heading: string): Column {
  const name = heading.trim();
  const key = name
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
  const field = Object.hasOwn(FIELDS, key) ? FIELDS[key] : undefined;
  return field === undefined ? { axis: asWritten(name) } : { field };
}

/** The character that divides a heading line into most columns; a comma where none does. */
export function delimiterOf(line: string): "," | ";" | "\t" {
  const count = (character: string) => line.split(character).length;
  return ([";", "\t"] as const).find((each) => count(each) > count(",") && count(each) >= 2) ?? ",";
}
