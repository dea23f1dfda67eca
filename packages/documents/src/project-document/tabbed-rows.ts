import type { Block } from "../blocks/index.ts";
import { normalise } from "../template/normalise.ts";
import { codedHead } from "./codes.ts";
import { COLUMN_HEADS, type FrameworkColumn } from "./labels.ts";

const NAMES = Object.keys(COLUMN_HEADS) as FrameworkColumn[];
const headOf = (text: string): FrameworkColumn | null =>
  codedHead(text)?.code != null
    ? null
    : (NAMES.find((name) => COLUMN_HEADS[name].test(normalise(text))) ?? null);

/** Cells that a head of a results framework has, at most. */
const MAX_COLUMNS = 8;
/** The width that every column is given. */
const WIDTH = 100;

/**
 * Positions for the cells of a results framework in a text that says only where cells open: behind its head, as many cells as the head
 * has make a row. Blocks that have positions stay as they are, and so do cells that do not make such rows.
 */
export function withTabbedRows(blocks: readonly Block[]): readonly Block[] {
  if (blocks.some(({ cell }) => cell !== null)) return blocks;
  const cells = blocks.flatMap(({ opensCell }, from) => (opensCell ? [from] : []));
  const textOf = (index: number) =>
    blocks
      .slice(cells[index], cells[index + 1])
      .map(({ text }) => text)
      .join(" ")
      .trim();
  for (let start = 0; start < cells.length; start += 1) {
    if (headOf(textOf(start)) === null) continue;
    const heads: (FrameworkColumn | null)[] = [];
    while (heads.length < MAX_COLUMNS && headOf(textOf(start + heads.length)) !== null)
      heads.push(headOf(textOf(start + heads.length)));
    const indicator = heads.indexOf("indicator");
    if (heads.length < 3 || indicator < 0 || !(heads.includes("means") || heads.includes("milestone")))
      continue;
    const width = heads.length;
    let rows = 1;
    for (; start + rows * width < cells.length; rows += 1) {
      const coded = Array.from({ length: width }, (_, cell) =>
        codedHead(textOf(start + rows * width + cell)),
      );
      const last = coded.findLastIndex((found) => found?.code != null);
      if (last < 0) break;
      // A result named behind the column of indicators: the rows are not as wide as the head.
      if (last > indicator) return blocks;
    }
    const end = start + rows * width;
    // What follows the table stands behind its last cell, which ends where the next paragraph looks like a label or is empty.
    const last = cells[end - 1] ?? 0;
    const length = blocks
      .slice(last + 1)
      .findIndex(({ text }) => text === "" || /^(?:annexe?|part(?:ie)?) /i.test(text));
    const after = length < 0 ? blocks.length : last + 1 + length;
    return blocks.map((block, index) => {
      const at = cells.findLastIndex((from) => from <= index);
      const own = at - start;
      if (own < 0 || at >= end || index >= after) return block;
      const [row, cell] = [Math.floor(own / width) + 1, own % width];
      const beside = { row, cell: own };
      return {
        ...block,
        cell: {
          table: 1,
          row,
          cell: cell + 1,
          left: cell * WIDTH,
          right: (cell + 1) * WIDTH,
          continues: false,
          beside,
        },
      };
    });
  }
  return blocks;
}
