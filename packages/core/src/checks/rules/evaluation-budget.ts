import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { toMajor } from "../../values/money.ts";
import { amountOf, hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { PART_III } from "../sources.ts";
import { isUnread } from "../texts.ts";

export const page: RulePage = {
  about: {
    en: "The evaluation has a budget (a required answer). Where it has, it is at least the policy's share of the total: 3 % unless you set another. No document of the fund that we have names a share; it is our assumption, and so only to know",
    fr: "L’évaluation a un budget (réponse obligatoire). S’il existe, il atteint la part du total prévue par la politique : 3 % par défaut. Aucun document du fonds dont nous disposons n’en fixe une ; elle est supposée, donc seulement à savoir",
  },
  source: PART_III,
};

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
