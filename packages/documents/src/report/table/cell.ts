import type { Block, CellPosition } from "../../blocks/index.ts";

/** A cell of a table: its paragraphs, the first with the line where the cell opens. */
export interface Cell {
  line: number;
  paragraphs: string[];
  /** The line of each paragraph. */
  lines: number[];
  position: CellPosition | null;
}

export const textOf = (cell: Pick<Cell, "paragraphs"> | undefined | null) => cell?.paragraphs.join(" ") ?? "";
export const isEmpty = (cell: Cell | undefined) => cell === undefined || cell.paragraphs.length === 0;
export const emptyCell = (line: number): Cell => ({ line, paragraphs: [], lines: [], position: null });

/** The cells of blocks, in reading order; what is before the first is left out. */
export function cellsOf(blocks: readonly Block[]): Cell[] {
  const cells: Cell[] = [];
  for (const { line, text, opensCell, cell } of blocks) {
    if (opensCell) cells.push({ line, paragraphs: [], lines: [], position: cell });
    const into = cells.at(-1);
    if (into === undefined || text === "") continue;
    const [first = "", more] = into.paragraphs;
    // `Outcome Indicator`, and its code at the start of the next line.
    if (more === undefined && TERM_ALONE.test(first) && /^\d/.test(text))
      into.paragraphs[0] = `${first} ${text}`;
    else {
      into.paragraphs.push(text);
      into.lines.push(line);
    }
  }
  return cells;
}

const TERM_ALONE =
  /^(?:(?:outcome|output|performance) )?(?:indicator|indicateur|ind\.?)(?: de (?:r[ée]sultat|produit))?(?: n°)?$/iu;

/** The paragraphs of cells, each with its line. */
export const paragraphsOf = (cells: readonly Cell[]) =>
  cells.flatMap(({ line, paragraphs, lines }) =>
    paragraphs.map((text, index) => ({ line: lines[index] ?? line, text })),
  );

/** A cell with only some of its paragraphs. */
export const sliceOf = (cell: Cell, from: number, to: number): Cell => ({
  ...cell,
  line: cell.lines[from] ?? cell.line,
  paragraphs: cell.paragraphs.slice(from, to),
  lines: cell.lines.slice(from, to),
});

/** Cells that a split cell was cut into, read as one. */
export const joined = (one: Cell | undefined, other: Cell): Cell =>
  one === undefined
    ? other
    : { ...one, paragraphs: [...one.paragraphs, ...other.paragraphs], lines: [...one.lines, ...other.lines] };

/** An indicator's cell with the code from the column beside it before its text. */
export function withCode(code: Cell, indicator: Cell): Cell {
  const [number] = code.paragraphs;
  if (number === undefined) return indicator;
  const [first, ...others] = indicator.paragraphs;
  if (first === undefined) return indicator;
  return { ...indicator, paragraphs: [`${number} ${first}`, ...others] };
}
