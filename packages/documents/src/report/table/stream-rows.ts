import type { Finding } from "@cadre/core";
import { codeAfterTerm } from "../../template/codes.ts";
import { headKind } from "../../template/columns.ts";
import { type Cell, emptyCell, isEmpty, textOf, withCode } from "./cell.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { withoutCode } from "./left-over.ts";
import { COLUMNS, type GridColumn, headOf, indicatorCode, type Row, rowOf } from "./row.ts";

/** The rows of a table with the findings on the way. */
export interface StreamRows {
  rows: Row[];
  findings: Finding[];
}

const hasTerm = (cell: Cell | undefined) =>
  cell !== undefined && codeAfterTerm("indicator", cell.paragraphs[0] ?? "") !== null;

/** Rows of equal width, where the cells allow them: every code that has its term is in its own column. */
function gridRows(cells: readonly Cell[], layout: Layout): Cell[][] | null {
  const width = layout.columns.length;
  const missing = (width - (cells.length % width)) % width;
  // At the end of the text the editor drops an empty last cell.
  if (cells.length === 0 || missing > 1) return null;
  const indicator = layout.columns.findIndex(({ kind }) => kind === "indicator");
  const all = missing === 0 ? [...cells] : [...cells, emptyCell(cells.at(-1)?.line ?? 1)];
  const rows = Array.from({ length: all.length / width }, (_, row) =>
    all.slice(row * width, (row + 1) * width),
  );
  const fits = rows.every((row) =>
    row.every((cell, column) =>
      hasTerm(cell)
        ? column === indicator || layout.columns[column]?.kind === "code"
        : headOf(cell) === null || column <= indicator,
    ),
  );
  const isHeadRow = (row: readonly Cell[]) => {
    const [only, another] = row.filter((cell) => !isEmpty(cell));
    return only !== undefined && another === undefined && headOf(only) !== null;
  };
  if (!fits || rows.some((row) => isEmpty(row[indicator]) && !isHeadRow(row))) return null;
  return rows;
}

function gridRow(cells: readonly Cell[], layout: Layout): Row | null {
  const row = rowOf({ indicator: null });
  for (const [index, { kind, name }] of layout.columns.entries()) {
    const cell = cells[index];
    if (cell === undefined) continue;
    if (kind === "indicator") {
      const beside = layout.columns[index - 1]?.kind === "code" ? cells[index - 1] : undefined;
      const coded = beside === undefined ? cell : withCode(beside, cell);
      row.indicator = { code: indicatorCode(coded), cell: coded };
    } else if (kind === "code") continue;
    else if (kind === "head") row.head ??= isEmpty(cell) ? null : cell;
    else if (kind === "other") {
      if (!isEmpty(cell)) row.other[name] = cell;
    } else row.cells[kind] = cell;
  }
  const [only, another] = cells.filter((cell) => !isEmpty(cell));
  if (only !== undefined && another === undefined && headOf(only) !== null)
    return rowOf({ head: only, indicator: null });
  return { ...row, count: layout.values.length, expected: layout.values.length };
}

/** Rows found by their codes, in a table whose cells are not in rows of equal width: the cells of each are those up to the next. */
function anchoredRows(cells: readonly Cell[], layout: Layout): Row[] {
  const termed = cells.some(hasTerm);
  const isAnchor = (cell: Cell) =>
    termed ? hasTerm(cell) : indicatorCode(cell) !== null && isProseLike(cell);
  const anchors = cells.flatMap((cell, index) => (isAnchor(cell) ? [index] : []));
  const isHead = (cell: Cell | undefined) => cell !== undefined && (isEmpty(cell) || headOf(cell) !== null);
  const expected = layout.columns.length - layout.columns.findIndex(({ kind }) => kind === "indicator") - 1;
  const behind = layout.columns.slice(layout.columns.length - expected);
  const before = (hasHeads: boolean) => (index: number) => {
    const cell = cells[index - 1];
    return isHead(cell) && (hasHeads || !isEmpty(cell)) ? index - 1 : index;
  };
  const spansOf = (hasHeads: boolean) =>
    anchors.map((index, row) => {
      const next = anchors[row + 1];
      return (next === undefined ? cells.length : before(hasHeads)(next)) - index - 1;
    });
  const fits = (hasHeads: boolean) => spansOf(hasHeads).filter((span) => span === expected).length;
  // Without a column of outcomes an empty cell before an indicator is the last of the row above. The head may lack its empty first cell.
  const declared = layout.columns[0]?.kind !== "indicator";
  const hasHeads = fits(!declared) > fits(declared) ? !declared : declared;
  const headsBefore = before(hasHeads);
  const spans = spansOf(hasHeads);
  const complete = spans.slice(0, -1).filter((span) => span === expected).length * 2 >= spans.length - 1;
  const [first = 0] = anchors;
  let start = headsBefore(first);
  while (isTitle(cells[start - 1])) start -= 1;
  let heads = cells.slice(start, first);
  return anchors.flatMap((index, row) => {
    const cell = cells[index] as Cell;
    const next = anchors[row + 1];
    let end = next === undefined ? cells.length : headsBefore(next);
    // A row that is one cell, such as an outcome over the whole width, is before the row of its first indicator.
    while (next !== undefined && end - index - 1 > expected && isTitle(cells[end - 1])) end -= 1;
    const own = cells.slice(index + 1, end);
    const titles = heads.filter((each) => !isEmpty(each));
    heads = cells.slice(end, next ?? end);
    // At the end of the text the editor drops an empty last cell.
    if (next === undefined && complete && own.length === expected - 1)
      own.push(emptyCell(cells.at(-1)?.line ?? cell.line));
    const result = rowOf({
      head: titles.at(-1) ?? null,
      indicator: { code: indicatorCode(cell), cell },
      count: own.length,
      expected,
      surplus: own[expected]?.line ?? null,
      // In a row that lacks a cell it is not known which column a value belongs to.
      sure: own.length === expected,
    });
    for (const [index, each] of own.entries()) {
      const column = behind[Math.min(index, behind.length - 1)];
      const kind: GridColumn = COLUMNS.find((name) => name === column?.kind) ?? "remark";
      if (column?.kind === "other" && index < behind.length) {
        if (!isEmpty(each)) result.other[column.name] = each;
        continue;
      }
      const known = result.cells[kind];
      result.cells[kind] =
        known === undefined
          ? each
          : {
              ...known,
              paragraphs: [...known.paragraphs, ...each.paragraphs],
              lines: [...known.lines, ...each.lines],
            };
    }
    return [...titles.slice(0, -1).map((head) => rowOf({ head, indicator: null })), result];
  });
}

const isTitle = (cell: Cell | undefined) => cell !== undefined && headOf(cell) !== null;
const isProseLike = (cell: Cell) => /\p{L}{3}/u.test(textOf(cell));

/** The cells of a head among `cells` from `from` on: as many as are known heads, or are between such. */
export function headAt(
  cells: readonly Cell[],
  from: number,
): { layout: Layout; first: number; end: number } | null {
  const isHeadCell = (cell: Cell | undefined) => headKind(textOf(cell)) !== null;
  if (!isHeadCell(cells[from])) return null;
  let end = from;
  for (let index = from; index < Math.min(cells.length, from + 16); index += 1) {
    const cell = cells[index] as Cell;
    if (isHeadCell(cell)) end = index + 1;
    else if (isEmpty(cell) || headOf(cell) !== null || hasTerm(cell) || textOf(cell).length > 60) break;
  }
  const first = from > 0 && isEmpty(cells[from - 1]) ? from - 1 : from;
  const layout = layoutOf(cells.slice(first, end));
  return layout === null ? null : { layout, first, end };
}

/** The rows of a table of which only the order of its cells is known, as text gives it. `cells`: those behind its head. */
export function streamRows(cells: readonly Cell[], layout: Layout): StreamRows {
  const grid = gridRows(cells, layout);
  if (grid !== null) return { rows: grid.flatMap((row) => gridRow(row, layout) ?? []), findings: [] };
  const rows = anchoredRows(cells, layout);
  // What is before the first indicator and its head belongs to no row.
  const first = (rows[0]?.head ?? rows[0]?.indicator?.cell)?.line ?? Number.POSITIVE_INFINITY;
  const before = cells.filter(
    (cell) => cell.line < first && !isEmpty(cell) && (headOf(cell) === null || cell.paragraphs.length > 1),
  );
  return {
    rows,
    findings: before[0] === undefined ? [] : [withoutCode(before.map(textOf).join(" | "), before[0].line)],
  };
}
