import type { Block, CellPlace } from "../../stream/index.ts";
import type { Template } from "../../template/grammar.ts";
import { normalise } from "../../template/normalise.ts";

/** A cell of a table: its paragraphs, the first with the line where the cell opens. */
export interface Cell {
  line: number;
  paragraphs: string[];
  place: CellPlace | null;
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

export const textOf = (cell: Cell | undefined | null) => cell?.paragraphs.join(" ") ?? "";

/** The cells of a stream, in reading order; what stands before the first is left out. */
export function cellsOf(blocks: readonly Block[]): Cell[] {
  const cells: Cell[] = [];
  for (const { line, text, opensCell, cell } of blocks) {
    const open = cells.at(-1);
    if (opensCell) cells.push({ line, paragraphs: text === "" ? [] : [text], place: cell });
    else if (open !== undefined && text !== "") open.paragraphs.push(text);
  }
  return cells;
}

/** The code at the start of a cell behind its word: `Indicateur 1.1.1`, `Produit 1.1`. */
export function codeAfter(word: string, cell: Cell | undefined | null): string | null {
  const first = cell?.paragraphs[0];
  if (first === undefined) return null;
  const match = /^([a-z]+) (\d{1,3}(?:\.\d{1,3}){0,3})\b/.exec(normalise(first, 40));
  return match?.[1] === word ? (match[2] ?? null) : null;
}

/** What a cell says behind its word and code. */
export function wordsAfterCode(cell: Cell): string {
  const [first = "", ...others] = cell.paragraphs;
  const rest = first.replace(/^\S+\s+\S+\s*/, "");
  return [rest, ...others].filter((text) => text !== "").join(" ");
}

/** Whether a cell begins with one of a column's labels. */
export const isLabelled = (cell: Cell | undefined, labels: readonly string[]) => {
  const text = normalise(textOf(cell));
  return labels.some((label) => text.startsWith(label));
};
