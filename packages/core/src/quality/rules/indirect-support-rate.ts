import { say } from "../../locale/index.ts";
import { hit } from "../hit.ts";
import { sumOf } from "../money-sum.ts";
import type { Rule, RulePage } from "../rule.ts";
import { ANNEX } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "Indirect support costs are the policy's rate (7 %) of all other costs",
    fr: "Les coûts d’appui indirects sont au taux de la politique (7 %) de tous les autres coûts",
  },
  source: ANNEX,
};

export const rule: Rule = {
  id: "indirect-support-rate",
  severity: "warning",
  check: (document, { indirectSupport }) => {
    const lines = document.budget.lines ?? [];
    const of = (indirect: boolean) =>
      lines
        .filter(({ category }) => (category === "indirect-support") === indirect)
        .map(({ amount }) => amount);
    const currency = lines[0]?.amount.currency ?? "";
    const [direct, support] = [sumOf(of(false), currency), sumOf(of(true), currency)];
    if (direct === null || support === null || direct.minor === 0) return [];
    const rate = support.minor / direct.minor;
    if (Math.abs(rate - indirectSupport.rate) <= 0.0005) return [];
    const message = say(
      "Indirect support costs are {0} of the other costs; the fund's rate is {1}.",
      "Les coûts d’appui indirects sont {0} des autres coûts ; le taux du fonds est {1}.",
      { share: rate },
      { share: indirectSupport.rate },
    );
    return [hit(document, "budget/lines", message, Number(rate.toFixed(4)), indirectSupport.rate)];
  },
};
