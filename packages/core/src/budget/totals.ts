import type { Budget, BudgetLine, SharedExpenditure } from "../document/index.ts";
import { sumMoney } from "../values/exact-sum.ts";
import { addFractions, type Fraction, fraction, multiplyFractions, toNumber } from "../values/fraction.ts";
import { type Money, toMajor } from "../values/money.ts";
import { exactShare, roundFraction, weightLines } from "./gewe-share.ts";

/** The lines that are direct costs. */
export const directLines = (lines: readonly BudgetLine[]): BudgetLine[] =>
  lines.filter(({ category }) => category !== "indirect-support");

/** What is spent and committed on some lines. */
export interface Expenditure {
  /** Sum of what is reported; `null` where nothing is, or currencies differ. */
  spent: Money | null;
  committed: Money | null;
  /** Lines of some money that report no expenditure, neither alone nor together with others. */
  withoutSpent: number;
  /** Spent on gender equality, at the lines' shares, in minor units; `null` where a share is unknown. */
  geweSpent: Fraction | null;
}

/** What of a budget concerns groups of its lines. */
export interface BudgetParts extends Pick<Budget, "shared" | "unreadable"> {
  /** Expenditure of several lines, with the number of their ids, by each of these: of a budget that is asked for many groups. */
  sharedBy?: ReadonlyMap<
    string,
    readonly {
      /** The expenditure. */
      shared: SharedExpenditure;
      /** How many lines it is of. */
      ids: number;
    }[]
  >;
}
type SharedBy = NonNullable<BudgetParts["sharedBy"]>;

function sharedByLine({ shared = [] }: Pick<Budget, "shared">): SharedBy {
  const sharedBy = new Map<string, { shared: SharedExpenditure; ids: number }[]>();
  for (const each of shared) {
    const ids = new Set(each.lines);
    const entry = { shared: each, ids: ids.size };
    for (const id of ids) {
      const list = sharedBy.get(id);
      if (list === undefined) sharedBy.set(id, [entry]);
      else list.push(entry);
    }
  }
  return sharedBy;
}

/** A budget that is asked for the expenditure of many groups of its lines. */
export const indexShared = (budget: Budget): BudgetParts & Budget => ({
  ...budget,
  sharedBy: sharedByLine(budget),
});

/** Expenditure of several lines that concerns some of these: which of them, and whether it is theirs alone. */
function sharedAmong(budget: BudgetParts, lines: readonly BudgetLine[]) {
  const sharedBy = budget.sharedBy ?? sharedByLine(budget);
  const found = new Map<
    SharedExpenditure,
    { shared: SharedExpenditure; ids: number; among: Map<string, BudgetLine> }
  >();
  for (const line of lines)
    for (const { shared, ids } of sharedBy.get(line.id) ?? []) {
      const entry = found.get(shared) ?? { shared, ids, among: new Map() };
      found.set(shared, entry);
      entry.among.set(line.id, line);
    }
  return [...found.values()].map(({ shared, ids, among }) => ({ shared, among, alone: among.size === ids }));
}

const only = (sums: readonly Money[]): Money | null => (sums.length === 1 ? (sums[0] ?? null) : null);

/** The share that some lines have in common; `null` where they differ or one has none. */
function commonShare(lines: readonly BudgetLine[]): number | null {
  const [first] = lines;
  const share = first?.gewe ?? null;
  return lines.every(({ gewe }) => gewe === share) ? share : null;
}

/**
 * Expenditure of some lines of a budget. What the annex reports for several lines together counts where all of them are among these;
 * `partly` says whether one is only partly included: then `spent` is unknown.
 */
export function expenditureOf(
  budget: BudgetParts,
  lines: readonly BudgetLine[],
): Expenditure & { partly: Money[]; own: Money | null } {
  const spent: Money[] = [];
  const committed: Money[] = [];
  const partly: Money[] = [];
  const covered = new Set<string>();
  let gewe: Fraction | null = fraction(0);
  const add = (money: Money | undefined, share: number | null) => {
    if (money === undefined) return;
    spent.push(money);
    if (money.minor === 0) return;
    gewe =
      gewe === null || share === null
        ? null
        : addFractions(gewe, multiplyFractions(fraction(money.minor), fraction(share)));
  };
  for (const line of lines) {
    add(line.spent, line.gewe);
    if (line.committed !== undefined) committed.push(line.committed);
  }
  for (const { shared, among, alone } of sharedAmong(budget, lines)) {
    if (shared.spent !== undefined) for (const id of among.keys()) covered.add(id);
    if (!alone) {
      if (shared.spent !== undefined) partly.push(shared.spent);
      continue;
    }
    add(shared.spent, commonShare([...among.values()]));
    if (shared.committed !== undefined) committed.push(shared.committed);
  }
  const complete = partly.every(({ minor }) => minor === 0);
  const own = only(sumMoney(spent));
  return {
    spent: complete ? own : null,
    committed: complete ? only(sumMoney(committed)) : null,
    withoutSpent: lines.filter(
      (line) => line.spent === undefined && !covered.has(line.id) && line.amount.minor !== 0,
    ).length,
    geweSpent: complete && spent.length > 0 ? gewe : null,
    partly,
    own,
  };
}

/** What some lines come to, in major units and shares as fractions; `null`: unknown, or in several currencies. */
export interface LineParts {
  direct: number | null;
  gewe: number | null;
  share: number | null;
  spent: number | null;
  geweSpent: number | null;
}

/** Amount, part for gender equality and expenditure of some lines of a budget. */
export function partsOf(budget: BudgetParts, lines: readonly BudgetLine[]): LineParts {
  const direct = hasUnreadable(budget, lines) ? null : only(sumMoney(lines.map(({ amount }) => amount)));
  const weighed = direct === null ? null : weightLines(lines);
  const share = weighed === null ? null : exactShare(weighed);
  const none = weighed !== null && weighed.unknown.low === 0n && weighed.unknown.high === 0n;
  const { spent, geweSpent } = expenditureOf(budget, lines);
  const amount = (exact: Fraction | null, like: Money | null) =>
    exact === null || like === null ? null : toMajor({ ...like, minor: roundFraction(exact) });
  return {
    direct: direct === null ? null : toMajor(direct),
    gewe: none ? amount(weighed.known, direct) : null,
    share: share === null ? null : toNumber(share),
    spent: spent === null ? null : toMajor(spent),
    geweSpent: amount(geweSpent, spent),
  };
}

/** Whether an unreadable line belongs to the same output, activity and agency as these lines do. */
function hasUnreadable(
  { unreadable = [] }: Pick<Budget, "unreadable">,
  lines: readonly BudgetLine[],
): boolean {
  const [first] = lines;
  if (first === undefined || unreadable.length === 0) return false;
  const same = (key: "agency" | "output" | "activity") => lines.every((line) => line[key] === first[key]);
  const shared = (["agency", "output", "activity"] as const).filter(same);
  return unreadable.some((line) => shared.every((key) => line[key] === first[key]));
}
