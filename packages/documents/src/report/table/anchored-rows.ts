import type { Problem } from "@cadre/core";
import type { Block } from "../../blocks/index.ts";
import { excerpt, problem } from "../../input/problem.ts";
import * as messages from "../../locale/messages.ts";
import type { Template } from "../../template/grammar.ts";
import { normalise } from "../../template/normalise.ts";
import {
  type Cell,
  categoriesOf,
  codeAfter,
  isLabelled,
  paragraphsOf,
  type RowWords,
  rowWordsOf,
  textOf,
} from "./cell.ts";
import { leftOver, withoutCode } from "./left-over.ts";
import { FIGURES, type Row, type Rows, VALUES } from "./row.ts";

/** Checks the table's head; the index of its first cell behind it, or why it is not the table that the template has. */
function bodyStart(
  cells: readonly Cell[],
  template: Template,
  words: RowWords,
  tableLine: number,
): number | Problem {
  const columns = template.columns;
  const first = cells.findIndex(
    (cell) => isLabelled(cell, columns[0]?.labels ?? []) && codeAfter(words.indicator, cell) === null,
  );
  const isRow = (cell: Cell) => Object.values(words).some((word) => codeAfter(word, cell) !== null);
  const end = cells.findIndex((cell, index) => index > first && isRow(cell));
  const head = first < 0 ? [] : cells.slice(first, end < 0 ? undefined : end);
  const complete = columns.every(({ labels }, index) => isLabelled(head[index], labels));
  if (complete && head.length === columns.length) return first + columns.length;
  return wrongColumns(head, template, cells[0]?.line ?? tableLine);
}

/** The refusal of a table whose head is not the template's. */
export function wrongColumns(head: readonly Cell[], template: Template, tableLine: number): Problem {
  const found = head.map((cell) => excerpt(textOf(cell), 40)).filter((text) => text !== "");
  const expected = template.columns.map(({ name }) => name).join(" | ");
  const shown = found.length === 0 ? "none" : found.slice(0, 12).join(" | ");
  const where = { path: "indicators", line: head[0]?.line ?? tableLine };
  return problem("table-columns", where, messages.tableColumns(shown, expected), shown, expected);
}

interface Anchored {
  head: Cell | null;
  code: string;
  indicator: Cell;
  cells: Cell[];
}

function anchoredRows(cells: readonly Cell[], { indicator: word, outcome, output }: RowWords): Anchored[] {
  const anchors = cells.flatMap((cell, index) => {
    const code = codeAfter(word, cell);
    return code === null ? [] : [{ code, index, cell }];
  });
  const isHead = (cell: Cell | undefined) =>
    cell !== undefined &&
    (cell.paragraphs.length === 0 || codeAfter(outcome, cell) !== null || codeAfter(output, cell) !== null);
  const headOf = (index: number) => (isHead(cells[index - 1]) ? index - 1 : index);
  return anchors.map(({ code, index, cell }, row) => {
    const next = anchors[row + 1];
    const end = next === undefined ? cells.length : headOf(next.index);
    const head = headOf(index) < index ? cells[index - 1] : undefined;
    return { code, head: head ?? null, indicator: cell, cells: cells.slice(index + 1, end) };
  });
}

function rowOf({ head, code, indicator, cells }: Anchored): Row {
  const [baseline, target, milestone, actual, ...remarks] = cells;
  const remark = remarks[0] && {
    ...remarks[0],
    paragraphs: remarks.map(textOf).filter((text) => text !== ""),
  };
  return {
    head,
    indicator: { code, cell: indicator },
    cells: {
      ...(baseline && { baseline }),
      ...(target && { target }),
      ...(milestone && { milestone }),
      ...(actual && { actual }),
      ...(remark && { remark }),
    },
    count: cells.length,
    surplus: cells[VALUES.length]?.line ?? null,
    // In a row that lacks a cell nobody can tell which column a figure stands in.
    sure: cells.length === VALUES.length,
    merged: [],
    continued: [],
  };
}

/**
 * The rows of a table of which only the order of its cells is known, as text gives it: each is found by its indicator's code, and its
 * cells are those up to the next.
 */
export function anchoredTable(blocks: readonly Block[], template: Template, tableLine: number): Rows {
  const words = rowWordsOf(template);
  const cells = categoriesOf(blocks);
  const start = bodyStart(cells, template, words, tableLine);
  if (typeof start !== "number") return start;
  const rows = anchoredRows(cells.slice(start), words);
  const last = rows.at(-1);
  const lastLine = blocks.at(-1)?.line ?? tableLine;
  if (last === undefined || last.cells.length < FIGURES.length) {
    const what =
      last === undefined
        ? "no indicator"
        : `indicator ${last.code} has ${last.cells.length} of ${VALUES.length} cells`;
    const where = { path: "indicators", line: lastLine };
    return problem("table-cut-off", where, messages.tableCutOff(what), what, `${VALUES.length} cells`);
  }
  const short = rows.slice(0, -1).filter((row) => row.cells.length !== VALUES.length);
  if (short.length * 2 > rows.length - 1) {
    const [found, expected] = [`${short[0]?.cells.length} cells behind an indicator`, `${VALUES.length}`];
    const where = { path: "indicators", line: short[0]?.indicator.line ?? tableLine };
    return problem("table-columns", where, messages.tableColumns(found, expected), found, expected);
  }
  // At the end of the text the editor drops an empty last cell.
  if (last.cells.length === FIGURES.length)
    last.cells.push({ line: lastLine, paragraphs: [], lines: [], place: null });
  // What stands before the first indicator and its head is in no row.
  const firstRow = (rows[0]?.head ?? rows[0]?.indicator)?.line ?? lastLine;
  const before = cells
    .slice(start)
    .filter(({ line, paragraphs }) => line < firstRow && paragraphs.length > 0);
  const head = cells.slice(start - template.columns.length, start);
  const headLine = head[0]?.line ?? firstRow;
  const labels = template.columns.map(({ name }) => normalise(name)).join(" ");
  // A label may be set in two paragraphs; what else stands in a cell of the head is none of it.
  const behind = head
    .flatMap((cell) => paragraphsOf([cell]).slice(1))
    .filter(({ text }) => !labels.includes(normalise(text)));
  return {
    rows: rows.map(rowOf),
    findings: [
      ...leftOver([...blocks.filter(({ line }) => line < headLine), ...behind], template),
      ...(before[0] === undefined ? [] : [withoutCode(before.map(textOf).join(" | "), before[0].line)]),
    ],
  };
}
