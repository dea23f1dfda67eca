import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { PART_IV } from "../sources.ts";
import { isUnread, narrativesOf } from "../texts.ts";

export const page: RulePage = {
  about: {
    en: "Where adjustments due to COVID-19 are described or ticked, their amount is given; zero is an answer, an empty field is not",
    fr: "Quand des ajustements dus à la COVID-19 sont décrits ou cochés, leur montant est donné ; zéro est une réponse, une case vide n’en est pas une",
  },
  source: PART_IV,
};

export const rule: Rule = {
  id: "amount-unanswered",
  severity: "warning",
  check: (document) => {
    const answered = [
      ...narrativesOf(document).filter(
        ({ path, text }) => path === "narrative/covid-adjustments" && /\p{L}{4}/u.test(text),
      ),
      ...Object.values(document.report?.covidCategories ?? {}).filter(Boolean),
    ];
    if (document.budget.covidAdjustment !== null || answered.length === 0) return [];
    if (isUnread(document, "budget/covidAdjustment")) return [];
    const message = bilingual(en.amountUnanswered, fr.amountUnanswered);
    return [hit(document, "budget/covidAdjustment", message, null, "an amount")];
  },
};
