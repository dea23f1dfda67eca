import {
  type Finding,
  type Indicator,
  type Outcome,
  type Problem,
  parentCode,
  type ReportedValue,
} from "@cadre/core";
import type { Block } from "../blocks/index.ts";
import { readFigure } from "../cells/reported-value.ts";
import { excerpt, noticed } from "../input/problem.ts";
import * as messages from "../locale/messages.ts";
import { axesAskedFor } from "../template/disaggregation.ts";
import type { Template } from "../template/grammar.ts";
import { anchoredTable } from "./table/anchored-rows.ts";
import {
  type Cell,
  codeAfter,
  isMisspelt,
  type RowWords,
  rowWordsOf,
  textOf,
  wordsAfterCode,
} from "./table/cell.ts";
import { placedTable } from "./table/placed-rows.ts";
import { FIGURES, type Row, VALUES } from "./table/row.ts";

const EMPTY: ReportedValue = { value: { kind: "none" }, raw: "" };

/** Reads the table's rows one by one into outcomes; remembers where everything stood. */
class TableReader {
  readonly outcomes: Outcome[] = [];
  readonly findings: Finding[] = [];
  readonly lines: Record<string, number> = {};
  private readonly template: Template;
  private readonly words: RowWords;
  /** The code of the head that rows stand under. */
  private under: string | null = null;

  constructor(template: Template) {
    this.template = template;
    this.words = rowWordsOf(template);
  }

  private outcome(code: string, title = ""): Outcome {
    const known = this.outcomes.find((outcome) => outcome.code === code);
    if (known !== undefined) {
      if (known.title === "") known.title = title;
      return known;
    }
    const outcome: Outcome = { code, title, rating: null, indicators: [], outputs: [] };
    this.outcomes.push(outcome);
    return outcome;
  }

  private output(code: string, title = "") {
    const outcome = this.outcome(parentCode(code) ?? code);
    const known = outcome.outputs.find((output) => output.code === code);
    if (known !== undefined) {
      if (known.title === "") known.title = title;
      return known;
    }
    const output = { code, title, indicators: [] as Indicator[] };
    outcome.outputs.push(output);
    return output;
  }

  private head(cell: Cell): void {
    const { outcome, output } = this.words;
    const outcomeCode = codeAfter(outcome, cell);
    const outputCode = codeAfter(output, cell);
    const code = outcomeCode ?? outputCode;
    if (code === null) return;
    const [word, path] = outcomeCode === null ? [output, `outputs/${code}`] : [outcome, `outcomes/${code}`];
    this.misspelt(word, cell, path);
    this.repeatedHead(cell, code, path);
    this.under = code;
    if (outcomeCode !== null) {
      this.lines[`outcomes/${outcomeCode}`] = cell.line;
      this.outcome(outcomeCode, wordsAfterCode(cell));
    } else if (outputCode !== null) {
      this.lines[`outputs/${outputCode}`] = cell.line;
      this.output(outputCode, wordsAfterCode(cell));
    }
  }

  /** Tells of a word before a code that is not as the template prints it. */
  private misspelt(word: string, cell: Cell, path: string): void {
    if (!isMisspelt(word, cell)) return;
    const raw = excerpt(cell.paragraphs[0] ?? "", 40);
    const message = messages.labelMisspelt(raw, word);
    this.findings.push(noticed("label-misspelt", "warning", { path, line: cell.line }, message, raw, word));
  }

  /** Tells of a head that stands twice: its title is taken once. */
  private repeatedHead(cell: Cell, code: string, path: string): void {
    const first = this.lines[path];
    if (first === undefined) return;
    const words = excerpt(textOf(cell), 2000);
    const message = messages.headRepeated(code, first);
    this.findings.push(
      noticed("head-repeated", "warning", { path, line: cell.line }, message, words, "once"),
    );
  }

  /** Tells of an indicator that stands under the head of another outcome or output than its code names. */
  private misplaced(code: string, cell: Cell): void {
    const parent = parentCode(code) ?? code;
    if (this.under === null || this.under === parent) return;
    const where = { path: `indicators/${code}`, line: cell.line };
    const message = messages.rowMisplaced(code, this.under);
    this.findings.push(noticed("row-misplaced", "warning", where, message, code, `${this.under}.n`));
  }

  private figures(code: string, row: Row): Record<(typeof FIGURES)[number], ReportedValue> {
    const path = `indicators/${code}`;
    const read = FIGURES.map((column) => {
      const cell = row.cells[column];
      if (cell === undefined) return EMPTY;
      this.lines[`${path}/${column}`] = cell.line;
      const raw = textOf(cell);
      // Where nobody can tell which column a figure stands in, it is none of any.
      if (!row.sure || row.merged.includes(column))
        return { value: { kind: "text" as const, text: raw }, raw };
      const { figure, unread } = readFigure(raw, this.template.cells);
      if (unread !== null) {
        const message = messages.cellUnread(code, column, excerpt(raw));
        const where = { path: `${path}/${column}`, line: cell.line };
        this.findings.push(noticed(`cell-${unread}`, "warning", where, message, excerpt(raw), "one number"));
      }
      return figure;
    });
    const [baseline = EMPTY, target = EMPTY, milestone = EMPTY, actual = EMPTY] = read;
    return { baseline, target, milestone, actual };
  }

  /** Tells of a row whose cells are not cut like the table's head. */
  private cuts(code: string, cell: Cell, row: Row): void {
    const path = `indicators/${code}`;
    if (!row.sure) {
      const message = messages.rowIncomplete(code, row.count, VALUES.length);
      const where = { path, line: row.surplus ?? cell.line };
      this.findings.push(noticed("row-incomplete", "error", where, message, row.count, VALUES.length));
      return;
    }
    for (const column of [...row.merged, ...row.continued]) {
      const at = row.cells[column];
      const raw = excerpt(textOf(at));
      const down = row.continued.includes(column);
      // A reason that holds for several indicators is usual; a figure that stands over two columns is neither's.
      const severity = down ? "info" : "warning";
      const message = messages.cellMerged(code, column, raw, down);
      const where = { path: `${path}/${column}`, line: at?.line ?? cell.line };
      this.findings.push(noticed("cell-merged", severity, where, message, raw, "one cell of its own"));
    }
  }

  row(row: Row): void {
    if (row.head !== null) this.head(row.head);
    if (row.indicator === null) return;
    const { code, cell } = row.indicator;
    const path = `indicators/${code}`;
    this.lines[path] = cell.line;
    this.lines[`${path}/text`] = cell.line;
    this.misspelt(this.words.indicator, cell, path);
    this.misplaced(code, cell);
    this.cuts(code, cell, row);
    const text = wordsAfterCode(cell);
    const axes = axesAskedFor(text, this.template);
    const remark = row.cells.remark?.paragraphs.join("\n") ?? "";
    if (row.cells.remark !== undefined) this.lines[`${path}/remark`] = row.cells.remark.line;
    const indicator: Indicator = {
      code,
      text,
      ...(axes.length === 0 ? {} : { disaggregation: axes }),
      ...this.figures(code, row),
      ...(remark === "" ? {} : { remark }),
    };
    const parent = parentCode(code) ?? code;
    const isOutput = code.split(".").length > 2;
    (isOutput ? this.output(parent) : this.outcome(parent)).indicators.push(indicator);
  }
}

export interface IndicatorTable {
  outcomes: Outcome[];
  lines: Record<string, number>;
  findings: Finding[];
}

/** Reads the indicator table of part V, or tells why it is not the template's table. */
export function readIndicatorTable(
  blocks: readonly Block[],
  template: Template,
  tableLine: number,
): IndicatorTable | Problem {
  const placed = blocks.some(({ cell }) => cell !== null);
  const table = placed
    ? placedTable(blocks, template, tableLine)
    : anchoredTable(blocks, template, tableLine);
  if ("code" in table) return table;
  const reader = new TableReader(template);
  for (const row of table.rows) reader.row(row);
  return {
    outcomes: reader.outcomes,
    lines: reader.lines,
    findings: [...table.findings, ...reader.findings],
  };
}
