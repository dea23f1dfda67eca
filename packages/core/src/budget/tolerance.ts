import type { Budget, BudgetLine } from "../document/index.ts";
import { sumMoney } from "../values/exact-sum.ts";
import { decimalsOf, type Money } from "../values/money.ts";
import { indirectAt } from "./lines.ts";

/**
 * How far two statements of one amount may differ, in minor units: an amount in whole units was rounded to them.
 */
export function roundingOf(stated: Money): number {
  const unit = 10 ** decimalsOf(stated.currency);
  return stated.minor % unit === 0 ? unit : 1;
}

/**
 * What some lines can come to as a total: with the indirect costs that the annex states, with those at the rate where it states none, and
 * without any, since a cover page may state the direct costs. In one currency only.
 */
export function possibleTotals(
  budget: Pick<Budget, "indirectAmounts">,
  lines: readonly BudgetLine[],
  rate: number | null,
): Money[] {
  const [sum, ...others] = sumMoney(lines.map(({ amount }) => amount));
  if (sum === undefined || others.length > 0) return [];
  if (lines.some(({ category }) => category === "indirect-support")) return [sum];
  const agencies = new Set(lines.map(({ agency }) => agency));
  const [stated] = sumMoney(
    (budget.indirectAmounts ?? []).filter(({ agency }) => agencies.has(agency)).map(({ amount }) => amount),
  );
  const plus = (more: Money) => ({ ...sum, minor: sum.minor + more.minor });
  return [
    ...(stated?.currency === sum.currency ? [plus(stated)] : []),
    sum,
    ...(stated === undefined && rate !== null ? [plus(indirectAt(sum, rate))] : []),
  ];
}
