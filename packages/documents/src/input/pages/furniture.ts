import { linesOf, type TextLine } from "./lines.ts";
import type { Page, TextRun } from "./page.ts";
import { headFinder, type TableTexts } from "./table-head.ts";

/** Heads and feet of pages are looked for in these shares of the page's height, from each edge. */
const MARGIN = 0.13;
const NUMBER_OF_PAGE =
  /^(?:page|p\.)?\s*[-–]?\s*\d{1,3}\s*[-–]?(?:\s*(?:\/|of|de|sur|\|)\s*\d{1,3})?\s*(?:\|?\s*page)?$/i;

const keyOf = (text: string) => text.replace(/\d+/g, "#").replace(/\s+/g, " ").trim().toLowerCase();

/**
 * Takes repeated heads and feet off the pages: what is at the same height in a margin of several pages, numbers aside, and lone
 * numbers of pages. Returns the pages without them.
 */
export function withoutFurniture(pages: readonly Page[], texts: TableTexts): Page[] {
  const counts = new Map<string, number>();
  const margins = pages.map((page, index) =>
    linesOf(page.runs, index + 1).filter(
      (line) =>
        (line.y < MARGIN * page.height || line.y - line.height > (1 - MARGIN) * page.height) &&
        !inTable(line, page),
    ),
  );
  const key = ({ text, y }: TextRun, page: Page) =>
    `${y < page.height / 2 ? Math.round(y / 4) : Math.round((page.height - y) / 4)} ${keyOf(text)}`;
  for (const [index, lines] of margins.entries()) {
    const page = pages[index];
    if (page === undefined) continue;
    for (const each of new Set(lines.map((line) => key(line, page))))
      counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  // On every second page at least: left and right pages may differ.
  const repeated = Math.max(2, Math.ceil(pages.length / 2) - 1);
  return pages.map((page, index) => {
    const lines = margins[index] ?? [];
    const heads = headLines(page, lines, texts);
    const repeatedLines = lines.filter(
      (line) =>
        !heads.has(line.y) &&
        ((counts.get(key(line, page)) ?? 0) >= repeated || isPageNumber(line, page, lines)),
    );
    if (repeatedLines.length === 0) return page;
    const isGone = ({ y, height }: TextRun) =>
      repeatedLines.some((line) => Math.abs(line.y - y) < 0.5 * Math.max(1, height));
    return { ...page, runs: page.runs.filter((run) => !isGone(run)) };
  });
}

/** Where the repeated head of a table without rules is: it is not a head of the page. */
function headLines(page: Page, margin: readonly TextLine[], texts: TableTexts): Set<number> {
  const lines = linesOf(page.runs, 1);
  const last = margin.findLast(({ y }) => y < page.height / 2);
  const findHead = headFinder(lines, texts);
  const start = lines.findIndex((line, index) => line.y <= (last?.y ?? -1) && findHead(index) !== null);
  const found = start < 0 ? null : findHead(start);
  return new Set(found === null ? [] : lines.slice(start, start + found.lines).map(({ y }) => y));
}

/** Whether a ruled table encloses a line: the repeated head of a table is not a head of the page. */
const inTable = (line: TextRun, { rules }: Page): boolean =>
  rules.some(
    ({ left, right, top, bottom }) => left === right && top < line.y && bottom > line.y - line.height,
  );

/** Whether a line is only the page's number, below or above everything else. */
function isPageNumber(line: TextRun, page: Page, lines: readonly TextRun[]): boolean {
  if (!NUMBER_OF_PAGE.test(line.text.trim())) return false;
  const ys = lines.map(({ y }) => y);
  return line.y === (line.y < page.height / 2 ? Math.min(...ys) : Math.max(...ys));
}
