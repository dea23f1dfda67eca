import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { type Money, toMajor } from "../../values/money.ts";
import { amountOf, hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "gewe-within-budget",
  severity: "error",
  check: (document) => {
    const { total, gewe } = document.budget;
    const over = (part: "allocated" | "spent", amount: Money | null, whole: Money | null) => {
      if (amount === null || whole?.currency !== amount.currency || amount.minor <= whole.minor) return [];
      const message =
        part === "spent"
          ? bilingual(en.geweWithinBudgetSpent, fr.geweWithinBudgetSpent, amountOf(amount), amountOf(whole))
          : bilingual(
              en.geweWithinBudgetAllocated,
              fr.geweWithinBudgetAllocated,
              amountOf(amount),
              amountOf(whole),
            );
      return [hit(document, `budget/gewe/${part}`, message, toMajor(amount), `at most ${toMajor(whole)}`)];
    };
    return [...over("allocated", gewe.allocated, total), ...over("spent", gewe.spent, gewe.allocated)];
  },
};
