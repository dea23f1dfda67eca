import { expenditureOf } from "../../budget/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { moneyShare } from "../../values/money.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "delivery-contradicted",
  severity: "warning",
  check: (document) => {
    const { deliveryRate, total, lines = [] } = document.budget;
    const { spent: sum, withoutSpent } = expenditureOf(document.budget, lines);
    if (sum === null || withoutSpent > 0 || deliveryRate === null) return [];
    const share = total?.currency === sum.currency ? moneyShare(sum, total) : null;
    if (share === null || Math.abs(share - deliveryRate) <= 0.05) return [];
    const message = bilingual(
      en.deliveryContradicted,
      fr.deliveryContradicted,
      { share: deliveryRate },
      { share },
    );
    return [hit(document, "budget/deliveryRate", message, deliveryRate, Number(share.toFixed(4)))];
  },
};
