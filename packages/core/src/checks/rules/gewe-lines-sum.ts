import { geweOfLines, indirectAt } from "../../budget/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { toMajor } from "../../values/money.ts";
import { amountOf, hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "gewe-lines-sum",
  severity: "warning",
  check: (document, policy) => {
    const { lines = [], gewe } = document.budget;
    const { allocated } = gewe;
    const found = geweOfLines(document.budget);
    // Lines without any share say nothing of gender equality, rather than that nothing goes to it.
    if (found === null || found.minor === 0 || found.currency !== allocated?.currency) return [];
    // Shares are rounded to whole percents more often than not: half a point of each line is no contradiction.
    const rounding = lines.reduce((sum, { amount }) => sum + amount.minor * 0.005, 0);
    // The cover page's amount includes indirect costs where the lines do not.
    const withIndirect = indirectAt(found, 1 + (policy.budget.indirectRate ?? 0));
    const near = [found, withIndirect].some(({ minor }) => Math.abs(minor - allocated.minor) <= rounding);
    if (near) return [];
    const message = bilingual(en.geweLinesSum, fr.geweLinesSum, amountOf(found), amountOf(allocated));
    return [hit(document, "budget/gewe/allocated", message, toMajor(found), toMajor(allocated))];
  },
};
