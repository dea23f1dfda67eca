import type { Finding } from "@cadre/core";
import type { Block } from "../../blocks/index.ts";
import { problem } from "../../input/problem.ts";
import * as messages from "../../locale/messages.ts";
import type { Template } from "../../template/grammar.ts";
import { wrongColumns } from "./anchored-rows.ts";
import {
  type Cell,
  categoriesOf,
  codeAfter,
  paragraphsOf,
  type RowWords,
  rowWordsOf,
  textOf,
} from "./cell.ts";
import { type Layout, layoutOf, placeCells } from "./layout.ts";
import { leftOver, withoutCode } from "./left-over.ts";
import { type GridColumn, type Row, type Rows, VALUES } from "./row.ts";

/** Rows of cells, in reading order. */
function rowsOfCells(cells: readonly Cell[]): Cell[][] {
  const rows: Cell[][] = [];
  for (const cell of cells) {
    const before = rows.at(-1)?.[0]?.place;
    const same = before?.table === cell.place?.table && before?.row === cell.place?.row;
    if (same) rows.at(-1)?.push(cell);
    else rows.push([cell]);
  }
  return rows;
}

const isEmpty = (cell: Cell) => cell.paragraphs.length === 0;
/** Cells that a split cell was cut into, read as one. */
const joined = (one: Cell | undefined, other: Cell): Cell =>
  one === undefined
    ? other
    : { ...one, paragraphs: [...one.paragraphs, ...other.paragraphs], lines: [...one.lines, ...other.lines] };

/** Reads the rows of one layout after the other. */
class PlacedTable {
  readonly rows: Row[] = [];
  readonly findings: Finding[] = [];
  private readonly words: RowWords;
  private readonly template: Template;
  /** The cells that the next row's may go on from, by column. */
  private above: Partial<Record<GridColumn, Cell>> = {};

  constructor(template: Template) {
    this.template = template;
    this.words = rowWordsOf(template);
  }

  private isHead(cell: Cell): boolean {
    return codeAfter(this.words.outcome, cell) !== null || codeAfter(this.words.output, cell) !== null;
  }

  /** A row without an indicator's code: heads others, goes on from the one above, or is not understood. */
  private codeless(cells: readonly Cell[], layout: Layout): void {
    const full = cells.filter((cell) => !isEmpty(cell));
    const heads = full.filter((cell) => this.isHead(cell));
    for (const head of heads) {
      this.rows.push({
        head,
        indicator: null,
        cells: {},
        count: 0,
        surplus: null,
        sure: true,
        merged: [],
        continued: [],
      });
    }
    const rest = full.filter((cell) => !heads.includes(cell));
    if (rest.length === 0) return;
    const placed = placeCells(cells, layout);
    const indicator = placed.find(({ columns }) => columns.includes("indicator"))?.cell;
    const row = this.rows.at(-1);
    if (indicator?.place?.continues && row?.indicator) {
      for (const { cell, columns } of placed) {
        const [column] = columns;
        if (isEmpty(cell) || column === undefined || column === "head" || column === "indicator") continue;
        row.cells[column] = joined(row.cells[column], cell);
      }
      return;
    }
    this.findings.push(withoutCode(rest.map(textOf).join(" | "), rest[0]?.line ?? 1));
  }

  /** What stands in no row of the table. */
  leftOver(lines: readonly { line: number; text: string }[]): void {
    this.findings.push(...leftOver(lines, this.template));
  }

  row(cells: readonly Cell[], layout: Layout): void {
    const at = cells.findIndex((cell) => codeAfter(this.words.indicator, cell) !== null);
    const indicator = cells[at];
    const code = codeAfter(this.words.indicator, indicator);
    if (indicator === undefined || code === null) {
      this.codeless(cells, layout);
      return;
    }
    const placed = placeCells(cells, layout);
    const before = cells.slice(0, at);
    this.leftOver(paragraphsOf(before.filter((cell) => !this.isHead(cell))));
    const row: Row = {
      head: before.find((cell) => this.isHead(cell)) ?? null,
      indicator: { code, cell: indicator },
      cells: {},
      count: cells.length - at - 1,
      surplus: null,
      sure: true,
      merged: [],
      continued: [],
    };
    for (const { cell, columns } of placed.slice(at + 1)) {
      const values = columns.filter((column) => column !== "head" && column !== "indicator");
      // A cell to the right of the head's last column: one was put in, and nobody can tell which.
      if (values.length === 0) row.surplus ??= cell.line;
      if (values.length > 1) row.merged.push(...values);
      for (const column of values)
        row.cells[column] = joined(row.cells[column], this.continued(row, column, cell));
    }
    const standsRight = placed[at]?.columns.join() === "indicator";
    row.sure =
      standsRight && row.surplus === null && VALUES.every((column) => row.cells[column] !== undefined);
    this.above = row.sure ? { ...row.cells } : {};
    const { remark } = row.cells;
    if (remark !== undefined && !isEmpty(remark))
      row.cells.remark = { ...remark, paragraphs: [textOf(remark)] };
    if (!row.sure) row.cells = inOrder(cells.slice(at + 1));
    this.rows.push(row);
  }

  /** The cell that holds the words of `cell`: itself, or the one above that it goes on from. */
  private continued(row: Row, column: GridColumn, cell: Cell): Cell {
    const above = this.above[column];
    if (!cell.place?.continues || above === undefined || !isEmpty(cell)) return cell;
    if (!isEmpty(above)) row.continued.push(column);
    return { ...above, line: cell.line, place: cell.place };
  }
}

/** Cells of a row that cannot be placed, in their order, so that none is lost: what is over stands with the remark. */
function inOrder(cells: readonly Cell[]): Row["cells"] {
  const found: Row["cells"] = {};
  for (const [index, cell] of cells.entries()) {
    const column = VALUES[Math.min(index, VALUES.length - 1)] ?? "remark";
    found[column] = joined(found[column], cell);
  }
  return found;
}

/** The rows of a table whose cells are known to stand in rows and columns, as an office document gives it. */
export function placedTable(blocks: readonly Block[], template: Template, tableLine: number): Rows {
  const table = new PlacedTable(template);
  let layout: Layout | null = null;
  for (const cells of rowsOfCells(categoriesOf(blocks.filter(({ cell }) => cell !== null)))) {
    const declared = layoutOf(cells, template);
    if (declared === "incomplete") return wrongColumns(cells, template, tableLine);
    if (declared !== null) layout = declared;
    else if (layout !== null) table.row(cells, layout);
    else table.leftOver(paragraphsOf(cells));
  }
  // Outside of any cell, or in the rest of the cell in which the table's label stands.
  const opened = blocks.findIndex(({ opensCell }) => opensCell);
  table.leftOver(blocks.filter(({ cell }, at) => cell === null || at < opened));
  if (layout === null) return wrongColumns([], template, tableLine);
  const rows = table.rows.filter(({ indicator }) => indicator !== null);
  const unsure = rows.filter(({ sure }) => !sure);
  if (rows.length === 0 || unsure.length * 2 > rows.length) {
    const what = rows.length === 0 ? "no indicator" : `${unsure.length} of ${rows.length} rows lack a cell`;
    const where = { path: "indicators", line: blocks.at(-1)?.line ?? tableLine };
    return problem("table-cut-off", where, messages.tableCutOff(what), what, `${VALUES.length} cells`);
  }
  return { rows: table.rows, findings: table.findings };
}
