import type { Bilingual } from "@cadre/core";

/** Messages of the writers. */

export const notSupported = (what: Bilingual): Bilingual => ({
  en: `This format does not support ${what.en}; this part was not written.`,
  fr: `Ce format ne prend pas en charge ${what.fr} ; cette partie n’a pas été écrite.`,
});

export const valueNotSupported = (code: string): Bilingual => ({
  en: `Indicator ${code}: the text of the cell will not be read back as this value.`,
  fr: `Indicateur ${code} : le texte de la cellule ne sera pas relu comme cette valeur.`,
});

export const textOver = (count: number, limit: number): Bilingual => ({
  en: `The text has ${count} characters; the template allows ${limit}. It was written whole.`,
  fr: `Le texte compte ${count} caractères ; le canevas en admet ${limit}. Il a été écrit en entier.`,
});

export const textCut = (limit: number): Bilingual => ({
  en: `A cell holds at most ${limit} characters; the text was cut there.`,
  fr: `Une cellule contient au plus ${limit} caractères ; le texte y a été coupé.`,
});

export const axesNotSupported = (code: string): Bilingual => ({
  en: `Indicator ${code}: its text does not ask for this disaggregation, and the form has no column for it.`,
  fr: `Indicateur ${code} : son libellé ne demande pas cette désagrégation, et le formulaire n’a pas de colonne à cet effet.`,
});

export const boxesUnknown = (): Bilingual => ({
  en: "The text does not say which of these boxes were ticked; they were written empty.",
  fr: "Le texte ne dit pas lesquelles de ces cases étaient cochées ; elles ont été écrites vides.",
});

export const notReadBack = (path: string, found: string | null): Bilingual => ({
  en: `${path}: reading the document back gives ${found === null ? "nothing" : `“${found}”`}, not what was written.`,
  fr: `${path} : à la relecture, on obtient ${found === null ? "rien" : `« ${found} »`}, et non ce qui a été écrit.`,
});

export const documentUnreadable = (why: Bilingual): Bilingual => ({
  en: `The written document cannot be read back: ${why.en}`,
  fr: `Le document écrit ne peut pas être relu : ${why.fr}`,
});

/** Parts of a document that a format may not support. */
export const PARTS = {
  report: { en: "the report's texts and answers", fr: "les textes et réponses du rapport" },
  schedule: { en: "the work plan", fr: "le plan de travail" },
  axes: { en: "the axes of observations", fr: "les axes des observations" },
  periods: { en: "the periods of observations", fr: "les périodes des observations" },
  measurement: { en: "how indicators are measured", fr: "la manière de mesurer les indicateurs" },
  events: { en: "what happened to activities", fr: "ce qui est arrivé aux activités" },
  activities: { en: "the list of activities", fr: "la liste des activités" },
  lines: { en: "the lines of the budget", fr: "les lignes du budget" },
  tranches: { en: "the tranches", fr: "les tranches" },
  projectDocument: {
    en: "the project document's own answers",
    fr: "les réponses propres au document de projet",
  },
  milestones: {
    en: "milestones by date, means of verification and their frequency",
    fr: "les étapes datées, les moyens de vérification et leur fréquence",
  },
  direction: { en: "units and directions of indicators", fr: "les unités et sens des indicateurs" },
} as const satisfies Record<string, Bilingual>;

export const headAlone = (head: string): Bilingual => ({
  en: `${head.split("\n")[0]} has no indicator: the table of the report has rows for indicators only, so this heading is not read back.`,
  fr: `${head.split("\n")[0]} n’a pas d’indicateur : le tableau du rapport ne comporte que des lignes d’indicateurs, et ce titre ne sera pas relu.`,
});
