import type { RowRule } from "../aggregate/row-findings.ts";
import type { RulePage } from "./rule.ts";
import { ARITHMETIC, CONSISTENCY, OURS } from "./sources.ts";

/** The pages of the rules about rows of observations. */
export const ROW_PAGES: Readonly<Record<RowRule, RulePage>> = {
  "row-outside-project": {
    about: {
      en: "The period of a value lies within the project’s dates",
      fr: "La période d’une valeur se situe entre les dates du projet",
    },
    source: CONSISTENCY,
  },
  "row-in-future": {
    about: {
      en: "The period of a value has begun by the day of the answer",
      fr: "La période d’une valeur a déjà commencé au jour du calcul",
    },
    source: OURS,
  },
  "row-not-whole": {
    about: { en: "What is counted is a whole number", fr: "Ce qui se compte est un nombre entier" },
    source: OURS,
  },
  "row-negative": {
    about: {
      en: "Counts, amounts and percentages are not negative",
      fr: "Les décomptes, les montants et les pourcentages ne sont pas négatifs",
    },
    source: OURS,
  },
  "row-parts-beyond-total": {
    about: {
      en: "The parts that a report gives are no more than the total that it gives",
      fr: "Les parties données par un rapport ne dépassent pas le total qu’il donne",
    },
    source: ARITHMETIC,
  },
  "row-numerator-beyond-denominator": {
    about: {
      en: "A percentage’s numerator is no more than its denominator",
      fr: "Le numérateur d’un pourcentage ne dépasse pas son dénominateur",
    },
    source: ARITHMETIC,
  },
  "row-total-fell": {
    about: {
      en: "A running total does not fall from one period to the next",
      fr: "Un cumul ne baisse pas d’une période à l’autre",
    },
    source: CONSISTENCY,
  },
  "row-contradicts": {
    about: {
      en: "What one source says of the same people agrees: by sex and by age, of a district and its region, of a quarter and its year",
      fr: "Ce qu’une source dit des mêmes personnes concorde : par sexe et par âge, d’un cercle et de sa région, d’un trimestre et de son année",
    },
    source: ARITHMETIC,
  },
  "row-replaced": {
    about: {
      en: "A row of the same keys that was recorded later replaces one: rows that are events of their own have an id",
      fr: "Une ligne de mêmes clés enregistrée plus tard en remplace une autre : des lignes qui sont des événements distincts ont un id",
    },
    source: OURS,
  },
};
