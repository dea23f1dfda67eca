import { bilingual } from "../../locale/index.ts";
import { toMajor } from "../../values/money.ts";
import { amountOf, hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { ANNEX } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "No more is spent or committed on a budget line than it has",
    fr: "On ne dépense ni n’engage sur une ligne du budget plus qu’elle n’a",
  },
  source: ANNEX,
};

export const rule: Rule = {
  id: "line-overcommitted",
  severity: "error",
  check: (document) =>
    (document.budget.lines ?? []).flatMap(({ id, amount, committed, spent }) => {
      const over = [committed, spent].find(
        (one) => one?.currency === amount.currency && one.minor > amount.minor,
      );
      if (over === undefined) return [];
      const message = bilingual(
        "Budget line {0}: {1} are spent or committed, more than its {2}.",
        "Ligne de budget {0} : {1} sont dépensés ou engagés, plus que ses {2}.",
        id,
        amountOf(over),
        amountOf(amount),
      );
      return [hit(document, `budget/lines/${id}`, message, toMajor(over), `at most ${toMajor(amount)}`)];
    }),
};
