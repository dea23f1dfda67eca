import type { BoundaryRule } from "../document/index.ts";
import type { RulePage } from "./rule.ts";
import { CONSISTENCY, OURS } from "./sources.ts";

/** The pages of the rules by which a document is parsed. */
export const BOUNDARY_PAGES: Readonly<Record<BoundaryRule, RulePage>> = {
  "unknown-field": {
    about: {
      en: "Every field of a document is one that the format has; others are kept under extensions. Mend it by the name that may be meant",
      fr: "Chaque champ d’un document existe dans le format ; les autres sont conservés dans extensions. Pour corriger, reprenez le nom proposé",
    },
    source: OURS,
  },
  "unknown-axis": {
    about: {
      en: "Indicators are disaggregated by axes that the document defines",
      fr: "Les indicateurs sont ventilés par des axes que le document définit",
    },
    source: CONSISTENCY,
  },
  "value-not-measurable": {
    about: {
      en: "A value on a scale lies on one of its levels, and an answer is 1 (yes) or 0 (no)",
      fr: "Une valeur sur une échelle correspond à l’un de ses niveaux, et une réponse vaut 1 (oui) ou 0 (non)",
    },
    source: CONSISTENCY,
  },
  "defined-twice": {
    about: {
      en: "Periods, axes, their categories, budget lines and planned activities are each defined once",
      fr: "Périodes, axes, catégories, lignes de budget et activités planifiées ne sont définis qu’une fois",
    },
    source: CONSISTENCY,
  },
};
