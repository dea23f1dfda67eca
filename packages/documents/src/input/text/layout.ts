import type { Page, TextRun } from "../pages/index.ts";

/** A character's width and a line's height, in points: what follows is set as if printed in a fixed font. */
const WIDTH = 5;
const LINE = 12;
const HEIGHT = 10;
/** Lines of a page: more are cut into pages. */
const MAX_LINES = 400;

/** The runs of a line: what two spaces or more keep apart. */
function runsOf(line: string, y: number): TextRun[] {
  return [...line.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({
    text,
    left: index * WIDTH,
    right: (index + text.length) * WIDTH,
    y,
    height: HEIGHT,
  }));
}

/** The layout of a report of 60 pages has some 400,000 characters. */
const MAX_CHARACTERS = 1_000_000;
const MAX_LINE = 2000;

/** Whether a text keeps the layout of pages, as `pdftotext -layout` writes it: form feeds, or columns that spaces set apart. */
export function isLayoutText(text: string): boolean {
  if (text.length > MAX_CHARACTERS) return false;
  const lines = text.split(/\r?\n|\f/).slice(0, 5000);
  if (lines.some(({ length }) => length > MAX_LINE)) return false;
  if (lines.some((line) => line.startsWith("\t"))) return false;
  const spaced = lines.filter((line) => /\S {3,}\S.*\S {3,}\S/.test(line)).length;
  return text.includes("\f") ? spaced > 0 || lines.some((line) => /\S {3,}\S/.test(line)) : spaced >= 5;
}

/** The pages of a text that keeps their layout. */
export function pagesOfLayout(text: string): Page[] {
  const sources = text.replace(/\f+$/, "").split("\f");
  return sources.flatMap((source) => {
    const lines = source.split(/\r\n|\n|\r/);
    const parts = Math.max(1, Math.ceil(lines.length / MAX_LINES));
    return Array.from({ length: parts }, (_, part): Page => {
      const own = lines.slice(part * MAX_LINES, (part + 1) * MAX_LINES);
      const longest = own.reduce((max, line) => Math.max(max, line.length), 0);
      return {
        width: longest * WIDTH,
        height: (own.length + 1) * LINE,
        runs: own.flatMap((line, index) => runsOf(line, (index + 1) * LINE)),
        rules: [],
      };
    });
  });
}
