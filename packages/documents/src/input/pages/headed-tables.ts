import { columnsOf, type HeadedColumns, isSpanning, sameColumns } from "./headed-columns.ts";
import { rowsOf } from "./headed-rows.ts";
import type { TextLine } from "./lines.ts";
import type { PageTable, TableCell, TableRow } from "./table.ts";
import { type FindHead, type FoundHead, headFinder, type TableTexts } from "./table-head.ts";

/** A table that may go on at the top of the next page. */
export interface OpenTable {
  columns: HeadedColumns;
  head: FoundHead;
}

/** Wider gaps than this, in heights of the font, end a table before a line that is in its first column alone. */
const FAR = 4;

const singleCell = (line: TextLine, { left, right }: HeadedColumns): TableCell => ({
  left,
  right,
  content: [line],
  continues: false,
  rows: 1,
});

/** Whether a head begins at a line, or at one just below. */
const headBelow = (findHead: FindHead, from: number): boolean =>
  [0, 1, 2].some((step) => findHead(from + step) !== null);

/** How many lines belong to the table: up to running text, a label of the form, or another head. */
function lengthOf(
  lines: readonly TextLine[],
  start: number,
  head: FoundHead,
  texts: TableTexts,
  findHead: FindHead,
): number {
  const { row, paragraph } = texts;
  let inHeading = false;
  for (let index = start; index < lines.length; index += 1) {
    const [line, last] = [lines[index], lines[index - 1]];
    if (line === undefined) break;
    const gap = index === start || last === undefined ? 0 : (line.y - last.y) / Math.max(1, line.height);
    const spans = isSpanning(line, head.columns, row);
    if (spans && !row(line.text) && !(inHeading && gap < 1.8)) return index - start;
    // A label within a column, such as “Baseline:”, is the cell's.
    const atMargin = line.left <= (head.columns[0]?.left ?? 0) + line.height;
    if (line.pieces.length === 0 && !row(line.text) && ((atMargin && paragraph(line.text)) || gap > FAR))
      return index - start;
    if (index > start && findHead(index) !== null) return index - start;
    // A text alone above the head of the next table does not belong to this one.
    if (index > start && line.pieces.length === 0 && gap > 1.8 && headBelow(findHead, index + 1))
      return index - start;
    inHeading = spans;
  }
  return lines.length - start;
}

/** The rows of a body, those that one text heads over its whole width apart. */
function bodyRows(
  body: readonly TextLine[],
  columns: HeadedColumns,
  head: FoundHead,
  texts: TableTexts,
): TableRow[] {
  const rows: TableRow[] = [];
  let open: TextLine[] = [];
  const flush = () => {
    if (open.length > 0) rows.push(...rowsOf(open, columns, texts));
    open = [];
  };
  let heading: TableRow | null = null;
  for (const line of body) {
    const isHeading = isSpanning(line, head.columns, texts.row);
    if (!isHeading) {
      open.push(line);
      heading = null;
      continue;
    }
    flush();
    if (heading !== null) heading.cells[0]?.content.push(line);
    else {
      heading = { cells: [singleCell(line, columns)], top: line.y - line.height, bottom: line.y };
      rows.push(heading);
    }
  }
  flush();
  return rows;
}

function headRow(
  lines: readonly TextLine[],
  { bounds, left, right }: HeadedColumns,
  head: FoundHead,
): TableRow {
  const edges = [left, ...bounds, right];
  const unnamed = bounds.length + 1 - head.columns.length;
  const cells = Array.from({ length: bounds.length + 1 }, (_, column): TableCell => {
    const [from = 0, to = 0] = [edges[column], edges[column + 1]];
    const own = head.columns[column - unnamed];
    const [line] = lines;
    const content =
      own === undefined || line === undefined
        ? []
        : [{ ...line, text: own.text, left: own.left, right: own.right, pieces: [], runs: [] }];
    return { left: from, right: to, content, continues: false, rows: 1, textRight: to };
  });
  return { cells, top: (lines[0]?.y ?? 0) - (lines[0]?.height ?? 0), bottom: lines.at(-1)?.y ?? 0 };
}

const tableOf = (rows: TableRow[], { left, right }: HeadedColumns, page: number): PageTable => ({
  kind: "table",
  ruled: false,
  page,
  left,
  right,
  top: rows[0]?.top ?? 0,
  bottom: rows.at(-1)?.bottom ?? 0,
  rows,
});

export interface HeadedFlow {
  items: (TextLine | PageTable)[];
  /** The table that the lines end in. */
  open: OpenTable | null;
}

/**
 * Takes the tables without rules out of lines that follow each other on a page: those whose heads the template knows. `open`: the table
 * that the page before ended in.
 */
export function withHeadedTables(
  lines: readonly TextLine[],
  texts: TableTexts,
  open: OpenTable | null,
): HeadedFlow {
  const items: (TextLine | PageTable)[] = [];
  let last: OpenTable | null = null;
  const findHead = headFinder(lines, texts);
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (line === undefined) break;
    const here = findHead(index);
    // The end of what is above the table is none of its head.
    const better = Array.from({ length: here?.lines ?? 0 }, (_, step) => findHead(index + 1 + step));
    const found = better.some((other) => other !== null && here !== null && other.score > here.score)
      ? null
      : here;
    const goesOn = index === 0 && here === null ? open : null;
    const head = found ?? goesOn?.head ?? null;
    const bodyFrom = index + (found?.lines ?? 0);
    const count = head === null ? 0 : lengthOf(lines, bodyFrom, head, texts, findHead);
    if (head === null || count === 0) {
      items.push(line);
      last = null;
      index += 1;
      continue;
    }
    const body = lines.slice(bodyFrom, bodyFrom + count);
    const columns =
      goesOn === null ? columnsOf(head, body, texts) : sameColumns(goesOn.columns, body, texts.approximate);
    const rows = bodyRows(body, columns, head, texts);
    if (found !== null) rows.unshift(headRow(lines.slice(index, bodyFrom), columns, found));
    items.push(tableOf(rows, columns, line.page));
    index = bodyFrom + count;
    last = index >= lines.length ? { columns, head } : null;
  }
  return { items, open: last };
}
