import { UNKNOWN } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";

/** A text as it is compared: small letters and digits, without accents. */
export const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, " ")
    .trim();

/** Other terms for a category, in English and French. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  female: [
    "f",
    "female",
    "females",
    "woman",
    "women",
    "girl",
    "girls",
    "femme",
    "femmes",
    "fille",
    "filles",
    "feminin",
  ],
  male: [
    "m",
    "h",
    "male",
    "males",
    "man",
    "men",
    "boy",
    "boys",
    "homme",
    "hommes",
    "garcon",
    "garcons",
    "masculin",
  ],
  youth: ["youth", "young", "young people", "jeune", "jeunes"],
  [UNKNOWN]: [
    "unknown",
    "not known",
    "n a",
    "na",
    "nd",
    "inconnu",
    "inconnue",
    "non renseigne",
    "non precise",
  ],
};
/** Other terms for what a column holds, in English and French. */
const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  source: [
    "source",
    "agency",
    "agence",
    "organisation",
    "organization",
    "org",
    "partner",
    "partenaire",
    "runo",
    "reporting organization",
    "reporting organisation",
    "implementing partner",
    "partenaire de mise en oeuvre",
  ],
  period: ["reporting period", "periode de rapport", "periode couverte"],
  place: [
    "place",
    "lieu",
    "location",
    "localite",
    "commune",
    "cercle",
    "region",
    "district",
    "village",
    "site",
  ],
  recordedAt: [
    "recorded",
    "recorded at",
    "reported on",
    "date of report",
    "enregistre le",
    "date de saisie",
    "saisi le",
  ],
  evidence: ["evidence", "preuve", "means of verification", "moyen de verification", "lien"],
  id: ["id", "identifiant", "event id", "training id", "submission id", "record id"],
  sex: ["sex", "sexe", "gender", "genre"],
  age: ["age", "age group", "tranche d age", "groupe d age"],
  value: [
    ...["value", "valeur", "number", "nombre", "total", "figure", "chiffre", "resultat", "actual"],
    ...["actual value", "reported value", "valeur atteinte", "valeur reelle", "valeur rapportee"],
  ],
  target: ["target", "target value", "cible", "valeur cible"],
  start: ["period start", "start date", "start", "debut", "date de debut", "debut de la periode"],
  end: ["period end", "end date", "end", "fin", "date de fin", "fin de la periode"],
  numerator: ["numerator", "numerateur"],
  denominator: ["denominator", "denominateur"],
};

/** Terms for all of the others together. */
const TOTALS: readonly string[] = [
  ...["total", "totals", "grand total", "overall", "all", "both", "both sexes", "all ages"],
  ...["total general", "ensemble", "tous", "toutes", "les deux", "les deux sexes", "tous ages"],
];
/** Whether a cell among places or categories means all of them: it is no further one. */
export const isTotal = (cell: string): boolean => TOTALS.includes(folded(cell));

/** Whether a heading means something: `place`, or the name of an axis. */
export const isHeadingOf = (heading: string, what: string): boolean =>
  folded(heading) === folded(what) || (HEADINGS[what] ?? []).includes(folded(heading));

type Axis = MeasurementFramework["axes"][number];

/** Categories of an axis that lists none, as the fund’s documents have them. */
const USUAL: Readonly<Record<string, readonly string[]>> = { sex: ["female", "male"] };
const BAND =
  /^(\d{1,3})\s*(-|a|à|to)\s*(\d{1,3})( ans| years)?$|^(\d{1,3})\s*(\+|et plus|and over)( ans| years)?$/i;

/** The category of an axis that a term means; `null` where it means none. */
export function categoryOf(term: string, { name, categories: own }: Axis): string | null {
  const categories: readonly string[] = own ?? USUAL[name] ?? [];
  const text = folded(term);
  if (text === "") return null;
  const known = [...categories, UNKNOWN].find(
    (category) => folded(category) === text || (SAME[category.toLowerCase()] ?? []).includes(text),
  );
  if (known !== undefined) return known;
  const [, from, , to, , oldest] =
    name === "age" && categories.length === 0 ? (BAND.exec(term.trim()) ?? []) : [];
  return from !== undefined ? `${from}-${to}` : oldest !== undefined ? `${oldest}+` : null;
}

/** The categories that a heading such as “Women 18-35” means, one on each of some axes; `null` where a term is left over. */
export function categoriesOfHeading(heading: string, axes: readonly Axis[]): Record<string, string> | null {
  const terms = folded(heading)
    .split(" ")
    .filter((term) => !["of", "de", "d", "ans", "years", "who", "number", "nombre"].includes(term));
  const categories: Record<string, string> = {};
  for (let from = 0; from < terms.length; ) {
    let found = 0;
    for (let to = terms.length; to > from && found === 0; to -= 1)
      for (const axis of axes) {
        const category = Object.hasOwn(categories, axis.name)
          ? null
          : categoryOf(terms.slice(from, to).join(" "), axis);
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
