import { bilingual } from "../../locale/index.ts";
import { amountOf, hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { PART_IV } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "Where money moved because of COVID-19, a category of adjustment is ticked",
    fr: "Quand de l’argent a été ajusté en raison de la COVID-19, une catégorie d’ajustement est cochée",
  },
  source: PART_IV,
};

export const rule: Rule = {
  id: "covid-category-unticked",
  severity: "warning",
  check: (document) => {
    const adjusted = document.budget.covidAdjustment;
    const boxes = Object.values(document.report?.covidCategories ?? {});
    if (adjusted === null || adjusted.minor === 0 || boxes.length === 0 || boxes.includes(true)) return [];
    const message = bilingual(
      "{0} were adjusted because of COVID-19, but no category of adjustment is ticked.",
      "{0} ont été ajustés en raison de la COVID-19, mais aucune catégorie d’ajustement n’est cochée.",
      amountOf(adjusted),
    );
    return [hit(document, "covid/categories", message, 0, "at least 1")];
  },
};
