import {
  type BudgetLine,
  type FrameworkDocument,
  type LineTotal,
  lineTotals,
  type Tranche,
  toMajor,
} from "@cadre/core";
import { columnName } from "../../input/workbook/index.ts";
import type { WorkbookLabels } from "./labels.ts";
import { moneyFormat, SheetBuilder } from "./sheet-builder.ts";

const COLUMNS = [
  "id",
  "output",
  "activity",
  "title",
  "agency",
  "category",
  "amount",
  "currency",
  "gewe",
  "geweAmount",
  "committed",
  "spent",
  "spentShare",
  "remark",
] as const;
type Column = (typeof COLUMNS)[number];
const at = (column: Column) => COLUMNS.indexOf(column);
const letter = (column: Column) => columnName(at(column));
const WIDTHS = [8, 9, 9, 40, 14, 30, 16, 8, 9, 16, 16, 16, 10, 36];

type By = "output" | "agency" | "category";

const keyOf = (line: BudgetLine, by: By, labels: WorkbookLabels): string => {
  if (by === "output") return line.output ?? "";
  if (by === "agency") return line.agency;
  return line.category === null ? "" : labels.categories[line.category];
};

const only = (total: LineTotal): number | "" => {
  const [amount, ...others] = total.amounts;
  return amount === undefined || others.length > 0 ? "" : toMajor(amount);
};

/** The lines of a budget sheet, for the formulas of other sheets. */
export class LineRange {
  private readonly name: string;
  private readonly from: number;
  private readonly to: number;
  private readonly lines: readonly BudgetLine[];
  private readonly labels: WorkbookLabels;

  constructor(name: string, from: number, to: number, lines: readonly BudgetLine[], labels: WorkbookLabels) {
    this.name = name;
    this.from = from;
    this.to = to;
    this.lines = lines;
    this.labels = labels;
  }

  private column(column: Column): string {
    return `'${this.name}'!$${letter(column)}$${this.from + 1}:$${letter(column)}$${this.to + 1}`;
  }

  private format(): string {
    return moneyFormat(this.lines[0]?.amount.currency ?? "USD");
  }

  /**
   * Writes the sum of the lines that belong to a group, by a formula. Compared one by one and not by a criterion, in which `*`, `?`, `<`
   * and `=` would mean something: a name is a name.
   */
  sumInto(sheet: SheetBuilder, row: number, column: number, by: By, key: string, cell: string): void {
    const total = lineTotals(this.lines.filter((line) => keyOf(line, by, this.labels) === key)).all;
    const formula = `SUMPRODUCT((${this.column(by)}=${cell})*${this.column("amount")})`;
    sheet.formula(row, column, formula, total.lineCount === 0 ? 0 : only(total), "number", this.format());
  }

  /** Writes the sum for gender equality of a group's lines, and its share. */
  geweInto(sheet: SheetBuilder, row: number, column: number, by: By, key: string, cell: string): void {
    const lines = this.lines.filter((line) => keyOf(line, by, this.labels) === key);
    const known = lines.reduce((sum, { amount, gewe }) => sum + toMajor(amount) * (gewe ?? 0), 0);
    const share = lineTotals(lines).all.geweShare;
    const sum = `SUMPRODUCT((${this.column(by)}=${cell})*${this.column("amount")}*${this.column("gewe")})`;
    sheet.formula(row, column, sum, known, "number", this.format());
    const [amount, gewe] = [`${columnName(column - 1)}${row + 1}`, `${columnName(column)}${row + 1}`];
    const missing = `SUMPRODUCT((${this.column(by)}=${cell})*(${this.column("amount")}<>0)*(${this.column("gewe")}=""))`;
    sheet.formula(
      row,
      column + 1,
      `IF(OR(${amount}=0,${missing}>0),"",${gewe}/${amount})`,
      share ?? "",
      "percent",
    );
  }
}

/** The budget's lines, with their sums and the shares for gender equality as formulas. */
export function budgetSheet(
  document: FrameworkDocument,
  labels: WorkbookLabels,
): { sheet: SheetBuilder; lines: LineRange; from: number; to: number } | null {
  const { lines = [] } = document.budget;
  if (lines.length === 0) return null;
  const sheet = new SheetBuilder(labels.sheets.budget, WIDTHS);
  const titles = new Map(document.activities.map(({ code, title }) => [code, title ?? null]));
  sheet.head(
    0,
    COLUMNS.map((column) => labels.lines[column]),
  );
  for (const [index, line] of lines.entries()) {
    const row = index + 1;
    const path = `budget/lines/${index}`;
    sheet.text(row, at("id"), line.id, "text", `${path}/id`);
    sheet.text(row, at("output"), line.output);
    sheet.text(row, at("activity"), line.activity);
    sheet.text(
      row,
      at("title"),
      line.activity === null ? null : (titles.get(line.activity) ?? null),
      "text",
      path,
    );
    sheet.text(row, at("agency"), line.agency, "text", `${path}/agency`);
    sheet.text(row, at("category"), line.category === null ? null : labels.categories[line.category]);
    sheet.money(row, at("amount"), line.amount);
    sheet.text(row, at("currency"), line.amount.currency);
    sheet.number(row, at("gewe"), line.gewe, "percent");
    const [amount, gewe, spent] = [letter("amount"), letter("gewe"), letter("spent")].map(
      (name) => `${name}${row + 1}`,
    );
    const format = moneyFormat(line.amount.currency);
    const result = line.gewe === null ? "" : toMajor(line.amount) * line.gewe;
    sheet.formula(
      row,
      at("geweAmount"),
      `IF(ISNUMBER(${gewe}),${amount}*${gewe},"")`,
      result,
      "number",
      format,
    );
    sheet.money(row, at("committed"), line.committed ?? null);
    sheet.money(row, at("spent"), line.spent ?? null);
    const share =
      line.spent === undefined || line.amount.minor === 0 ? "" : line.spent.minor / line.amount.minor;
    sheet.formula(
      row,
      at("spentShare"),
      `IF(AND(ISNUMBER(${spent}),${amount}<>0),${spent}/${amount},"")`,
      share,
      "percent",
    );
    sheet.text(row, at("remark"), line.remark ?? null, "text", `${path}/remark`);
  }
  const [from, to] = [1, lines.length];
  totalRow(sheet, lines, from, to, labels);
  sheet.list(at("category"), from, to, Object.values(labels.categories), labels.choose);
  sheet.codes(at("output"), from, to, "1.1");
  sheet.codes(at("activity"), from, to, "1.1.1");
  sheet.shares(at("gewe"), from, to);
  return { sheet, lines: new LineRange(labels.sheets.budget, from, to, lines, labels), from, to };
}

function totalRow(
  sheet: SheetBuilder,
  lines: readonly BudgetLine[],
  from: number,
  to: number,
  labels: WorkbookLabels,
): void {
  const row = to + 1;
  const { all } = lineTotals(lines);
  const [amount] = all.amounts;
  const single = amount !== undefined && all.amounts.length === 1;
  for (const column of COLUMNS) sheet.text(row, at(column), null, "total");
  sheet.text(row, 0, labels.total, "total");
  // Amounts of several currencies have no sum.
  if (!single) return;
  const format = moneyFormat(amount.currency);
  const sum = (column: Column, result: number) =>
    sheet.formula(row, at(column), `SUM(${sheet.range(at(column), from, to, "")})`, result, "total", format);
  sum("amount", toMajor(amount));
  sum(
    "geweAmount",
    lines.reduce((all2, line) => all2 + toMajor(line.amount) * (line.gewe ?? 0), 0),
  );
  const committed = lines.reduce((all2, line) => all2 + (line.committed?.minor ?? 0), 0);
  sum("committed", toMajor({ minor: committed, currency: amount.currency }));
  sum("spent", all.spentAmounts[0] === undefined ? 0 : toMajor(all.spentAmounts[0]));
  const missing = `SUMPRODUCT((${sheet.range(at("amount"), from, to)}<>0)*(${sheet.range(at("gewe"), from, to)}=""))`;
  const whole = `${letter("amount")}${row + 1}`;
  const share = `IF(OR(${whole}=0,${missing}>0),"",${letter("geweAmount")}${row + 1}/${whole})`;
  sheet.formula(row, at("gewe"), share, all.geweShare ?? "", "total", "0.0%");
}

/** Sums by output, agency and category, as formulas over the lines. */
export function totalsSheet(
  lines: readonly BudgetLine[],
  range: LineRange,
  labels: WorkbookLabels,
): SheetBuilder {
  const sheet = new SheetBuilder(labels.sheets.totals, [44, 18, 18, 10]);
  for (const by of ["output", "agency", "category"] as const) {
    const head = sheet.next === 0 ? 0 : sheet.next + 1;
    sheet.head(head, [labels.totals.by[by], labels.totals.amount, labels.totals.gewe, labels.totals.share]);
    for (const key of new Set(lines.map((line) => keyOf(line, by, labels)))) {
      const row = sheet.next;
      sheet.text(row, 0, key === "" ? labels.totals.none : key, "text");
      const cell = key === "" ? '""' : `$A${row + 1}`;
      range.sumInto(sheet, row, 1, by, key, cell);
      range.geweInto(sheet, row, 2, by, key, cell);
    }
  }
  return sheet;
}

/** The tranches of the agencies. */
export function tranchesSheet(
  tranches: readonly Tranche[],
  currency: string,
  labels: WorkbookLabels,
): SheetBuilder {
  const sheet = new SheetBuilder(labels.sheets.tranches, [24, 10, 18, 10, 18, 16]);
  const { agency, number, amount, currency: money, share, received } = labels.tranches;
  sheet.head(0, [agency, number, amount, money, share, received]);
  for (const [index, tranche] of tranches.entries()) {
    const row = index + 1;
    sheet.text(row, 0, tranche.agency, "text", `budget/tranches/${index}/agency`);
    sheet.number(row, 1, tranche.number);
    sheet.money(row, 2, tranche.amount);
    sheet.text(row, 3, tranche.amount?.currency ?? currency);
    sheet.number(row, 4, tranche.share, "percent");
    sheet.date(row, 5, tranche.received);
  }
  sheet.shares(4, 1, tranches.length);
  return sheet;
}
