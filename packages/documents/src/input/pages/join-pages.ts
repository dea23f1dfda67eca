import { rowAbove } from "./columns.ts";
import type { TextLine } from "./lines.ts";
import { isTable, type PageTable, type TableCell, type TableRow } from "./table.ts";

/** Edges that differ by less than this are the same column's. */
const NEAR = 6;

const textOf = (cell: TableCell): string =>
  cell.content.map((item) => (isTable(item) ? item.rows.map(textOfRow).join(" ") : item.text)).join(" ");
const textOfRow = (row: TableRow): string => row.cells.map(textOf).join(" | ");
const isFilled = (cell: TableCell) => cell.content.length > 0;
const filled = (row: TableRow) => row.cells.filter(isFilled);

const sameColumn = (one: TableCell, other: TableCell) => Math.abs(one.left - other.left) <= NEAR;

/** Whether a table at the top of a page goes on from the one at the foot of the page before: they have their columns in common. */
function goesOn(above: PageTable, below: PageTable): boolean {
  if (!above.ruled || !below.ruled) {
    // A row that heads others is one cell.
    const widest = ({ rows }: PageTable) => Math.max(0, ...rows.map(({ cells }) => cells.length));
    const [columns, others] = [widest(above), widest(below)];
    return above.ruled === below.ruled && columns === others && columns > 2;
  }
  if (Math.abs(above.left - below.left) > NEAR || Math.abs(above.right - below.right) > NEAR) return false;
  const edges = new Set(above.rows.flatMap(({ cells }) => cells.map(({ left }) => Math.round(left / NEAR))));
  const known = (left: number) => [-1, 0, 1].some((step) => edges.has(Math.round(left / NEAR) + step));
  return below.rows[0]?.cells.every(({ left }) => known(left)) ?? false;
}

/** Rows at the top of `below` that repeat the head of the table. */
function repeatedRows(above: PageTable, below: PageTable): number {
  let count = 0;
  while (count < 3 && count < below.rows.length) {
    const [head, row] = [above.rows[count], below.rows[count]];
    const same = head !== undefined && row !== undefined && textOfRow(head) === textOfRow(row);
    if (!same || filled(row).length < 2) return count;
    count += 1;
  }
  return count;
}

const firstText = (cell: TableCell): string => {
  const [first] = cell.content;
  return first === undefined || isTable(first) ? "" : first.text;
};

/** Whether the page break cuts through the row: what follows are rests of its cells. */
function isCut(last: TableRow, first: TableRow, opensRow: (text: string) => boolean): boolean {
  const rest = filled(first);
  if (rest.length === 0 || rest.some((cell) => opensRow(firstText(cell)))) return rest.length === 0;
  // What opens a cell rarely begins in lower case; a rest does so half of the time.
  if (rest.some((cell) => /^\p{Ll}|^[,;.)]/u.test(firstText(cell)) && !/^[a-z][.)] /.test(firstText(cell))))
    return true;
  return first.cells.length > 1 && rest.length <= filled(last).length / 2;
}

/** The cell that a column's text at the foot of a table belongs to: itself, or the one above that it continues. */
function ownerOf(rows: readonly TableRow[], cell: TableCell): TableCell | undefined {
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const found = rows[index]?.cells.find((other) => sameColumn(other, cell));
    if (found === undefined) return undefined;
    if (!found.continues) return found;
  }
  return undefined;
}

/** Columns that are known by gaps differ from page to page: those below take the edges of those above. */
function alignColumns(above: PageTable, below: PageTable): void {
  const widest = above.rows.reduce((most, row) => (row.cells.length > most.cells.length ? row : most));
  for (const { cells } of below.rows)
    for (const [index, cell] of cells.entries()) {
      const model = cells.length === widest.cells.length ? widest.cells[index] : undefined;
      if (model !== undefined) [cell.left, cell.right] = [model.left, model.right];
    }
}

/** Adds what follows on the next page to a table. */
function append(above: PageTable, below: PageTable, opensRow: (text: string) => boolean): void {
  if (!below.ruled) alignColumns(above, below);
  const rows = below.rows.slice(repeatedRows(above, below));
  const [first, ...others] = rows;
  const last = above.rows.at(-1);
  if (first === undefined || last === undefined) return;
  const cut = isCut(last, first, opensRow);
  for (const cell of first.cells) {
    const owner = ownerOf(above.rows, cell);
    // A cell over several rows goes on beside rows of their own.
    const spans = cell.rows > 1 || owner?.rows !== 1;
    if (owner === undefined || !(cut || (spans && !opensRow(firstText(cell)) && first.cells.length > 1)))
      continue;
    owner.content.push(...cell.content);
    cell.content = [];
    cell.continues = true;
  }
  // The rest of a row is no row, unless a cell beside it opens one.
  if (cut && !first.cells.some(isFilled)) {
    above.rows.push(...others);
    for (const cell of first.cells.filter(({ rows }) => rows > 1)) {
      const next = others[0]?.cells.find((other) => sameColumn(other, cell));
      if (next !== undefined) next.continues = true;
    }
  } else above.rows.push(first, ...others);
}

/** A page that begins with rests of a row whose columns are known by gaps: they become the first row of its table. */
function withRowAbove(
  flow: readonly (TextLine | PageTable)[],
  last: TextLine | PageTable | undefined,
): readonly (TextLine | PageTable)[] {
  const index = flow.findIndex(isTable);
  const table = flow[index];
  if (index < 1 || table === undefined || !isTable(table) || last === undefined || !isTable(last))
    return flow;
  if (!goesOn(last, table) || table.ruled) return flow;
  const row = rowAbove(
    flow.slice(0, index).flatMap((item) => (isTable(item) ? [] : [item])),
    table,
  );
  return row === null ? flow : [{ ...table, rows: [row, ...table.rows] }, ...flow.slice(index + 1)];
}

/** The lines and tables of all pages in one flow: tables that go on over pages are one, without their repeated heads. */
export function joinPages(
  flows: readonly (readonly (TextLine | PageTable)[])[],
  opensRow: (text: string) => boolean,
): (TextLine | PageTable)[] {
  const joined: (TextLine | PageTable)[] = [];
  for (const page of flows) {
    const last = joined.at(-1);
    const flow = withRowAbove(page, last);
    const [first, ...rest] = flow;
    if (first !== undefined && last !== undefined && isTable(first) && isTable(last) && goesOn(last, first)) {
      append(last, first, opensRow);
      joined.push(...rest);
    } else joined.push(...flow);
  }
  return joined;
}
