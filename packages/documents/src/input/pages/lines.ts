import type { TextRun } from "./page.ts";

/** A line of text: runs on one baseline. */
export interface TextLine extends TextRun {
  /** Width of its first word, and of a space. */
  firstWord: number;
  space: number;
  page: number;
  /** The pieces that wide gaps cut it into; empty where there are none. */
  pieces: TextLine[];
  /** The runs that it is made of, from left to right. */
  runs: TextRun[];
}

/** Runs whose baselines differ by less than this share of the font's height are on one line: superscripts, mixed fonts. */
const SAME_LINE = 0.45;
/** Gaps above this share of the font's height are a space. */
const SPACE = 0.16;

const isBlank = ({ text }: TextRun) => text.trim() === "";

/** Widths of letters in a usual proportional font (Helvetica), in ems. */
const WIDTHS: readonly [RegExp, number][] = [
  [/[ijlI.,:;'’|! \u00a0]/, 0.25],
  [/[ftr()[\]\-/]/, 0.31],
  [/[sckvxyzJ]/, 0.5],
  [/[mwMW%@—…]/, 0.85],
  [/\p{Lu}/u, 0.69],
];
/** The width of a text in ems, in a usual proportional font. */
export const weightOf = (text: string): number => {
  let weight = 0;
  for (const character of text) weight += WIDTHS.find(([letters]) => letters.test(character))?.[1] ?? 0.556;
  return weight;
};

/** Gaps above this share of the font's height separate columns. */
const GUTTER = 0.95;

/** The pieces of a line between wide gaps, as lines of their own. */
function piecesOf(shown: readonly TextRun[], page: number): TextLine[] {
  const groups: TextRun[][] = [];
  let right = -Infinity;
  for (const run of shown) {
    if (run.left - right > GUTTER * run.height) groups.push([run]);
    else groups.at(-1)?.push(run);
    right = Math.max(right, run.right);
  }
  return groups.length < 2 ? [] : groups.flatMap((group) => lineOf(group, page) ?? []);
}

/** Puts runs of one line together, in reading order. */
export function lineOf(runs: readonly TextRun[], page: number): TextLine | null {
  const ordered = [...runs].sort((a, b) => a.left - b.left);
  const shown = ordered.filter((run) => !isBlank(run));
  const [first] = shown;
  if (first === undefined) return null;
  let text = "";
  let right = first.left;
  let spaced = false;
  for (const run of ordered) {
    if (isBlank(run)) {
      spaced ||= run.text !== "";
      continue;
    }
    const gap = run.left - right;
    if (text !== "" && (spaced || gap > SPACE * run.height)) text += " ";
    text += run.text;
    right = Math.max(right, run.right);
    spaced = false;
  }
  const height = shown.reduce((largest, run) => Math.max(largest, run.height), 0);
  // No-break spaces keep a sign with its word.
  const [word = text] = /^ *[^ ]+/.exec(text) ?? [];
  const firstWord = ((right - first.left) * weightOf(word)) / Math.max(0.1, weightOf(text));
  const y = shown.reduce((largest, run) => (run.height > largest.height ? run : largest), first).y;
  return {
    text,
    left: first.left,
    right,
    y,
    height,
    firstWord,
    space: 0.25 * height,
    page,
    pieces: piecesOf(shown, page),
    runs: shown,
  };
}

/** The lines that runs make, from the top down. */
export function linesOf(runs: readonly TextRun[], page: number): TextLine[] {
  const ordered = [...runs].sort((a, b) => a.y - b.y || a.left - b.left);
  const lines: TextLine[] = [];
  let open: TextRun[] = [];
  const close = () => {
    const line = lineOf(open, page);
    if (line !== null) lines.push(line);
    open = [];
  };
  let height = 0;
  let y = 0;
  for (const run of ordered) {
    if (isBlank(run) && open.length === 0) continue;
    const tolerance = SAME_LINE * Math.max(1, Math.min(height || run.height, run.height || height));
    if (open.length > 0 && run.y - y > tolerance) close();
    if (open.length === 0) {
      if (isBlank(run)) continue;
      y = run.y;
      height = run.height;
    }
    open.push(run);
  }
  close();
  return lines;
}
