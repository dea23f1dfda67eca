import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BudgetLine } from "../document/index.ts";
import { addMoney, type Money, money } from "../values/money.ts";
import type { Move } from "./policy.ts";
import { reallocate } from "./reallocate.ts";

const usd = (major: number): Money => money(major, "USD");
const line = (id: string, major: number, change: Partial<BudgetLine> = {}): BudgetLine => ({
  id,
  activity: "1.1.1",
  output: "1.1",
  agency: "PAM",
  category: "staff",
  amount: usd(major),
  gewe: 0.3,
  ...change,
});
const LINES = [
  line("a", 600_000, { gewe: 0.5 }),
  line("b", 300_000, { agency: "FAO", category: "travel", gewe: 0, output: "1.2", activity: "1.2.1" }),
  line("c", 100_000, { category: "supplies", gewe: 0, output: null, activity: null }),
];
const move = (from: string, to: string, major: number): Move => ({ from, to, amount: usd(major) });
const accepted = (...args: Parameters<typeof reallocate>) => {
  const result = reallocate(...args);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
};

describe("a reallocation", () => {
  it("moves exact amounts, reports the gender share before and after and what changes", () => {
    const { value, findings } = accepted(LINES, [move("a", "b", 5_000.01)], { marker: "GM2" });
    expect(value.lines.map(({ amount }) => amount.minor)).toEqual([59_499_999, 30_500_001, 10_000_000]);
    expect(value.gewe).toEqual({ before: 0.3, after: 0.297499995 });
    expect(value.changed.map(({ by, name, needsApproval }) => [by, name, needsApproval])).toEqual([
      ["category", "staff", false],
      ["category", "travel", false],
      ["agency", "PAM", false],
      ["agency", "FAO", false],
      ["output", "1.1", false],
      ["output", "1.2", false],
    ]);
    expect(value.needsApproval).toBe(false);
    // 29.7 % is no longer GM2.
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ["marker-no-longer-agrees", "warning"],
    ]);
    expect(findings[0]?.message.fr).not.toBe(findings[0]?.message.en);
    expect(LINES[0]?.amount).toEqual(usd(600_000));
  });

  it("that keeps exactly 80 % keeps GM3, each of 2,000 times; one cent less does not", () => {
    for (let number = 1; number <= 2_000; number += 1) {
      const amount = (minor: number): Money => ({ minor, currency: "USD" });
      const lines = [
        line("a", 0, { gewe: 0.8, amount: amount(10_007 + number * 37) }),
        line("b", 0, { gewe: 0.8, amount: amount(3_333 + number * 11) }),
        line("c", 0, { gewe: 0.79, amount: amount(700 + number) }),
        line("d", 0, { gewe: 0.81, amount: amount(700 + number) }),
      ];
      const rules = (from: string, to: string, minor: number) =>
        accepted(lines, [{ from, to, amount: amount(minor) }], { marker: "GM3" }).findings.map(
          ({ code }) => code,
        );
      expect([number, rules("a", "b", 1 + (number % 997))]).toEqual([number, []]);
      expect([number, rules("d", "c", 1)]).toEqual([number, ["marker-no-longer-agrees"]]);
    }
  });

  it("over the limit needs the fund's approval, by the policy that the caller gives", () => {
    const big = accepted(LINES, [move("b", "a", 60_000)]);
    expect(big.value.needsApproval).toBe(true);
    expect(big.findings.map(({ where, found }) => [where.path, found])).toEqual([
      ["budget/category/travel", 0.2],
      ["budget/agency/FAO", 0.2],
      ["budget/output/1.2", 0.2],
    ]);
    const policy = { id: "ours", version: "1", source: "test", by: ["category" as const], limit: 0.2 };
    expect(accepted(LINES, [move("b", "a", 60_000)], { policy }).value.needsApproval).toBe(false);
    expect(accepted(LINES, [move("b", "a", 60_000.01)], { policy }).value.needsApproval).toBe(true);
  });

  it("between lines of one activity changes no total of an output or agency", () => {
    const lines = [...LINES, line("d", 50_000, { category: "supplies" })];
    expect(accepted(lines, [move("a", "d", 1)]).value.changed.map(({ by }) => by)).toEqual([
      "category",
      "category",
    ]);
  });

  it.each([
    ["unknown-line", move("a", "z", 1), "z"],
    ["unknown-line", move("z", "a", 1), "z"],
    ["same-line", move("a", "a", 1), "a"],
    ["not-an-amount", move("a", "b", 0), 0],
    ["not-an-amount", move("a", "b", -1), -1],
    ["currencies-differ", { from: "a", to: "b", amount: money(1, "EUR") }, "EUR"],
    ["not-available", move("a", "b", 600_000.01), 600_000.01],
  ])("is refused: %s", (code, bad, found) => {
    const refused = reallocate(LINES, [move("a", "b", 1), bad]);
    expect(refused).toMatchObject({ ok: false, problems: [{ code, where: { path: "moves/1" }, found }] });
  });

  it("leaves alone what is committed, and counts what earlier moves took", () => {
    const lines = [line("a", 100, { committed: usd(60) }), line("b", 10)];
    expect(reallocate(lines, [move("a", "b", 40.01)])).toMatchObject({
      ok: false,
      problems: [{ expected: "at most 40" }],
    });
    expect(reallocate(lines, [move("a", "b", 40)]).ok).toBe(true);
    expect(reallocate(lines, [move("a", "b", 30), move("a", "b", 11)])).toMatchObject({
      ok: false,
      problems: [{ where: { path: "moves/1" } }],
    });
    expect(reallocate([], [])).toMatchObject({ ok: false, problems: [{ code: "budget-empty" }] });
  });

  it("moves nothing from a line that is spent in another currency: nobody knows what it has left", () => {
    const francs = money(1000, "XOF");
    for (const use of [{ spent: francs }, { committed: francs }])
      expect(reallocate([line("a", 100, use), line("b", 10)], [move("a", "b", 1)])).toMatchObject({
        ...{ ok: false, problems: [{ code: "currencies-differ", found: "USD", expected: "XOF" }] },
      });
    expect(
      reallocate([line("a", 100, { spent: money(0, "XOF") }), line("b", 10)], [move("a", "b", 1)]).ok,
    ).toBe(true);
  });

  it("conserves the total to the cent, whatever is moved, and makes all moves or none", () => {
    const lines = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 2, maxLength: 6 });
    const moves = fc.array(
      fc.record({
        from: fc.nat({ max: 6 }),
        to: fc.nat({ max: 6 }),
        minor: fc.integer({ min: -5, max: 1e9 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(lines, moves, (amounts, drawn) => {
        const before = amounts.map((minor, index) =>
          line(String(index), 0, { amount: { minor, currency: "USD" } }),
        );
        const result = reallocate(
          before,
          drawn.map(({ from, to, minor }) => ({
            from: String(from),
            to: String(to),
            amount: { minor, currency: "USD" },
          })),
        );
        if (!result.ok) {
          expect(result.problems.length).toBeGreaterThan(0);
          return;
        }
        const [first, ...others] = result.value.lines.map(({ amount }) => amount);
        expect(addMoney(first ?? usd(0), ...others).minor).toBe(amounts.reduce((sum, each) => sum + each, 0));
        expect(result.value.lines.every(({ amount }) => amount.minor >= 0)).toBe(true);
      }),
    );
  });
});
