import type { HeadedColumns } from "./headed-columns.ts";
import { lineOf, type TextLine } from "./lines.ts";
import type { TextRun } from "./page.ts";
import type { TableCell, TableRow } from "./table.ts";
import { type TableTexts, wordsOf } from "./table-head.ts";

/** How far from a column's edge its text may begin, in heights of the font: positions of characters are approximate. */
const NEAR = 0.45;
const NEAR_CHARACTERS = 1.6;
/** How far from it a word may begin that is cut off behind it. */
const NEAR_WORD = 1.2;
/** How far over an edge a text may go that is not cut. */
const NEAR_END = 0.2;

/**
 * Cuts a run before the word that begins nearest to an edge; `null` where none is near. What goes over the edge by a little is cut only
 * before a word that begins behind it.
 */
function cutAt(run: TextRun, edge: number, near: number, approximate: boolean): [TextRun, TextRun] | null {
  const over = run.right > edge + near;
  const words = wordsOf(run, approximate).filter(
    ({ left }, index) => index === 0 || over || left >= edge - 1,
  );
  // A column's text begins behind its edge rather than before it.
  const far = ({ left }: TextRun) => (left < edge ? 2 * (edge - left) : left - edge);
  const word = words
    .slice(1)
    .reduce<TextRun | null>((best, each) => (best === null || far(each) < far(best) ? each : best), null);
  if (word === null || Math.abs(word.left - edge) > near) return null;
  const all = wordsOf(run, approximate);
  const before = all.filter(({ left }) => left < word.left);
  const [text, rest] = [before, all.slice(before.length)].map((part) =>
    part.map((each) => each.text).join(" "),
  );
  return [
    { ...run, text: text ?? "", right: before.at(-1)?.right ?? run.left },
    { ...run, text: rest ?? "", left: word.left },
  ];
}

/** The text of a line in each column; a run that begins in one column and goes on in the next is cut between two words. */
function placed(line: TextLine, own: HeadedColumns, approximate: boolean): (TextLine | null)[] {
  const { bounds } = own;
  const near = (approximate ? NEAR_CHARACTERS : NEAR) * line.height;
  const nearWord = (approximate ? NEAR_CHARACTERS : NEAR_WORD) * line.height;
  let runs = [...line.runs];
  for (const bound of bounds)
    runs = runs.flatMap((run) =>
      run.left < bound - near && run.right > bound + NEAR_END * line.height
        ? (cutAt(run, bound, nearWord, approximate) ?? [run])
        : [run],
    );
  const columns: TextRun[][] = Array.from({ length: bounds.length + 1 }, () => []);
  for (const run of runs) {
    const middle = (run.left + run.right) / 2;
    const begins = bounds.findLastIndex((bound) => run.left >= bound - near) + 1;
    // A short text that begins just before an edge is behind it; a long one that begins just before it, too.
    const column = Math.min(begins, bounds.filter((bound) => middle > bound).length);
    columns[column]?.push(run);
  }
  if (approximate) moveValue(columns, own, line.height);
  return columns.map((part) => (part.length === 0 ? null : lineOf(part, line.page)));
}

/** What a cell says in a word or two. */
const SHORT_VALUE =
  /^(?:[<>≥≤~$€]?\d[\d.,]*(?: ?[%$€]| USD| %)?|n\/?a|tb[dc]|nil|none|n[ée]ant|z[ée]ro|aucune?|[-–])$/i;
/** How far before an edge a value may begin that is behind it. */
const NEAR_VALUE = 2.5;

/** A value one space behind an indicator's text belongs to the next column, where that has nothing on a line of values: `Number of members 0`. */
function moveValue(columns: TextRun[][], { bounds, key }: HeadedColumns, height: number): void {
  const [last, bound] = [columns[key]?.at(-1), bounds[key]];
  const isGap = columns[key + 1]?.length === 0 && columns.slice(key + 2).some(({ length }) => length > 0);
  if (last === undefined || bound === undefined || !isGap) return;
  const words = wordsOf(last, true);
  const value = [2, 1]
    .map((count) => words.slice(-count))
    .find(
      (part) =>
        words.length > part.length + 1 &&
        (part[0]?.left ?? 0) >= bound - NEAR_VALUE * height &&
        SHORT_VALUE.test(part.map(({ text }) => text).join(" ")),
    );
  const [first] = value ?? [];
  if (value === undefined || first === undefined) return;
  const before = words.slice(0, -value.length);
  const text = (part: readonly TextRun[]) => part.map((word) => word.text).join(" ");
  columns[key] = [
    ...(columns[key] ?? []).slice(0, -1),
    { ...last, text: text(before), right: before.at(-1)?.right ?? last.left },
  ];
  columns[key + 1] = [{ ...last, text: text(value), left: first.left }];
}

interface PlacedLine {
  y: number;
  cells: (TextLine | null)[];
}

/** The usual distance between two lines of one cell. */
function leadingOf(lines: readonly PlacedLine[], column: number): number {
  const own = lines.flatMap(({ cells }) => cells[column] ?? []);
  const steps = own
    .slice(1)
    .map((line, index) => line.y - (own[index]?.y ?? 0))
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 4)] ?? (own[0]?.height ?? 10) * 1.2;
}

/** The first lines of rows that wider gaps keep apart, whatever column their text is in; `null` where gaps do not. */
function startsByGaps(
  lines: readonly PlacedLine[],
  key: number,
  opensRow: (text: string) => boolean,
): number[] | null {
  const own = lines.flatMap(({ y, cells }, index) =>
    cells.some((cell, column) => column >= key && cell !== null) ? [{ y, index }] : [],
  );
  const limit = 1.3 * leadingOf(lines, key);
  const starts = own.flatMap(({ y, index }, at) =>
    at === 0 || y - (own[at - 1]?.y ?? 0) > limit ? [index] : [],
  );
  if (starts.length < 2) return null;
  const rows = starts.map((start, at) => lines.slice(start, starts[at + 1] ?? lines.length));
  const codes = rows.map((row) => row.filter((_, at) => opensAt(row, at, key, opensRow)).length);
  const coded = codes.filter((count) => count > 0).length;
  if (coded === 0) {
    const filled = rows.filter(
      (row) => row.some(({ cells }) => cells[key] != null) && columnsIn(row).size >= 3,
    );
    return filled.length * 5 >= rows.length * 4 ? starts : null;
  }
  if (codes.some((count) => count > 1) || coded * 5 < rows.length * 4) return null;
  // What a gap sets apart without a code goes on with the row above.
  return starts.filter((_, at) => at === 0 || (codes[at] ?? 0) > 0);
}

const columnsIn = (row: readonly PlacedLine[]) =>
  new Set(row.flatMap(({ cells }) => cells.flatMap((cell, column) => (cell === null ? [] : [column]))));

const TERM_PART = /^(?:indicateurs? (?:de|d[’'])|outcome|output|performance)$/i;

/** Whether the text of the column that separates the rows opens one at a line: a term and its code may be on several lines. */
function opensAt(
  lines: readonly PlacedLine[],
  index: number,
  key: number,
  opensRow: (text: string) => boolean,
): boolean {
  const text = (step: number) => lines[index + step]?.cells[key]?.text ?? "";
  if (text(0) === "") return false;
  // `Indicateur de` above `résultat 1a`: one term, which the upper line opens.
  const parted = (step: number) => TERM_PART.test(text(step)) && opensRow(`${text(step)} ${text(step + 1)}`);
  if (parted(0)) return true;
  if (opensRow(text(0))) return !parted(-1);
  if (/\d/.test(text(0))) return false;
  return [`${text(0)} ${text(1)}`, `${text(0)} ${text(1)} ${text(2)}`].some(
    (joined, at) => opensRow(joined) && !opensRow(text(at + 1)),
  );
}

/** The first line of each row: by gaps, by codes, or where half of the columns begin again. */
function startsOf(lines: readonly PlacedLine[], key: number, opensRow: (text: string) => boolean): number[] {
  const byGaps = startsByGaps(lines, key, opensRow);
  if (byGaps !== null) return byGaps[0] === 0 ? byGaps : [0, ...byGaps.slice(1)];
  const opened = lines.flatMap((_, index) => (opensAt(lines, index, key, opensRow) ? [index] : []));
  if (opened.length > 0) return opened[0] === 0 ? opened : [0, ...opened];
  return lines.flatMap(({ cells }, index) => {
    const filled = cells.filter((cell, column) => column >= key && cell !== null).length;
    // What begins in lower case or ends a bracket goes on: `PNUD (agence` above `coordinatrice)`.
    const goesOn = /^\p{Ll}|^[^(]*\)/u.test(cells[key]?.text ?? "");
    const begins = cells[key] != null && !goesOn && filled >= Math.max(2, (cells.length - key) / 2);
    return index === 0 || begins ? [index] : [];
  });
}

const numberOf = (text: string): string | null =>
  /(?<![\d.])\d{1,2}(?:\.\d{1,2}){0,2}(?!\d)/.exec(text.slice(0, 60))?.[0] ?? null;

/** The rows that the lines of a table make, with the columns before the key as heads of several rows. */
export function rowsOf(
  lines: readonly TextLine[],
  columns: HeadedColumns,
  { row: opensRow, approximate }: TableTexts,
): TableRow[] {
  const { bounds, key } = columns;
  const edges = [columns.left, ...bounds, columns.right];
  const own = lines.map((line): PlacedLine => ({ y: line.y, cells: placed(line, columns, approximate) }));
  const starts = startsOf(own, key, opensRow);
  const rows = starts.map((start, at): TableRow => {
    const part = own.slice(start, starts[at + 1] ?? own.length);
    const height = lines[start]?.height ?? 10;
    const cells = Array.from({ length: bounds.length + 1 }, (_, column): TableCell => {
      const content = column < key ? [] : part.flatMap(({ cells: texts }) => texts[column] ?? []);
      const [left = 0, right = 0] = [edges[column], edges[column + 1]];
      const textRight = Math.max(left, ...own.flatMap(({ cells: texts }) => texts[column]?.right ?? []));
      return { left, right, content, continues: false, rows: 1, textRight };
    });
    return { cells, top: (part[0]?.y ?? 0) - height, bottom: part.at(-1)?.y ?? 0 };
  });
  for (let column = 0; column < key; column += 1) placeHeads(rows, own, column, key, opensRow);
  return rows;
}

/** Puts the text of a column of outcomes or outputs into the rows that it heads. */
function placeHeads(
  rows: TableRow[],
  lines: readonly PlacedLine[],
  column: number,
  key: number,
  opensRow: (text: string) => boolean,
): void {
  const texts = lines.flatMap(({ cells }) => cells[column] ?? []);
  const groups: TextLine[][] = [];
  for (const [index, line] of texts.entries()) {
    const joined = `${line.text} ${texts[index + 1]?.text ?? ""}`;
    const opens = opensRow(line.text) || (!/\d/.test(line.text) && opensRow(joined));
    if (groups.length === 0 || opens) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  const codes = rows.map(({ cells }) =>
    numberOf(cells[key]?.content.map((item) => ("text" in item ? item.text : "")).join(" ") ?? ""),
  );
  let from = 0;
  for (const group of groups) {
    const text = group.map((line) => line.text).join(" ");
    const middle = group[0]?.y ?? 0;
    const beside = Math.max(
      from,
      rows.findLastIndex(({ top }) => top <= middle),
    );
    const code = opensRow(text) ? numberOf(text) : null;
    // Its text may be in the middle of the rows that it heads: their codes say where it begins.
    const named =
      code === null
        ? -1
        : codes.findIndex(
            (each, at) =>
              at >= from &&
              each !== null &&
              (each.startsWith(`${code}.`) || (each === code && !code.includes("."))),
          );
    const at = named < 0 || named > beside ? beside : named;
    rows[at]?.cells[column]?.content.push(...group);
    from = at;
  }
  let owner: TableCell | undefined;
  for (const { cells } of rows) {
    const cell = cells[column];
    if (cell === undefined) continue;
    if (cell.content.length > 0 || owner === undefined) owner = cell;
    else {
      cell.continues = true;
      cell.rows = 0;
      owner.rows += 1;
    }
  }
}
