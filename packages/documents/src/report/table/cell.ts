import type { Block, CellPosition } from "../../blocks/index.ts";
import type { Template } from "../../template/grammar.ts";
import { isNearly, normalise } from "../../template/normalise.ts";

/** A cell of a table: its paragraphs, the first with the line where the cell opens. */
export interface Cell {
  line: number;
  paragraphs: string[];
  /** The line of each paragraph. */
  lines: number[];
  place: CellPosition | null;
}

/** The words before the code at the head of a row, normalised. */
export interface RowWords {
  outcome: string;
  output: string;
  indicator: string;
}

export const rowWordsOf = ({ rowWords }: Template): RowWords => ({
  outcome: normalise(rowWords.outcome),
  output: normalise(rowWords.output),
  indicator: normalise(rowWords.indicator),
});

export const textOf = (cell: Pick<Cell, "paragraphs"> | undefined | null) => cell?.paragraphs.join(" ") ?? "";

/** The cells of a stream, in reading order; what stands before the first is left out. */
export function categoriesOf(blocks: readonly Block[]): Cell[] {
  const cells: Cell[] = [];
  for (const { line, text, opensCell, cell } of blocks) {
    if (opensCell) cells.push({ line, paragraphs: [], lines: [], place: cell });
    const into = cells.at(-1);
    if (into === undefined || text === "") continue;
    into.paragraphs.push(text);
    into.lines.push(line);
  }
  return cells;
}

/** A word and the code behind it, with what stands between; the code ends where its digits do. */
const WORD_AND_CODE = /^(\D{3,14}?)(\d{1,3}(?:\.\d{1,3}){0,3})(?![\p{L}\p{N}]|\.\p{N})/u;

/** The paragraphs of cells, each with its line. */
export const paragraphsOf = (cells: readonly Cell[]) =>
  cells.flatMap(({ line, paragraphs, lines }) =>
    paragraphs.map((text, at) => ({ line: lines[at] ?? line, text })),
  );

/** The code at the start of a cell behind its word: `Indicateur 1.1.1`, `Produit 1.1`; one slip of the pen in the word is forgiven. */
export function codeAfter(word: string, cell: Cell | undefined | null): string | null {
  const first = cell?.paragraphs[0];
  if (first === undefined) return null;
  const [, before = "", code] = WORD_AND_CODE.exec(normalise(first, 40)) ?? [];
  return code !== undefined && isNearly(before, `${word} `) ? code : null;
}

/** Whether the word before a cell's code is not as the template prints it. */
export const isMisspelt = (word: string, { paragraphs: [first = ""] }: Cell) =>
  !normalise(first, 40).startsWith(`${word} `);

/** What a cell says behind its word and code. */
export function wordsAfterCode(cell: Cell): string {
  const [first = "", ...others] = cell.paragraphs;
  const rest = first.replace(/^\D*\d[\d.]*\S*\s*/, "");
  return [rest, ...others].filter((text) => text !== "").join(" ");
}

/** Whether a cell begins with one of a column's labels. */
export const isLabelled = (cell: Pick<Cell, "paragraphs"> | undefined, labels: readonly string[]) => {
  const text = normalise(textOf(cell));
  return labels.some((label) => text.startsWith(label));
};
