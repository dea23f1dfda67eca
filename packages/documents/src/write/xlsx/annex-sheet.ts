import { type FrameworkDocument, type Money, toMajor } from "@cadre/core";
import { groupBy } from "@cadre/core/internal";
import { columnName } from "../../input/workbook/index.ts";
import type { AnnexLabels } from "./annex-labels.ts";
import type { AnnexForm, AnnexRow } from "./annex-rows.ts";
import { moneyFormat, SheetBuilder } from "./sheet-builder.ts";

const FIRST = 2;
const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** Writes table 1 of annex D: amounts and shares as inputs, all sums, indirect costs, tranches and shares as live formulas. */
export class AnnexSheet {
  readonly sheet: SheetBuilder;
  /** Rows of sums by output (`null`: additional costs), for table 2. */
  readonly sums = new Map<string | null, number>();
  private readonly form: AnnexForm;
  private readonly labels: AnnexLabels;
  private readonly format: string;
  private readonly digits: number;
  private readonly step: number;
  private readonly totalAt: number;
  private readonly shareAt: number;
  private readonly spentAt: readonly number[];
  private readonly committedAt: readonly number[];
  private readonly justificationAt: number;
  /** Values of the cells that formulas refer to. */
  private readonly values = new Map<string, number>();

  constructor(document: FrameworkDocument, form: AnnexForm, labels: AnnexLabels) {
    this.form = form;
    this.labels = labels;
    this.format = moneyFormat(form.currency);
    this.digits = this.format.includes(".") ? (this.format.split(".")[1]?.length ?? 0) : 0;
    this.step = form.revised ? 2 : 1;
    this.totalAt = FIRST + form.agencies.length * this.step;
    this.shareAt = this.totalAt + 1;
    const each = form.byAgency ? form.agencies.length : 1;
    const range = (from: number, used: boolean) =>
      used ? Array.from({ length: each }, (_, index) => from + index) : [];
    this.spentAt = range(this.shareAt + 1, form.hasSpent);
    this.committedAt = range(this.shareAt + 1 + this.spentAt.length, form.hasCommitted);
    this.justificationAt = this.shareAt + 1 + this.spentAt.length + this.committedAt.length;
    const widths = [20, 46, ...Array.from({ length: this.totalAt - FIRST }, () => 18), 18, 16];
    for (let position = this.shareAt + 1; position < this.justificationAt; position += 1) widths.push(18);
    this.sheet = new SheetBuilder(labels.sheet1, [...widths, 34, 34]);
    this.write(document);
  }

  /** The column of an agency's amounts. */
  columnOf(agency: string): number {
    return FIRST + this.form.agencies.indexOf(agency) * this.step + (this.step - 1);
  }

  valueAt(row: number, column: number): number {
    return this.values.get(`${row},${column}`) ?? 0;
  }

  name(row: number, column: number): string {
    return `${columnName(column)}${row + 1}`;
  }

  private amount(row: number, column: number, money: Money | null | undefined): void {
    if (!money) {
      this.sheet.number(row, column, null);
      return;
    }
    this.sheet.number(row, column, toMajor(money), "number", this.format);
    this.values.set(`${row},${column}`, toMajor(money));
  }

  private formula(
    row: number,
    column: number,
    formula: string,
    value: number,
    look: "number" | "total" = "number",
    format = this.format,
  ): void {
    this.sheet.formula(row, column, formula, value, look, format);
    this.values.set(`${row},${column}`, value);
  }

  private write(document: FrameworkDocument): void {
    const { sheet, labels, form } = this;
    sheet.text(0, 0, labels.annex, "title");
    sheet.text(1, 0, labels.table1, "title");
    sheet.headRow = 2;
    this.head(2);
    const byOutput = groupBy(form.rows, ({ output }) => output);
    const additional = byOutput.get(null) ?? [];
    for (const outcome of document.outcomes) {
      if (!outcome.outputs.some(({ code }) => byOutput.has(code))) continue;
      const index = sheet.next;
      sheet.text(index, 0, labels.outcome(outcome.code), "group");
      sheet.text(index, 1, outcome.title, "group", `outcomes/${outcome.code}/title`);
      for (const output of outcome.outputs) {
        const rows = byOutput.get(output.code);
        if (rows === undefined) continue;
        const top = sheet.next;
        sheet.text(top, 0, labels.output(output.code), "subgroup");
        sheet.text(top, 1, output.title, "subgroup", `outputs/${output.code}/title`);
        for (const row of rows) this.row(row);
        this.sumRow(labels.outputTotal, top + 1, sheet.next - 1, output.code);
      }
    }
    if (additional.length > 0) {
      const top = sheet.next;
      for (const row of additional) this.row(row);
      this.sumRow(labels.additionalTotal, top, sheet.next - 1, null);
    }
    this.bottom();
  }

  private head(row: number): void {
    const { sheet, labels, form } = this;
    sheet.text(row, 0, labels.code, "head");
    sheet.text(row, 1, labels.description, "head");
    for (const [index, agency] of form.agencies.entries()) {
      if (form.revised) {
        const [approved, revised] = labels.versions(agency, form.currency);
        sheet.text(row, FIRST + index * 2, approved, "head");
        sheet.text(row, FIRST + index * 2 + 1, revised, "head");
      } else sheet.text(row, FIRST + index, labels.agency(index + 1, form.currency, agency), "head");
    }
    sheet.text(row, this.totalAt, labels.total, "head");
    sheet.text(row, this.shareAt, labels.share, "head");
    for (const [columns, label] of [
      [this.spentAt, labels.spent],
      [this.committedAt, labels.committed],
    ] as const)
      for (const [index, column] of columns.entries())
        sheet.text(
          row,
          column,
          label(form.currency, form.byAgency ? (form.agencies[index] ?? null) : null),
          "head",
        );
    sheet.text(row, this.justificationAt, labels.justification, "head");
    sheet.text(row, this.justificationAt + 1, labels.remark, "head");
  }

  private row({ label, first, lines, shared }: AnnexRow): void {
    const { sheet, form } = this;
    const row = sheet.next;
    const code =
      label.code === null ? (first.output === null ? label.title : null) : this.labels.activity(label.code);
    sheet.text(row, 0, code);
    sheet.text(row, 1, label.code === null && first.output === null ? null : label.title);
    for (const agency of form.agencies) {
      const line = lines.get(agency);
      if (form.revised) this.amount(row, this.columnOf(agency) - 1, line?.approved);
      this.amount(row, this.columnOf(agency), line?.amount);
    }
    const cells = form.agencies.map((agency) => this.columnOf(agency));
    this.formula(
      row,
      this.totalAt,
      `SUM(${cells.map((column) => this.name(row, column)).join(",")})`,
      this.added(cells.map((column) => [row, column])),
    );
    sheet.number(row, this.shareAt, first.gewe, "percent");
    if (first.gewe !== null) this.values.set(`${row},${this.shareAt}`, first.gewe);
    for (const [columns, key] of [
      [this.spentAt, "spent"],
      [this.committedAt, "committed"],
    ] as const)
      for (const [index, column] of columns.entries()) {
        const line = form.byAgency
          ? lines.get(form.agencies[index] ?? "")
          : lines.size === 1
            ? first
            : undefined;
        this.amount(row, column, line?.[key] ?? (form.byAgency ? undefined : shared?.[key]));
      }
    sheet.text(row, this.justificationAt, first.justification ?? null);
    sheet.text(row, this.justificationAt + 1, first.remark ?? null);
  }

  private added(cells: readonly (readonly [number, number])[]): number {
    return round(
      cells.reduce((sum, [row, column]) => sum + this.valueAt(row, column), 0),
      this.digits,
    );
  }

  private sumRow(label: string, from: number, to: number, output: string | null): void {
    const { sheet } = this;
    const row = sheet.next;
    this.sums.set(output, row);
    sheet.text(row, 1, label, "total");
    const rows = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    const range = (column: number) => `${this.name(from, column)}:${this.name(to, column)}`;
    const columns = [
      ...Array.from({ length: this.totalAt - FIRST + 1 }, (_, index) => FIRST + index),
      ...this.spentAt,
      ...this.committedAt,
    ];
    for (const column of columns)
      this.formula(
        row,
        column,
        `SUM(${range(column)})`,
        this.added(rows.map((each) => [each, column])),
        "total",
      );
    const weighted = rows.reduce(
      (sum, each) => sum + this.valueAt(each, this.totalAt) * this.valueAt(each, this.shareAt),
      0,
    );
    this.formula(
      row,
      this.shareAt,
      `SUMPRODUCT(${range(this.totalAt)},${range(this.shareAt)})`,
      round(weighted, 6),
      "total",
    );
    for (const column of [0, this.justificationAt, this.justificationAt + 1])
      sheet.text(row, column, null, "total");
  }

  /** The agencies' columns and the total, of a row that adds up the rows of sums or computes with another row. */
  private across(
    label: string,
    formulaOf: (column: number) => readonly [formula: string, value: number],
  ): number {
    const row = this.sheet.next;
    this.sheet.text(row, 1, label, "label");
    const columns = [...this.form.agencies.map((agency) => this.columnOf(agency)), this.totalAt];
    for (const column of columns) this.formula(row, column, ...formulaOf(column));
    return row;
  }

  private subhead(title: string, last: string | null): void {
    const { sheet, form, labels } = this;
    // An empty row before the block.
    const row = sheet.next + 1;
    sheet.text(row, 1, title, "group");
    const names = row + 1;
    for (const [index, agency] of form.agencies.entries())
      sheet.text(names, this.columnOf(agency), labels.agency(index + 1, form.currency, agency), "head");
    sheet.text(names, this.totalAt, labels.totals, "head");
    if (last !== null) sheet.text(names, this.shareAt, last, "head");
  }

  private bottom(): void {
    const { labels, form } = this;
    const sums = [...this.sums.values()];
    this.subhead(labels.totals, null);
    const sub = this.across(labels.subTotal, (column) => [
      sums.map((row) => this.name(row, column)).join("+"),
      this.added(sums.map((row) => [row, column])),
    ]);
    let whole = sub;
    if (form.indirect !== null) {
      const indirect = this.indirectRow(sub);
      whole = this.across(labels.total, (column) => [
        `${this.name(sub, column)}+${this.name(indirect, column)}`,
        this.added([
          [sub, column],
          [indirect, column],
        ]),
      ]);
    }
    if (form.tranches.length > 0) this.trancheRows(whole);
    this.summary(sub, whole, sums);
  }

  private indirectRow(sub: number): number {
    const { form, labels, sheet } = this;
    const row = sheet.next;
    sheet.text(row, 1, labels.indirect, "label");
    const columns = form.agencies.map((agency) => this.columnOf(agency));
    for (const agency of form.agencies) {
      const column = this.columnOf(agency);
      const stated = form.indirect?.get(agency);
      const rated = round(this.valueAt(sub, column) * 0.07, this.digits);
      // Indirect costs at the rate are a formula; others are what the document states.
      if (stated !== undefined && toMajor(stated) !== rated) this.amount(row, column, stated);
      else if (stated !== undefined)
        this.formula(row, column, `ROUND(${this.name(sub, column)}*7%,${this.digits})`, rated);
    }
    this.formula(
      row,
      this.totalAt,
      `SUM(${columns.map((column) => this.name(row, column)).join(",")})`,
      this.added(columns.map((column) => [row, column])),
    );
    return row;
  }

  private trancheRows(whole: number): void {
    const { form, labels, sheet } = this;
    this.subhead(labels.tranches, labels.trancheShare);
    for (const { number, share, amounts } of form.tranches) {
      const row = sheet.next;
      sheet.text(row, 1, labels.tranche[number - 1] ?? "", "label");
      for (const agency of form.agencies) {
        const column = this.columnOf(agency);
        const amount = amounts.get(agency) ?? null;
        const rated = share === null ? null : round(this.valueAt(whole, column) * share, this.digits);
        if (amount !== null && rated === toMajor(amount))
          this.formula(
            row,
            column,
            `ROUND(${this.name(whole, column)}*${this.name(row, this.shareAt)},${this.digits})`,
            rated,
          );
        else this.amount(row, column, amount);
      }
      const columns = form.agencies.map((agency) => this.columnOf(agency));
      this.formula(
        row,
        this.totalAt,
        `SUM(${columns.map((column) => this.name(row, column)).join(",")})`,
        this.added(columns.map((column) => [row, column])),
      );
      sheet.number(row, this.shareAt, share, "percent");
    }
  }

  private summary(sub: number, whole: number, sums: readonly number[]): void {
    const { labels, form } = this;
    let gap = 1;
    const value = (label: string, formula: string, result: number, format: string): number => {
      const row = this.sheet.next + gap;
      gap = 0;
      this.sheet.text(row, 1, label, "label");
      this.formula(row, FIRST, formula, result, "number", format);
      return row;
    };
    const [direct, total] = [this.valueAt(sub, this.totalAt), this.valueAt(whole, this.totalAt)];
    if (direct === 0) return;
    const factor = total / direct;
    const ratio = `${this.name(whole, this.totalAt)}/${this.name(sub, this.totalAt)}`;
    if (form.rows.every(({ first }) => first.gewe !== null)) {
      const gewe = sums.reduce((sum, row) => sum + this.valueAt(row, this.shareAt), 0);
      const row = value(
        labels.gewe,
        `(${sums.map((each) => this.name(each, this.shareAt)).join("+")})*${ratio}`,
        round(gewe * factor, 6),
        this.format,
      );
      value(
        labels.geweShare,
        `${this.name(row, FIRST)}/${this.name(whole, this.totalAt)}`,
        (gewe * factor) / total,
        "0.00%",
      );
    }
    if (this.spentAt.length > 0) {
      const cells = sums.flatMap((row) => this.spentAt.map((column) => [row, column] as const));
      const spent = this.added(cells);
      const row = value(
        labels.expenditure,
        cells.map(([each, column]) => this.name(each, column)).join("+"),
        spent,
        this.format,
      );
      value(
        labels.delivery,
        `${this.name(row, FIRST)}/${this.name(sub, this.totalAt)}`,
        spent / direct,
        "0.00%",
      );
    }
  }
}
