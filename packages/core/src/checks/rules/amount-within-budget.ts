import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { toMajor } from "../../values/money.ts";
import { amountOf, hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "amount-within-budget",
  severity: "error",
  check: (document) => {
    const { total } = document.budget;
    return (["evaluation", "covidAdjustment"] as const).flatMap((field) => {
      const amount = document.budget[field];
      if (amount === null || amount.currency !== total?.currency || amount.minor <= total.minor) return [];
      const message = bilingual(
        en.amountWithinBudget,
        fr.amountWithinBudget,
        field === "evaluation"
          ? { en: en.theEvaluation, fr: fr.theEvaluation }
          : { en: en.theCovidAdjustment, fr: fr.theCovidAdjustment },
        amountOf(amount),
        amountOf(total),
      );
      return [hit(document, `budget/${field}`, message, toMajor(amount), `at most ${toMajor(total)}`)];
    });
  },
};
