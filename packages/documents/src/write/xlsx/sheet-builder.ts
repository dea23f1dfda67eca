import { bilingual, decimalsOf, type Finding, type Money, toMajor } from "@cadre/core";
import type { Cell, CellStyle, CellValue, DataValidation, WriteSheet } from "hucre/xlsx";
import { findingOf } from "../../input/problem.ts";
import { columnName } from "../../input/workbook/index.ts";
import { MAX_CELL_CHARACTERS } from "../../input/workbook/limits.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";

/** How a cell looks. */
export type Look =
  | "head"
  | "label"
  | "text"
  | "title"
  | "number"
  | "left-number"
  | "percent"
  | "date"
  | "total"
  | "group"
  | "subgroup"
  | "plain"
  | "plain-number";

const THIN = { style: "thin", color: { rgb: "BFBFBF" } } as const;
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN };
const fill = (rgb: string) => ({ type: "pattern", pattern: "solid", fgColor: { rgb } }) as const;
const WRAP = { wrapText: true, vertical: "top" } as const;

const FONT = { name: "Calibri", size: 11 } as const;

const LOOKS: Record<Look, CellStyle> = {
  title: { font: { ...FONT, bold: true, size: 14 } },
  head: {
    font: { ...FONT, bold: true, color: { rgb: "FFFFFF" } },
    fill: fill("1F4E79"),
    border: BORDER,
    alignment: { ...WRAP, vertical: "center" },
  },
  label: { font: { ...FONT, bold: true }, border: BORDER, alignment: WRAP },
  // The format of text keeps a text a text when somebody edits its cell: `=1+1` never becomes a formula.
  text: { border: BORDER, alignment: WRAP, numFmt: "@" },
  number: { border: BORDER, alignment: { vertical: "top" } },
  // Numbers of the framework are in columns with texts, so they are aligned like these.
  "left-number": { border: BORDER, alignment: { vertical: "top", horizontal: "left" } },
  percent: { border: BORDER, alignment: { vertical: "top" } },
  date: { border: BORDER, alignment: { vertical: "top", horizontal: "left" }, numFmt: "yyyy-mm-dd" },
  total: { font: { ...FONT, bold: true }, border: BORDER, fill: fill("DDEBF7") },
  group: {
    font: { ...FONT, bold: true },
    border: BORDER,
    fill: fill("BDD7EE"),
    alignment: WRAP,
    numFmt: "@",
  },
  subgroup: {
    font: { ...FONT, bold: true },
    border: BORDER,
    fill: fill("DDEBF7"),
    alignment: WRAP,
    numFmt: "@",
  },
  // Of tables with very many rows: on one line, without borders.
  plain: { numFmt: "@" },
  "plain-number": {},
};

/** The format of a share: decimals only where it has any. A share that a formula makes has one. */
export const percentFormat = (share: number | null) =>
  share === null ? "0.0%" : Math.abs(share * 100 - Math.round(share * 100)) < 1e-9 ? "0%" : "0.00%";

/** The format of amounts of a currency: as many decimals as it has. */
export const moneyFormat = (currency: string) => {
  const decimals = decimalsOf(currency);
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
};

/** What XML cannot hold is written by its number, and what looks like such a number is kept from being read as one. */
export function inXml(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(
      /[^\t\n -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,
      (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}_`,
    );
}

/** Days from 1899-12-30, as workbooks count. */
const serialOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;

/** How many lines a text takes in a column of so many characters; words stay whole where they fit. */
function linesOf(text: string, width: number): number {
  let [lines, used] = [1, 0];
  for (const { length } of text.split(" ")) {
    const after = used === 0 ? length : used + 1 + length;
    if (after <= width) used = after;
    else {
      lines += (used === 0 ? 0 : 1) + Math.floor(Math.max(0, length - 1) / width);
      used = length % width;
    }
  }
  return Math.ceil(lines);
}

/** Puts together one sheet; rows and columns count from 0. */
export class SheetBuilder {
  readonly name: string;
  readonly findings: Finding[] = [];
  /** The row of the head, which is repeated on printed pages. */
  headRow = 0;
  private readonly rows: CellValue[][] = [];
  private readonly cells = new Map<string, Partial<Cell>>();
  private readonly validations: DataValidation[] = [];
  private readonly widths: number[];

  constructor(name: string, widths: readonly number[]) {
    this.name = name;
    this.widths = [...widths];
  }

  /** The row below the last one that has a cell. */
  get next(): number {
    return this.rows.length;
  }

  private put(row: number, column: number, cell: Partial<Cell> & { value: CellValue }): void {
    while (this.rows.length <= row) this.rows.push([]);
    const cells = this.rows[row] ?? [];
    while (cells.length <= column) cells.push(null);
    cells[column] = cell.value;
    this.cells.set(`${row},${column}`, cell);
  }

  /** Words; nothing where they are `null`. What is longer than a cell holds is cut, with a finding. */
  text(row: number, column: number, text: string | null, look: Look = "text", path = ""): void {
    const style = LOOKS[look];
    if (text === null || text === "") {
      if (look !== "title") this.put(row, column, { value: null, style });
      return;
    }
    let written = inXml(text);
    if (written.length > MAX_CELL_CHARACTERS) {
      const message = bilingual(en.textCut, fr.textCut, MAX_CELL_CHARACTERS);
      this.findings.push(
        findingOf("cell-cut", "error", { path }, message, written.length, MAX_CELL_CHARACTERS),
      );
      written = written.slice(0, MAX_CELL_CHARACTERS).replace(/[\ud800-\udbff]$/, "");
    }
    this.put(row, column, { value: written, type: "string", style });
  }

  number(row: number, column: number, value: number | null, look: Look = "number", numFmt?: string): void {
    const format = numFmt ?? (look === "percent" ? percentFormat(value) : undefined);
    const style = format === undefined ? LOOKS[look] : { ...LOOKS[look], numFmt: format };
    this.put(row, column, value === null ? { value, style } : { value, type: "number", style });
  }

  money(row: number, column: number, amount: Money | null, look: Look = "number"): void {
    this.number(
      row,
      column,
      amount === null ? null : toMajor(amount),
      look,
      amount === null ? undefined : moneyFormat(amount.currency),
    );
  }

  date(row: number, column: number, date: string | null): void {
    this.number(row, column, date === null ? null : serialOf(date), "date");
  }

  /** A formula with the value that it has now; `""` where it shows nothing. */
  formula(
    row: number,
    column: number,
    formula: string,
    result: number | "",
    look: Look,
    numFmt?: string,
  ): void {
    const format = numFmt ?? (look === "percent" ? percentFormat(null) : undefined);
    const style = format === undefined ? LOOKS[look] : { ...LOOKS[look], numFmt: format };
    this.put(row, column, { value: result, type: "formula", formula, formulaResult: result, style });
  }

  head(row: number, labels: readonly string[]): void {
    for (const [column, label] of labels.entries()) this.text(row, column, label, "head");
  }

  /** Lets cells of a column take these values, or those of a range; others are questioned, not forbidden. */
  list(column: number, from: number, to: number, values: readonly string[] | string, message: string): void {
    if (to < from) return;
    this.validations.push({
      type: "list",
      ...(typeof values === "string" ? { formula1: values } : { values: [...values] }),
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: "warning",
      errorMessage: message,
      range: this.range(column, from, to, ""),
    });
  }

  /** Lets cells of a column take shares from 0 to 1 alone. */
  shares(column: number, from: number, to: number): void {
    if (to < from) return;
    const range = this.range(column, from, to, "");
    this.validations.push({
      type: "decimal",
      operator: "between",
      formula1: "0",
      formula2: "1",
      allowBlank: true,
      showErrorMessage: true,
      range,
    });
  }

  /** Lets cells of a column take codes alone: up to four numbers with points between. */
  codes(column: number, from: number, to: number, message: string): void {
    if (to < from) return;
    const first = `${columnName(column)}${from + 1}`;
    this.validations.push({
      type: "custom",
      formula1: `AND(LEN(${first})<=15,ISNUMBER(VALUE(SUBSTITUTE(${first},".",""))))`,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: "warning",
      errorMessage: message,
      range: this.range(column, from, to, ""),
    });
  }

  /** `$F$4:$F$9`, or with another sign than `$`. */
  range(column: number, from: number, to: number, fixed = "$"): string {
    const name = columnName(column);
    return `${fixed}${name}${fixed}${from + 1}:${fixed}${name}${fixed}${to + 1}`;
  }

  /** All cells: `A1:F9`. */
  whole(): string {
    const width = Math.max(1, ...this.rows.map((cells) => cells.length));
    return `A1:${columnName(width - 1)}${Math.max(1, this.rows.length)}`;
  }

  /** Heights of rows whose texts take several lines; programs other than Excel do not find them out themselves. */
  private heights(): Map<number, { height: number }> {
    const heights = new Map<number, { height: number }>();
    for (const [row, cells] of this.rows.entries()) {
      const lines = cells.map((value, column) => {
        if (typeof value !== "string") return 1;
        const style = this.cells.get(`${row},${column}`)?.style;
        if (style?.alignment?.wrapText !== true) return 1;
        const bold = style.font?.bold === true;
        const width = Math.max(4, (this.widths[column] ?? 10) * (bold ? 1 : 1.15));
        return value.split("\n").reduce((sum, part) => sum + linesOf(part, width), 0);
      });
      const lineCount = Math.min(26, Math.max(1, ...lines));
      if (lineCount > 1) heights.set(row, { height: lineCount * 15 + 2 });
    }
    return heights;
  }

  /** The head, repeated on every printed page. Named here, since the library leaves names with spaces without their quotes. */
  printedHead(): { name: string; range: string; scope: string } {
    const { name } = this;
    return {
      name: "_xlnm.Print_Titles",
      range: `'${name.replaceAll("'", "''")}'!$${this.headRow + 1}:$${this.headRow + 1}`,
      scope: name,
    };
  }

  build(freeze: number, title: string, page: string): WriteSheet {
    return {
      rowDefs: this.heights(),
      name: this.name,
      columns: this.widths.map((width) => ({ width })),
      rows: this.rows,
      cells: this.cells,
      dataValidations: this.validations,
      ...(freeze > 0 ? { freezePane: { rows: freeze + this.headRow } } : {}),
      pageSetup: {
        paperSize: "a4",
        orientation: "landscape",
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        margins: { left: 0.3, right: 0.3, top: 0.45, bottom: 0.55, header: 0.2, footer: 0.25 },
      },
      headerFooter: { oddFooter: `&L${title.replaceAll("&", "&&").slice(0, 80)}&R${page} &P / &N` },
    };
  }
}
