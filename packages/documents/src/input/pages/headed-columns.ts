import type { TextLine } from "./lines.ts";
import { type FoundHead, partsOf, type Span, type TableTexts, wordsOf } from "./table-head.ts";

/** The columns of a table that has no rules, as its head and the text below it show them. */
export interface HeadedColumns {
  /** Where one column ends and the next begins: one fewer than there are columns. */
  bounds: number[];
  left: number;
  right: number;
  /** The column whose texts separate the rows. */
  key: number;
}

/** How far before its head the text of a column may begin, in heights of the font. */
const NEAR_HEAD = 2.5;
/** Widths of a page at which text is looked for, in heights of the font. */
const STEP = 0.1;

/**
 * Where one column ends and the next begins, between two places: where the fewest texts are; of such places the last, but before the
 * texts that begin at one of `begins`, since they belong to the next column.
 */
function valley(
  spans: readonly Span[],
  from: number,
  to: number,
  height: number,
  begins: readonly number[] = [],
): number {
  const step = Math.max(0.5, STEP * height);
  if (to - from < step) return to - step / 2;
  const around = spans.filter(({ left, right }) => left < to && right > from);
  let fewest = Infinity;
  let best = to;
  for (let x = to - step / 2; x >= from; x -= step) {
    const crossing =
      around.filter(({ left, right }) => left < x && x < right).length +
      begins.filter((left) => left < x && left >= from).length;
    if (crossing < fewest) [fewest, best] = [crossing, x];
  }
  return best;
}

/** Whether a part of a line goes over the gaps between several heads: running text, or the head of several rows. */
export function isSpanning(
  line: TextLine,
  columns: readonly Span[],
  opensRow: (text: string) => boolean,
): boolean {
  const gaps = columns
    .slice(1)
    .map(({ left }, index) => [columns[index]?.right ?? left, left] as const)
    .filter(([from, to]) => to > from);
  const over = partsOf(line, 0.9).map(
    ({ span }) => gaps.filter(([from, to]) => span.left < from && span.right > to).length,
  );
  // A line that opens a row and goes on in the next column is the head of several.
  const enough = over.length === 1 && opensRow(line.text) ? 1 : 2;
  return Math.max(0, ...over) >= Math.min(enough, gaps.length);
}

/** The columns of a table by its head and the lines below. */
export function columnsOf(
  { columns: heads, key }: FoundHead,
  body: readonly TextLine[],
  { approximate, row }: TableTexts,
): HeadedColumns {
  const height = body[0]?.height ?? 10;
  const own = body.filter((line) => !isSpanning(line, heads, row));
  const spans = own.flatMap(({ runs }) => runs.flatMap((run) => wordsOf(run, approximate)));
  const starts = approximate ? own.flatMap(({ runs }) => runs.map((run) => run.left)) : [];
  const [first, last] = [heads[0], heads.at(-1)];
  const bounds = heads.slice(1).map((head, index) => {
    // Characters differ from the head's by a few: what begins just before it behind a gap is below it.
    const begins = starts.filter((left) => left >= head.left - NEAR_HEAD * height && left < head.left);
    return valley(spans, heads[index]?.right ?? head.left, head.left, height, begins);
  });
  const left = Math.min(first?.left ?? 0, ...spans.map((span) => span.left));
  const right = Math.max(last?.right ?? 0, ...spans.map((span) => span.right));
  // A column of outcomes and outputs before the first head has none of its own.
  const before = own.filter(({ runs }) => {
    const [run, next] = runs;
    return (
      run !== undefined &&
      first !== undefined &&
      run.left < first.left - 1.5 * height &&
      (next === undefined ? run.right < first.left : run.right < next.left)
    );
  });
  const beside = before.filter(({ runs }) =>
    runs.some((run) => first !== undefined && run.left >= first.left - height && run.left < first.right),
  );
  if (first !== undefined && beside.length > 0) {
    bounds.unshift(valley(spans, left, first.left, height));
    return { bounds, left, right, key: key + 1 };
  }
  return { bounds, left, right, key: Math.max(0, key) };
}

/** How much wider or narrower the characters of a page may be than those of the page before. */
const SCALES = Array.from({ length: 61 }, (_, index) => 0.75 + index / 100);

/** The same columns on a page that does not repeat the head: positions of characters differ from page to page, those of text do not. */
export function sameColumns(
  { bounds, left, right, key }: HeadedColumns,
  body: readonly TextLine[],
  approximate: boolean,
): HeadedColumns {
  if (!approximate) return { bounds, left, right, key };
  const height = body[0]?.height ?? 10;
  const spans = body.flatMap(({ runs }) => runs.flatMap((run) => wordsOf(run, approximate)));
  const starts = body.flatMap(({ runs }) => runs.map((run) => run.left));
  /** Texts that begin at the edges of the columns, less those that go over them. */
  const fit = (scale: number) =>
    bounds.reduce((sum, bound) => {
      const x = bound * scale;
      const begin = starts.filter((start) => start >= x - 0.5 * height && start <= x + height).length;
      return sum + begin - 2 * spans.filter((span) => span.left < x && span.right > x).length;
    }, 0);
  const best = SCALES.reduce(
    (found, scale) => {
      const value = fit(scale) - Math.abs(scale - 1);
      return value > found.value ? { scale, value } : found;
    },
    { scale: 1, value: -Infinity },
  );
  const near = 1.5 * height;
  return {
    left,
    right: right * best.scale,
    key,
    bounds: bounds.map((bound) => {
      const [from, to] = [bound * best.scale - near, bound * best.scale + near];
      return valley(spans, from, to, height, starts);
    }),
  };
}
