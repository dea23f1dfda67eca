import { bilingual } from "../../locale/index.ts";
import type { Money } from "../../values/money.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { CONSISTENCY } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "All amounts are in one currency: others cannot be added up or compared",
    fr: "Tous les montants sont dans une même monnaie : sinon, ils ne s’additionnent ni ne se comparent",
  },
  source: CONSISTENCY,
};

export const rule: Rule = {
  id: "currency-mixed",
  severity: "warning",
  check: (document) => {
    const { total, gewe, covidAdjustment, evaluation, lines = [] } = document.budget;
    const amounts: [string, Money | null][] = [
      ["budget/total", total],
      ...document.project.agencies.map(({ name, budget }): [string, Money | null] => [
        `project/agencies/${name}/budget`,
        budget,
      ]),
      ["budget/gewe/allocated", gewe.allocated],
      ["budget/gewe/spent", gewe.spent],
      ["budget/covidAdjustment", covidAdjustment],
      ["budget/evaluation", evaluation],
      ...lines.map(({ id, amount }): [string, Money] => [`budget/lines/${id}`, amount]),
    ];
    const first = amounts.find(([, amount]) => amount !== null)?.[1]?.currency;
    return amounts.flatMap(([path, amount]) => {
      if (first === undefined || amount === null || amount.currency === first) return [];
      const message = bilingual(
        "{0} is in {1}, other amounts are in {2}.",
        "{0} est en {1}, d’autres montants sont en {2}.",
        path,
        amount.currency,
        first,
      );
      return [hit(document, path, message, amount.currency, first)];
    });
  },
};
