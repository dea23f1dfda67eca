import type { Block } from "./block.ts";
import { fold } from "./fold.ts";

/**
 * The block stream of a text saved from a word processor: a line a block. A leading tab opens a table cell, and the lines after it go on
 * in that cell.
 */
export function blocksOfText(text: string): Block[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((raw, at) => ({ line: at + 1, text: fold(raw), opensCell: raw.startsWith("\t"), cell: null }));
}
