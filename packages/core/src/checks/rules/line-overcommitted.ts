import type { Budget, BudgetLine } from "../../document/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { sumMoney } from "../../values/exact-sum.ts";
import { toMajor } from "../../values/money.ts";
import { amountOf, hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "line-overcommitted",
  severity: "error",
  check: (document) =>
    expenditures(document.budget).flatMap(({ id, amount, committed, spent }) => {
      // A correction below zero has nothing to spend.
      if (amount.minor < 0) return [];
      const [over] = sumMoney(
        [committed, spent].flatMap((one) => (one?.currency === amount.currency ? one : [])),
      );
      if (over === undefined || over.minor <= amount.minor) return [];
      const message = bilingual(
        en.lineOvercommitted,
        fr.lineOvercommitted,
        id,
        amountOf(over),
        amountOf(amount),
      );
      return [hit(document, `budget/lines/${id}`, message, toMajor(over), `at most ${toMajor(amount)}`)];
    }),
};

interface Spending extends Pick<BudgetLine, "amount" | "committed" | "spent"> {
  id: string;
}

/** Lines, and lines whose expenditure is reported together. Rows with an amount that cannot be read are left out. */
function expenditures({ lines = [], shared = [], unreadable = [] }: Budget): Spending[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const readable = ({ activity, output }: BudgetLine) =>
    !unreadable.some((line) => line.activity === activity && line.output === output);
  return [
    ...lines.filter(readable),
    ...shared.flatMap(({ lines: ids, spent, committed }): Spending[] => {
      const own = ids.flatMap((id) => byId.get(id) ?? []);
      const [amount, ...others] = sumMoney(own.map((line) => line.amount));
      if (amount === undefined || others.length > 0 || !own.every(readable)) return [];
      return [{ id: ids.join(", "), amount, ...(spent && { spent }), ...(committed && { committed }) }];
    }),
  ];
}
