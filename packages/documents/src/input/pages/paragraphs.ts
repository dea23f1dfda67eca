import type { TextLine } from "./lines.ts";

/** A paragraph, and the page on which it begins. */
export interface PageParagraph {
  text: string;
  page: number;
}

/** What the lines of a document show of how it is set. */
export interface Setting {
  /** Words within the lines of the document, in lower case: they distinguish a word that was cut at the end of a line from two words. */
  vocabulary: ReadonlySet<string>;
  /** Whether words are hyphenated; without it, a hyphen at the end of a line belongs to its word. */
  hyphenated: boolean;
  /** Whether positions are approximate: those of a text that keeps a layout by spaces. */
  approximate: boolean;
  /** Of all text, where a paragraph does not show its own. */
  leading: Leading;
  /** Whether a line begins a paragraph whatever precedes it: a label of the form. */
  opens: (text: string) => boolean;
  /** Whether a line is a paragraph whatever follows it: the code of an indicator. */
  alone: (text: string) => boolean;
}

/** Distances of lines above this share of the leading separate paragraphs: in cells, which are set alike, and in running text. */
const PARAGRAPH_GAP = 1.13;
const PARAGRAPH_GAP_IN_TEXT = 1.18;
/** A line in a larger font is a heading. */
const LARGER = 1.12;
const BULLET =
  /^(?:[•▪●○◦·‣⁃]|[-–*] |\*\p{Lu}|o |[☐☒☑✓✔□■]|\d{1,2}[.)] |[IVX]{1,4}\. |[a-z][.)] |\d+(?:\.\d+)+\.?\s+\p{Lu})/u;
const roughly = (height: number) => Math.round(height * 2);

/** Distance of baselines within a paragraph, by the height of the font. */
export type Leading = (height: number) => number | undefined;

/** Distance of two lines of the same font that follow each other on a page; `undefined` for others. */
function distance(line: TextLine | undefined, next: TextLine | undefined): number | undefined {
  if (line === undefined || next === undefined || next.page !== line.page) return undefined;
  if (roughly(next.height) !== roughly(line.height) || next.y - line.y > 2.2 * line.height) return undefined;
  return next.y - line.y;
}

/** How the lines of cells that are set alike follow each other: the smallest distance that is common. */
export function leadingOf(cells: readonly (readonly TextLine[])[]): Leading {
  const distances = new Map<number, number[]>();
  for (const lines of cells)
    for (const [index, line] of lines.entries()) {
      const found = distance(line, lines[index + 1]);
      if (found === undefined) continue;
      const key = roughly(line.height);
      distances.set(key, [...(distances.get(key) ?? []), found]);
    }
  const common = new Map(
    [...distances].map(([key, list]) => {
      const ordered = list.sort((a, b) => a - b);
      // A tenth from below: single lines that overlap do not count.
      return [key, ordered[Math.floor(ordered.length / 10)]] as const;
    }),
  );
  return (height) => common.get(roughly(height));
}

/** Words of a line that it cannot have cut: neither its first nor its last. */
export const innerWords = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{M}]+(?:[-\u2010\u2011][\p{L}\p{M}]+)*/gu) ?? []).slice(1, -1);

const SHORT_WORDS = new Set(
  "a an as at by do for if in is it no of on or the to up us we and not per out à au aux ce de des du en est et il la le les leur ne nos ou où par pas pour que qui sa se ses son sur un une".split(
    " ",
  ),
);
const END_OF_WORD = /([\p{L}\p{M}-]+?)([-\u2010\u00ad]?)$/u;
const REST_OF_WORD = /^[\p{Ll}\p{M}]+/u;

/** Whether the hyphens at the ends of lines cut words: several more of them cut a word that the document has than join two. */
export function isHyphenated(
  lines: readonly (readonly TextLine[])[],
  vocabulary: ReadonlySet<string>,
): boolean {
  let cuts = 0;
  for (const group of lines)
    for (const [index, { text }] of group.entries()) {
      const [, before = "", hyphen = ""] = END_OF_WORD.exec(text) ?? [];
      const [after = ""] = REST_OF_WORD.exec(group[index + 1]?.text ?? "") ?? [];
      if (before === "" || hyphen === "" || after === "") continue;
      if (vocabulary.has((before + after).toLowerCase())) cuts += 1;
      if (vocabulary.has(`${before}-${after}`.toLowerCase())) cuts -= 1;
    }
  return cuts > 4;
}

/** Puts the lines of a paragraph together: what hyphenation or a narrow cell took apart becomes one word again. */
function join(text: string, next: string, cut: "certain" | "possible" | "none", setting: Setting): string {
  const [after = ""] = REST_OF_WORD.exec(next) ?? [];
  const [, before = "", hyphen = ""] = END_OF_WORD.exec(text) ?? [];
  const has = (word: string) => setting.vocabulary.has(word.toLowerCase());
  if (/[\p{L}\p{N}]-$/u.test(text) && /^\p{Lu}/u.test(next)) return text + next;
  if (after === "" || before === "") return `${text} ${next}`;
  if (hyphen !== "") {
    const hyphenated = !has(`${before}-${after}`) && (has(before + after) || setting.hyphenated);
    return hyphenated || hyphen === "\u00ad" ? text.slice(0, -1) + next : text + next;
  }
  // The parts of a word that was cut are no words elsewhere.
  if (cut === "none") return `${text} ${next}`;
  // A rest of a few letters that is no word anywhere: `decision`, `s`.
  const elided = /^['’]/.test(next.slice(after.length));
  const rest =
    !elided &&
    (after.length === 1
      ? !"aàoôy".includes(after)
      : after.length <= 3 && !has(after) && !SHORT_WORDS.has(after));
  const parts = rest || (cut === "certain" && !has(before) && !has(after));
  return has(before + after) || parts ? text + next : `${text} ${next}`;
}

/** A column or cell: where its text ends at most, and how its lines follow each other. */
export interface Column {
  left: number;
  /** Right edge of the text on a page. */
  rightOn: (page: number) => number;
  /** Whether the right edge is known apart from the text: a ruled line. */
  ruled: boolean;
  /** `null` for running text, where each paragraph has its own. */
  leading: Leading | null;
}

/** The paragraphs of one column or cell. */
class Paragraphs {
  readonly found: PageParagraph[] = [];
  private readonly lines: readonly TextLine[];
  private readonly setting: Setting;
  private readonly column: Column;
  /** Index of the line that the open paragraph begins with. */
  private start = 0;

  constructor(lines: readonly TextLine[], column: Column, setting: Setting) {
    this.lines = lines;
    this.column = column;
    this.setting = setting;
  }

  /** Whether the distance to the line before is more than within a paragraph. */
  private hasGapAfter(index: number): boolean {
    const { lines, setting } = this;
    const { leading } = this.column;
    const [line, next] = [lines[index - 1], lines[index]];
    if (line === undefined || next === undefined || next.page !== line.page) return false;
    // In the paragraph itself where it has lines enough, else in the one that would begin here.
    const near = index - 1 > this.start ? distance(lines[index - 2], line) : distance(next, lines[index + 1]);
    const height = Math.max(line.height, next.height);
    const reference = (leading === null ? near : undefined) ?? (leading ?? setting.leading)(height);
    if (reference === undefined) return next.y - line.y > 1.6 * height;
    return next.y - line.y > reference * (leading === null ? PARAGRAPH_GAP_IN_TEXT : PARAGRAPH_GAP) + 0.3;
  }

  /** Whether a line begins a paragraph behind the one before it, in a column whose text ends at `right`. */
  private breaks(index: number, right: number, open: PageParagraph): boolean {
    const { lines, setting } = this;
    const [line, next] = [lines[index - 1], lines[index]];
    if (line === undefined || next === undefined) return true;
    if (
      next.height > line.height * LARGER ||
      BULLET.test(next.text) ||
      setting.opens(next.text) ||
      setting.alone(open.text)
    )
      return true;
    if (setting.approximate && line.pieces.length + next.pieces.length > 0) return true;
    if (/[.:?]$/.test(line.text) && /^(?:[$€£]|USD|US\$)\s?\d/.test(next.text)) return true;
    // The first word would have fitted: the line was ended by hand.
    const slack = setting.approximate
      ? Math.min(6 * line.height, 0.12 * (right - this.column.left))
      : 0.45 * line.height;
    const fits = line.right + line.space + next.firstWord <= right - slack;
    return fits || this.hasGapAfter(index);
  }

  add(index: number, line: TextLine): void {
    const { found, lines, setting, column } = this;
    const open = found.at(-1);
    const last = lines[index - 1];
    const right = column.rightOn((last ?? line).page);
    if (open === undefined || last === undefined || this.breaks(index, right, open)) {
      found.push({ text: line.text, page: line.page });
      this.start = index;
      return;
    }
    // A word is cut only where a line has no space for more of it, and none for its next letter.
    const slack = (right - last.right) / Math.max(1, last.height);
    const single = !/\s/.test(last.text.trim());
    const cut = !single || slack > 1 ? "none" : column.ruled && slack < 0.45 ? "certain" : "possible";
    open.text = join(open.text, line.text, cut, setting);
  }
}

/** The paragraphs that the lines of one column or cell make. */
export function paragraphsOf(lines: readonly TextLine[], column: Column, setting: Setting): PageParagraph[] {
  const paragraphs = new Paragraphs(lines, column, setting);
  for (const [index, line] of lines.entries()) paragraphs.add(index, line);
  return paragraphs.found;
}
