import type { Budget, BudgetLine } from "../document/index.ts";
import { sumMoney } from "../values/exact-sum.ts";
import { compareQuotients, quotient } from "../values/fraction.ts";
import { groupBy } from "../values/group-by.ts";
import { type Money, toMajor } from "../values/money.ts";
import { REALLOCATION_POLICY, type ReallocationPolicy } from "./policy.ts";

/** An amount before and after a revision, in major units; `share`: |difference| ÷ before, `null` where there was nothing. */
export interface RevisedAmount {
  /** Name of the line, category or agency, or code of the output. */
  name: string;
  /** ISO 4217 code of the amounts. */
  currency: string;
  /** Before the revision. */
  before: number;
  /** After it. */
  after: number;
  /** After − before. */
  difference: number;
  /** Size of the difference ÷ before, as a fraction; `null` where there was nothing before. */
  share: number | null;
}

export interface RevisedTotal extends RevisedAmount {
  /** What the total is of. */
  by: "category" | "agency" | "output";
  /** Whether the change is above the policy's limit. */
  needsApproval: boolean;
}

/** What a revision changes of a budget. */
export interface BudgetRevision {
  /** Lines whose amounts change, by activity or label and agency. */
  lines: (RevisedAmount & {
    /** Name of the agency that spends it. */
    agency: string;
  })[];
  /** Totals that change: cumulative, against the approved budget. */
  totals: RevisedTotal[];
  /** The whole budget, one for each currency; empty where it stays. */
  byCurrency: RevisedAmount[];
  /** Share above which a total needs approval, and where that is written. */
  limit: number;
  /** Where the limit is written. */
  source: string;
  /** Whether a total changes by more than the limit. */
  needsApproval: boolean;
}

type Lists = Pick<Budget, "lines" | "categories">;

/** What a line is known by in two budgets: its activity or its label, not its row. */
export const lineName = ({ activity, title, purpose, id }: BudgetLine): string =>
  activity ?? purpose ?? title ?? id;

interface Keyed {
  key: string;
  amount: Money;
}

/** Sums of two lists by their keys, where they differ. */
function differences(before: readonly Keyed[], after: readonly Keyed[]): RevisedAmount[] {
  const sums = (list: readonly Keyed[]) =>
    new Map(
      [...groupBy(list, ({ key }) => key)].map(([key, entries]) => [
        key,
        new Map(sumMoney(entries.map(({ amount }) => amount)).map((sum) => [sum.currency, sum])),
      ]),
    );
  const [old, now] = [sums(before), sums(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const currencies = new Set([...(old.get(name)?.keys() ?? []), ...(now.get(name)?.keys() ?? [])]);
    return [...currencies].flatMap((currency): RevisedAmount[] => {
      const [was, is] = [old, now].map((side) => side.get(name)?.get(currency)?.minor ?? 0) as [
        number,
        number,
      ];
      if (was === is) return [];
      const major = (minor: number) => toMajor({ minor, currency });
      return [
        {
          name,
          currency,
          before: major(was),
          after: major(is),
          difference: major(is - was),
          share: was <= 0 ? null : quotient(Math.abs(is - was), was),
        },
      ];
    });
  });
}

/** The approved budget that lines have beside their amounts. */
export const approvedLines = (lines: readonly BudgetLine[]): BudgetLine[] =>
  lines.map((line) => ({ ...line, amount: line.approved ?? line.amount }));

/**
 * Compares two budgets of a project: lines by activity or label and agency, and totals by category, agency and output against the approved
 * budget. Categories are those of table 2 where both have it. `null` where one of the budgets has no lines.
 */
export function budgetRevision(
  approved: Lists,
  revised: Lists,
  { policy = REALLOCATION_POLICY }: { policy?: ReallocationPolicy | undefined } = {},
): BudgetRevision | null {
  const [before, after] = [approved.lines ?? [], revised.lines ?? []];
  if (before.length === 0 || after.length === 0) return null;
  const byLine = (lines: readonly BudgetLine[]) =>
    lines.map((line) => ({ key: JSON.stringify([lineName(line), line.agency]), amount: line.amount }));
  const lines = differences(byLine(before), byLine(after)).map(({ name, ...rest }) => {
    const [own = "", agency = ""] = JSON.parse(name) as string[];
    return { name: own, agency, ...rest };
  });
  const tables = approved.categories !== undefined && revised.categories !== undefined;
  const keyed = (side: Lists, by: RevisedTotal["by"]): Keyed[] => {
    if (by === "category" && tables)
      return (side.categories ?? []).map(({ category, amount }) => ({ key: category, amount }));
    return (side.lines ?? []).flatMap((line) => {
      const key = by === "category" ? line.category : by === "agency" ? line.agency : line.output;
      return key === null ? [] : [{ key, amount: line.amount }];
    });
  };
  const totals = policy.by.flatMap((by) =>
    differences(keyed(approved, by), keyed(revised, by)).map(
      (total): RevisedTotal => ({
        by,
        ...total,
        needsApproval:
          total.before <= 0 ||
          compareQuotients(Math.abs(total.difference), total.before, policy.limit, 1) > 0,
      }),
    ),
  );
  const whole = (all: readonly BudgetLine[]) => all.map(({ amount }) => ({ key: "total", amount }));
  return {
    lines,
    totals,
    byCurrency: differences(whole(before), whole(after)),
    limit: policy.limit,
    source: policy.source,
    needsApproval: totals.some(({ needsApproval }) => needsApproval),
  };
}
