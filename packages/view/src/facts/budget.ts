import {
  type Agency,
  addMoney,
  type BudgetLine,
  type FrameworkDocument,
  type Money,
  moneyShare,
  parentCode,
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
  /** Fraction of the amount; `null` where it is not known or the amount is zero. */
  share: number | null;
}

const outputOf = ({ output, activity }: BudgetLine): string | null =>
  output ?? (activity === null ? null : parentCode(activity));

/** The key that a budget line is put under. */
export function keyOf(line: BudgetLine, by: BudgetBy): string | null {
  return by === "agency" ? line.agency : by === "category" ? line.category : outputOf(line);
}

/** The GEWE part of a line in whole minor units, half a unit away from zero: what each line of the annex would print. */
const geweOf = ({ amount, gewe }: BudgetLine): Money => ({
  minor: Math.round(amount.minor * gewe),
  currency: amount.currency,
});

/**
 * Budget lines brought together, in the order in which their keys are met; indirect costs and what belongs nowhere come last. Lines of
 * several currencies make slices of their own: nothing is converted.
 */
export function sliceBudget(lines: readonly BudgetLine[], by: BudgetBy): BudgetSlice[] {
  const slices = new Map<string, { key: string | null; amount: Money; gewe: Money }>();
  for (const line of lines) {
    const key = keyOf(line, by);
    const name = `${key ?? ""}\u0000${line.amount.currency}`;
    const found = slices.get(name);
    const gewe = geweOf(line);
    slices.set(
      name,
      found === undefined
        ? { key, amount: line.amount, gewe }
        : { key, amount: addMoney(found.amount, line.amount), gewe: addMoney(found.gewe, gewe) },
    );
  }
  return [...slices.values()]
    .map((slice) => ({ ...slice, share: moneyShare(slice.gewe, slice.amount) }))
    .sort((a, b) => Number(a.key === null) - Number(b.key === null));
}

/** The agencies' shares as the cover page tells them: their GEWE part is not known from there. */
export function agencySlices(agencies: readonly Agency[]): BudgetSlice[] {
  return agencies.flatMap(({ name, budget }) =>
    budget === null ? [] : [{ key: name, amount: budget, gewe: null, share: null }],
  );
}

/** A document's budget divided: by its lines where it has them, else, by agency, as the cover page has it. Empty where neither tells. */
export function budgetSlices(
  document: Pick<FrameworkDocument, "budget" | "project">,
  by: BudgetBy,
): BudgetSlice[] {
  const lines = document.budget.lines ?? [];
  if (lines.length > 0) return sliceBudget(lines, by);
  return by === "agency" ? agencySlices(document.project.agencies) : [];
}
