import { UNKNOWN } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import { asWritten } from "@cadre/core/internal";
import type { Observation } from "@cadre/core/observations";
import { own } from "../../common.ts";

/** What a column holds. */
export type Column = { field: Exclude<keyof Observation, "categories" | "reason"> } | { axis: string };

/** A text as it is compared: small letters and digits, without accents. */
export const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, " ")
    .trim();

/** Terms as `folded` makes them, divided by commas. */
const terms = (list: string): readonly string[] => list.split(", ");

/** Names that columns of observations go by, in English and French, without spaces. */
const FIELDS = {
  indicator: terms("indicator, indicateur, code"),
  period: terms("period, periode"),
  value: terms("value, valeur"),
  numerator: terms("numerator, numerateur"),
  denominator: terms("denominator, denominateur"),
  source: terms("source, agency, agence"),
  place: terms("place, lieu"),
  recordedAt: terms("recordedat, recorded, enregistrele"),
  evidence: terms("evidence, preuve"),
  id: terms("id, identifiant"),
} satisfies Record<Exclude<keyof Observation, "categories" | "reason">, readonly string[]>;

/** Further headings of other systems, by which a mapping is guessed and a plain table is not read. */
const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  source: terms(
    "organisation, organization, org, partner, partenaire, runo, reporting organization, reporting organisation, implementing partner, partenaire de mise en oeuvre",
  ),
  period: terms("reporting period, periode de rapport, periode couverte"),
  place: terms("location, localite, commune, cercle, region, district, village, site"),
  recordedAt: terms("recorded at, reported on, date of report, enregistre le, date de saisie, saisi le"),
  evidence: terms("means of verification, moyen de verification, lien"),
  id: terms("event id, training id, submission id, record id"),
  sex: terms("sexe, gender, genre"),
  age: terms("age group, tranche d age, groupe d age"),
  value: terms(
    "number, nombre, total, figure, chiffre, resultat, actual, actual value, reported value, valeur atteinte, valeur reelle, valeur rapportee",
  ),
  target: terms("target value, cible, valeur cible"),
  start: terms("period start, start date, debut, date de debut, debut de la periode"),
  end: terms("period end, end date, fin, date de fin, fin de la periode"),
};

/** Other terms for a category, in English and French. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  female: terms("f, female, females, woman, women, girl, girls, femme, femmes, fille, filles, feminin"),
  male: terms("m, h, male, males, man, men, boy, boys, homme, hommes, garcon, garcons, masculin"),
  youth: terms("youth, young, young people, jeune, jeunes"),
  [UNKNOWN]: terms("unknown, not known, n a, na, nd, inconnu, inconnue, non renseigne, non precise"),
};

/** Terms for all of the others together. */
const TOTALS = terms(
  "total, totals, grand total, overall, all, both, both sexes, all ages, total general, ensemble, tous, toutes, les deux, les deux sexes, tous ages",
);

/** Terms of a heading that say nothing of a category. */
const FILLERS = terms("of, de, d, ans, years, who, number, nombre");

/** Whether a cell among places or categories means all of them: it is no further one. */
export const isTotal = (cell: string): boolean => TOTALS.includes(folded(cell));

/** The field that a heading names, without guessing. */
const fieldOf = (heading: string): keyof typeof FIELDS | undefined => {
  const name = folded(heading).replace(/[ +]/g, "");
  return (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).find((field) => FIELDS[field].includes(name));
};

/** A column by its heading: a field of an observation, or an axis that is named as it is written. */
export function columnOf(heading: string): Column {
  const field = fieldOf(heading);
  return field === undefined ? { axis: asWritten(heading.trim()) } : { field };
}

/** Whether a heading means something: `place`, or the name of an axis. */
export const isHeadingOf = (heading: string, what: string): boolean =>
  folded(heading) === folded(what) ||
  fieldOf(heading) === what ||
  (own(HEADINGS, what) ?? []).includes(folded(heading));

/** The character that divides a heading line into most columns; a comma where none does. */
export function delimiterOf(line: string): "," | ";" | "\t" {
  const count = (character: string) => line.split(character).length;
  return ([";", "\t"] as const).find((each) => count(each) > count(",") && count(each) >= 2) ?? ",";
}

type Axis = MeasurementFramework["axes"][number];

/** Categories of an axis that lists none, as the fund’s documents have them. */
const USUAL: Readonly<Record<string, readonly string[]>> = { sex: ["female", "male"] };
const BAND =
  /^(\d{1,3})\s*(-|a|à|to)\s*(\d{1,3})( ans| years)?$|^(\d{1,3})\s*(\+|et plus|and over)( ans| years)?$/i;

/** The category of an axis that a term means; `null` where it means none. */
export function categoryOf(term: string, { name, categories: listed }: Axis): string | null {
  const categories = listed ?? own(USUAL, name) ?? [];
  const text = folded(term);
  if (text === "") return null;
  const known = [...categories, UNKNOWN].find(
    (category) => folded(category) === text || own(SAME, category.toLowerCase())?.includes(text),
  );
  if (known !== undefined) return known;
  const [, from, , to, , oldest] =
    name === "age" && categories.length === 0 ? (BAND.exec(term.trim()) ?? []) : [];
  return from !== undefined ? `${from}-${to}` : oldest !== undefined ? `${oldest}+` : null;
}

/** The categories that a heading such as “Women 18-35” means, one on each of some axes; `null` where a term is left over. */
export function categoriesOfHeading(heading: string, axes: readonly Axis[]): Record<string, string> | null {
  const parts = folded(heading)
    .split(" ")
    .filter((term) => !FILLERS.includes(term));
  const categories: Record<string, string> = {};
  for (let from = 0; from < parts.length; ) {
    let found = 0;
    for (let to = parts.length; to > from && found === 0; to -= 1)
      for (const axis of axes) {
        const term = parts.slice(from, to).join(" ");
        const category = Object.hasOwn(categories, axis.name) ? null : categoryOf(term, axis);
        if (category === null) continue;
        categories[axis.name] = category;
        found = to - from;
        break;
      }
    if (found === 0) return null;
    from += found;
  }
  return Object.keys(categories).length > 0 ? categories : null;
}
