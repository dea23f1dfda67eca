import { computeBudget } from "../../budget/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { compareQuotients } from "../../values/fraction.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { BUDGET_POLICY } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "The lines of the budget annex put at least the policy's share to gender equality: 15 % in annex D",
    fr: "Les lignes de l’annexe budgétaire consacrent à l’égalité des sexes au moins la part prévue par la politique : 15 % dans l’annexe D",
  },
  source: BUDGET_POLICY,
};

export const rule: Rule = {
  id: "gewe-below-minimum",
  severity: "warning",
  check: (document, { budget }) => {
    const minimum = budget.minima.gewe;
    const { share } = computeBudget(document, { policy: budget }).marker.byLines;
    if (minimum === null || share === null || compareQuotients(share, 1, minimum, 1) >= 0) return [];
    const message = bilingual(en.geweBelowMinimum, fr.geweBelowMinimum, { share }, { share: minimum });
    return [hit(document, "budget/lines", message, share, `at least ${minimum}`)];
  },
};
