import { roundingOf } from "../../budget/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { addMoney, type Money, toMajor } from "../../values/money.ts";
import { amountOf, hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "agency-budgets-sum",
  severity: "error",
  check: (document) => {
    const { total } = document.budget;
    const shares = document.project.agencies.map(({ budget }) => budget);
    const known = shares.filter(
      (share): share is Money => share !== null && share.currency === total?.currency,
    );
    const [first, ...others] = known;
    if (total === null || first === undefined || known.length < shares.length) return [];
    const sum = addMoney(first, ...others);
    // Amounts are rounded one by one, to cents or to whole units: together they may differ by half of that for each.
    const rounding = Math.max(...[total, ...known].map((amount) => roundingOf(amount)));
    if (Math.abs(sum.minor - total.minor) <= (rounding * (known.length + 1)) / 2) return [];
    const message = bilingual(en.agencyBudgetsSum, fr.agencyBudgetsSum, amountOf(sum), amountOf(total));
    return [hit(document, "budget/total", message, toMajor(sum), toMajor(total))];
  },
};
