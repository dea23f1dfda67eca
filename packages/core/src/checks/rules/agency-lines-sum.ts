import { totalLines } from "../../budget/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { toMajor } from "../../values/money.ts";
import { amountOf, hit } from "../hit.ts";
import { comesTo } from "../money-sum.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "agency-lines-sum",
  severity: "error",
  check: (document, policy) =>
    document.project.agencies.flatMap(({ name, budget }) => {
      const lines = (document.budget.lines ?? []).filter(({ agency }) => agency === name);
      const [sum, another] = totalLines(lines).amounts;
      if (sum === undefined || another !== undefined || sum.currency !== budget?.currency) return [];
      if (comesTo(document.budget, lines, budget, policy.budget.indirectRate)) return [];
      const message = bilingual(en.agencyLinesSum, fr.agencyLinesSum, name, amountOf(sum), amountOf(budget));
      return [hit(document, `project/agencies/${name}/budget`, message, toMajor(sum), toMajor(budget))];
    }),
};
