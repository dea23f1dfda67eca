import { roundingOf, trancheTotals } from "../../budget/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import type { Money } from "../../values/money.ts";
import { toMajor } from "../../values/money.ts";
import { amountOf, hit } from "../hit.ts";
import type { Hit, Rule } from "../rule.ts";

export const rule: Rule = {
  id: "tranches-sum",
  severity: "error",
  check: (document) =>
    trancheTotals(document.budget.tranches ?? []).flatMap(({ agency, planned, shareSum: shares }): Hit[] => {
      const count = (document.budget.tranches ?? []).filter((tranche) => tranche.agency === agency).length;
      // A tranche is a share of the budget, rounded to cents.
      const tolerance = (budget: Money) =>
        roundingOf(budget) > 1 && planned?.minor !== undefined && roundingOf(planned) > 1
          ? 0
          : Math.max(count, roundingOf(budget));
      const budget = document.project.agencies.find(({ name }) => name === agency)?.budget;
      const path = `budget/tranches/${agency}`;
      if (
        planned !== null &&
        budget?.currency === planned.currency &&
        Math.abs(budget.minor - planned.minor) > tolerance(budget)
      ) {
        const message = bilingual(
          en.tranchesSum,
          fr.tranchesSum,
          agency,
          amountOf(planned),
          amountOf(budget),
        );
        return [hit(document, path, message, toMajor(planned), toMajor(budget))];
      }
      if (shares === null || Math.abs(shares - 1) <= 0.0005) return [];
      const message = bilingual(en.tranchesSumOfShares, fr.tranchesSumOfShares, agency, { share: shares });
      return [hit(document, path, message, shares, 1)];
    }),
};
