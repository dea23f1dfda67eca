/** French for what schemas expect. */
export const SCHEMA_PHRASES: Readonly<Record<string, string>> = {
  "a code such as 1, 1.1, 1.1.1 or 1.1.1a": "un code tel que 1, 1.1, 1.1.1 ou 1.1.1a",
  "an agency's own code such as river:elections": "un code propre à une agence, tel que river:elections",
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
  // What numbers are of.
  characters: "caractères",
  items: "éléments",
  levels: "niveaux",
  terms: "termes",
};

const LIMITS: Readonly<Record<string, string>> = {
  "at least": "au moins",
  "at most": "au plus",
  "more than": "plus de",
  "less than": "moins de",
  "a multiple of": "un multiple de",
  after: "après le",
  "not later than": "au plus tard le",
  "a date that leaves time for entry": "une date compatible avec l’entrée",
};
const LIMIT = new RegExp(`^(${Object.keys(LIMITS).join("|")}) `);

type Phrases = Readonly<Record<string, string>>;
const known = (phrases: Phrases, text: string): string | undefined =>
  Object.hasOwn(phrases, text) ? phrases[text] : undefined;

/** A number with its unit: `1,000 characters` → `1 000 caractères`. */
const amount = (text: string, phrases: Phrases): string =>
  text.replace(/^([\d.,]+)( ?)(\w*)$/, (whole, number: string, space: string, unit: string) => {
    const french = unit && known(phrases, unit);
    return french === undefined ? whole : number.replaceAll(",", "\u202f") + space + french;
  });

/** What is expected, in French: by phrases, by what is said of numbers, or one of several of them. What is not known stays as it is. */
export function inFrench(expected: string, phrases: Phrases = SCHEMA_PHRASES): string {
  const phrase = known(phrases, expected);
  if (phrase !== undefined) return phrase;
  const [start = "", limit] = LIMIT.exec(expected) ?? [];
  if (limit !== undefined) return `${LIMITS[limit]} ${amount(expected.slice(start.length), phrases)}`;
  const choices = expected.split(" or ");
  if (choices.length === 1) return amount(expected, phrases);
  return choices.map((choice) => inFrench(choice, phrases)).join(" ou ");
}
