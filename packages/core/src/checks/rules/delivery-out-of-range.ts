import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

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
