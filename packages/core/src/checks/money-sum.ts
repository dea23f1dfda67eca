import { possibleTotals, roundingOf } from "../budget/index.ts";
import type { Budget, BudgetLine } from "../document/index.ts";
import { decimalsOf, type Money } from "../values/money.ts";

/**
 * Whether lines come to an amount: exactly, or with the indirect costs that the annex states below them or that the rate comes to. Indirect
 * costs are rounded for each agency, and the amount may be in whole units.
 */
export function comesTo(
  budget: Pick<Budget, "indirectAmounts">,
  lines: readonly BudgetLine[],
  amount: Money,
  rate: number | null,
): boolean {
  const agencies = new Set(lines.map(({ agency }) => agency)).size;
  // Lines in whole units cannot come to a whole amount by rounding: then one unit is a difference.
  const unit = 10 ** decimalsOf(amount.currency);
  const whole = lines.every((line) => line.amount.minor % unit === 0);
  return possibleTotals(budget, lines, rate).some((sum) => {
    const direct = whole && sum.minor % unit === 0;
    return Math.abs(sum.minor - amount.minor) <= (direct ? 0 : Math.max(agencies, roundingOf(amount)));
  });
}
