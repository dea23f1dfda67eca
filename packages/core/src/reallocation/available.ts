import type { BudgetLine, SharedExpenditure } from "../document/index.ts";
import type { Money } from "../values/money.ts";

/** Minor units of a line that are neither spent nor committed. */
const ownUse = ({ committed, spent, amount }: BudgetLine): number =>
  [committed, spent].reduce((sum, one) => sum + (one?.currency === amount.currency ? one.minor : 0), 0);

/** Money of the lines that a line shares expenditure with, and its own. */
const concerned = (
  line: BudgetLine,
  lines: ReadonlyMap<string, BudgetLine>,
  shared: readonly SharedExpenditure[],
): Money[] => {
  const groups = shared.filter((group) => group.lines.includes(line.id));
  const together = groups.flatMap((group) => group.lines.flatMap((id) => lines.get(id) ?? []));
  return [
    ...[line, ...together].flatMap(({ amount, spent, committed }) => [amount, spent ?? [], committed ?? []]),
    ...groups.flatMap(({ spent, committed }) => [spent ?? [], committed ?? []]),
  ].flat();
};

/** Another currency in which a line is spent or committed, so that nobody can say what it has left; `null`: none. */
export function otherCurrency(
  line: BudgetLine,
  lines: ReadonlyMap<string, BudgetLine>,
  shared: readonly SharedExpenditure[],
): string | null {
  const { currency } = line.amount;
  const other = concerned(line, lines, shared).find(
    (money) => money.currency !== currency && money.minor !== 0,
  );
  return other?.currency ?? null;
}

/**
 * Minor units that can be moved from a line: what it has less what is spent and committed. Expenditure of several lines together limits
 * what all of them have: a line can give what the others do not need.
 */
export function availableIn(
  line: BudgetLine,
  lines: ReadonlyMap<string, BudgetLine>,
  shared: readonly SharedExpenditure[],
): number {
  let available = line.amount.minor - ownUse(line);
  for (const group of shared) {
    if (!group.lines.includes(line.id)) continue;
    const together = group.lines.flatMap((id) => lines.get(id) ?? []);
    const used = [group.spent, group.committed].reduce(
      (sum, one) => sum + (one?.currency === line.amount.currency ? one.minor : 0),
      0,
    );
    const left = together.reduce((sum, each) => sum + each.amount.minor - ownUse(each), 0) - used;
    available = Math.min(available, left);
  }
  return available;
}
