import { describe, expect, it } from "vitest";
import type { Budget, BudgetLine, Tranche } from "../document/index.ts";
import { money } from "../values/money.ts";
import { lateTranches } from "./tranches.ts";

const usd = (major: number) => money(major, "USD");
const line = (id: string, activity: string, amount: number, spent?: number): BudgetLine => ({
  ...{ id, activity, output: "1.1", agency: "FAO", category: "staff", gewe: 0.5, amount: usd(amount) },
  ...(spent === undefined ? {} : { spent: usd(spent) }),
});
const tranche = (number: number, amount: number | null, received: string | null): Tranche => ({
  ...{ number, agency: "FAO", share: null, received },
  amount: amount === null ? null : usd(amount),
});
const late = (lines: BudgetLine[], tranches: Tranche[], codes = ["1.1.1"]) =>
  lateTranches({ budget: { lines, tranches } as Budget }, codes);

// 1,000 received: 750 must be spent before the second tranche.
const tranches = [tranche(1, 1_000, "2020-01-15"), tranche(2, 1_000, null)];

describe("tranches that late activities hold up", () => {
  it("are certain where the lines of other activities do not suffice", () => {
    expect(late([line("a", "1.1.1", 900, 100), line("b", "1.1.2", 600, 200)], tranches)).toEqual([
      { agency: "FAO", number: 2, activities: ["1.1.1"], held: true },
    ]);
  });

  it("are none where other activities can spend enough, or enough is spent", () => {
    expect(late([line("a", "1.1.1", 900, 100), line("b", "1.1.2", 650, 200)], tranches)).toEqual([]);
    expect(late([line("a", "1.1.1", 900, 600), line("b", "1.1.2", 600, 150)], tranches)).toEqual([]);
    expect(late([line("a", "1.1.1", 900, 100)], tranches, ["1.1.2"])).toEqual([]);
    expect(late([line("a", "1.1.1", 900, 100)], tranches.slice(0, 1))).toEqual([]);
  });

  it("are open where the budget does not say what was spent or received", () => {
    const open = [{ agency: "FAO", number: 2, activities: ["1.1.1"], held: null }];
    expect(late([line("a", "1.1.1", 900), line("b", "1.1.2", 600, 200)], tranches)).toEqual(open);
    expect(
      late([line("a", "1.1.1", 900, 100)], [tranche(1, null, "2020-01-15"), tranche(2, 1_000, null)]),
    ).toEqual(open);
  });
});
