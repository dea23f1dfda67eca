import { placeIn } from "../../framework/index.ts";
import { messages } from "../../locale/index.ts";
import { toMajor } from "../../money.ts";
import type { Rule } from "../rule.ts";

export const covidCategoryUnticked: Rule = {
  id: "covid-category-unticked",
  severity: "warning",
  about: {
    en: "Where money moved because of COVID-19, a category of adjustment is ticked",
    fr: "Quand de l’argent a été ajusté en raison de la COVID-19, une catégorie d’ajustement est cochée",
  },
  source: "Template, part IV, questions 1 and 3",
  check: (document) => {
    const adjusted = document.budget.covidAdjustment;
    const boxes = Object.values(document.report?.covidCategories ?? {});
    if (adjusted === null || adjusted.minor === 0 || boxes.length === 0 || boxes.includes(true)) return [];
    return [
      {
        where: placeIn(document, "covid/categories"),
        message: messages.covidUnticked(toMajor(adjusted), adjusted.currency),
        found: 0,
        expected: "at least 1",
      },
    ];
  },
};
