import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { toMajor } from "../../values/money.ts";
import { amountOf, hit } from "../hit.ts";
import type { Rule } from "../rule.ts";
import { isUnread } from "../texts.ts";

export const rule: Rule = {
  id: "evaluation-budget",
  severity: "warning",
  check: (document, { evaluation: policy }) => {
    const { evaluation, total } = document.budget;
    const path = "budget/evaluation";
    if (evaluation === null) {
      if (document.report === null || isUnread(document, path)) return [];
      const message = bilingual(en.evaluationBudgetMissing, fr.evaluationBudgetMissing);
      return [hit(document, path, message, null, "an amount")];
    }
    if (evaluation.currency !== total?.currency || evaluation.minor >= total.minor * policy.minimum)
      return [];
    const message = bilingual(
      en.evaluationBudgetLow,
      fr.evaluationBudgetLow,
      amountOf(evaluation),
      { share: policy.minimum },
      policy.version,
    );
    const least = Math.ceil(total.minor * policy.minimum);
    const expected = `at least ${toMajor({ ...total, minor: least })}`;
    return [{ ...hit(document, path, message, toMajor(evaluation), expected), severity: "info" as const }];
  },
};
