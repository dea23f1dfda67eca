import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import type { Money } from "../../values/money.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "currency-mixed",
  severity: "warning",
  check: (document) => {
    const { total, gewe, covidAdjustment, evaluation, lines = [] } = document.budget;
    const { indirectAmounts: indirect = [], shared = [], categories = [], tranches = [] } = document.budget;
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
      ...lines.flatMap(({ id, amount, approved, spent, committed }): typeof amounts => [
        [`budget/lines/${id}`, amount],
        [`budget/lines/${id}/approved`, approved ?? null],
        [`budget/lines/${id}/spent`, spent ?? null],
        [`budget/lines/${id}/committed`, committed ?? null],
      ]),
      ...indirect.map(({ agency, amount }): [string, Money] => [`budget/indirectAmounts/${agency}`, amount]),
      ...shared.flatMap(({ lines: ids, spent, committed }): typeof amounts => [
        [`budget/lines/${ids[0]}/spent`, spent ?? null],
        [`budget/lines/${ids[0]}/committed`, committed ?? null],
      ]),
      ...categories.map(({ category, amount }): [string, Money] => [`budget/categories/${category}`, amount]),
      ...tranches.map(({ agency, number, amount }): [string, Money | null] => [
        `budget/tranches/${agency}/${number}`,
        amount,
      ]),
    ];
    const first = amounts.find(([, amount]) => amount !== null)?.[1]?.currency;
    return amounts.flatMap(([path, amount]) => {
      if (first === undefined || amount === null || amount.currency === first) return [];
      const message = bilingual(en.currencyMixed, fr.currencyMixed, path, amount.currency, first);
      return [hit(document, path, message, amount.currency, first)];
    });
  },
};
