import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { soundDocument } from "../../test/sound-document.ts";
import { computeBudget } from "../budget/index.ts";
import { check } from "../checks/index.ts";
import type { BudgetLine, FrameworkDocument } from "../document/index.ts";
import { type Money, money } from "../values/money.ts";
import { convertBudget, RateTable } from "./index.ts";

const rates = RateTable.parse({
  ...{ base: "USD", source: "UN operational rates" },
  rates: [
    { currency: "XOF", since: "2019-12-01", rate: 600 },
    { currency: "XOF", since: "2020-06-01", rate: 500 },
    { currency: "EUR", since: "2019-12-01", rate: 0.9 },
  ],
});
const line = (id: string, agency: string, amount: Money, change: Partial<BudgetLine> = {}): BudgetLine => ({
  ...{ id, agency, amount, activity: null, output: "1.1", category: "travel", gewe: 0.4 },
  ...change,
});
const withLines = (lines: BudgetLine[], change: Partial<FrameworkDocument["budget"]> = {}) => {
  const document = soundDocument();
  Object.assign(document.budget, { lines, ...change });
  return document;
};
const options = { to: "USD", rates, budgetOn: "2020-01-01" };
const converted = (document: FrameworkDocument, change: Partial<typeof options> = {}) => {
  const found = convertBudget(document, { ...options, ...change });
  if (!found.ok) throw new Error(found.problems[0]?.message.en);
  return found.value;
};

describe("convertBudget", () => {
  it("makes a mixed budget one, each amount at the rate of its day", () => {
    const document = withLines(
      [
        line("a", "PAM", money(600_000, "USD")),
        line("b", "FAO", money(240_000_000, "XOF"), { spent: money(50_000_000, "XOF") }),
      ],
      {
        tranches: [
          { number: 1, agency: "FAO", amount: money(50_000_000, "XOF"), share: 0.2, received: "2020-07-01" },
        ],
      },
    );
    document.budget.gewe = { allocated: null, spent: null };
    expect(check(document).map(({ code }) => code)).toContain("currency-mixed");
    expect(computeBudget(document)).toMatchObject({ direct: null, gewe: { share: null } });
    const found = converted(document);
    expect(found.budget.lines?.map(({ amount }) => amount)).toEqual([
      money(600_000, "USD"),
      money(400_000, "USD"),
    ]);
    // The report speaks for a day after June.
    expect(found.budget.lines?.[1]?.spent).toEqual(money(100_000, "USD"));
    expect(found.budget.tranches?.[0]?.amount).toEqual(money(100_000, "USD"));
    expect(computeBudget(found)).toMatchObject({ direct: 1_000_000, currency: "USD", gewe: { share: 0.4 } });
    expect(check(found).map(({ code }) => code)).not.toContain("currency-mixed");
    expect(found.budget.converted).toMatchObject({
      ...{ to: "USD", source: "UN operational rates" },
      rates: expect.arrayContaining([{ currency: "XOF", on: "2020-01-01", rate: 600 }]),
    });
  });

  it("refuses where a rate is missing, and names each amount", () => {
    const document = withLines([line("a", "PAM", money(1, "GBP")), line("b", "FAO", money(1, "XOF"))]);
    const found = convertBudget(document, { ...options, budgetOn: "2019-01-01" });
    expect(found.ok ? [] : found.problems.map(({ where, found: what }) => [where.path, what])).toEqual([
      ["budget/lines/a/amount", "GBP"],
      ["budget/lines/b/amount", "XOF"],
    ]);
  });

  it("leaves a budget in the currency asked for as it is", () => {
    const document = withLines([line("a", "PAM", money(600_000.01, "USD"))]);
    expect(converted(document)).toBe(document);
  });

  it("conserves totals to the cent: lines, agencies and the whole", () => {
    const amount = fc.integer({ min: 0, max: 5_000_000_000 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(amount, fc.constantFrom("PAM", "FAO")), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 101, max: 90_000_000 }),
        (lines, rate) => {
          const table = RateTable.parse({
            base: "USD",
            rates: [{ currency: "XOF", since: "2019-12-01", rate: rate / 100 }],
          });
          const sum = (agency?: string) => ({
            minor: lines
              .filter(([, own]) => agency === undefined || own === agency)
              .reduce((all, [minor]) => all + minor, 0),
            currency: "XOF",
          });
          const document = withLines(
            lines.map(([minor, agency], index) => line(String(index), agency, { minor, currency: "XOF" })),
            { total: sum() },
          );
          for (const agency of document.project.agencies) agency.budget = sum(agency.name);
          const { budget, project } = converted(document, { rates: table });
          const cents = (budget.lines ?? []).map(({ amount: each }) => each.minor);
          const total = cents.reduce((all, each) => all + each, 0);
          // Rounded once: 2 × the exact sum in cents is within one of 2 × the total.
          const exact = (BigInt(sum().minor) * 10_000n * 2n) / BigInt(rate);
          expect(BigInt(2 * total) - exact).toBeLessThanOrEqual(1n);
          expect(exact - BigInt(2 * total)).toBeLessThanOrEqual(1n);
          expect(budget.total).toEqual({ minor: total, currency: "USD" });
          const agencies = project.agencies.flatMap(({ budget: own }) => own?.minor ?? 0);
          expect(agencies.reduce((all, each) => all + each, 0)).toBe(total);
        },
      ),
      { numRuns: process.env.CADRE_FULL === "1" ? 5_000 : 200 },
    );
  });

  it("converts a cover page without lines, agencies adding up to its total", () => {
    const document = soundDocument();
    document.budget.total = money(1001, "XOF");
    document.project.agencies[0] = { name: "PAM", convening: true, budget: money(334, "XOF") };
    document.project.agencies[1] = { name: "FAO", convening: false, budget: money(667, "XOF") };
    const { budget, project } = converted(document);
    expect(budget.total).toEqual(money(1.67, "USD"));
    expect(project.agencies.map(({ budget: own }) => own?.minor)).toEqual([56, 111]);
  });
});
