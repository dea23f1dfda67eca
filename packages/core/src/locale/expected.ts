import { formatNumber } from "./format.ts";
import type { Language } from "./language.ts";

/** French for what findings and problems expect, in English as the data have it. */
const PHRASES: Readonly<Record<string, string>> = {
  "a code such as 1, 1.1, 1.1.1 or 1.1.1a": "un code tel que 1, 1.1, 1.1.1 ou 1.1.1a",
  "a date: YYYY, YYYY-MM or YYYY-MM-DD": "une date : AAAA, AAAA-MM ou AAAA-MM-JJ",
  "a date: YYYY-MM-DD": "une date : AAAA-MM-JJ",
  "a date of the calendar": "une date du calendrier",
  "an ISO 4217 currency code": "un code de monnaie ISO 4217",
  "a period that does not end before it starts": "une période qui ne se termine pas avant son début",
  "an activity that does not end before it starts": "une activité qui ne se termine pas avant son début",
  "a ratio that adds numerators and denominators and is not averaged":
    "un rapport dont on additionne numérateurs et dénominateurs, sans en faire la moyenne",
  "1 to 100 letters, digits, dots, hyphens or underscores":
    "de 1 à 100 lettres, chiffres, points, traits d’union ou traits de soulignement",
  "1 to 60 small letters, digits or hyphens, such as annual-2020":
    "de 1 à 60 lettres minuscules, chiffres ou traits d’union, comme annual-2020",
  "a value, or a range, a fraction or quantities instead":
    "une valeur ou, à défaut, un intervalle, une fraction ou des quantités",
  "a lower end that does not exceed the upper end":
    "une borne inférieure qui ne dépasse pas la borne supérieure",
  "an estimate from a sample whose last value counts and that is not combined":
    "une estimation d’échantillon dont la dernière valeur compte et qui n’est pas combinée",
  "a column of values: value, or numerator": "une colonne de valeurs : value, ou numerator",
  "value, or numerator and denominator": "value, ou numerator et denominator",
  // Types and forms.
  text: "un texte",
  "a number": "un nombre",
  "a whole number": "un nombre entier",
  "true or false": "true ou false",
  "an object": "un objet",
  "a list": "une liste",
  "a date": "une date",
  nothing: "rien",
  "a value of another kind": "une valeur d’un autre type",
  "an instant such as 2020-05-14T09:30:00Z": "un instant tel que 2020-05-14T09:30:00Z",
  "a time: HH:MM": "une heure : HH:MM",
  "an e-mail address": "une adresse électronique",
  "a web address": "une adresse web",
  "text of another form": "un texte d’une autre forme",
  "text that is not empty": "un texte non vide",
  "no other fields": "aucun autre champ",
  "another name": "un autre nom",
  "another value": "une autre valeur",
  "one of the allowed forms": "l’une des formes admises",
  // Rows of observations.
  "a number or a name": "un nombre ou un nom",
  "a finite number": "un nombre fini",
  "a level of the scale, or 0 or 1": "un degré de l’échelle, ou bien 0 ou 1",
  "0 or more": "0 ou plus",
  "an indicator of the framework": "un indicateur du cadre",
  "a period of the framework": "une période du cadre",
  "axes of the framework": "des axes du cadre",
  "a category of the axis": "une catégorie de l’axe",
  "YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ": "AAAA-MM-JJ ou AAAA-MM-JJTHH:MM:SSZ",
  "YYYY-MM-DD": "AAAA-MM-JJ",
  "either a value or a numerator": "soit une valeur, soit un numérateur",
  "one value for the same indicator, period, source, place and categories":
    "une seule valeur par indicateur, période, source, lieu et catégories",
  "a number, such as 1000 or 33.5": "un nombre, tel que 1000 ou 33.5",
  // Files.
  "a readable file": "un fichier lisible",
  "text in UTF-8": "un texte en UTF-8",
  "each key once": "chaque clé une seule fois",
  "a name of its own for each column": "un nom propre à chaque colonne",
  "a heading for each column that is filled in": "un en-tête pour chaque colonne remplie",
  "a table of values": "un tableau de valeurs",
  "a table of indicators or of budget lines": "un tableau d’indicateurs ou de lignes budgétaires",
  "budget lines": "des lignes budgétaires",
  "columns as the relation names them": "des colonnes nommées comme dans la relation",
  "one activity": "une seule activité",
  "the identifier of one activity": "l’identifiant d’une activité",
  "the last page": "la dernière page",
  // The record.
  "a new key": "une nouvelle clé",
  "a whole seal": "un sceau entier",
  "any position": "une position quelconque",
  "at least one line": "au moins une ligne",
  // The rules about documents.
  "at most the expenditure": "au plus la dépense",
  once: "une seule fois",
  "an amount": "un montant",
  "a figure": "un chiffre",
  "one number": "un seul nombre",
  "a remark": "une remarque",
  "a cause": "une cause",
  "an answer": "une réponse",
  "a code of the framework": "un code du cadre",
  "a text of this period": "un texte de cette période",
  "to be determined": "à déterminer",
};

const DAY_OR_NUMBER = "[\\d.,-]+";
const UNITS: Readonly<Record<string, string>> = {
  bytes: "octets",
  characters: "caractères",
  columns: "colonnes",
  items: "éléments",
  members: "membres",
  submissions: "soumissions",
  values: "valeurs",
};
/** A number with its unit: `1,000 characters` → `1 000 caractères`. */
const amount = (text: string): string =>
  text.replace(/^([\d.,]+)(?: (\w+))?$/, (whole, number: string, unit: string | undefined) => {
    if (unit !== undefined && !Object.hasOwn(UNITS, unit)) return whole;
    const written = /^\d{1,3}(,\d{3})+$/.test(number)
      ? formatNumber(Number(number.replaceAll(",", "")), "fr")
      : number;
    return unit === undefined ? written : `${written} ${UNITS[unit]}`;
  });

const PATTERNS: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/^JSON nested at most (\d+) levels deep$/, (levels) => `du JSON d’au plus ${levels} niveaux`],
  [/^at least (.+)$/, (what) => `au moins ${amount(what ?? "")}`],
  [/^at most (.+)$/, (what) => `au plus ${amount(what ?? "")}`],
  [/^more than (.+)$/, (what) => `plus de ${amount(what ?? "")}`],
  [/^less than (.+)$/, (what) => `moins de ${amount(what ?? "")}`],
  [/^a multiple of (.+)$/, (what) => `un multiple de ${what}`],
  [new RegExp(`^after (${DAY_OR_NUMBER})$`), (day) => `après le ${day}`],
  [new RegExp(`^(${DAY_OR_NUMBER}) to (${DAY_OR_NUMBER})$`), (from, to) => `de ${from} à ${to}`],
];

/**
 * What a finding or a problem expects, for people: the data have it in English, or as a value that is the same in every language. What is
 * not known stays as it is.
 */
export function expectedText(expected: string, language: Language): string {
  if (language === "en") return expected;
  const known = Object.hasOwn(PHRASES, expected) ? PHRASES[expected] : undefined;
  if (known !== undefined) return known;
  for (const [pattern, french] of PATTERNS) {
    const found = pattern.exec(expected);
    if (found !== null) return french(...found.slice(1));
  }
  const choices = expected.split(" or ");
  if (choices.length === 1) return amount(expected);
  return choices.map((choice) => expectedText(choice, language)).join(" ou ");
}
