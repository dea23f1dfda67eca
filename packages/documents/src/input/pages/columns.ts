import type { TextLine } from "./lines.ts";
import { isTable, type PageTable, type TableCell, type TableRow } from "./table.ts";

interface Span {
  left: number;
  right: number;
}

/** Lines further apart than this share of the font's height end a table of few columns. */
const MIN_GAP = 2.4;
const FAR = 5;
/** A row that a page break cuts has no more lines on the next page. */
const AMOUNT = /^(?:[$€£]|USD|US\$)?\s?\d|^[^:]{1,20}:\s*(?:[$€£]|USD|US\$)?\s?\d/;
const MAX_ABOVE = 12;
const piecesOf = (line: TextLine): readonly TextLine[] => (line.pieces.length === 0 ? [line] : line.pieces);

/** Adds the pieces of a line to the extents of columns, which are joined where they overlap or nearly touch. */
function added(columns: readonly Span[], line: TextLine): Span[] {
  const spans = [...columns, ...piecesOf(line)].sort((a, b) => a.left - b.left);
  const joined: Span[] = [];
  for (const { left, right } of spans) {
    const last = joined.at(-1);
    if (last !== undefined && left - last.right < 0.9 * line.height) last.right = Math.max(last.right, right);
    else joined.push({ left, right });
  }
  return joined;
}

/** How many lines from `start` on make a table: as long as no line closes a gap between its columns. */
function extent(lines: readonly TextLine[], start: number): number {
  const [first] = lines.slice(start, start + 1);
  if (first === undefined || first.pieces.length < 2) return 0;
  let columns = added([], first);
  let end = start + 1;
  for (; end < lines.length; end += 1) {
    const [line, last] = [lines[end], lines[end - 1]];
    if (line === undefined || last === undefined) break;
    const gap = (line.y - last.y) / Math.max(1, line.height);
    const joins = line.pieces.length > 1;
    if (gap > (columns.length > 2 && joins ? FAR : MIN_GAP)) break;
    const next = added(columns, line);
    if (next.length < columns.length) break;
    columns = next;
  }
  return end - start;
}

const inColumn =
  ({ left, right }: Span) =>
  (piece: TextLine) =>
    (piece.left + piece.right) / 2 >= left && (piece.left + piece.right) / 2 <= right;

/** The pieces of a line that are in one column, as one line again. */
function joinedLine(pieces: readonly TextLine[]): TextLine | null {
  const [first] = pieces;
  if (first === undefined || pieces.length === 1) return first ?? null;
  return {
    ...first,
    text: pieces.map(({ text }) => text).join(" "),
    right: pieces.at(-1)?.right ?? first.right,
  };
}

/** Cuts the lines of a table into rows: where a cell opens one by its text, or, where none does, where half of the columns begin again. */
function rowStarts(
  lines: readonly TextLine[],
  columns: readonly Span[],
  opensRow: (text: string) => boolean,
): number[] {
  const pieceIn = (column: Span, index: number) => {
    const line = lines[index];
    return line === undefined ? undefined : piecesOf(line).find(inColumn(column));
  };
  /** How many lines the term and code take that open a row at a line; 0 where none do. */
  const opens = (index: number): number => {
    for (const column of columns) {
      const piece = pieceIn(column, index);
      if (piece === undefined) continue;
      // A term and its code may be on several lines: `Indicateur de`, `produit`, `1.1.1`; `Outcom`, `e 1`.
      const [first = "", second = ""] = [1, 2].map((step) => pieceIn(column, index + step)?.text ?? "");
      const texts = [
        piece.text,
        `${piece.text} ${first}`,
        `${piece.text} ${first} ${second}`,
        piece.text + first,
      ];
      const found = texts.findIndex(opensRow);
      if (found >= 0) return found === 3 ? 2 : found + 1;
    }
    return 0;
  };
  const opened: number[] = [];
  for (let index = 0; index < lines.length; ) {
    const taken = opens(index);
    if (taken > 0) opened.push(index);
    index += Math.max(1, taken);
  }
  if (opened.length > 0) return opened[0] === 0 ? opened : [0, ...opened];
  if (columns.length === 2) {
    // Names and their amounts are rows; two columns of text are one.
    const amounts = lines.flatMap((line) =>
      piecesOf(line).filter(inColumn(columns[1] ?? { left: 0, right: 0 })),
    );
    if (amounts.filter(({ text }) => AMOUNT.test(text)).length * 2 < amounts.length) return [0];
    return lines.map((_, index) => index);
  }
  const first = columns[0];
  return lines.flatMap((line, index) => {
    const pieces = piecesOf(line);
    const begins = first !== undefined && pieces.some(inColumn(first)) && pieces.length >= columns.length / 2;
    return index === 0 || begins ? [index] : [];
  });
}

function tableOf(lines: readonly TextLine[], opensRow: (text: string) => boolean): PageTable {
  const columns = lines.reduce<Span[]>(added, []);
  const starts = rowStarts(lines, columns, opensRow);
  const rows = starts.map((start, index): TableRow => {
    const own = lines.slice(start, starts[index + 1] ?? lines.length);
    const cells = columns.map((column, index): TableCell => {
      const content = own.flatMap((line) => joinedLine(piecesOf(line).filter(inColumn(column))) ?? []);
      // Up to the next column: a cell is as wide as its column may be.
      const right = columns[index + 1]?.left ?? column.right;
      return { left: column.left, right, content, continues: false, rows: 1, textRight: column.right };
    });
    return { cells, top: (own[0]?.y ?? 0) - (own[0]?.height ?? 0), bottom: own.at(-1)?.y ?? 0 };
  });
  continueHeads(rows, opensRow);
  const [left, right] = [columns[0]?.left ?? 0, columns.at(-1)?.right ?? 0];
  const [top, bottom] = [rows[0]?.top ?? 0, rows.at(-1)?.bottom ?? 0];
  return { kind: "table", ruled: false, page: lines[0]?.page ?? 1, left, right, top, bottom, rows };
}

/** The text before the cell that opens a row goes on from the cell above, unless it opens one itself: the head of several rows. */
function continueHeads(rows: readonly TableRow[], opensRow: (text: string) => boolean): void {
  const owners: (TableCell | undefined)[] = [];
  for (const { cells } of rows) {
    const texts = cells.map(({ content }) =>
      content.map((item) => (isTable(item) ? "" : item.text)).join(" "),
    );
    const opening = texts.findLastIndex(opensRow);
    for (const [index, cell] of cells.entries()) {
      const text = texts[index] ?? "";
      const owner = owners[index];
      if (index < opening && owner !== undefined && !opensRow(text)) {
        owner.content.push(...cell.content);
        cell.content = [];
        cell.continues = true;
      } else owners[index] = opensRow(text) ? cell : undefined;
    }
  }
}

/** The row that lines make at the top of a page, above a table that goes on from the page before; `null` where they do not fit its columns. */
export function rowAbove(lines: readonly TextLine[], table: PageTable): TableRow | null {
  const model = table.rows[0];
  if (model === undefined || table.ruled || lines.length > MAX_ABOVE) return null;
  const columns = model.cells.map(
    ({ left, textRight, right }): Span => ({ left, right: textRight ?? right }),
  );
  if (lines.some((line) => added(columns, line).length < columns.length)) return null;
  const cells = model.cells.map((cell, index): TableCell => {
    const own = lines.flatMap((line) =>
      piecesOf(line).filter(
        (piece) =>
          piece.left < (columns[index + 1]?.left ?? Infinity) &&
          piece.left >= (columns[index]?.left ?? 0) - 1,
      ),
    );
    return { ...cell, content: own, continues: false };
  });
  return { cells, top: lines[0]?.y ?? 0, bottom: lines.at(-1)?.y ?? 0 };
}

/** Lines with the tables among them that have no rules: columns that keep gaps between them over several lines. */
export function withColumns(
  lines: readonly TextLine[],
  opensRow: (text: string) => boolean,
): (TextLine | PageTable)[] {
  const found: (TextLine | PageTable)[] = [];
  for (let index = 0; index < lines.length; ) {
    const count = extent(lines, index);
    const own = lines.slice(index, index + count);
    // Two lines that happen to have a gap at the same place are no table.
    const columns = own.reduce<Span[]>(added, []);
    const aligned = own.filter(
      (line) => columns.filter((column) => piecesOf(line).some(inColumn(column))).length > 1,
    );
    if (count > 1 && aligned.length > 1) {
      found.push(tableOf(own, opensRow));
      index += count;
    } else {
      const line = lines[index];
      if (line !== undefined) found.push(line);
      index += 1;
    }
  }
  return found;
}
