import {
  bilingual,
  type Direction,
  type Indicator,
  type Outcome,
  type Output,
  parentCode,
  VALUE_COLUMNS,
} from "@cadre/core";
import { fold } from "../blocks/fold.ts";
import { excerpt } from "../input/problem.ts";
import { cellName, valueAt } from "../input/workbook/index.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { normalise } from "../template/normalise.ts";
import type { CellReader } from "./cell-reader.ts";
import type { FoundTable } from "./find-tables.ts";
import { DIRECTIONS, LEVELS, RATINGS } from "./labels.ts";

interface Headed {
  level: "outcome" | "output" | "indicator";
  code: string;
  text: string;
}

/** `Indicateur 1.1.1 Nombre de …`, as the table of the report has it: level, code and words in one cell. */
function inOneCell(raw: string): Headed | null {
  const match = /^\s*(\p{L}+)\s+(\d{1,3}(?:\.\d{1,3}){0,3})\b[\s:.–-]*/u.exec(raw.slice(0, 200));
  const level = match === null ? undefined : own(LEVELS, normalise(match[1] ?? ""));
  return match === null || level === undefined
    ? null
    : { level, code: match[2] ?? "", text: raw.slice(match[0].length).trim() };
}

/** A value of a table of words; never one of the prototype's. */
export function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Builds outcomes from the rows of an indicator table. */
class OutcomesReader {
  readonly outcomes: Outcome[] = [];
  private readonly reader: CellReader;
  private readonly table: FoundTable;
  private outcome: Outcome | null = null;
  private output: Output | null = null;

  constructor(reader: CellReader, table: FoundTable, known: Outcome[]) {
    this.reader = reader;
    this.table = table;
    this.outcomes = known;
  }

  private toOutcome(code: string, title?: string): Outcome {
    let found = this.outcomes.find((outcome) => outcome.code === code);
    if (found === undefined) {
      found = { code, title: "", rating: null, indicators: [], outputs: [] };
      this.outcomes.push(found);
    }
    if (title !== undefined && found.title === "") found.title = title;
    return found;
  }

  private toOutput(code: string, title?: string): Output {
    let found = this.outcomes.flatMap(({ outputs }) => outputs).find((output) => output.code === code);
    if (found === undefined) {
      found = { code, title: "", indicators: [] };
      const parent = this.outcomes.find((outcome) => outcome.code === parentCode(code)) ?? this.outcome;
      (parent ?? this.toOutcome(parentCode(code) ?? code)).outputs.push(found);
    }
    if (title !== undefined && found.title === "") found.title = title;
    return found;
  }

  private column(key: string): number | undefined {
    return this.table.columns.get(key);
  }

  private headed(row: number): Headed | null {
    const { sheet } = this.table;
    const textColumn = this.column("text") ?? 0;
    const text = valueAt(sheet, row, textColumn)?.text ?? "";
    const levelCell =
      this.column("level") === undefined ? undefined : valueAt(sheet, row, this.column("level") ?? 0);
    const codeCell =
      this.column("code") === undefined ? undefined : valueAt(sheet, row, this.column("code") ?? 0);
    const level =
      levelCell === undefined ? undefined : own(LEVELS, normalise(levelCell.text).split(" ")[0] ?? "");
    const code = fold(codeCell?.text ?? "");
    if (level !== undefined && /^\d{1,3}(?:\.\d{1,3}){0,3}$/.test(code)) return { level, code, text };
    return inOneCell(text);
  }

  /** The head cell that spans the rows of an outcome or output in the report's own table. */
  private head(row: number): void {
    const column = this.column("head") ?? (this.column("text") ?? 1) - 1;
    const cell = column < 0 ? undefined : this.table.sheet.rows.get(row)?.[column];
    const headed = cell?.kind === "text" ? inOneCell(cell.text) : null;
    if (headed?.level === "outcome") this.openOutcome(headed, row, column);
    else if (headed?.level === "output") this.openOutput(headed, row, column);
  }

  private openOutcome({ code, text }: Headed, row: number, column: number): void {
    this.outcome = this.toOutcome(code, text);
    this.output = null;
    this.reader.locations.add(`outcomes/${code}`, this.table.sheet.name, row, column);
  }

  private openOutput({ code, text }: Headed, row: number, column: number): void {
    this.output = this.toOutput(code, text);
    this.reader.locations.add(`outputs/${code}`, this.table.sheet.name, row, column);
  }

  row(row: number): void {
    const { sheet, columns } = this.table;
    if (!columns.has("level")) this.head(row);
    const headed = this.headed(row);
    const textColumn = this.column("text") ?? 0;
    if (headed === null) {
      if (sheet.rows.get(row)?.[textColumn] === undefined) return;
      const name = cellName(sheet.name, row, textColumn);
      const found = excerpt(sheet.rows.get(row)?.[textColumn]?.text ?? "");
      this.reader.notice(
        "row-unread",
        "warning",
        "indicators",
        name,
        bilingual(en.rowUnread, fr.rowUnread),
        found,
        "1.1.1",
      );
      return;
    }
    if (headed.level === "outcome") {
      this.openOutcome(headed, row, textColumn);
      const path = `outcomes/${headed.code}/rating`;
      const rating = this.reader.choice(sheet, row, this.column("rating"), path, (word) =>
        own(RATINGS, word.replace(/["']/g, "").replaceAll("-", " ")),
      );
      if (this.outcome !== null && rating !== null) this.outcome.rating = rating;
    } else if (headed.level === "output") this.openOutput(headed, row, textColumn);
    else this.indicator(headed, row);
  }

  private indicator({ code, text }: Headed, row: number): void {
    const { sheet } = this.table;
    const path = `indicators/${code}`;
    const { locations } = this.reader;
    for (const named of [path, `${path}/text`])
      locations.add(named, sheet.name, row, this.column("text") ?? 0);
    const [baseline, target, milestone, actual] = VALUE_COLUMNS.map((column) =>
      this.reader.reportedValue(sheet, row, this.column(column), `${path}/${column}`),
    ) as [Indicator["baseline"], Indicator["target"], Indicator["milestone"], Indicator["actual"]];
    const unit = this.reader.text(sheet, row, this.column("unit"), `${path}/unit`);
    const direction = this.reader.choice<Direction>(
      sheet,
      row,
      this.column("direction"),
      `${path}/direction`,
      (word) => own(DIRECTIONS, word),
    );
    const axes = this.reader.text(sheet, row, this.column("axes"), `${path}/disaggregation`);
    const remark = this.reader.text(sheet, row, this.column("remark"), `${path}/remark`);
    const indicator: Indicator = {
      code,
      text,
      ...(unit === null ? {} : { unit }),
      ...(direction === null ? {} : { direction }),
      ...(axes === null
        ? {}
        : {
            disaggregation: axes
              .split(",")
              .map((axis) => axis.trim())
              .filter((axis) => axis !== ""),
          }),
      baseline,
      target,
      milestone,
      actual,
      ...(remark === null ? {} : { remark }),
    };
    this.compareNumbers(indicator, row);
    this.parentOf(code).indicators.push(indicator);
  }

  /** By the code where its parent is there, or else by what is above. */
  private parentOf(code: string): Outcome | Output {
    const parent = parentCode(code);
    const outputs = this.outcomes.flatMap((outcome) => outcome.outputs);
    const byCode =
      outputs.find((output) => output.code === parent) ??
      this.outcomes.find((outcome) => outcome.code === parent);
    if (byCode !== undefined) return byCode;
    const above = this.output ?? this.outcome;
    if (above !== null) return above;
    return code.split(".").length > 2 ? this.toOutput(parent ?? code) : this.toOutcome(parent ?? code);
  }

  /** A column that repeats a value as a number must not say another. */
  private compareNumbers(indicator: Indicator, row: number): void {
    for (const column of ["target", "actual"] as const) {
      const index = this.column(`${column}Number`);
      const cell = index === undefined ? undefined : this.table.sheet.rows.get(row)?.[index];
      const { value } = indicator[column];
      if (index === undefined || cell?.kind !== "number" || value.kind !== "number") continue;
      const number = value.value;
      if (number === null || Math.abs(cell.number - number) <= 1e-9 * Math.max(1, Math.abs(number))) continue;
      const message = bilingual(
        en.numberColumnDiffers,
        fr.numberColumnDiffers,
        String(cell.number),
        String(number),
      );
      const name = cellName(this.table.sheet.name, row, index);
      const path = `indicators/${indicator.code}/${column}`;
      this.reader.notice("number-column-differs", "warning", path, name, message, cell.number, number);
    }
  }
}

/** Reads an indicator table's rows into outcomes; `known` are those of tables before it. */
export function readIndicators(reader: CellReader, table: FoundTable, known: Outcome[]): void {
  const outcomes = new OutcomesReader(reader, table, known);
  for (const row of table.rows) outcomes.row(row);
}
