import { totalLines } from "../../budget/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { toMajor } from "../../values/money.ts";
import { amountOf, hit } from "../hit.ts";
import { comesTo } from "../money-sum.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "budget-lines-sum",
  severity: "error",
  check: (document, { budget }) => {
    const { total, lines = [] } = document.budget;
    const [sum, another] = totalLines(lines).amounts;
    if (sum === undefined || another !== undefined || sum.currency !== total?.currency) return [];
    if (comesTo(document.budget, lines, total, budget.indirectRate)) return [];
    const message = bilingual(en.budgetLinesSum, fr.budgetLinesSum, amountOf(sum), amountOf(total));
    return [hit(document, "budget/lines", message, toMajor(sum), toMajor(total))];
  },
};
