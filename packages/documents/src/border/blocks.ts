/**
 * The stream that every reader of a paper makes and every part of the template is recognised in: paragraphs in reading order.
 * In text saved from a word processor, a leading tab opens a table cell, and the lines after it go on in that cell.
 */
export interface Block {
  /** Line in the file, from 1. */
  line: number;
  /** The paragraph, white space folded; may be empty. */
  text: string;
  opensCell: boolean;
}

/** Runs of white space, no-break and narrow no-break spaces and the en spaces of empty form fields included, fold to one space. */
export function fold(text: string): string {
  return text.replace(/[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g, " ").trim();
}

/** The block stream of a text. */
export function blocksOf(text: string): Block[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((raw, at) => ({ line: at + 1, text: fold(raw), opensCell: raw.startsWith("\t") }));
}
