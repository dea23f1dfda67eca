import type { BudgetLine } from "../document/index.ts";
import type { Money } from "../values/money.ts";

/**
 * Whether lines come to an amount: exactly, or, where none of them is for indirect costs, with these put on at the rate. An annex may
 * show them below its lines.
 */
export function comesTo(
  lines: readonly BudgetLine[],
  sum: Money,
  amount: Money,
  rate: number | null,
): boolean {
  if (sum.minor === amount.minor) return true;
  const direct = lines.every(({ category }) => category !== "indirect-support");
  return direct && Math.abs(sum.minor * (1 + (rate ?? 0)) - amount.minor) <= lines.length;
}
