import {
  bilingual,
  type FrameworkDocument,
  formatPercent,
  type Indicator,
  type Language,
  percentOfTarget,
  progress,
  type ReportedValue,
  VALUE_COLUMNS,
  type Value,
} from "@cadre/core";
import { perHundred, timesHundred } from "../../annex/numbers.ts";
import { NO_HABIT } from "../../cells/index.ts";
import { findingOf } from "../../input/problem.ts";
import { columnName } from "../../input/workbook/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { valueText } from "../value-text.ts";
import type { WorkbookLabels } from "./labels.ts";
import { percentFormat, SheetBuilder } from "./sheet-builder.ts";

const COLUMNS = [
  "level",
  "code",
  "text",
  "unit",
  "baseline",
  "target",
  "milestone",
  "actual",
  "targetNumber",
  "actualNumber",
  "percent",
  "remark",
  "axes",
  "direction",
  "rating",
] as const;
type Column = (typeof COLUMNS)[number];
const at = (column: Column) => COLUMNS.indexOf(column);
const WIDTHS = [10, 7, 36, 9, 11, 19, 13, 18, 9, 10, 8, 34, 15, 10, 11];

/** Whether a number is all that a value says, its unit aside. */
const isPlain = (value: Extract<Value, { kind: "number" }>) =>
  Object.keys(value).every((key) => key === "kind" || key === "value" || key === "unit");

/** Writes the rows of one framework. */
class FrameworkWriter {
  readonly sheet: SheetBuilder;
  private readonly labels: WorkbookLabels;
  private readonly language: Language;

  constructor(labels: WorkbookLabels, language: Language) {
    this.sheet = new SheetBuilder(labels.sheets.framework, WIDTHS);
    this.labels = labels;
    this.language = language;
    this.sheet.head(
      0,
      COLUMNS.map((column) => labels.framework[column]),
    );
  }

  heading(level: "outcome" | "output", code: string, title: string, rating: string | null): void {
    const row = this.sheet.next;
    const look = level === "outcome" ? "group" : "subgroup";
    for (const column of COLUMNS) this.sheet.text(row, at(column), null, look);
    this.sheet.text(row, at("level"), this.labels.levels[level], look);
    this.sheet.text(row, at("code"), code, look);
    this.sheet.text(row, at("text"), title, look, `${level}s/${code}`);
    this.sheet.text(row, at("rating"), rating, look);
  }

  /** A plain number or percentage is a number of the sheet; whatever has words keeps them. */
  private writeValue(
    row: number,
    column: Column,
    reported: ReportedValue,
    path: string,
  ): "number" | "percent" | "text" {
    const { value, breakdown } = reported;
    if (value.kind === "none") {
      this.sheet.text(row, at(column), null);
      return "text";
    }
    if (value.kind === "number" && value.value !== null && isPlain(value) && breakdown === undefined) {
      if (value.unit === undefined) {
        this.sheet.number(row, at(column), value.value, "left-number");
        return "number";
      }
      if (value.unit === "%" && timesHundred(perHundred(value.value)) === value.value) {
        this.sheet.number(
          row,
          at(column),
          perHundred(value.value),
          "left-number",
          percentFormat(perHundred(value.value)),
        );
        return "percent";
      }
    }
    const { text, whole } = valueText(reported, this.language, { habit: NO_HABIT });
    if (!whole) {
      const code = path.split("/")[1] ?? "";
      this.sheet.findings.push(
        findingOf(
          "value-not-supported",
          "warning",
          { path },
          bilingual(en.valueNotSupported, fr.valueNotSupported, code),
          text,
          null,
        ),
      );
    }
    this.sheet.text(row, at(column), text, "text", path);
    return "text";
  }

  /** The column beside a value that holds its number alone: by a formula where the value is a number of the sheet. */
  private numberOf(
    row: number,
    column: "target" | "actual",
    written: "number" | "percent" | "text",
    { value }: ReportedValue,
  ): void {
    const into = at(`${column}Number`);
    const from = `${columnName(at(column))}${row + 1}`;
    if (value.kind !== "number" || value.value === null) this.sheet.text(row, into, null);
    else if (written === "text") this.sheet.number(row, into, value.value);
    else this.sheet.formula(row, into, written === "percent" ? `${from}*100` : from, value.value, "number");
  }

  /** Where less is better, the way from baseline to target replaces percent of target. */
  private progressText(indicator: Indicator): string | null {
    const { value } = progress(indicator);
    return value === null
      ? null
      : `${formatPercent(value, { language: this.language, decimals: 1 })} ${this.language === "fr" ? "(base → cible)" : "(baseline → target)"}`;
  }

  indicator(indicator: Indicator): void {
    const { sheet, labels } = this;
    const row = sheet.next;
    const path = `indicators/${indicator.code}`;
    sheet.text(row, at("level"), labels.levels.indicator);
    sheet.text(row, at("code"), indicator.code);
    sheet.text(row, at("text"), indicator.text, "text", `${path}/text`);
    sheet.text(row, at("unit"), indicator.unit ?? null, "text", `${path}/unit`);
    for (const column of VALUE_COLUMNS) {
      const written = this.writeValue(row, column, indicator[column], `${path}/${column}`);
      if (column === "target" || column === "actual") this.numberOf(row, column, written, indicator[column]);
    }
    const [target, actual] = [
      `${columnName(at("targetNumber"))}${row + 1}`,
      `${columnName(at("actualNumber"))}${row + 1}`,
    ];
    const { value, reason } = percentOfTarget(indicator);
    // A percentage and a count are no share of one another: there the column stays empty.
    if (reason === "units-differ" || reason === "bounds-only") sheet.text(row, at("percent"), null);
    else if (reason === "decreasing-indicator") sheet.text(row, at("percent"), this.progressText(indicator));
    else {
      const formula = `IF(AND(ISNUMBER(${target}),ISNUMBER(${actual})),IF(${target}=0,"",${actual}/${target}),"")`;
      sheet.formula(row, at("percent"), formula, value ?? "", "percent");
    }
    sheet.text(row, at("remark"), indicator.remark ?? null, "text", `${path}/remark`);
    sheet.text(row, at("axes"), indicator.disaggregation?.join(", ") ?? null);
    sheet.text(
      row,
      at("direction"),
      indicator.direction === undefined ? null : labels.directions[indicator.direction],
    );
    sheet.text(row, at("rating"), null);
  }
}

/** The results framework: a row an outcome, an output or an indicator, with the percent of each target as a formula. */
export function frameworkSheet(
  { outcomes }: FrameworkDocument,
  labels: WorkbookLabels,
  language: Language,
): SheetBuilder {
  const writer = new FrameworkWriter(labels, language);
  for (const outcome of outcomes) {
    writer.heading(
      "outcome",
      outcome.code,
      outcome.title,
      outcome.rating === null ? null : labels.ratings[outcome.rating],
    );
    for (const indicator of outcome.indicators) writer.indicator(indicator);
    for (const output of outcome.outputs) {
      writer.heading("output", output.code, output.title, null);
      for (const indicator of output.indicators) writer.indicator(indicator);
    }
  }
  const { sheet } = writer;
  const last = sheet.next - 1;
  sheet.list(at("level"), 1, last, Object.values(labels.levels), labels.choose);
  sheet.codes(at("code"), 1, last, "1, 1.1, 1.1.1");
  sheet.list(at("direction"), 1, last, Object.values(labels.directions), labels.choose);
  sheet.list(at("rating"), 1, last, Object.values(labels.ratings), labels.choose);
  return sheet;
}
