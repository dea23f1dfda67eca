import type * as z from "zod";
import { formatNumber } from "../locale/format.ts";
import type { Bilingual, Language } from "../locale/language.ts";
import { cut } from "./excerpt.ts";

type Issue = z.core.$ZodIssue;

/** Characters of a list of allowed values that a message shows. */
const LIST_LIMIT = 240;

const TYPES: Record<string, readonly [en: string, fr: string]> = {
  string: ["text", "un texte"],
  number: ["a number", "un nombre"],
  int: ["a whole number", "un nombre entier"],
  boolean: ["true or false", "true ou false"],
  object: ["an object", "un objet"],
  record: ["an object", "un objet"],
  array: ["a list", "une liste"],
  null: ["null", "null"],
  date: ["a date", "une date"],
  bigint: ["a whole number", "un nombre entier"],
  tuple: ["a list", "une liste"],
  set: ["a list", "une liste"],
  map: ["an object", "un objet"],
  undefined: ["nothing", "rien"],
  never: ["nothing", "rien"],
};
const OTHER_TYPE = ["a value of another kind", "une valeur d’un autre type"] as const;

/** Forms of texts that zod knows by name. */
const FORMATS: Record<string, readonly [en: string, fr: string]> = {
  datetime: ["an instant such as 2020-05-14T09:30:00Z", "un instant tel que 2020-05-14T09:30:00Z"],
  date: ["a date: YYYY-MM-DD", "une date : AAAA-MM-JJ"],
  time: ["a time: HH:MM", "une heure : HH:MM"],
  email: ["an e-mail address", "une adresse électronique"],
  url: ["a web address", "une adresse web"],
};
const OTHER_FORMAT = ["text of another form", "un texte d’une autre forme"] as const;

/** What a schema itself says that it expects; `null` where the words are zod's. */
const ownPhrase = ({ message }: Issue): string | null =>
  /^(Invalid|Too|Unrecognized)\b/.test(message) ? null : message;

/** French for the phrases of schemas. */
const PHRASES: Record<string, string> = {
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
};

const both = (en: string, fr = en): Bilingual => ({ en, fr });

const oneOf = (values: readonly unknown[]): Bilingual => {
  const texts = values.map((value) => (typeof value === "string" ? value : JSON.stringify(value)));
  return both(cut(texts.join(" | "), LIST_LIMIT));
};

const UNITS: Record<string, readonly [en: string, fr: string]> = {
  string: ["characters", "caractères"],
  array: ["items", "éléments"],
  set: ["items", "éléments"],
};

function limitOf(origin: string, limit: number | bigint, low: boolean, inclusive: boolean): Bilingual {
  const number = (language: Language) => formatNumber(Number(limit), language);
  const [en, fr] = UNITS[origin] ?? ["", ""];
  if (origin === "string" && low && Number(limit) === 1)
    return both("text that is not empty", "un texte non vide");
  const prefix = low
    ? inclusive
      ? both("at least", "au moins")
      : both("more than", "plus de")
    : inclusive
      ? both("at most", "au plus")
      : both("less than", "moins de");
  return both(`${prefix.en} ${number("en")} ${en}`.trim(), `${prefix.fr} ${number("fr")} ${fr}`.trim());
}

/** What a schema expected, as a noun phrase in both languages. */
export function expectedBy(issue: Issue): Bilingual {
  switch (issue.code) {
    case "invalid_type": {
      return both(...(TYPES[issue.expected] ?? OTHER_TYPE));
    }
    case "invalid_value":
      return oneOf(issue.values);
    case "too_small":
      return limitOf(issue.origin, issue.minimum, true, issue.inclusive ?? true);
    case "too_big":
      return limitOf(issue.origin, issue.maximum, false, issue.inclusive ?? true);
    case "unrecognized_keys":
      return both("no other fields", "aucun autre champ");
    case "invalid_union":
      return unionOf(issue);
    case "not_multiple_of":
      return both(`a multiple of ${issue.divisor}`, `un multiple de ${issue.divisor}`);
    case "invalid_key":
      return both("another name", "un autre nom");
    case "invalid_format":
      return phrase(issue) ?? both(...(FORMATS[issue.format] ?? OTHER_FORMAT));
    default:
      return phrase(issue) ?? both("another value", "une autre valeur");
  }
}

/** The phrase of a schema in both languages, or `null` where it has none of its own. */
function phrase(issue: Issue): Bilingual | null {
  const own = ownPhrase(issue);
  if (own === null) return null;
  const fr = issue.code === "custom" ? issue.params?.fr : undefined;
  return both(own, fr ?? PHRASES[own]);
}

function unionOf(issue: Extract<Issue, { code: "invalid_union" }>): Bilingual {
  if ("options" in issue && Array.isArray(issue.options)) return oneOf(issue.options);
  const choices = issue.errors.flatMap(([first]) =>
    first === undefined || first.path.length > 0 ? [] : [expectedBy(first)],
  );
  if (choices.length === 0) return both("one of the allowed forms", "l’une des formes admises");
  const list = (language: Language, or: string) =>
    [...new Set(choices.map((each) => each[language]))].join(or);
  return both(list("en", " or "), list("fr", " ou "));
}
