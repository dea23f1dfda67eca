import type { Bilingual } from "@cadre/core";

/** The words of what a paper cannot carry. */

export const notCarried = (what: Bilingual): Bilingual => ({
  en: `This format has no place for ${what.en}; it was left out.`,
  fr: `Ce format n’a pas de place pour ${what.fr} ; laissé de côté.`,
});

export const cellNotCarried = (code: string): Bilingual => ({
  en: `Indicator ${code}: the cell's words will not be read back as this figure.`,
  fr: `Indicateur ${code} : les mots de la cellule ne seront pas relus comme ce chiffre.`,
});

export const textOver = (count: number, limit: number): Bilingual => ({
  en: `The text has ${count} characters; the template allows ${limit}. It was written whole.`,
  fr: `Le texte compte ${count} caractères ; le canevas en admet ${limit}. Il a été écrit en entier.`,
});

export const textCut = (most: number): Bilingual => ({
  en: `A cell holds at most ${most} characters; the text was cut there.`,
  fr: `Une cellule contient au plus ${most} caractères ; le texte y a été coupé.`,
});

export const axesNotCarried = (code: string): Bilingual => ({
  en: `Indicator ${code}: its words do not ask for this disaggregation, and the paper has no column for it.`,
  fr: `Indicateur ${code} : son libellé ne demande pas cette désagrégation, et le document n’a pas de colonne pour elle.`,
});

export const boxesUnknown = (): Bilingual => ({
  en: "The text does not say which of these boxes were ticked; they were written empty.",
  fr: "Le texte ne dit pas lesquelles de ces cases étaient cochées ; elles ont été écrites vides.",
});

export const notReadBack = (path: string, found: string | null): Bilingual => ({
  en: `${path}: a reader of the paper finds ${found === null ? "nothing" : `“${found}”`} here, and not what the document says.`,
  fr: `${path} : un lecteur du document y trouve ${found === null ? "rien" : `« ${found} »`}, et non ce que disent les données.`,
});

export const paperUnread = (why: Bilingual): Bilingual => ({
  en: `The paper that was written cannot be read again: ${why.en}`,
  fr: `Le document écrit ne peut pas être relu : ${why.fr}`,
});

/** What formats may have no place for, in words. */
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
  direction: { en: "units and directions of indicators", fr: "les unités et sens des indicateurs" },
} as const satisfies Record<string, Bilingual>;

export const headAlone = (head: string): Bilingual => ({
  en: `${head.split("\n")[0]} has no indicator: the report's table has rows of indicators alone, and readers pass over its head.`,
  fr: `${head.split("\n")[0]} n’a pas d’indicateur : le tableau du rapport n’a que des lignes d’indicateurs, et les lecteurs ignorent son titre.`,
});
