import type { Bilingual } from "./language.ts";

/** The names of columns, axes, topics and fields in both languages. An unknown name is returned as it is. */

type Names = Record<string, readonly [en: string, fr: string]>;

const COLUMNS = {
  title: ["title", "intitulé"],
  baseline: ["baseline", "base de donnée"],
  target: ["target", "cible"],
  milestone: ["milestone", "étape"],
  actual: ["current progress", "progrès actuel"],
  text: ["text", "énoncé"],
  remark: ["remark", "remarque"],
} as const satisfies Names;
const AXES = {
  sex: ["sex", "sexe"],
  age: ["age", "âge"],
  "socio-economic-group": ["socio-economic group", "groupe socio-économique"],
  type: ["type", "type"],
} as const satisfies Names;
const TOPICS = {
  "overall-status": ["overall status", "état global"],
  "next-six-months": ["next six months", "six prochains mois"],
  "structural-change": ["structural change", "changement structurel"],
  "human-impact": ["human impact", "impact humain"],
  "outcome-progress": ["progress summary", "résumé de progrès"],
  "gender-and-youth": ["gender and youth analysis", "analyse genre et jeunes"],
  monitoring: ["monitoring", "suivi"],
  "evaluation-preparations": ["preparations for the evaluation", "préparatifs de l’évaluation"],
  "other-issues": ["other issues", "autres points"],
  "covid-adjustments": ["COVID-19 adjustments", "ajustements liés à la COVID-19"],
  "covid-success-story": ["COVID-19 success story", "histoire de réussite COVID-19"],
} as const satisfies Names;
const QUESTIONS = {
  "last-six-months": ["is the project in its last six months", "le projet est-il dans ses six derniers mois"],
  "secretariat-review": [
    "did the PBF Secretariat review the report",
    "le Secrétariat PBF a-t-il revu le rapport",
  ],
  "outcome-baselines": [
    "do outcome indicators have baselines",
    "les indicateurs des résultats ont-ils des bases de référence",
  ],
  "evaluation-done": [
    "was an evaluation conducted in the period",
    "un exercice évaluatif a-t-il été conduit dans la période",
  ],
} as const satisfies Names;
/** Of the cover page, the budget, an outcome, the report. */
const FIELDS = {
  title: ["title", "titre"],
  country: ["country", "pays"],
  number: ["number", "numéro"],
  startDate: ["start date", "date de début"],
  endDate: ["end date", "date de fin"],
  agencies: ["agencies", "agences"],
  genderMarker: ["gender marker", "marqueur de genre"],
  riskMarker: ["risk marker", "marqueur de risque"],
  focusArea: ["focus area", "domaine de priorité"],
  total: ["total", "total"],
  deliveryRate: ["implementation rate", "taux d’exécution"],
  covidAdjustment: ["COVID-19 adjustment", "ajustement COVID-19"],
  evaluation: ["evaluation", "évaluation"],
  lines: ["budget lines", "lignes budgétaires"],
  tranches: ["tranches", "tranches"],
  rating: ["rating", "évaluation par les agences"],
  categories: ["COVID-19 categories", "catégories COVID-19"],
} as const satisfies Names;
const KINDS: Names = {
  outcome: ["outcome", "résultat"],
  output: ["output", "produit"],
  indicator: ["indicator", "indicateur"],
  activity: ["activity", "activité"],
};

/** Columns, axes, fields, questions and narrative parts that have a name. */
export type NamedField =
  | keyof typeof COLUMNS
  | keyof typeof AXES
  | keyof typeof TOPICS
  | keyof typeof QUESTIONS
  | keyof typeof FIELDS;

const named = (names: Names, key: string): Bilingual => {
  const [en, fr] = (Object.hasOwn(names, key) ? names[key] : null) ?? [key, key];
  return { en, fr };
};
const listed = (names: Names, keys: readonly string[]): Bilingual => ({
  en: keys.map((key) => named(names, key).en).join(", "),
  fr: keys.map((key) => named(names, key).fr).join(", "),
});

/** The name of a column of the indicator table. */
export const columnName = (column: string): Bilingual => named(COLUMNS, column);
/** The names of columns of the indicator table, as a list. */
export const columnNames = (columns: readonly string[]): Bilingual => listed(COLUMNS, columns);
/** The names of axes of disaggregation, as a list. */
export const axisNames = (axes: readonly string[]): Bilingual => listed(AXES, axes);
/** The name of a narrative part of the report. */
export const topicName = (topic: string): Bilingual => named(TOPICS, topic);
/** A yes-or-no question of the template. */
export const questionName = (question: string): Bilingual => named(QUESTIONS, question);
/** The name of a field of the cover page, the budget, an outcome or the report. */
export const fieldName = (field: string): Bilingual => named(FIELDS, field);
/** What a code may mean. */
export const kindName = (kind: string): Bilingual => named(KINDS, kind);
/** The same at the beginning of a sentence. */
export const rowName = (kind: string): Bilingual => {
  const { en, fr } = kindName(kind);
  const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
  return { en: capital(en), fr: capital(fr) };
};
