import type { Language } from "@cadre/core";

/** Columns of the one-page table, in their order. */
export const COLUMNS = [
  "code",
  "text",
  "baseline",
  "target",
  "milestone",
  "actual",
  "percent",
  "remark",
] as const;

/** What a column of the one-page table is. */
export type TableColumnName = (typeof COLUMNS)[number];

/** What is in each column, for a reader who has never seen a results framework, and over the list of it. */
export const MEANINGS: Readonly<
  Record<Language, { title: string; columns: Readonly<Record<TableColumnName, string>> }>
> = {
  fr: {
    title: "Ce que disent les colonnes",
    columns: {
      code: "Position dans le cadre : 1 est un résultat, 1.2 son produit ou un indicateur du résultat, 1.2.3 un indicateur de ce produit.",
      text: "Ce qui est compté ou mesuré pour dire si le résultat ou le produit est atteint.",
      baseline: "Valeur avant le début du projet ; c’est d’ici que le progrès se mesure.",
      target: "Valeur à atteindre à la fin du projet.",
      milestone: "Valeur à atteindre à ce stade du projet, sur le chemin de la cible.",
      actual:
        "Valeur atteinte, selon le dernier rapport ; un tiret : rien n’est rapporté, ce qui n’est pas zéro.",
      percent: "Progrès actuel ÷ cible ; un tiret où l’un des deux n’est pas un nombre.",
      remark: "Raisons des retards ou des changements, dans les mots du rapport.",
    },
  },
  en: {
    title: "What the columns say",
    columns: {
      code: "Position in the framework: 1 is an outcome, 1.2 its output or an indicator of the outcome, 1.2.3 an indicator of that output.",
      text: "What is counted or measured to know whether the outcome or output is being reached.",
      baseline: "Value before the project began; progress is measured from here.",
      target: "Value to be reached by the end of the project.",
      milestone: "Value to be reached at this point of the project, on the way to the target.",
      actual: "Value reached, as last reported; a dash: nothing is reported, which is not zero.",
      percent: "Current progress ÷ target; a dash where one of the two is no number.",
      remark: "Reasons for variance or delay, in the words of the report.",
    },
  },
};
