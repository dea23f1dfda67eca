import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { temporaryFiles } from "../test/files.ts";
import { cadre, FRAMEWORK } from "../test/terminal.ts";

describe("--rates", () => {
  const files = temporaryFiles();
  const rates = () =>
    files.file("rates.csv", "currency,since,rate\nXOF,2019-01-01,600\nEUR,2019-01-01,0.9\n");
  const mixed = () => {
    const document = JSON.parse(readFileSync(FRAMEWORK, "utf8"));
    document.budget.total = { minor: 60_000_000, currency: "XOF" };
    return files.file("mixed.json", JSON.stringify(document));
  };

  it("converts what is inspected, and says by which rates", async () => {
    const found = await cadre(
      "inspect",
      mixed(),
      "--rates",
      rates(),
      "--currency",
      "USD",
      "--rates-on",
      "2020-01-01",
      "--json",
    );
    expect(found.exit).toBe(0);
    expect(JSON.parse(found.out).budget).toMatchObject({ total: 100_000, currency: "USD" });
    expect(found.error).toBe("cadre: amounts converted to USD: 1 USD = 600 XOF (2020-01-01)");
  });

  it("is refused where a rate is missing, or the options do not go together", async () => {
    const early = await cadre(
      "inspect",
      mixed(),
      "--rates",
      rates(),
      "--currency",
      "USD",
      "--rates-on",
      "2018-01-01",
    );
    expect([early.exit, early.error.includes("there is no rate of XOF for 2018-01-01")]).toEqual([1, true]);
    expect((await cadre("inspect", mixed(), "--rates", rates())).exit).toBe(2);
    expect((await cadre("inspect", mixed(), "--rates", rates(), "--currency", "QQQ")).exit).toBe(2);
    const wrong = files.file("wrong.csv", "currency,since,rate\nXOF,2019-01-01,\n");
    expect((await cadre("inspect", mixed(), "--rates", wrong, "--currency", "USD")).exit).toBe(1);
  });

  it("converts a portfolio, so that its budgets add up", async () => {
    const args = ["--rates", rates(), "--currency", "USD", "--rates-on", "2020-01-01", "--json"];
    const { total } = JSON.parse((await cadre("portfolio", mixed(), ...args)).out);
    expect(total.budgets).toEqual([{ currency: "USD", amount: 100_000, projectCount: 1 }]);
  });
});
