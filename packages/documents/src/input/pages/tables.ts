import { withColumns } from "./columns.ts";
import { type Grid, gridsOf } from "./grid.ts";
import { type HeadedFlow, type OpenTable, withHeadedTables } from "./headed-tables.ts";
import { linesOf, type TextLine } from "./lines.ts";
import { type Box, contains, type Page, type TextRun } from "./page.ts";
import { splitAtRules } from "./split-runs.ts";
import { isTable, type PageTable, type TableCell, type TableRow } from "./table.ts";
import type { TableTexts } from "./table-head.ts";

const middle = ({ left, right, y, height }: TextRun): [number, number] => [
  (left + right) / 2,
  y - 0.3 * height,
];
const within = (inner: Box, outer: Box) =>
  contains(outer, (inner.left + inner.right) / 2, (inner.top + inner.bottom) / 2);
const topOf = (item: TextLine | PageTable) => (isTable(item) ? item.top : item.y - item.height);

/** The content of a box: the tables in it, and the lines that belong to none of them. */
function contentOf(runs: readonly TextRun[], grids: readonly Grid[], page: number): (TextLine | PageTable)[] {
  const outer = grids.filter((grid, index) => !grids.slice(0, index).some((other) => within(grid, other)));
  const tables: PageTable[] = [];
  let rest = runs;
  for (const grid of outer) {
    const inner = rest.filter((run) => contains(grid, ...middle(run)));
    if (inner.length === 0) continue;
    rest = rest.filter((run) => !inner.includes(run));
    tables.push(
      tableOf(
        grid,
        inner,
        grids.filter((other) => other !== grid && within(other, grid)),
        page,
      ),
    );
  }
  return [...linesOf(rest, page), ...tables].sort((a, b) => topOf(a) - topOf(b));
}

function tableOf(grid: Grid, runs: readonly TextRun[], nested: readonly Grid[], page: number): PageTable {
  const rows = grid.edges.slice(0, -1).map((top, row): TableRow => {
    const bottom = grid.edges[row + 1] ?? top;
    const cells = grid.cells
      .filter((cell) => cell.row <= row && row < cell.row + cell.rows)
      .sort((a, b) => a.left - b.left)
      .map((cell): TableCell => {
        const { left, right } = cell;
        if (cell.row !== row) return { left, right, content: [], continues: true, rows: 0 };
        const content = contentOf(
          runs.filter((run) => contains(cell, ...middle(run))),
          nested.filter((other) => within(other, cell)),
          page,
        );
        return { left, right, content, continues: false, rows: cell.rows };
      });
    return { cells, top, bottom };
  });
  const { left, right, top, bottom } = grid;
  return {
    kind: "table",
    ruled: true,
    page,
    left,
    right,
    top,
    bottom,
    rows: rows.filter(
      (row) => row.bottom - row.top > 4 || row.cells.some(({ content }) => content.length > 0),
    ),
  };
}

/** Lines and tables of a page, from the top down. `open`: the table without rules that the page before ended in. */
export function flowOf(page: Page, number: number, texts: TableTexts, open: OpenTable | null): HeadedFlow {
  const flow = contentOf(splitAtRules(page.runs, page.rules), gridsOf(page.rules), number);
  const items: (TextLine | PageTable)[] = [];
  let last = open;
  let lines: TextLine[] = [];
  const flush = () => {
    if (lines.length === 0) return;
    const headed = withHeadedTables(lines, texts, last);
    last = headed.open;
    lines = [];
    for (const item of headed.items) {
      if (!isTable(item)) {
        lines.push(item);
        continue;
      }
      items.push(...withColumns(lines, texts.row), item);
      lines = [];
    }
    items.push(...withColumns(lines, texts.row));
    lines = [];
  };
  for (const item of flow) {
    if (!isTable(item)) {
      lines.push(item);
      continue;
    }
    flush();
    items.push(item);
    last = null;
  }
  flush();
  return { items, open: last };
}
