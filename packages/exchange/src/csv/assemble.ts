import { asWritten } from "@cadre/core/internal";
import type { CodedTexts, NumberColumn, ObservationColumns } from "@cadre/core/observations";
import { ALWAYS } from "../common.ts";
import { columnsWithReasons } from "../no-value.ts";
import { plainNumber, valueIn } from "../number.ts";
import type { Origin, TableLayout, TextField } from "./layout/layout.ts";
import { beginOf, type Cells, cellAt } from "./text/cells.ts";
import { hashOf, Spellings, UNSEEN } from "./text/spellings.ts";

/** Texts of a column that are kept by number at most: beyond it, the column repeats itself too little to be worth more. */
const MAX_TEXTS = 20_000;

/** Rows of a table in columns, and the line on which each is. */
export interface Assembled {
  columns: ObservationColumns;
  lines: Int32Array;
}

/** A column's texts, by number: what was seen before is neither trimmed nor looked up again. */
class Texts {
  texts: string[] = [];
  readonly #known = new Spellings();
  readonly #origin: Origin;
  /** Number of a text that is the same in all rows. */
  #always: number | undefined;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  /** Lets go of what no batch needs any more. */
  renew(): void {
    if (this.#known.size <= MAX_TEXTS) return;
    this.texts = [];
    this.#known.clear();
  }

  codeIn(cells: Cells, record: number): number {
    const origin = this.#origin;
    if ("is" in origin) {
      this.#always ??= this.#codeOf(origin.is);
      return this.#always;
    }
    if (origin.until !== undefined) {
      // What turns days into a period takes them in any order, and so with slashes in them.
      const between = origin.read === undefined ? "/" : " - ";
      const [start, end] = [cellAt(cells, record, origin.column), cellAt(cells, record, origin.until)];
      const both = Buffer.from(start.trim() + between + end.trim());
      return this.#codeAt(both, 0, both.length, hashOf(both, 0, both.length));
    }
    const cell = record * cells.columns + origin.column;
    const { bytes, ends, hashes } = cells;
    return this.#codeAt(bytes, beginOf(cells, cell), ends[cell] as number, hashes[cell] as number);
  }

  /** Codes of all rows. */
  codesIn({ parts, record }: Rows): Int32Array {
    const origin = this.#origin;
    const codes = new Int32Array(record.length);
    const column = "is" in origin || origin.until !== undefined ? null : origin.column;
    for (const { cells, from, to } of parts) {
      const { bytes, ends, hashes, columns } = cells;
      for (let index = from; index < to; index += 1) {
        const row = record[index] as number;
        if (column === null) codes[index] = this.codeIn(cells, row);
        else {
          const cell = row * columns + column;
          const begin = cell === 0 ? cells.start : (ends[cell - 1] as number) + 1;
          codes[index] = this.#codeAt(bytes, begin, ends[cell] as number, hashes[cell] as number);
        }
      }
    }
    return codes;
  }

  #codeAt(bytes: Buffer, from: number, to: number, hash: number): number {
    const known = this.#known.codeOf(bytes, from, to, hash);
    if (known !== UNSEEN) return known;
    const { read: turn } = this.#origin as { read?: (text: string) => string };
    const code = this.#codeOf(read(bytes.toString("utf8", from, to), turn));
    this.#known.learn(bytes, from, to, hash, code);
    return code;
  }

  #codeOf(text: string): number {
    return text === "" ? -1 : this.texts.push(text) - 1;
  }
}

function read(cell: string, turn: ((text: string) => string) | undefined): string {
  const text = asWritten(cell.trim());
  return turn === undefined || text === "" ? text : turn(text);
}

/** Which record of which cells each row comes from, and which of the layout's values it is. */
interface Rows {
  /** Rows `from` to before `to` are of these cells. */
  parts: { cells: Cells; from: number; to: number }[];
  record: Int32Array;
  value: Uint16Array;
}

/** Turns records into columns, by a layout: a row for each value that a record gives. */
export class Assembler {
  readonly #layout: TableLayout;
  readonly #texts: [TextField, Texts][];
  readonly #axes: [string, Texts | null][];
  /** Records that were left out because they have no value. */
  withoutValue = 0;

  constructor(layout: TableLayout, axes: readonly string[]) {
    this.#layout = layout;
    const origins = Object.entries(layout.texts) as [TextField, Origin][];
    this.#texts = origins.map(([field, origin]) => [field, new Texts(origin)]);
    this.#axes = axes.map((name) => {
      const own = layout.axes.find((axis) => axis.name === name);
      return [name, own === undefined ? null : new Texts(own.origin)];
    });
  }

  /** Columns of records, one part after the other. */
  columnsOf(parts: readonly Cells[]): Assembled {
    const { values } = this.#layout;
    for (const texts of [...this.#texts, ...this.#axes]) texts[1]?.renew();
    const each = values.length === 1 && this.#layout.withoutValue !== "leave-out";
    const rows = each ? eachOnce(parts) : this.#filledIn(parts);
    const text = (field: TextField) => {
      const texts = this.#texts.find(([name]) => name === field)?.[1];
      return texts && coded(texts, rows);
    };
    /** A field that columns of values may give, and the row where they do not. */
    const fixed = (field: "indicator" | "period") => {
      if (!values.some((each) => each[field] !== undefined)) return text(field) ?? none(rows);
      const own = this.#texts.find(([name]) => name === field)?.[1];
      return eachRow(
        rows,
        (cells, record, value) => values[value]?.[field] ?? own?.texts[own.codeIn(cells, record)],
      );
    };
    const categories: Record<string, CodedTexts> = Object.create(null);
    for (const [axis, texts] of this.#axes) categories[axis] = this.#categories(axis, texts, rows);
    const columns: ObservationColumns = {
      indicator: fixed("indicator"),
      period: fixed("period"),
      recordedAt: text("recordedAt") ?? { texts: [ALWAYS], codes: new Int32Array(rows.record.length) },
      categories,
    };
    for (const field of ["source", "place", "evidence", "id"] as const) {
      const column = text(field);
      if (column !== undefined) columns[field] = column;
    }
    for (const field of ["value", "numerator", "denominator"] as const)
      if (values.some((each) => each.columns[field] !== undefined))
        columns[field] = this.#values(field, rows);
    const lines = new Int32Array(rows.record.length);
    for (const { cells, from, to } of rows.parts)
      for (let index = from; index < to; index += 1)
        lines[index] = cells.lines[rows.record[index] as number] as number;
    return { columns: columnsWithReasons(columns), lines };
  }

  /** Rows of a table with several values a record: those that are filled in. */
  #filledIn(all: readonly Cells[]): Rows {
    const [record, value]: [number[], number[]] = [[], []];
    const groups = this.#layout.values.map(({ columns }) => Object.values(columns));
    const parts = all.map((cells) => {
      const from = record.length;
      for (let index = 0; index < cells.lines.length; index += 1) {
        const before = record.length;
        for (const [which, columns] of groups.entries())
          if (columns.some((column) => cellAt(cells, index, column).trim() !== "")) {
            record.push(index);
            value.push(which);
          }
        if (record.length === before) this.withoutValue += 1;
      }
      return { cells, from, to: record.length };
    });
    return { parts, record: Int32Array.from(record), value: Uint16Array.from(value) };
  }

  /** Categories of an axis: the category of the value's column comes before what the row says. */
  #categories(axis: string, texts: Texts | null, rows: Rows): CodedTexts {
    const { values } = this.#layout;
    const fixed = values.map((each) =>
      Object.hasOwn(each.categories, axis) ? each.categories[axis] : undefined,
    );
    if (fixed.every((category) => category === undefined))
      return texts === null ? none(rows) : coded(texts, rows);
    const own = texts === null ? none(rows) : coded(texts, rows);
    const names = [...Array.from(own.texts), ...fixed.map((category) => category ?? "")];
    return {
      texts: names,
      codes: Int32Array.from(rows.value, (value, index) =>
        fixed[value] === undefined ? (own.codes[index] as number) : own.texts.length + value,
      ),
    };
  }

  #values(field: "value" | "numerator" | "denominator", rows: Rows): NumberColumn {
    const { values, decimalComma } = this.#layout;
    const columns = values.map((each) => each.columns[field]);
    const plain = new Float64Array(rows.record.length).fill(Number.NaN);
    for (const { cells, from, to } of rows.parts)
      for (let index = from; index < to; index += 1) {
        const column = columns[rows.value[index] as number];
        if (column === undefined) continue;
        const cell = (rows.record[index] as number) * cells.columns + column;
        const [begin, end] = [beginOf(cells, cell), cells.ends[cell] as number];
        if (begin === end) continue;
        const number = plainNumber(cells.bytes, begin, end, decimalComma);
        if (Number.isNaN(number)) return this.#anyFigures(columns, rows);
        plain[index] = number;
      }
    return plain;
  }

  /** Values among which one is not plainly written. What is no number stays the text that it is, and is refused with its row. */
  #anyFigures(columns: readonly (number | undefined)[], rows: Rows): NumberColumn {
    return eachRow(rows, (cells, record, value) => {
      const column = columns[value];
      if (column === undefined) return undefined;
      return valueIn(cellAt(cells, record, column), this.#layout.decimalComma) as number;
    });
  }
}

function eachOnce(all: readonly Cells[]): Rows {
  const length = all.reduce((sum, { lines }) => sum + lines.length, 0);
  const record = new Int32Array(length);
  let from = 0;
  const parts = all.map((cells) => {
    const to = from + cells.lines.length;
    for (let index = from; index < to; index += 1) record[index] = index - from;
    const part = { cells, from, to };
    from = to;
    return part;
  });
  return { parts, record, value: new Uint16Array(length) };
}

const none = ({ record }: Rows): CodedTexts => ({ texts: [], codes: new Int32Array(record.length).fill(-1) });

/** A value for each row. */
function eachRow<T>(
  { parts, record, value: column }: Rows,
  cellOf: (cells: Cells, record: number, value: number) => T,
): T[] {
  const values: T[] = [];
  for (const { cells, from, to } of parts)
    for (let index = from; index < to; index += 1)
      values.push(cellOf(cells, record[index] as number, column[index] as number));
  return values;
}

const coded = (texts: Texts, rows: Rows): CodedTexts => ({ texts: texts.texts, codes: texts.codesIn(rows) });
