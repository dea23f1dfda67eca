import { totalLines } from "../../budget/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { toMajor } from "../../values/money.ts";
import { amountOf, hit } from "../hit.ts";
import { comesTo } from "../money-sum.ts";
import type { Rule, RulePage } from "../rule.ts";
import { ANNEX } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "The budget lines of each agency add up to its share on the cover page",
    fr: "Les lignes de budget de chaque agence totalisent sa part de la page de garde",
  },
  source: ANNEX,
};

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
