import { geweShares } from "../../budget/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { toMajor } from "../../values/money.ts";
import { amountOf, hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "gewe-beyond-expenditure",
  severity: "warning",
  check: (document) => {
    const { spentShare } = geweShares(document.budget);
    const { spent } = document.budget.gewe;
    if (spent === null || spentShare === null || spentShare <= 1.1) return [];
    const message = bilingual(en.geweBeyondExpenditure, fr.geweBeyondExpenditure, amountOf(spent), {
      share: spentShare,
    });
    return [hit(document, "budget/gewe/spent", message, toMajor(spent), en.expectedWithinExpenditure)];
  },
};
