import type { BudgetLine } from "../framework/index.ts";
import { addMoney, type Money } from "../money.ts";

/** The exact sum of amounts of one currency; `null` where there is none or currencies differ. */
export function sumOf(amounts: readonly Money[], currency: string): Money | null {
  const [first, ...others] = amounts;
  if (first === undefined || amounts.some((amount) => amount.currency !== currency)) return null;
  return addMoney(first, ...others);
}

/**
 * Whether lines come to an amount: exactly, or, where none of them is for indirect costs, with these put on at the rate. An annex may
 * show them below its lines.
 */
export function comesTo(lines: readonly BudgetLine[], sum: Money, amount: Money, rate: number): boolean {
  if (sum.minor === amount.minor) return true;
  const direct = lines.every(({ category }) => category !== "indirect-support");
  return direct && Math.abs(sum.minor * (1 + rate) - amount.minor) <= lines.length;
}
