import { codeOf, type Dictionary } from "./dictionary.ts";
import { showInstant, toInstant } from "./instant.ts";

/** Texts by number, as Arrow's dictionary columns and Parquet's pages have them. A code below 0, or beyond the texts, is none given. */
export interface CodedTexts {
  /** Each text once. */
  texts: ArrayLike<string>;
  /** By row, the index of its text. */
  codes: ArrayLike<number>;
}

/** A column of names: one text a row, or coded. `undefined`, `null` and the empty text are none given. */
export type TextColumn = ArrayLike<string | null | undefined> | CodedTexts;

/** A column of values. In a `Float64Array`, which knows no `undefined`, NaN is none given. */
export type NumberColumn = ArrayLike<number | null | undefined>;

/**
 * Columns of equal length, as a database, Arrow, Parquet or a CSV file gives them. Absent columns mean absent fields in every row.
 * `value: null` withdraws, as it does in a row; where a column of numbers cannot say so, `withdrawn` does.
 */
export interface ObservationColumns {
  /** Codes of the indicators. */
  indicator: TextColumn;
  /** Ids of the reporting periods, such as `2020-Q1`. */
  period: TextColumn;
  /** Counts, amounts, scores; quotients of ratios of which nothing else is known. */
  value?: NumberColumn;
  /** Numerators of ratios and percentages. */
  numerator?: NumberColumn;
  /** Their denominators. None given beside a numerator: not reported. */
  denominator?: NumberColumn;
  /** Rows that take back what was reported before. */
  withdrawn?: ArrayLike<boolean | number | null | undefined>;
  /** Why a row has no value, one of `Observation`'s reasons; nothing in rows that have one. */
  reason?: TextColumn;
  /** Who reports. */
  source?: TextColumn;
  /** Where it was observed. */
  place?: TextColumn;
  /** Categories by axis. */
  categories?: Record<string, TextColumn>;
  /** Texts, or milliseconds from 1970 in universal time. */
  recordedAt: TextColumn | Float64Array;
  /** What it rests on: a document, a list of participants. */
  evidence?: TextColumn;
  /** Trainings, submissions: see `Observation`. */
  id?: TextColumn;
}

const isCoded = (column: TextColumn | Float64Array): column is CodedTexts => "codes" in column;

/** Rows of a column. */
export const lengthOf = (column: TextColumn | Float64Array | ArrayLike<unknown>): number =>
  "codes" in column ? column.codes.length : column.length;

/** A row's text; `undefined` where none is given. */
export function textAt(column: TextColumn | undefined, row: number): unknown {
  if (column === undefined) return undefined;
  const text: unknown = isCoded(column) ? column.texts[column.codes[row] ?? -1] : column[row];
  return text === null || text === "" ? undefined : text;
}

/** A row's instant as text. */
export function instantAt(column: ObservationColumns["recordedAt"], row: number): unknown {
  if (!(column instanceof Float64Array)) return textAt(column, row);
  const time = column[row] ?? Number.NaN;
  return Number.isFinite(time) && Math.abs(time) <= 8.64e15 ? showInstant(time) : undefined;
}

/** A text that was looked up and is not in the table yet. */
export const NEW = -4;
/** A text that was not looked up yet. */
export const UNSEEN = -3;
/** No text in this row. */
export const NONE_GIVEN = -2;
/** A text that the table does not admit, or no text at all. */
export const NOT_ADMITTED = -1;

/** A column of names on its way into a dictionary: what is seen for the first time is looked up, what is seen again is not. */
export interface Translation {
  /** Number of each row's text in `texts`; any other means none. */
  codes: Int32Array;
  texts: ArrayLike<unknown>;
  /** By number of the text: its code in the table. */
  known: Int32Array;
}

/** Codes as whole numbers of four bytes; those that are so already are not copied. */
function wholeCodes(codes: ArrayLike<number>, texts: number): Int32Array {
  if (codes instanceof Int32Array) return codes;
  const copy = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] as number;
    copy[row] = code >= 0 && code < texts ? code : -1;
  }
  return copy;
}

/** A column by number of its texts. */
function codedTexts(column: TextColumn): { texts: ArrayLike<unknown>; codes: Int32Array } {
  if (isCoded(column)) return { texts: column.texts, codes: wholeCodes(column.codes, column.texts.length) };
  const texts: unknown[] = [];
  const codes = new Int32Array(column.length);
  const seen = new Map<unknown, number>();
  for (let row = 0; row < codes.length; row += 1) {
    const text = column[row];
    let code = seen.get(text);
    if (code === undefined) {
      code = text === undefined || text === null ? -1 : texts.push(text) - 1;
      seen.set(text, code);
    }
    codes[row] = code;
  }
  return { codes, texts };
}

/** What texts are in the dictionaries of a table, remembered from one batch of columns to the next: most have the same texts. */
export class Lookups {
  readonly #last = new Map<Dictionary, { seen: unknown[]; known: Int32Array }>();

  /** A column whose texts are in a dictionary. */
  translation(column: TextColumn, names: Dictionary): Translation {
    const coded = codedTexts(column);
    return { ...coded, known: this.#knownOf(coded.texts, names) };
  }

  #knownOf(texts: ArrayLike<unknown>, names: Dictionary): Int32Array {
    let last = this.#last.get(names);
    if (last === undefined || last.known.length < texts.length) {
      const known = new Int32Array(2 * texts.length);
      if (last !== undefined) known.set(last.known);
      last = { seen: last?.seen ?? [], known };
      this.#last.set(names, last);
    }
    const { seen, known } = last;
    for (let number = 0; number < texts.length; number += 1)
      if (number >= seen.length || seen[number] !== texts[number]) {
        seen[number] = texts[number];
        known[number] = UNSEEN;
      }
    return known.subarray(0, texts.length);
  }
}

/** Rows `from` to `to` of a column. */
export const rowsOf = (column: Translation, from: number, to: number): Translation => ({
  ...column,
  codes: column.codes.subarray(from, to),
});

/** A row's code in a dictionary of the table. */
export function codeAt(translated: Translation, index: number, names: Dictionary): number {
  const number = translated.codes[index] as number;
  if (!(number >= 0 && number < translated.known.length)) return NONE_GIVEN;
  const known = translated.known[number] as number;
  if (known > UNSEEN) return known;
  const text = translated.texts[number];
  const code = text === "" ? NONE_GIVEN : codeOf(names, text);
  translated.known[number] = code;
  return code;
}

/** Milliseconds of every row; NaN where a row gives no instant. */
export function instants(column: ObservationColumns["recordedAt"]): Float64Array {
  if (column instanceof Float64Array) return column;
  const { codes, texts } = codedTexts(column);
  const known = Float64Array.from({ length: texts.length }, (_, index) => toInstant(texts[index]));
  const times = new Float64Array(codes.length);
  for (let index = 0; index < times.length; index += 1)
    times[index] = known[codes[index] as number] ?? Number.NaN;
  return times;
}
