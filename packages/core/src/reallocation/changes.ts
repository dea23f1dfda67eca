import type { BudgetLine } from "../document/index.ts";
import { sumMoney } from "../values/exact-sum.ts";
import { compareQuotients, quotient } from "../values/fraction.ts";
import type { Money } from "../values/money.ts";
import type { ReallocationPolicy } from "./policy.ts";

/** A total that differs from the approved budget. */
export interface ChangedTotal {
  /** What the total is of. */
  by: "category" | "agency" | "output";
  /** Name of the category or agency, code of the output. */
  name: string;
  /** In the approved budget, before these moves, and after them. */
  approved: Money;
  /** Before these moves. */
  before: Money;
  /** After these moves. */
  after: Money;
  /** |after − approved| as a share of the approved total: cumulative. `null` where nothing was approved. */
  share: number | null;
  /** Whether `share` is above the policy's limit. */
  needsApproval: boolean;
}

const nameOf = (line: BudgetLine, by: ChangedTotal["by"]): string | null =>
  by === "output" ? line.output : by === "agency" ? line.agency : line.category;

/** The approved amount of a line: as the annex states it, otherwise its amount. */
export const approvedOf = (line: BudgetLine): Money => line.approved ?? line.amount;

/** The totals that moves change, each against the approved budget. */
export function changedTotals(
  approved: readonly BudgetLine[],
  before: readonly BudgetLine[],
  after: readonly BudgetLine[],
  { policy }: { policy: ReallocationPolicy },
): ChangedTotal[] {
  return policy.by.flatMap((by) => {
    const names = [...new Set(before.flatMap((line) => nameOf(line, by) ?? []))];
    return names.flatMap((name) => {
      const sums = (lines: readonly BudgetLine[], amountOf: (line: BudgetLine) => Money) =>
        new Map(
          sumMoney(lines.filter((line) => nameOf(line, by) === name).map(amountOf)).map((sum) => [
            sum.currency,
            sum,
          ]),
        );
      const [first, was, is] = [
        sums(approved, approvedOf),
        sums(before, ({ amount }) => amount),
        sums(after, ({ amount }) => amount),
      ];
      return [...is.values()].flatMap((sum): ChangedTotal[] => {
        const nothing = { minor: 0, currency: sum.currency };
        const [base, old] = [first.get(sum.currency) ?? nothing, was.get(sum.currency) ?? nothing];
        if (old.minor === sum.minor) return [];
        const change = Math.abs(sum.minor - base.minor);
        return [
          {
            by,
            name,
            approved: base,
            before: old,
            after: sum,
            share: base.minor === 0 ? null : quotient(change, base.minor),
            needsApproval:
              change > 0 && (base.minor <= 0 || compareQuotients(change, base.minor, policy.limit, 1) > 0),
          },
        ];
      });
    });
  });
}
