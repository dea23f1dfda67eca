import type { Finding } from "@cadre/core";
import type { Template } from "../../template/grammar.ts";
import { type Cell, emptyCell, isEmpty, joined, paragraphsOf, textOf, withCode } from "./cell.ts";
import { type Column, type Layout, layoutOf, placeCells } from "./layout.ts";
import { headRemarks, leftOver, withoutCode } from "./left-over.ts";
import { COLUMNS, type GridColumn, headOf, indicatorCode, type Row, rowOf } from "./row.ts";

const gridOf = (columns: readonly Column[]): GridColumn[] =>
  columns.flatMap(({ kind }) => COLUMNS.filter((name) => name === kind));

/** Reads the rows of tables whose cells have positions, as office documents and PDF give them. */
export class PositionedRows {
  readonly rows: Row[] = [];
  readonly findings: Finding[] = [];
  private readonly template: Template;
  private layout: Layout | null = null;
  /** The cells that the next row's may continue, by column. */
  private above: Partial<Record<GridColumn, Cell>> = {};

  constructor(template: Template) {
    this.template = template;
  }

  /** Text of the table that belongs to no row. */
  private leftOver(cells: readonly Cell[]): void {
    this.findings.push(...leftOver(paragraphsOf(cells), this.template));
  }

  add(cells: readonly Cell[]): void {
    const declared = layoutOf(cells);
    if (declared !== null) {
      this.layout = declared;
      this.findings.push(...headRemarks(declared));
    } else if (this.layout !== null) this.row(cells, this.layout);
    else this.leftOver(cells);
  }

  private row(all: readonly Cell[], layout: Layout): void {
    if (all.every(isEmpty)) return;
    const positioned = withCodes(placeCells(all, layout));
    const cells = positioned.map(({ cell }) => cell);
    const position = positioned.findIndex(({ cell, columns }) => {
      const inColumn = columns.some(({ kind }) => kind === "indicator");
      return inColumn ? indicatorCode(cell) !== null : columns.length <= 1 && isTermed(cell);
    });
    const inColumn = positioned.findIndex(
      ({ columns }) => columns[0]?.kind === "indicator" && columns.length === 1,
    );
    const index = position >= 0 ? position : inColumn;
    const full = cells.filter((cell) => !isEmpty(cell));
    const [only] = full;
    // A row that is one cell heads the rows below it: with a code, or without one where it goes over most of the width.
    const alone = full.length === 1 && only !== undefined;
    const wide = alone && (positioned.find(({ cell }) => cell === only)?.columns.length ?? 0) >= 3;
    if (alone && (headOf(only) !== null || wide) && position < 0) {
      this.rows.push(rowOf({ head: only, indicator: null }));
      return;
    }
    const cell = positioned[index]?.cell;
    if (cell === undefined || isEmpty(cell)) {
      this.codeless(positioned, index);
      return;
    }
    this.indicator(positioned, index, layout);
  }

  /** A row without an indicator: heads others, continues the row above, or is not understood. */
  private codeless(positioned: readonly { cell: Cell; columns: Column[] }[], index: number): void {
    const full = positioned.filter(({ cell }) => !isEmpty(cell));
    const heads = full.filter(
      ({ cell, columns }) => headOf(cell) !== null || columns.every(({ kind }) => kind === "head"),
    );
    for (const { cell } of heads) this.rows.push(rowOf({ head: cell, indicator: null }));
    const rest = full.filter((each) => !heads.includes(each));
    if (rest.length === 0) return;
    const row = this.rows.at(-1);
    // Behind a page break the rest of a row is in a row of its own.
    if (row?.indicator && heads.length === 0 && (positioned[index]?.cell.position?.continues || index >= 0)) {
      for (const { cell, columns } of rest)
        for (const column of gridOf(columns).slice(0, 1)) row.cells[column] = joined(row.cells[column], cell);
      return;
    }
    this.findings.push(
      withoutCode(rest.map(({ cell }) => textOf(cell)).join(" | "), rest[0]?.cell.line ?? 1),
    );
  }

  private indicator(
    positioned: readonly { cell: Cell; columns: Column[] }[],
    index: number,
    layout: Layout,
  ): void {
    const found = positioned[index];
    if (found === undefined) return;
    const before = positioned.slice(0, index).map(({ cell }) => cell);
    const head =
      before.find((cell) => headOf(cell) !== null) ??
      positioned.find(
        ({ cell, columns }, position) =>
          position < index && !isEmpty(cell) && columns.every(({ kind }) => kind === "head"),
      )?.cell ??
      null;
    this.leftOver(before.filter((cell) => cell !== head));
    const row = rowOf({
      head,
      indicator: { code: indicatorCode(found.cell), cell: found.cell },
      count: positioned.length - index - 1,
      expected: layout.columns.length - layout.columns.findIndex(({ kind }) => kind === "indicator") - 1,
    });
    const behind = positioned.filter(
      (_, position) => position !== index && !before.includes(positioned[position]?.cell as Cell),
    );
    const values = layout.columns.some(
      ({ kind }, index) => kind === "indicator" && index === layout.columns.length - 1,
    )
      ? positioned.filter((_, position) => position !== index)
      : behind;
    for (const { cell, columns } of values) {
      const grid = gridOf(columns);
      const [other] = columns;
      // A cell to the right of the head's last column: one was inserted, and it is not known which.
      if (columns.length === 0) row.surplus ??= cell.line;
      else if (grid.length === 0 && other?.kind === "other" && !isEmpty(cell)) row.other[other.name] = cell;
      if (grid.length > 1 && !isEmpty(cell)) row.merged.push(...grid);
      for (const column of grid)
        row.cells[column] = joined(row.cells[column], this.continued(row, column, cell));
    }
    const inPlace = found.columns.map(({ kind }) => kind).join() === "indicator";
    row.sure =
      inPlace && row.surplus === null && layout.values.every((column) => row.cells[column] !== undefined);
    this.above = row.sure ? { ...row.cells } : {};
    if (!row.sure)
      row.cells = inOrder(
        positioned.slice(index + 1).map(({ cell }) => cell),
        layout,
      );
    this.rows.push(row);
  }

  /** The cell that holds the text of `cell`: itself, or the one above that it continues. */
  private continued(row: Row, column: GridColumn, cell: Cell): Cell {
    const above = this.above[column];
    if (!cell.position?.continues || above === undefined || !isEmpty(cell)) return cell;
    if (!isEmpty(above)) row.continued.push(column);
    return { ...above, line: cell.line, position: cell.position };
  }
}

/** Codes in a column of their own are put before the text of the indicator beside them. */
function withCodes(positioned: { cell: Cell; columns: Column[] }[]): { cell: Cell; columns: Column[] }[] {
  const kindAt = (index: number) =>
    positioned[index]?.columns.length === 1 ? positioned[index]?.columns[0]?.kind : undefined;
  const index = positioned.findIndex((_, index) => kindAt(index) === "code");
  const [code, indicator] = [positioned[index]?.cell, positioned[index + 1]?.cell];
  if (code === undefined || indicator === undefined || isEmpty(indicator)) return positioned;
  if (kindAt(index + 1) !== "indicator") return positioned;
  return positioned.map((each, position) => {
    if (position === index) return { ...each, cell: { ...emptyCell(code.line), position: code.position } };
    return position === index + 1 ? { ...each, cell: withCode(code, indicator) } : each;
  });
}

/** Whether a cell says that it is an indicator's: only then is it one outside of the indicator's column. */
const isTermed = (cell: Cell) => indicatorCode(cell) !== null && /^\D{2}/.test(textOf(cell));

/** Cells of a row that cannot be positioned, in their order, so that none is lost: what is over is kept with the remark. */
function inOrder(cells: readonly Cell[], { values }: Layout): Row["cells"] {
  const found: Row["cells"] = {};
  const columns = values.length === 0 ? COLUMNS : values;
  for (const [index, cell] of cells.entries()) {
    const column = columns[Math.min(index, columns.length - 1)] ?? "remark";
    found[column] = joined(found[column], cell);
  }
  return found;
}
