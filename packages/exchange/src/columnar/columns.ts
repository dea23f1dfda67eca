import type { Result } from "@cadre/core";
import type {
  CodedTexts,
  NumberColumn,
  Observation,
  ObservationColumns,
  TextColumn,
} from "@cadre/core/observations";
import { columnOf } from "../csv/layout/likeness.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { columnsWithReasons } from "../no-value.ts";
import { valueIn } from "../number.ts";
import { refusal } from "../reading.ts";

/**
 * A column of some rows, as a file gives it: texts by number, numbers (NaN: none), times in milliseconds from 1970 (NaN: none), or cells of
 * any kind.
 */
export type RawColumn =
  | CodedTexts
  | { numbers: Float64Array }
  | { times: Float64Array }
  | { cells: ArrayLike<unknown> };

/** Some rows of a file, whose columns are read when they are asked for. */
export interface RawBatch {
  rows: number;
  column: (name: string) => RawColumn | Promise<RawColumn>;
}

/** Name of the column that says why a row has no value. An axis may be called `reason`. */
export const REASON = "noValueReason";

/** A field that a column holds, by the field's own name or a name for it; or a mark that rows take back, or have no value. */
type NamedField = Exclude<keyof Observation, "categories" | "reason"> | "withdrawn" | typeof REASON;

/** Which column of a columnar file holds what. */
export interface NamedColumns {
  /** Name of the column by field. */
  fields: ReadonlyMap<NamedField, string>;
  /** Columns that hold no field: axes, by their names. */
  axes: string[];
}

/** A cell of a column of any type as CSV would write it. @throws where it is a list, a structure or bytes. */
function cellText(cell: unknown): string | undefined {
  if (typeof cell === "string") return cell;
  if (cell === null || cell === undefined || Number.isNaN(cell)) return undefined;
  if (typeof cell === "number" || typeof cell === "bigint" || typeof cell === "boolean") return String(cell);
  throw new Error("a column holds lists, structures or bytes, and no text");
}

/** Milliseconds from 1970 as a day, or, within a day, as an instant. */
function instantText(time: number): string | undefined {
  if (Number.isNaN(time)) return undefined;
  if (!Number.isFinite(time)) throw new Error("a column holds a time that is none");
  return new Date(time).toISOString().replace("T00:00:00.000Z", "").replace(".000Z", "Z");
}

/**
 * A cell of a column of numbers; a text is read as CSV's. An integer that a double cannot hold exactly stays a text, and is refused with its
 * row; so is what is no number.
 */
function cellNumber(cell: unknown): number | null | undefined {
  if (typeof cell === "bigint") {
    const number = Number(cell);
    return Number.isSafeInteger(number) ? number : (valueIn(String(cell), false) as number);
  }
  // `null` would withdraw: what is not there is nothing.
  return (typeof cell === "string" ? valueIn(cell, false) : (cell ?? undefined)) as number | null | undefined;
}

/**
 * A number of fewer bits as the decimal that it was made of, and that CSV would show: 0.1 of 32 bits is 0.1, not 0.10000000149011612.
 * @param round to the number of fewer bits that is closest.
 */
export function shortest(number: number, round: (number: number) => number): number {
  if (Number.isInteger(number) || !Number.isFinite(number)) return number;
  for (let digits = 1; digits < 17; digits += 1) {
    const short = Number(number.toPrecision(digits));
    if (round(short) === number) return short;
  }
  return number;
}

/** The number of 16 bits that is closest, or its neighbour. */
export function toHalf(number: number): number {
  const step = 2 ** (Math.max(-14, Math.floor(Math.log2(Math.abs(number)))) - 10);
  return Math.round(number / step) * step;
}

const cellsOf = (raw: RawColumn): ArrayLike<unknown> => {
  if ("cells" in raw) return raw.cells;
  if ("numbers" in raw) return raw.numbers;
  if ("times" in raw) return Array.from(raw.times, instantText);
  return Array.from(raw.codes, (code) => raw.texts[code]);
};

function textsOf(raw: RawColumn): TextColumn {
  if ("codes" in raw) return raw;
  const [codes, texts, known] = [
    "times" in raw ? raw.times : cellsOf(raw),
    [] as string[],
    new Map<unknown, number>(),
  ];
  return {
    texts,
    codes: Int32Array.from(codes, (cell) => {
      let code = known.get(cell);
      if (code === undefined) {
        const text = "times" in raw ? instantText(cell as number) : cellText(cell);
        code = text === undefined ? -1 : texts.push(text) - 1;
        known.set(cell, code);
      }
      return code;
    }),
  };
}

function numbersOf(raw: RawColumn): NumberColumn {
  if ("numbers" in raw) return raw.numbers;
  const cells = cellsOf(raw);
  const numbers = new Float64Array(cells.length);
  for (let row = 0; row < cells.length; row += 1) {
    const number = cellNumber(cells[row]);
    // What is no number has to stay what it is.
    if (typeof number !== "number" && number !== undefined) return Array.from(cells, cellNumber);
    numbers[row] = number ?? Number.NaN;
  }
  return numbers;
}

/** Columns of observations, where those of a batch hold what `named` says. @throws where a column is not of the batch's length. */
export async function columnsOf(
  { rows, column }: RawBatch,
  { fields, axes }: NamedColumns,
): Promise<ObservationColumns> {
  const read = async (name: string): Promise<RawColumn> => {
    const raw = await column(name);
    const { length } = "codes" in raw ? raw.codes : "times" in raw ? raw.times : cellsOf(raw);
    if (length !== rows) throw new Error(`the column ${name} has ${length} rows of ${rows}`);
    return raw;
  };
  const field = async <T>(name: NamedField, as: (raw: RawColumn) => T): Promise<T | undefined> => {
    const own = fields.get(name);
    return own === undefined ? undefined : as(await read(own));
  };
  const columns: Partial<ObservationColumns> = {};
  for (const name of ["indicator", "period", "source", "place", "evidence", "id"] as const) {
    const found = await field(name, textsOf);
    if (found !== undefined) columns[name] = found;
  }
  for (const name of ["value", "numerator", "denominator"] as const) {
    const found = await field(name, numbersOf);
    if (found !== undefined) columns[name] = found;
  }
  const withdrawn = await field("withdrawn", (raw) => Array.from(cellsOf(raw), (cell) => cell === true));
  if (withdrawn !== undefined) columns.withdrawn = withdrawn;
  const reason = await field(REASON, textsOf);
  if (reason !== undefined) columns.reason = reason;
  const categories: Record<string, TextColumn> = Object.create(null);
  for (const axis of axes) categories[axis] = textsOf(await read(axis));
  const recordedAt = await field("recordedAt", (raw) => ("times" in raw ? raw.times : textsOf(raw)));
  return columnsWithReasons({
    ...{ indicator: [], period: [], ...columns, categories },
    // Without a column that says when, rows are known from the beginning.
    recordedAt: recordedAt ?? new Float64Array(rows),
  });
}

/** The row numbers that pandas stores beside the columns. */
const PANDAS_INDEX = /^__index_level_\d+__$/;

/**
 * Finds the columns by the names that CSV headings go by, `withdrawn` and `noValueReason` beside them; any other is an axis, whatever its type. A column that
 * holds no value a row that could be read (`unreadable` says what it holds) is refused: without it, rows would say more than they do.
 */
export function namedColumns(
  columns: readonly { name: string; unreadable?: string }[],
): Result<NamedColumns> {
  const fields = new Map<NamedField, string>();
  const axes: string[] = [];
  const seen = new Set<string>();
  for (const { name, unreadable } of columns) {
    if (PANDAS_INDEX.test(name)) continue;
    if (unreadable !== undefined) {
      const what = message(en.columnUnreadable, fr.columnUnreadable, name, unreadable);
      const expected = "a text, a number, a day or an instant in each row";
      return refusal("column-unreadable", "observations", what, `${name}: ${unreadable}`, expected);
    }
    const column = columnOf(name);
    const field = name === "withdrawn" || name === REASON ? name : "field" in column ? column.field : null;
    const key = field ?? `axis ${name}`;
    if (name === "" || seen.has(key)) {
      const what = message(en.columnsUnnamed, fr.columnsUnnamed, name);
      return refusal("columns-ambiguous", "observations", what, name, "a name of its own for each column");
    }
    seen.add(key);
    if (field !== null) fields.set(field, name);
    else axes.push(name);
  }
  const absent = [
    ...(["indicator", "period"] as const).filter((field) => !fields.has(field)),
    ...(fields.has("value") || fields.has("numerator") ? [] : ["value"]),
  ];
  if (absent.length === 0) return { ok: true, value: { fields, axes }, findings: [] };
  const what = message(en.columnsMissing, fr.columnsMissing, absent.join(", "));
  const expected = "indicator, period, value (or numerator, denominator)";
  return refusal("columns-missing", "observations", what, [...seen].join(", ").slice(0, 200), expected);
}
