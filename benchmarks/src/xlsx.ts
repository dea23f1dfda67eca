import { type BudgetLine, ExpenseCategory, type FrameworkDocument, money } from "@cadre/core";
import { readAnnex, writeWorkbook } from "@cadre/documents";
import XLSX from "@e965/xlsx";
import { readXlsx } from "hucre/xlsx";
import { type Bench, measureAsync } from "./harness.ts";

const AGENCIES = ["PAM", "FAO", "OIM"];
const cents = (index: number) => 100_000 + ((index * 7919) % 5_000_000);

/** A made-up budget of n lines, with titles, shares, expenditure and remarks. */
function budgetOf(n: number): FrameworkDocument {
  const code = (index: number) => `${1 + (index % 4)}.${1 + (index % 3)}.${1 + (index % 9)}`;
  const lines = Array.from(
    { length: n },
    (_, index): BudgetLine => ({
      id: `L${index + 1}`,
      activity: code(index),
      output: code(index).slice(0, 3),
      agency: AGENCIES[index % 3] ?? "",
      category: ExpenseCategory.options[index % 7] ?? null,
      amount: { minor: cents(index), currency: "USD" },
      gewe: (index % 101) / 100,
      spent: { minor: cents(index) >> 1, currency: "USD" },
      ...(index % 5 === 0 ? { remark: `Remark on line ${index + 1}` } : {}),
    }),
  );
  const codes = [...new Set(lines.map(({ activity }) => activity ?? ""))];
  return {
    format: "cadre/framework",
    version: 1,
    project: {
      title: "Made up",
      country: null,
      number: null,
      startDate: null,
      endDate: null,
      agencies: AGENCIES.map((name, index) => ({ name, convening: index === 0, budget: money(1000, "USD") })),
      genderMarker: null,
      riskMarker: null,
      focusArea: null,
    },
    budget: {
      total: null,
      deliveryRate: null,
      gewe: { allocated: null, spent: null },
      covidAdjustment: null,
      evaluation: null,
      lines,
    },
    outcomes: [],
    activities: codes.map((activity) => ({ code: activity, title: `Activity ${activity}`, events: [] })),
    report: null,
  };
}

/** Reading a budget of n lines: bytes to validated lines with their places, beside what spreadsheet libraries take to fill their cells. */
export const xlsx: Bench = {
  about: "reads a budget annex of n lines (.xlsx) beside the spreadsheet libraries on the same file",
  n: 5000,
  run: async (n) => {
    const document = budgetOf(n);
    const { bytes } = await writeWorkbook(document, { language: "en" });
    const read = await readAnnex(bytes);
    if (!read.ok) throw new Error(read.problems[0]?.message.en);
    const amounts = read.value.budget.lines?.map(({ amount }) => amount.minor) ?? [];
    if (JSON.stringify(read.value.budget.lines) !== JSON.stringify(document.budget.lines))
      throw new Error("not the same lines");
    const budget = (await readXlsx(bytes)).sheets.find(({ name }) => name === "Budget");
    const theirs = budget?.rows.slice(1, n + 1).map((row) => Math.round(Number(row[6]) * 100));
    if (JSON.stringify(theirs) !== JSON.stringify(amounts))
      throw new Error("the library reads other amounts");
    const sheet = XLSX.read(bytes, { dense: true }).Sheets.Budget;
    const rows = sheet === undefined ? [] : XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1 });
    if (Math.round(Number(rows[n]?.[6]) * 100) !== amounts.at(-1))
      throw new Error("SheetJS reads another amount");
    const results = await measureAsync(
      [
        { impl: "hucre: cells alone", run: () => readXlsx(bytes) },
        { impl: "Cadre: lines, places, findings", run: () => readAnnex(bytes) },
        { impl: "SheetJS (dense): cells alone", run: () => XLSX.read(bytes, { dense: true }), every: 3 },
        {
          impl: "Cadre: writes the workbook",
          run: () => writeWorkbook(document, { language: "en" }),
          every: 3,
        },
      ],
      15,
      3,
    );
    return { name: "xlsx", n, results, notes: [`${bytes.length} bytes`] };
  },
};
