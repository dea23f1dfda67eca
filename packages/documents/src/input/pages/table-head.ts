import { type TextLine, weightOf } from "./lines.ts";
import type { TextRun } from "./page.ts";

/** The heads of a table of the form. */
export interface KnownHeads {
  /** Index of the column whose texts separate the rows; -1: the column before them, which has no head. */
  key: number;
  /** How many of the heads are known. */
  known: number;
}
/** What the heads of columns say about their table; `null`: it is none of the form's. */
export type TableHead = (heads: readonly string[]) => KnownHeads | null;

export interface Span {
  left: number;
  right: number;
}

/** Lines that a head of the template takes in a narrow column, at most. */
const MAX_HEAD_LINES = 9;
/** Gaps between the heads of two columns, in heights of the font: the widest that gives a head is taken. */
const GAPS = [0.9, 0.6, 0.4];
const MIN_COLUMNS = 3;

/** The parts of a line that gaps of more than `gap` heights keep apart. */
export function partsOf({ runs, height }: TextLine, gap: number): { span: Span; text: string }[] {
  const parts: { span: Span; text: string }[] = [];
  for (const { left, right, text } of runs) {
    const last = parts.at(-1);
    if (last === undefined || left - last.span.right > gap * height)
      parts.push({ span: { left, right }, text });
    else {
      last.text += left - last.span.right > 0.16 * height ? ` ${text}` : text;
      last.span.right = Math.max(last.span.right, right);
    }
  }
  return parts;
}

export interface HeadColumn extends Span {
  text: string;
}

/** The columns of text that lines make, each with its words. */
function headColumns(lines: readonly TextLine[], gap: number): HeadColumn[] {
  const parts = lines.flatMap((line) => partsOf(line, gap));
  const columns: Span[] = [];
  for (const { span } of [...parts].sort((a, b) => a.span.left - b.span.left)) {
    const last = columns.at(-1);
    if (last !== undefined && span.left < last.right) last.right = Math.max(last.right, span.right);
    else columns.push({ ...span });
  }
  return columns.map(({ left, right }) => {
    const texts = parts.filter(({ span }) => span.left >= left && span.right <= right);
    return { left, right, text: texts.map(({ text }) => text.trim()).join(" ") };
  });
}

export interface FoundHead {
  columns: HeadColumn[];
  /** Index of the column whose texts separate the rows; -1 for the one before them. */
  key: number;
  /** How many lines the head takes. */
  lines: number;
  /** How many of its columns are known, less those that are not. */
  score: number;
}

/** The distance to the next line, in heights of the font. */
const stepTo = (line: TextLine | undefined, next: TextLine | undefined): number =>
  line === undefined || next === undefined
    ? 0
    : (next.y - line.y) / Math.max(1, Math.min(line.height, next.height));
/** More than the distance between the lines of a head. */
const APART = 2;

/** What the tables without rules of a document are read by. */
export interface TableTexts {
  /** What the heads of columns say about their table. */
  head: TableHead;
  /** Whether a line has a word of such heads. */
  headWord: (text: string) => boolean;
  /** Whether a cell begins a row. */
  row: (text: string) => boolean;
  /** Whether a line begins with a label of the form. */
  paragraph: (text: string) => boolean;
  /** Whether positions are those of characters in a text, which differ from page to page. */
  approximate: boolean;
  /** Where texts begin on any page, where positions are the same on all pages. */
  edges: readonly number[];
}

/** More columns than these are no table of the form. */
const MAX_COLUMNS = 40;

/** Finds the heads of tables among lines; each place is looked at once. */
export type FindHead = (start: number) => FoundHead | null;
export function headFinder(lines: readonly TextLine[], texts: TableTexts): FindHead {
  const words = lines.map(({ text }) => texts.headWord(text));
  const found = new Map<number, FoundHead | null>();
  return (start) => {
    const known = found.get(start);
    if (known !== undefined) return known;
    const possible = words.slice(start, start + MAX_HEAD_LINES).some(Boolean);
    const head = possible ? headAt(lines, start, texts) : null;
    found.set(start, head);
    return head;
  };
}

/** The head of a table that begins at a line: as many lines as its columns need to be recognised, and those that still belong to it. */
function headAt(lines: readonly TextLine[], start: number, texts: TableTexts): FoundHead | null {
  const { head: isHead, row: opensRow, approximate } = texts;
  const window = lines.slice(start, start + MAX_HEAD_LINES);
  const end = window.findIndex(
    (line, index) =>
      (index > 0 && stepTo(window[index - 1], line) > APART) ||
      partsOf(line, GAPS[1] ?? 0).some(({ text }) => opensRow(text)),
  );
  const own = end < 0 ? window : window.slice(0, end);
  const widths = own.map((line) => partsOf(line, GAPS[2] ?? 0).length);
  if (!widths.some((width) => width >= MIN_COLUMNS) || widths.some((width) => width > MAX_COLUMNS))
    return null;
  let best: { found: FoundHead; gap: number } | null = null;
  for (const gap of GAPS)
    for (let count = 1; count <= own.length; count += 1) {
      const apart = headColumns(own.slice(0, count), gap);
      if (apart.length < MIN_COLUMNS) continue;
      const known = isHead(apart.map(({ text }) => text));
      // Heads that one space keeps apart on a line begin behind more on another.
      const columns = known === null && approximate ? cutAtStarts(apart, own.slice(0, count)) : apart;
      const heads = known ?? isHead(columns.map(({ text }) => text));
      // Heads that are close together are recognised one by one; a head that was cut is not recognised.
      const score = scoreOf(columns, isHead);
      if (heads === null || (best !== null && score <= best.found.score)) continue;
      best = { found: { columns, key: heads.key, lines: count, score }, gap };
    }
  if (best === null) return null;
  const found = longest(own, best.gap, best.found, texts);
  return takenApart(lines, start, found, texts);
}

const scoreOf = (columns: readonly HeadColumn[], isHead: TableHead): number => {
  const heads = isHead(columns.map(({ text }) => text));
  return heads === null ? -Infinity : heads.known - (columns.length - heads.known) / 2;
};

/** Lines below a head that show where its columns begin. */
const MAX_BODY_LINES = 40;
/** How far from a column's edge its head may begin, in heights of the font. */
const NEAR_EDGE = 0.6;
const NEAR_EDGE_OF_CHARACTERS = 1.8;
/** Words that begin at one place may make it the edge of a column. */
const MIN_EDGE = 3;

/** Where words of several lines begin, behind a gap or not: among these places are the left edges of columns. */
export function edgesOf(lines: readonly TextLine[]): number[] {
  const lefts = lines
    .flatMap(({ runs }) => runs.flatMap((run) => wordsOf(run, false)))
    .map(({ left }) => left)
    .sort((a, b) => a - b);
  return lefts.filter(
    (left, index) =>
      (lefts[index + MIN_EDGE - 1] ?? Infinity) - left <= 2 && left > (lefts[index - 1] ?? -Infinity),
  );
}

/** A column of a head cut in two before the words that begin at `edge`. */
function cut(
  columns: readonly HeadColumn[],
  words: readonly TextRun[],
  edge: number,
  height: number,
): HeadColumn[] {
  const index = columns.findIndex(({ left, right }) => left + height < edge && edge < right);
  const column = columns[index];
  if (column === undefined) return [...columns];
  const inside = words.filter(({ left, right }) => left >= column.left - 1 && right <= column.right + 1);
  const halves = [inside.filter(({ left }) => left < edge), inside.filter(({ left }) => left >= edge)];
  const [before = [], behind = []] = halves;
  if (before.length === 0 || behind.length === 0) return [...columns];
  // `Means of verification/ frequency` is one head.
  const goesOn = before.some(
    ({ text, y }) => text.endsWith("/") && behind.some((word) => Math.abs(word.y - y) < height / 2),
  );
  if (goesOn) return [...columns];
  const overlap = Math.max(...before.map(({ right }) => right)) - Math.min(...behind.map(({ left }) => left));
  if (overlap > height / 2) return [...columns];
  return columns.toSpliced(
    index,
    1,
    ...halves.map(
      (half): HeadColumn => ({
        left: Math.min(...half.map(({ left }) => left)),
        right: Math.max(...half.map(({ right }) => right)),
        text: half.map(({ text }) => text).join(" "),
      }),
    ),
  );
}

/** Columns cut where the words of several lines begin, one of them behind a gap. */
function cutAtStarts(columns: readonly HeadColumn[], lines: readonly TextLine[]): HeadColumn[] {
  const height = lines[0]?.height ?? 10;
  const words = lines.flatMap(({ runs }) => runs.flatMap((run) => wordsOf(run, true)));
  const starts = lines.flatMap(({ runs }) => runs.map(({ left }) => left));
  const edges = [...new Set(starts)].filter(
    (edge) => words.filter(({ left }) => Math.abs(left - edge) <= height / 2).length >= 2,
  );
  return edges.reduce<HeadColumn[]>(
    (all, edge) => cut(all, words, edge - height / 2 - 1, height),
    [...columns],
  );
}

/** Heads so close together that no gap shows: they are cut where the texts below them begin. */
function takenApart(
  lines: readonly TextLine[],
  start: number,
  found: FoundHead,
  { head: isHead, paragraph, approximate, edges }: TableTexts,
): FoundHead {
  const own = lines.slice(start, start + found.lines);
  const height = own[0]?.height ?? 10;
  const near = (approximate ? NEAR_EDGE_OF_CHARACTERS : NEAR_EDGE) * height;
  const words = own.flatMap(({ runs }) => runs.flatMap((run) => wordsOf(run, approximate)));
  const from = start + found.lines;
  const body = lines.slice(from, from + MAX_BODY_LINES);
  // A label of the form ends the table: what is below it says nothing of its columns.
  const end = body.findIndex(({ text }) => paragraph(text));
  const below = approximate
    ? (end < 0 ? body : body.slice(0, end)).flatMap(({ runs }) => runs.map(({ left }) => left))
    : edges;
  // Texts below begin there, or another line of the head does behind a gap.
  const besides = approximate ? own.flatMap(({ runs, y }) => runs.map((run) => ({ y, left: run.left }))) : [];
  const candidates = words.filter(
    ({ left, y }) =>
      below.some((edge) => Math.abs(edge - left) <= near) ||
      besides.some((other) => other.y !== y && Math.abs(other.left - left) <= near),
  );
  let { columns, score } = found;
  for (;;) {
    const apart = candidates
      .map(({ left }) => cut(columns, words, left - (approximate ? near / 2 : 1), height))
      .map((each) => ({ columns: each, score: scoreOf(each, isHead) }))
      .reduce((best, each) => (each.score > best.score ? each : best), { columns, score });
    if (apart.score <= score) break;
    ({ columns, score } = apart);
  }
  return { ...found, columns, score, key: isHead(columns.map(({ text }) => text))?.key ?? found.key };
}

/** A head and the lines below it that only go on in its columns, without an amount. */
function longest(
  lines: readonly TextLine[],
  gap: number,
  found: FoundHead,
  { head: isHead, approximate }: TableTexts,
): FoundHead {
  let best = found;
  for (let count = found.lines + 1; count <= lines.length; count += 1) {
    const apart = headColumns(lines.slice(0, count), gap);
    const cutApart = approximate ? cutAtStarts(apart, lines.slice(0, count)) : apart;
    const columns = scoreOf(cutApart, isHead) > scoreOf(apart, isHead) ? cutApart : apart;
    const heads = isHead(columns.map(({ text }) => text));
    const last = lines[count - 1];
    const digits = last?.runs.some(({ text }) => /^\W*(?:[A-Z]{2,4}\W*)?\d/.test(text)) ?? true;
    const score = scoreOf(columns, isHead);
    if (heads === null || digits || score < best.score) break;
    // The parts of the first row are no part of a head that was whole above them.
    if (partsOf(last as TextLine, gap).length > columns.length / 2 && stepTo(lines[count - 2], last) > 1.35)
      break;
    best = { columns, key: heads.key, lines: count, score };
  }
  return best;
}

/** The words of a run, where each begins and ends: `approximate` says that every character is as wide as another. */
export function wordsOf(run: TextRun, approximate: boolean): TextRun[] {
  const widthOf = (text: string) => (approximate ? text.length : weightOf(text));
  const unit = (run.right - run.left) / Math.max(0.1, widthOf(run.text));
  return [...run.text.matchAll(/\S+/g)].map(({ 0: text, index }) => {
    const left = run.left + widthOf(run.text.slice(0, index)) * unit;
    return { ...run, text, left, right: left + widthOf(text) * unit };
  });
}
