import {
  type Figure,
  type Finding,
  type Indicator,
  type Outcome,
  type Problem,
  parentCode,
} from "@cadre/core";
import type { Block } from "../border/blocks.ts";
import { excerpt, noticed, problem } from "../border/problem.ts";
import { readFigure } from "../cells/figure.ts";
import * as messages from "../locale/messages.ts";
import type { Template } from "../template/grammar.ts";
import { normalise } from "../template/normalise.ts";

/** A cell of the table: its paragraphs, the first with the line where the cell opens. */
interface Cell {
  line: number;
  paragraphs: string[];
}

/** A row: what stands before its indicator, the indicator, and the cells behind it. */
interface Row {
  head: Cell | null;
  code: string;
  indicator: Cell;
  cells: Cell[];
}

const FIGURES = ["baseline", "target", "milestone", "actual"] as const;
/** Cells behind an indicator: four figures and the remark. */
const CELLS = FIGURES.length + 1;

const textOf = (cell: Cell | undefined) => cell?.paragraphs.join(" ") ?? "";

function cellsOf(blocks: readonly Block[]): Cell[] {
  const cells: Cell[] = [];
  for (const { line, text, opensCell } of blocks) {
    const open = cells.at(-1);
    if (opensCell) cells.push({ line, paragraphs: text === "" ? [] : [text] });
    else if (open !== undefined && text !== "") open.paragraphs.push(text);
  }
  return cells;
}

/** The code at the start of a cell behind its word: `Indicateur 1.1.1`, `Produit 1.1`. */
function codeAfter(word: string, cell: Cell | undefined): string | null {
  const match = /^([a-z]+) (\d{1,3}(?:\.\d{1,3}){0,3})\b/.exec(normalise(cell?.paragraphs[0] ?? ""));
  return match?.[1] === word ? (match[2] ?? null) : null;
}

/** What a cell says behind its word and code. */
function wordsAfterCode(cell: Cell): string {
  const [first = "", ...others] = cell.paragraphs;
  const rest = first.replace(/^\S+\s+\S+\s*/, "");
  return [rest, ...others].filter((text) => text !== "").join(" ");
}

/** Checks the table's head; the index of its first cell behind it, or why it is not the table that the template has. */
function bodyStart(cells: readonly Cell[], template: Template, tableLine: number): number | Problem {
  const matches = (cell: Cell | undefined, labels: readonly string[]) =>
    labels.some((label) => normalise(textOf(cell)).startsWith(label));
  const columns = template.columns;
  const first = cells.findIndex(
    (cell) =>
      matches(cell, columns[0]?.labels ?? []) && codeAfter(template.rowWords.indicator, cell) === null,
  );
  const isRow = (cell: Cell) =>
    Object.values(template.rowWords).some((word) => codeAfter(word, cell) !== null);
  const end = cells.findIndex((cell, index) => index > first && isRow(cell));
  const head = first < 0 ? [] : cells.slice(first, end < 0 ? undefined : end);
  const complete = columns.every(({ labels }, index) => matches(head[index], labels));
  if (complete && head.length === columns.length) return first + columns.length;
  const found = head.map((cell) => excerpt(textOf(cell), 40)).filter((text) => text !== "");
  const expected = columns.map(({ name }) => name).join(" | ");
  const shown = found.length === 0 ? "none" : found.join(" | ");
  const where = { path: "indicators", line: head[0]?.line ?? tableLine };
  return problem("table-columns", where, messages.tableColumns(shown, expected), shown, expected);
}

function rowsOf(cells: readonly Cell[], template: Template): Row[] {
  const { indicator: word, outcome, output } = template.rowWords;
  const anchors = cells.flatMap((cell, index) => {
    const code = codeAfter(word, cell);
    return code === null ? [] : [{ code, index }];
  });
  const isHead = (cell: Cell | undefined) =>
    cell !== undefined &&
    (cell.paragraphs.length === 0 || codeAfter(outcome, cell) !== null || codeAfter(output, cell) !== null);
  const headOf = (index: number) => (isHead(cells[index - 1]) ? index - 1 : index);
  return anchors.map(({ code, index }, row) => {
    const next = anchors[row + 1];
    const end = next === undefined ? cells.length : headOf(next.index);
    const head = headOf(index) < index ? cells[index - 1] : undefined;
    const indicator = cells[index] ?? { line: 1, paragraphs: [] };
    return { code, head: head ?? null, indicator, cells: cells.slice(index + 1, end) };
  });
}

/** The axes that an indicator's words ask for: `désagrégé par sexe, âge et groupe socio-économique`. */
function axesAskedFor(text: string, template: Template): string[] {
  const words = normalise(text, 2000);
  const { asks, axes } = template.disaggregation;
  const ask = asks.find((phrase) => words.includes(phrase));
  if (ask === undefined) return [];
  const named = words.slice(words.indexOf(ask) + ask.length);
  return Object.entries(axes).flatMap(([word, axis]) => (named.includes(word) ? [axis] : []));
}

const EMPTY: Figure = { value: { kind: "none" }, raw: "" };

/** Reads the table's rows one by one into outcomes; remembers where everything stood. */
class TableReader {
  readonly outcomes: Outcome[] = [];
  readonly findings: Finding[] = [];
  readonly lines: Record<string, number> = {};
  private readonly template: Template;

  constructor(template: Template) {
    this.template = template;
  }

  private outcome(code: string, title = ""): Outcome {
    const known = this.outcomes.find((outcome) => outcome.code === code);
    if (known !== undefined) return known;
    const outcome: Outcome = { code, title, rating: null, indicators: [], outputs: [] };
    this.outcomes.push(outcome);
    return outcome;
  }

  private output(code: string, title = "") {
    const outcome = this.outcome(parentCode(code) ?? code);
    const known = outcome.outputs.find((output) => output.code === code);
    if (known !== undefined) return known;
    const output = { code, title, indicators: [] as Indicator[] };
    outcome.outputs.push(output);
    return output;
  }

  private head(cell: Cell): void {
    const { outcome, output } = this.template.rowWords;
    const outcomeCode = codeAfter(outcome, cell);
    const outputCode = codeAfter(output, cell);
    if (outcomeCode !== null) {
      this.lines[`outcomes/${outcomeCode}`] = cell.line;
      this.outcome(outcomeCode, wordsAfterCode(cell));
    } else if (outputCode !== null) {
      this.lines[`outputs/${outputCode}`] = cell.line;
      this.output(outputCode, wordsAfterCode(cell));
    }
  }

  private figures(row: Row): Record<(typeof FIGURES)[number], Figure> {
    const path = `indicators/${row.code}`;
    const whole = row.cells.length === CELLS;
    const read = FIGURES.map((column, at) => {
      const cell = row.cells[at];
      if (cell === undefined) return EMPTY;
      this.lines[`${path}/${column}`] = cell.line;
      const raw = textOf(cell);
      // In a row that lacks a cell nobody can tell which column a figure stands in.
      if (!whole) return { value: { kind: "text" as const, text: raw }, raw };
      const { figure, unread } = readFigure(raw, this.template.cells);
      if (unread !== null) {
        const message = messages.cellUnread(row.code, column, excerpt(raw));
        const where = { path: `${path}/${column}`, line: cell.line };
        this.findings.push(noticed(`cell-${unread}`, "warning", where, message, excerpt(raw), "one number"));
      }
      return figure;
    });
    const [baseline = EMPTY, target = EMPTY, milestone = EMPTY, actual = EMPTY] = read;
    return { baseline, target, milestone, actual };
  }

  row(row: Row): void {
    if (row.head !== null) this.head(row.head);
    const path = `indicators/${row.code}`;
    this.lines[path] = row.indicator.line;
    this.lines[`${path}/text`] = row.indicator.line;
    if (row.cells.length !== CELLS) {
      const message = messages.rowIncomplete(row.code, row.cells.length, CELLS);
      const where = { path, line: row.indicator.line };
      this.findings.push(noticed("row-incomplete", "error", where, message, row.cells.length, CELLS));
    }
    const text = wordsAfterCode(row.indicator);
    const axes = axesAskedFor(text, this.template);
    const remarkCells = row.cells.slice(FIGURES.length);
    const remark = remarkCells
      .map(textOf)
      .filter((part) => part !== "")
      .join("\n");
    if (remarkCells[0] !== undefined) this.lines[`${path}/remark`] = remarkCells[0].line;
    const indicator: Indicator = {
      code: row.code,
      text,
      ...(axes.length === 0 ? {} : { disaggregation: axes }),
      ...this.figures(row),
      ...(remark === "" ? {} : { remark }),
    };
    const parent = parentCode(row.code) ?? row.code;
    const isOutput = row.code.split(".").length > 2;
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
  const cells = cellsOf(blocks);
  const start = bodyStart(cells, template, tableLine);
  if (typeof start !== "number") return start;
  const rows = rowsOf(cells.slice(start), template);
  const last = rows.at(-1);
  if (last === undefined || last.cells.length < FIGURES.length) {
    const what =
      last === undefined
        ? "no indicator"
        : `indicator ${last.code} has ${last.cells.length} of ${CELLS} cells`;
    const line = blocks.at(-1)?.line ?? tableLine;
    return problem(
      "table-cut-off",
      { path: "indicators", line },
      messages.tableCutOff(what),
      what,
      `${CELLS} cells`,
    );
  }
  const short = rows.slice(0, -1).filter((row) => row.cells.length !== CELLS);
  if (short.length * 2 > rows.length - 1) {
    const [found, expected] = [`${short[0]?.cells.length} cells behind an indicator`, `${CELLS}`];
    const where = { path: "indicators", line: short[0]?.indicator.line ?? tableLine };
    return problem("table-columns", where, messages.tableColumns(found, expected), found, expected);
  }
  // At the end of the text the editor drops an empty last cell.
  if (last.cells.length === FIGURES.length) {
    last.cells.push({ line: blocks.at(-1)?.line ?? tableLine, paragraphs: [] });
  }
  const reader = new TableReader(template);
  for (const row of rows) reader.row(row);
  return { outcomes: reader.outcomes, lines: reader.lines, findings: reader.findings };
}
