import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { COVER } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "The implementation rate lies between 0 and 100 %",
    fr: "Le taux de mise en œuvre est compris entre 0 et 100 %",
  },
  source: COVER,
};

export const rule: Rule = {
  id: "delivery-out-of-range",
  severity: "error",
  check: (document) => {
    const rate = document.budget.deliveryRate;
    if (rate === null || (rate >= 0 && rate <= 1)) return [];
    const message = bilingual(en.deliveryOutOfRange, fr.deliveryOutOfRange, { share: rate });
    return [hit(document, "budget/deliveryRate", message, rate, "0 to 1")];
  },
};
