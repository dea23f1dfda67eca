import type { Budget, BudgetLine, ExpenseCategory, Tranche } from "../document/index.ts";
import { sumDecimals, sumMoney } from "../values/exact-sum.ts";
import { fraction, multiplyFractions, toNumber } from "../values/fraction.ts";
import { groupBy } from "../values/group-by.ts";
import { type Money, moneyShare } from "../values/money.ts";
import { exactShare, roundFraction, weightLines } from "./gewe-share.ts";
import type { BudgetPolicy } from "./policy.ts";

/** What some lines of a budget come to. Amounts are one for each currency, in the order of their first line; currencies are never mixed. */
export interface LineTotal {
  /** How many lines they are. */
  lineCount: number;
  /** Sums of what may be spent. */
  amounts: Money[];
  /** Expenditure to date of the lines that report it. */
  spentAmounts: Money[];
  /** Lines that do not report their expenditure: unknown, not zero. */
  withoutSpent: number;
  /**
   * Share of the amounts for gender equality and women's empowerment, as a fraction. `null` where a line of some money does not say its
   * share, where currencies differ and of no money.
   */
  geweShare: number | null;
}

/** A budget's lines added up: all of them, and by what each belongs to. Lines that belong to nothing are under `null`. */
export interface LineTotals {
  /** All lines together. */
  all: LineTotal;
  /** By code of the output. */
  byOutput: Map<string | null, LineTotal>;
  /** By code of the activity. */
  byActivity: Map<string | null, LineTotal>;
  /** By name of the agency. */
  byAgency: Map<string, LineTotal>;
  /** By expense category; `null`: the annex does not say. */
  byCategory: Map<ExpenseCategory | null, LineTotal>;
}

/** Adds up some lines. Exact to the minor unit, in whatever order. */
export function totalLines(lines: readonly BudgetLine[]): LineTotal {
  const amounts = sumMoney(lines.map(({ amount }) => amount));
  const spent = lines.flatMap((line) => line.spent ?? []);
  const share = amounts.length === 1 ? exactShare(weightLines(lines)) : null;
  return {
    lineCount: lines.length,
    amounts,
    spentAmounts: sumMoney(spent),
    withoutSpent: lines.length - spent.length,
    geweShare: share === null ? null : toNumber(share),
  };
}

function grouped<K>(lines: readonly BudgetLine[], keyOf: (line: BudgetLine) => K): Map<K, LineTotal> {
  return new Map([...groupBy(lines, keyOf)].map(([key, group]) => [key, totalLines(group)]));
}

/** Adds up a budget's lines, and by output, activity, agency and expense category, each in the order of their first lines. */
export function lineTotals(lines: readonly BudgetLine[]): LineTotals {
  return {
    all: totalLines(lines),
    byOutput: grouped(lines, ({ output }) => output),
    byActivity: grouped(lines, ({ activity }) => activity),
    byAgency: grouped(lines, ({ agency }) => agency),
    byCategory: grouped(lines, ({ category }) => category),
  };
}

/** Indirect costs at a rate, rounded to the minor unit (half away from zero). */
export const indirectAt = (direct: Money, rate: number): Money => ({
  minor: roundFraction(multiplyFractions(fraction(direct.minor), fraction(rate))),
  currency: direct.currency,
});

/** One agency's indirect support costs against the rate of the policy. */
export interface IndirectCosts {
  /** Name of the agency. */
  agency: string;
  /** Sum of its lines that are not indirect support costs. */
  direct: Money;
  /** Sum of its lines of indirect support costs. */
  indirect: Money;
  /** Indirect ÷ direct, as a fraction; `null` where there are no direct costs. */
  rate: number | null;
  /** What the policy's rate comes to, rounded to the minor unit (half away from zero). */
  expected: Money;
}

/**
 * Indirect support costs of each agency whose lines include them: direct and indirect amounts, and what the policy's rate comes to. An agency
 * in several currencies, or of whose lines some have no category, is left out: nothing can be said.
 */
export function indirectCosts(
  lines: readonly BudgetLine[],
  { policy }: { policy: BudgetPolicy },
): IndirectCosts[] {
  const { indirectRate } = policy;
  if (indirectRate === null) return [];
  const agencies = [...new Set(lines.map(({ agency }) => agency))];
  return agencies.flatMap((agency) => {
    const own = lines.filter((line) => line.agency === agency);
    const sum = (part: readonly BudgetLine[]) => sumMoney(part.map(({ amount }) => amount));
    const [all, ...others] = sum(own);
    const [indirect] = sum(own.filter(({ category }) => category === "indirect-support"));
    if (all === undefined || indirect === undefined || others.length > 0) return [];
    if (own.some(({ category }) => category === null)) return [];
    const direct = { minor: all.minor - indirect.minor, currency: all.currency };
    const expected = indirectAt(direct, indirectRate);
    return [{ agency, direct, indirect, rate: moneyShare(indirect, direct), expected }];
  });
}

/** What an agency's tranches come to. */
export interface TrancheTotal {
  /** Name of the agency. */
  agency: string;
  /** Sum of the tranches; `null` where one has no amount, or currencies differ. */
  planned: Money | null;
  /** Sum of those that were received; `null` where one of them has no amount, or currencies differ. */
  received: Money | null;
  /** Sum of the shares; `null` where one has none. */
  shareSum: number | null;
}

const sumOf = (tranches: readonly Tranche[]): Money | null => {
  const amounts = tranches.flatMap(({ amount }) => amount ?? []);
  const [sum, ...others] = sumMoney(amounts);
  return amounts.length < tranches.length || others.length > 0 ? null : (sum ?? null);
};

/** The tranches of each agency added up, in the order of their first tranches. */
export function trancheTotals(tranches: readonly Tranche[]): TrancheTotal[] {
  return [...new Set(tranches.map(({ agency }) => agency))].map((agency) => {
    const own = tranches.filter((tranche) => tranche.agency === agency);
    const shares = own.flatMap(({ share }) => share ?? []);
    return {
      agency,
      planned: sumOf(own),
      received: sumOf(own.filter(({ received }) => received !== null)),
      shareSum: shares.length < own.length ? null : sumDecimals(shares),
    };
  });
}

/** Money for gender equality that the lines come to: Σ amount × share, rounded to the minor unit once; `null` as {@link LineTotal.geweShare}. */
export function geweOfLines(budget: Pick<Budget, "lines">): Money | null {
  const lines = budget.lines ?? [];
  const [whole, ...others] = sumMoney(lines.map(({ amount }) => amount));
  if (whole === undefined || others.length > 0) return null;
  const weighed = weightLines(lines);
  if (exactShare(weighed) === null) return null;
  return { minor: roundFraction(weighed.known), currency: whole.currency };
}
