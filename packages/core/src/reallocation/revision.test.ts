import { describe, expect, it } from "vitest";
import type { BudgetLine } from "../document/index.ts";
import { money } from "../values/money.ts";
import { approvedLines, budgetRevision } from "./revision.ts";

const line = (
  id: string,
  activity: string,
  amount: number,
  change: Partial<BudgetLine> = {},
): BudgetLine => ({
  id,
  activity,
  output: "1.1",
  agency: "UNDP",
  category: "staff",
  amount: money(amount, "USD"),
  gewe: null,
  ...change,
});

describe("a revision of a budget", () => {
  const before = [line("1", "1.1.1", 100), line("2", "1.1.2", 50, { category: "travel" })];

  it("matches lines by activity and agency, whatever their rows and ids", () => {
    const after = [line("1", "1.1.2", 42.5, { category: "travel" }), line("2", "1.1.1", 107.5)];
    expect(budgetRevision({ lines: before }, { lines: after })).toMatchObject({
      lines: [
        { name: "1.1.1", agency: "UNDP", before: 100, after: 107.5, difference: 7.5, share: 0.075 },
        { name: "1.1.2", before: 50, after: 42.5, difference: -7.5, share: 0.15 },
      ],
      // 15 % is not above 15 %.
      totals: [
        { by: "category", name: "staff", needsApproval: false },
        { by: "category", name: "travel", share: 0.15, needsApproval: false },
      ],
      byCurrency: [],
      needsApproval: false,
    });
  });

  it("needs approval above the limit, and for what was not in the approved budget", () => {
    const over = budgetRevision(
      { lines: before },
      { lines: [line("1", "1.1.1", 107.51), line("2", "1.1.2", 42.49, { category: "travel" })] },
    );
    expect(over?.needsApproval).toBe(true);
    const added = budgetRevision(
      { lines: before },
      { lines: [...before, line("3", "1.1.3", 1, { category: "supplies" })] },
    );
    expect(added?.totals).toContainEqual(
      expect.objectContaining({ name: "supplies", share: null, needsApproval: true }),
    );
  });

  it("is that of approved amounts beside revised ones", () => {
    const lines = [line("1", "1.1.1", 80, { approved: money(100, "USD") })];
    expect(budgetRevision({ lines: approvedLines(lines) }, { lines })?.lines).toMatchObject([
      { before: 100, after: 80, difference: -20 },
    ]);
    expect(budgetRevision({}, { lines })).toBeNull();
  });
});
