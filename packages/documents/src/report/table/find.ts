import type { Finding } from "@cadre/core";
import type { Block } from "../../blocks/index.ts";
import { bareCode, codeAfterTerm } from "../../template/codes.ts";
import { headKind } from "../../template/columns.ts";
import type { Template } from "../../template/grammar.ts";
import { type Cell, cellsOf, paragraphsOf } from "./cell.ts";
import { layoutOf } from "./layout.ts";
import { headRemarks, leftOver } from "./left-over.ts";
import { PositionedRows } from "./positioned-rows.ts";
import { type GridColumn, type Row, splitRow } from "./row.ts";
import { headAt, streamRows } from "./stream-rows.ts";

/** The indicator tables of a document, found by their heads wherever they are. */
export interface FoundTable {
  rows: Row[];
  findings: Finding[];
  /** Columns that the first head names. */
  columns: GridColumn[];
  /** The line of the first head; `null` where there is no indicator table. */
  line: number | null;
  /** The blocks that belong to no indicator table. */
  rest: Block[];
}

/** Rows of cells, in reading order. */
function rowsOfCells(cells: readonly Cell[]): Cell[][] {
  const rows: Cell[][] = [];
  for (const cell of cells) {
    const before = rows.at(-1)?.[0]?.position;
    const same = before?.table === cell.position?.table && before?.row === cell.position?.row;
    if (same) rows.at(-1)?.push(cell);
    else rows.push([cell]);
  }
  return rows;
}

/** A code without a term that has its indicator's words behind it. */
const isCoded = (text: string) => /\p{L}{3}/u.test(bareCode(text)?.rest ?? "");

const namesIndicator = (cells: readonly Cell[]) =>
  cells.some(
    ({ paragraphs: [first = ""] }) => codeAfterTerm("indicator", first) !== null || bareCode(first) !== null,
  );

/** Tables of cells with positions: from the row that is a head on, and the tables that continue it. */
function positionedTables(blocks: readonly Block[], template: Template): FoundTable {
  const rows = rowsOfCells(cellsOf(blocks.filter(({ cell }) => cell !== null)));
  const reader = new PositionedRows(template);
  const taken = new Set<string>();
  const key = (table: number, row: number) => `${table} ${row}`;
  const columns: GridColumn[] = [];
  let line: number | null = null;
  let current: number | null = null;
  let width = 0;
  for (const cells of rows) {
    const position = cells[0]?.position;
    if (position === null || position === undefined) continue;
    const layout = layoutOf(cells);
    if (layout !== null) {
      current = position.table;
      width = cells.length;
      if (line === null) columns.push(...layout.values);
      line ??= cells[0]?.line ?? null;
    }
    // The table goes on behind a page break: a table of its own in the file, with as many columns and indicators of its own.
    const continues =
      current !== null && position.table === current + 1 && cells.length === width && namesIndicator(cells);
    if (continues) current = position.table;
    if (current === null || position.table !== current) continue;
    reader.add(cells);
    taken.add(key(position.table, position.row));
  }
  return {
    rows: reader.rows,
    findings: reader.findings,
    columns,
    line,
    rest: blocks.filter(({ cell }) => cell === null || !taken.has(key(cell.table, cell.row))),
  };
}

/** The paragraphs in a cell of the head that are none of it. A head may be set in two paragraphs. */
function besideHead(cell: Cell) {
  const [first, ...more] = paragraphsOf([cell]);
  const others = more.filter(
    ({ text }) => text.length > 60 || (/[\d:]/.test(text) && headKind(text) === null),
  );
  return first !== undefined && first.text.length > 60 ? [first, ...others] : others;
}

/** Cells without the heading between their table and the next: text behind the last cell, which opens none itself. */
function withoutHeading(cells: readonly Cell[]): Cell[] {
  const last = cells.at(-1);
  if (last === undefined) return [];
  const heading = last.paragraphs.findIndex(
    (text, index) =>
      (index > 0 || last.lines[0] !== last.line) &&
      (codeAfterTerm("outcome", text) ?? codeAfterTerm("output", text)) !== null,
  );
  if (heading < 0) return [...cells];
  const lastCell = {
    ...last,
    paragraphs: last.paragraphs.slice(0, heading),
    lines: last.lines.slice(0, heading),
  };
  return [...cells.slice(0, -1), lastCell];
}

/**
 * A table of which only the order of cells is known: from its head to the next label of the template. `isLabel` says which blocks begin
 * with one.
 */
function streamTables(
  blocks: readonly Block[],
  template: Template,
  isLabel: (index: number) => boolean,
): FoundTable {
  const opening = blocks.flatMap((block, index) => (block.opensCell ? [index] : []));
  const cells = cellsOf(blocks);
  const found: FoundTable = { rows: [], findings: [], columns: [], line: null, rest: [] };
  let restStart = 0;
  for (let position = 0; position < cells.length; position += 1) {
    const head = headAt(cells, position);
    if (head === null) continue;
    const bodyFrom = opening[head.end] ?? blocks.length;
    const start = opening[head.first] ?? 0;
    // A label between two indicators does not end the table: it has come into a cell by mistake.
    const behind = opening.filter((index) => index > bodyFrom);
    const termed = behind.filter((index) => codeAfterTerm("indicator", blocks[index]?.text ?? "") !== null);
    const anchors = termed.length > 0 ? termed : behind.filter((index) => isCoded(blocks[index]?.text ?? ""));
    let end = Math.max(bodyFrom, (anchors.at(-1) ?? 0) + 1);
    while (end < blocks.length && !isLabel(end)) end += 1;
    const body = cellsOf(blocks.slice(bodyFrom, end));
    const next = body.findIndex((_, index) => headAt(body, index) !== null);
    // A second head below the first: the table repeats it, or another one begins.
    const own = next < 0 ? body : withoutHeading(body.slice(0, next));
    const table = streamRows(own, head.layout);
    const headText = cells.slice(head.first, head.end).flatMap(besideHead);
    found.rows.push(...table.rows);
    found.findings.push(...headRemarks(head.layout), ...table.findings, ...leftOver(headText, template));
    if (found.line === null) found.columns.push(...head.layout.values);
    found.line ??= cells[head.first]?.line ?? null;
    found.rest.push(...blocks.slice(restStart, start));
    restStart = next < 0 ? end : (opening[head.end + next] ?? end);
    position = next < 0 ? opening.findIndex((index) => index >= restStart) - 1 : head.end + next - 1;
    if (position < 0) break;
  }
  found.rest.push(...blocks.slice(restStart));
  return found;
}

/** Finds the indicator tables of a document and reads their rows. */
export function findTables(
  blocks: readonly Block[],
  template: Template,
  isLabel: (index: number) => boolean,
): FoundTable {
  const found = blocks.some(({ cell }) => cell !== null)
    ? positionedTables(blocks, template)
    : streamTables(blocks, template, isLabel);
  return { ...found, rows: found.rows.flatMap(splitRow) };
}
