import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BudgetLine, Tranche } from "../document/index.ts";
import { money } from "../values/money.ts";
import { geweOfLines, indirectCosts, lineTotals, totalLines, trancheTotals } from "./lines.ts";
import { PBF_BUDGET_POLICY_2018 } from "./policy.ts";

const usd = (major: number) => money(major, "USD");
const line = (id: string, major: number, change: Partial<BudgetLine> = {}): BudgetLine => ({
  id,
  activity: "1.1.1",
  output: "1.1",
  agency: "PAM",
  category: "staff",
  amount: usd(major),
  gewe: 0.5,
  ...change,
});

describe("the lines of a budget", () => {
  const lines = [
    line("a", 1000.1, { spent: usd(10.05) }),
    line("b", 500.2, { agency: "FAO", category: "travel", output: "1.2", activity: "1.2.1", gewe: 0.2 }),
    line("c", 105.02, { category: "indirect-support", output: null, activity: null, gewe: 0 }),
  ];

  it("add up, and by output, activity, agency and category", () => {
    const { all, byOutput, byAgency, byCategory, byActivity } = lineTotals(lines);
    expect(all).toMatchObject({
      lineCount: 3,
      amounts: [usd(1605.32)],
      spentAmounts: [usd(10.05)],
      withoutSpent: 2,
    });
    expect(all.geweShare).toBeCloseTo((500.05 + 100.04) / 1605.32, 12);
    expect([...byOutput.keys()]).toEqual(["1.1", "1.2", null]);
    expect(byAgency.get("PAM")?.amounts).toEqual([usd(1105.12)]);
    expect(byCategory.get("travel")?.geweShare).toBe(0.2);
    expect(byActivity.get("1.2.1")?.lineCount).toBe(1);
    expect(geweOfLines({ lines })).toEqual(usd(600.09));
  });

  it("have no share for gender equality where a line does not say it, and none of nothing", () => {
    expect(totalLines([...lines, line("d", 1, { gewe: null })]).geweShare).toBeNull();
    expect(totalLines([...lines, line("d", 0, { gewe: null })]).geweShare).not.toBeNull();
    expect(totalLines([]).geweShare).toBeNull();
    expect(geweOfLines({})).toBeNull();
    expect(totalLines([line("a", 0)]).geweShare).toBeNull();
  });

  it("keep currencies separate", () => {
    const total = totalLines([line("a", 1), line("b", 5, { amount: money(5, "XOF") })]);
    expect(total.amounts).toEqual([usd(1), money(5, "XOF")]);
    expect(total.geweShare).toBeNull();
  });

  it("come to the same in any order and any grouping", () => {
    const drawn = fc.array(
      fc.record({
        minor: fc.integer({ min: 0, max: 1e9 }),
        gewe: fc.integer({ min: 0, max: 100 }),
        agency: fc.constantFrom("PAM", "FAO", "OIM"),
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(drawn, (rows) => {
        const lines = rows.map(({ minor, gewe, agency }, index) =>
          line(String(index), 0, { amount: { minor, currency: "USD" }, gewe: gewe / 100, agency }),
        );
        const there = lineTotals(lines);
        expect(lineTotals([...lines].reverse()).all).toEqual(there.all);
        const parts = [...there.byAgency.values()].reduce(
          (sum, { amounts }) => sum + (amounts[0]?.minor ?? 0),
          0,
        );
        expect(parts).toBe(there.all.amounts[0]?.minor);
      }),
    );
  });
});

describe("indirect costs", () => {
  const costs = (indirect: number) =>
    indirectCosts([line("a", 1000.07), line("i", indirect, { category: "indirect-support" })], {
      policy: PBF_BUDGET_POLICY_2018,
    });
  it("are 7 % of what is direct, to the cent", () => {
    expect(costs(70)).toEqual([
      { agency: "PAM", direct: usd(1000.07), indirect: usd(70), rate: 7000 / 100007, expected: usd(70) },
    ]);
    expect(costs(80)[0]?.expected).toEqual(usd(70));
  });
  it("are not asked for where a line has no category or the agency no such line", () => {
    expect(indirectCosts([line("a", 10)], { policy: PBF_BUDGET_POLICY_2018 })).toEqual([]);
    const unknown = [line("a", 10, { category: null }), line("i", 1, { category: "indirect-support" })];
    expect(indirectCosts(unknown, { policy: PBF_BUDGET_POLICY_2018 })).toEqual([]);
    expect(indirectCosts(unknown, { policy: { ...PBF_BUDGET_POLICY_2018, indirectRate: null } })).toEqual([]);
  });
});

describe("tranches", () => {
  const tranche = (number: number, change: Partial<Tranche> = {}): Tranche => ({
    number,
    agency: "PAM",
    amount: usd(70),
    share: 0.7,
    received: "2020-01-15",
    ...change,
  });
  it("add up by agency; what was not received is not", () => {
    const tranches = [tranche(1), tranche(2, { amount: usd(30), share: 0.3, received: null })];
    expect(trancheTotals([...tranches, tranche(1, { agency: "FAO", amount: null, share: null })])).toEqual([
      { agency: "PAM", planned: usd(100), received: usd(70), shareSum: 1 },
      { agency: "FAO", planned: null, received: null, shareSum: null },
    ]);
  });
});
