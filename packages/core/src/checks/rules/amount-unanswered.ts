import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { isUnread, narrativesOf } from "../texts.ts";

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
