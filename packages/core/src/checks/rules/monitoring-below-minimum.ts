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
    en: "The budget annex puts at least the policy's share to monitoring and evaluation: 5 % in annex D. An annex without such lines is not judged: activities may include them",
    fr: "L’annexe budgétaire consacre au suivi et à l’évaluation au moins la part prévue par la politique : 5 % dans l’annexe D. Une annexe sans lignes de ce type n’est pas jugée : les activités peuvent les comprendre",
  },
  source: BUDGET_POLICY,
};

export const rule: Rule = {
  id: "monitoring-below-minimum",
  severity: "warning",
  check: (document, { budget }) => {
    const minimum = budget.minima.monitoringAndEvaluation;
    const { share } = computeBudget(document, { policy: budget }).monitoringAndEvaluation;
    if (minimum === null || share === null || compareQuotients(share, 1, minimum, 1) >= 0) return [];
    const message = bilingual(
      en.monitoringBelowMinimum,
      fr.monitoringBelowMinimum,
      { share },
      { share: minimum },
    );
    return [hit(document, "budget/lines", message, share, `at least ${minimum}`)];
  },
};
