import type { Block } from "./block.ts";
import { fold } from "./fold.ts";

/**
 * Blocks of a text saved from a word processor: one a line. A leading tab opens a table cell, and the lines after it belong to
 * that cell.
 */
export function blocksOfText(text: string): Block[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((raw, index) => ({ line: index + 1, text: fold(raw), opensCell: raw.startsWith("\t"), cell: null }));
}
