import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { amountOf, hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "covid-category-unticked",
  severity: "warning",
  check: (document) => {
    const adjusted = document.budget.covidAdjustment;
    const boxes = Object.values(document.report?.covidCategories ?? {});
    if (adjusted === null || adjusted.minor === 0 || boxes.length === 0 || boxes.includes(true)) return [];
    const message = bilingual(en.covidCategoryUnticked, fr.covidCategoryUnticked, amountOf(adjusted));
    return [hit(document, "covid/categories", message, 0, "at least 1")];
  },
};
