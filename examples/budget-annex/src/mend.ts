import type { BudgetLine, FrameworkDocument } from "@cadre/core";

/** An annex with some of its lines changed, by their ids: what a person decides after the findings. */
export function withLines(
  annex: FrameworkDocument,
  changes: Readonly<Record<string, Partial<BudgetLine>>>,
): FrameworkDocument {
  const lines = (annex.budget.lines ?? []).map((line) => ({ ...line, ...changes[line.id] }));
  return { ...annex, budget: { ...annex.budget, lines } };
}
