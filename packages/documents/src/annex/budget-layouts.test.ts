import { computeBudget } from "@cadre/core/budget";
import { describe, expect, it } from "vitest";
import type { GeneratedCell } from "../../test/annex-generator/layout.ts";
import { writeSheets } from "../../test/annex-generator/workbook.ts";
import { readAnnex } from "./read-annex.ts";

const n = (value: number, format = "General") => ({ value, format });
const percent = (value: number) => n(value, "0%");
const HEAD = ["Outcome/ Output Number", "Description", "UNDP Budget USD", "Total", "% GEWE"];

async function budgetOf(...sheets: (readonly [name: string, ...rows: GeneratedCell[][]])[]) {
  const bytes = await writeSheets(sheets.map(([name, ...rows]) => ({ name, rows })));
  const read = await readAnnex(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { lines = [] } = read.value.budget;
  return {
    result: computeBudget(read.value),
    lines: lines.map(({ activity, title, agency, amount }) => [
      activity ?? title,
      agency,
      amount.minor / 100,
    ]),
    document: read.value,
    rules: read.findings.filter(({ severity }) => severity !== "info").map(({ code }) => code),
  };
}

describe("a budget table as agencies change it", () => {
  it("has expenditure an agency, a balance, indirect costs by another name and no outputs", async () => {
    const { result, rules } = await budgetOf([
      "Annex",
      [
        "No.",
        "Activity description",
        "UNDP budget USD",
        "UNICEF budget USD",
        "Total USD",
        "GEWE %",
        "UNDP expenditure",
        "UNICEF expenditure",
        "Balance",
      ],
      ["1.1.1", "Train", n(1000), n(500), n(1500), percent(0.4), n(500), n(100), n(900)],
      ["1.1.2", "Equip", n(2000), null, n(2000), percent(0.3), n(10), null, n(1990)],
      ["Personnel costs", null, n(100), n(50), n(150), percent(0), n(1), n(2), n(147)],
      ["GMS 7%", null, n(217), n(38.5), n(255.5)],
      ["Grand total", null, n(3317), n(588.5), n(3905.5)],
    ]);
    expect(rules).toEqual([]);
    expect(result).toMatchObject({ direct: 3650, indirect: 255.5, total: 3905.5, spent: 613 });
    expect(result.byAgency.map(({ agency, direct, spent }) => [agency, direct, spent])).toEqual([
      ["UNDP", 3100, 511],
      ["UNICEF", 550, 102],
    ]);
    expect(result.byOutput.map(({ output, direct }) => [output, direct])).toEqual([
      ["1.1", 3500],
      [null, 150],
    ]);
  });

  it("does not add an activity that is the sum of its sub-activities", async () => {
    const { lines, rules } = await budgetOf([
      "1) Budget Table",
      HEAD,
      ["Output 1.1:", "Out"],
      ["Activity 1.1.1:", "Parent", n(300), n(300), percent(0.5)],
      ["Activity 1.1.1.1:", "Child a", n(100), n(100), percent(0.5)],
      ["Activity 1.1.1.2:", "Child b", n(200), n(200), percent(0.5)],
      [null, "Output Total", n(300), n(300)],
    ]);
    expect(lines).toEqual([
      ["1.1.1.1", "UNDP", 100],
      ["1.1.1.2", "UNDP", 200],
    ]);
    expect(rules).toEqual([]);
  });

  it("names its agencies in the lines of a head, with their type", async () => {
    const { lines } = await budgetOf([
      "Budget",
      [
        "Outcome/ Output Number",
        "Description",
        "Recipient Organization 1\nBudget in USD\nName: UNDP\nType: UN",
        "Recipient Organization 2\nBudget in USD\nName: Search for Common Ground (NUNO)",
        "Total",
        "% GEWE",
      ],
      ["Outcome 1: Peace holds"],
      ["Output 1.1: Dialogue"],
      ["Activity 1.1.1: Train people", null, n(1000), n(500), n(1500), percent(0.3)],
    ]);
    expect(lines).toEqual([
      ["1.1.1", "UNDP", 1000],
      ["1.1.1", "Search for Common Ground", 500],
    ]);
  });

  it("has a revised table beside the approved one, whose lines are matched by code", async () => {
    const { document } = await budgetOf(
      [
        "1) Budget Table",
        HEAD,
        ["Output 1.1", "O"],
        ["Activity 1.1.1", "A", n(300), n(300)],
        ["Activity 1.1.2", "B", n(200), n(200)],
      ],
      [
        "1) Budget Table REVISED",
        HEAD,
        ["Output 1.1", "O"],
        ["Activity 1.1.2", "B", n(250), n(250)],
        ["Activity 1.1.1", "A", n(250), n(250)],
      ],
    );
    expect(
      document.budget.lines?.map(({ activity, amount, approved }) => [
        activity,
        amount.minor,
        approved?.minor,
      ]),
    ).toEqual([
      ["1.1.2", 25_000, 20_000],
      ["1.1.1", 25_000, 30_000],
    ]);
  });

  it("separates currencies, and names a head without an agency", async () => {
    const mixed = await budgetOf([
      "B",
      ["Outcome/ Output Number", "Description", "UNDP (EUR)", "Mercy Corps (USD)", "% GEWE"],
      ["Activity 1.1.1", "a", n(100), n(100), percent(0.4)],
    ]);
    expect(mixed.result).toMatchObject({
      direct: null,
      currency: null,
      currencies: [
        { currency: "EUR", direct: 100 },
        { currency: "USD", direct: 100 },
      ],
    });
    const unnamed = await budgetOf([
      "B",
      ["Outcome/ Output Number", "Description", "Budget (USD)", "% GEWE"],
      ["Activity 1.1.1", "a", n(100), percent(0.4)],
    ]);
    expect(unnamed.rules).toEqual(["agency-unnamed"]);
    expect(unnamed.result.direct).toBe(100);
  });

  it.each([
    ["1 alone, as a fraction or in per cent", [n(1), n(0)], [null, 0], ["share-ambiguous"]],
    ["0.4 beside 40", [n(0.4), n(40)], [null, 0.4], ["share-ambiguous", "share-rescaled"]],
    ["whole percents", [n(40), n(1)], [0.4, 0.01], []],
    ["per cent over 100", [percent(1.2), percent(0.4)], [null, 0.4], ["share-ambiguous"]],
    ["40 in a cell that shows per cent", [percent(40), percent(0.4)], [0.4, 0.4], ["share-rescaled"]],
    ["text", ["35 %", "100% women-led"], [0.35, 1], []],
    [
      "a range and an approximation",
      ["30-40%", "approx. 30%"],
      [null, null],
      ["share-unreadable", "share-unreadable"],
    ],
  ])("decides shares or leaves them open: %s", async (_, cells, shares, expected) => {
    const { document, rules } = await budgetOf([
      "B",
      HEAD,
      ["Output 1.1", "O"],
      ...cells.map((cell, index): GeneratedCell[] => [
        `Activity 1.1.${index + 1}`,
        "a",
        n(100),
        n(100),
        cell,
      ]),
    ]);
    expect(document.budget.lines?.map(({ gewe }) => gewe)).toEqual(shares);
    expect(rules).toEqual(expected);
  });

  it("computes shares of amounts for gender equality", async () => {
    const { result } = await budgetOf([
      "B",
      ["Outcome/ Output Number", "Description", "UNDP", "Total", "GEWE amount (USD)"],
      ["Activity 1.1.1", "a", n(2000), n(2000), n(800)],
      ["Activity 1.1.2", "b", n(2000), n(2000), n(400)],
    ]);
    expect(result.gewe.share).toBe(0.3);
  });
});
