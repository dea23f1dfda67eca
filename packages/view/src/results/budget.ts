import {
  type Agency,
  type Budget,
  type BudgetLine,
  type CategoryAmount,
  expenditureOf,
  type FrameworkDocument,
  geweOfLines,
  type Money,
  parentCode,
  sumMoney,
  totalLines,
} from "@cadre/core";

/** What a budget is divided by. */
export type BudgetBy = "agency" | "output" | "category";

/** A part of the budget, exact to the cent. */
export interface BudgetSlice {
  /** Name of the agency, code of the output, key of the category; `null` for what belongs to none. */
  key: string | null;
  amount: Money;
  /** Money for GEWE in it; `null` where it is not known, which is not zero. */
  gewe: Money | null;
  /** Expenditure reported for it; `null` where none is, or the annex reports it together with that of others. */
  spent: Money | null;
  /** Fraction of the amount; `null` where it is not known or the amount is zero. */
  share: number | null;
}

const outputOf = ({ output, activity }: BudgetLine): string | null =>
  output ?? (activity === null ? null : parentCode(activity));

/** The key that a budget line is put under. */
export function keyOf(line: BudgetLine, by: BudgetBy): string | null {
  return by === "agency" ? line.agency : by === "category" ? line.category : outputOf(line);
}

/**
 * Budget lines brought together, in the order in which their keys are met; what belongs nowhere comes last. Lines of several currencies
 * make slices of their own: nothing is converted. Sums and shares are those of `totalLines` and `geweOfLines`.
 */
export function sliceBudget(budget: Pick<Budget, "lines" | "shared">, by: BudgetBy): BudgetSlice[] {
  const { lines = [] } = budget;
  const groups = new Map<string, { key: string | null; lines: BudgetLine[] }>();
  for (const line of lines) {
    const key = keyOf(line, by);
    const name = `${key ?? ""}\u0000${line.amount.currency}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { key, lines: [line] });
    else group.lines.push(line);
  }
  return [...groups.values()]
    .flatMap(({ key, lines: own }): BudgetSlice[] => {
      const { amounts, geweShare } = totalLines(own);
      const [amount] = amounts;
      return amount === undefined
        ? []
        : [
            {
              key,
              amount,
              gewe: geweOfLines({ lines: own }),
              spent: expenditureOf(budget, own).spent,
              share: geweShare,
            },
          ];
    })
    .sort((a, b) => Number(a.key === null) - Number(b.key === null));
}

/** The agencies' shares as on the cover page, which does not give their GEWE part. */
export function agencySlices(agencies: readonly Agency[]): BudgetSlice[] {
  return agencies.flatMap(({ name, budget }) =>
    budget === null ? [] : [{ key: name, amount: budget, gewe: null, spent: null, share: null }],
  );
}

/** The costs by category of the annex's table 2. */
function categorySlices(categories: readonly CategoryAmount[]): BudgetSlice[] {
  return [...new Set(categories.map(({ category }) => category))].flatMap((key) =>
    sumMoney(categories.filter(({ category }) => category === key).map(({ amount }) => amount)).map(
      (amount) => ({
        key,
        amount,
        gewe: null,
        spent: null,
        share: null,
      }),
    ),
  );
}

/** A document's budget divided: by its lines where it has them, else, by agency, as the cover page has it. Empty where neither gives it. */
export function budgetSlices(
  document: Pick<FrameworkDocument, "budget" | "project">,
  by: BudgetBy,
): BudgetSlice[] {
  const { lines = [], categories } = document.budget;
  // Table 2 of the annex has the categories that its lines do not.
  if (by === "category" && categories !== undefined) return categorySlices(categories);
  if (lines.length > 0) return sliceBudget(document.budget, by);
  return by === "agency" ? agencySlices(document.project.agencies) : [];
}
