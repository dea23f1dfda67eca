import type { CodedTexts, ObservationColumns } from "@cadre/core/observations";
import { figureIn } from "./figure.ts";
import type { Origin, TableLayout, TextField } from "./layout.ts";
import { asWritten } from "./neutral.ts";
import type { Records } from "./records.ts";

/** Without a column that says when, rows are known from the beginning. */
const ALWAYS = "1970-01-01";
/** Texts of a column that are kept by number at most: beyond it, the column repeats itself too little to be worth more. */
const MOST_TEXTS = 20_000;

/** Rows of a table in columns, and the line on which each stands. */
export interface Assembled {
  columns: ObservationColumns;
  lines: Int32Array;
}

/** A column's texts, by number: what was seen before is neither trimmed nor looked up again. */
class Texts {
  texts: string[] = [];
  readonly #known = new Map<string, number>();
  readonly #origin: Origin;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  /** Lets go of what no batch needs any more. */
  renew(): void {
    if (this.texts.length <= MOST_TEXTS) return;
    this.texts = [];
    this.#known.clear();
  }

  codeIn(record: readonly string[]): number {
    const origin = this.#origin;
    if ("is" in origin) return this.#codeOf(origin.is, origin.is);
    const cell = record[origin.column] as string;
    if (origin.until === undefined) {
      const known = this.#known.get(cell);
      if (known !== undefined) return known;
      return this.#codeOf(cell, read(cell, origin.read));
    }
    const until = record[origin.until] as string;
    return this.#codeOf(`${cell}\n${until}`, read(`${cell.trim()}/${until.trim()}`, origin.read));
  }

  #codeOf(key: string, text: string): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const code = text === "" ? -1 : this.texts.push(text) - 1;
    this.#known.set(key, code);
    return code;
  }
}

function read(cell: string, turn: ((text: string) => string) | undefined): string {
  const text = asWritten(cell.trim());
  return turn === undefined || text === "" ? text : turn(text);
}

/** Which record each row comes from, and which of the layout's figures it is. */
interface Rows {
  record: Int32Array;
  figure: Uint16Array;
}

/** Turns records into columns, by a layout: a row for each figure that a record gives. */
export class Assembler {
  readonly #layout: TableLayout;
  readonly #texts: [TextField, Texts][];
  readonly #axes: [string, Texts | null][];

  constructor(layout: TableLayout, axes: readonly string[]) {
    this.#layout = layout;
    const origins = Object.entries(layout.texts) as [TextField, Origin][];
    this.#texts = origins.map(([field, origin]) => [field, new Texts(origin)]);
    this.#axes = axes.map((name) => {
      const own = layout.axes.find((axis) => axis.name === name);
      return [name, own === undefined ? null : new Texts(own.origin)];
    });
  }

  /** Columns of some records, all of them of the layout's length. */
  columnsOf({ records, lines }: Records): Assembled {
    const { figures } = this.#layout;
    for (const texts of [...this.#texts, ...this.#axes]) texts[1]?.renew();
    const rows = figures.length === 1 ? eachOnce(records.length) : this.#filledIn(records);
    const text = (field: TextField) => {
      const texts = this.#texts.find(([name]) => name === field)?.[1];
      return texts && coded(texts, records, rows);
    };
    /** A field that columns of figures may give, and the row where they do not. */
    const given = (field: "indicator" | "period") => {
      if (!figures.some((each) => each[field] !== undefined)) return text(field) ?? none(rows);
      const own = this.#texts.find(([name]) => name === field)?.[1];
      return Array.from(
        rows.figure,
        (figure, at) =>
          figures[figure]?.[field] ?? own?.texts[own.codeIn(records[rows.record[at] as number] as string[])],
      );
    };
    const cells: Record<string, CodedTexts> = Object.create(null);
    for (const [axis, texts] of this.#axes) cells[axis] = this.#categories(axis, texts, records, rows);
    const columns: ObservationColumns = {
      indicator: given("indicator"),
      period: given("period"),
      recordedAt: text("recordedAt") ?? { texts: [ALWAYS], codes: new Int32Array(rows.record.length) },
      cells,
    };
    for (const field of ["source", "place", "evidence"] as const) {
      const column = text(field);
      if (column !== undefined) columns[field] = column;
    }
    for (const field of ["value", "numerator", "denominator"] as const)
      if (figures.some((each) => each.columns[field] !== undefined))
        columns[field] = this.#figures(field, records, rows);
    const own = new Int32Array(rows.record.length);
    for (let at = 0; at < own.length; at += 1) own[at] = lines[rows.record[at] as number] as number;
    return { columns, lines: own };
  }

  /** Rows of a table with several figures a record: those that are filled in. */
  #filledIn(records: readonly string[][]): Rows {
    const [record, figure]: [number[], number[]] = [[], []];
    const all = this.#layout.figures.map(({ columns }) => Object.values(columns));
    for (const [at, cells] of records.entries())
      for (const [which, columns] of all.entries())
        if (columns.some((column) => cells[column]?.trim() !== "")) {
          record.push(at);
          figure.push(which);
        }
    return { record: Int32Array.from(record), figure: Uint16Array.from(figure) };
  }

  /** Categories of an axis: what the figure's column stands for comes before what the row says. */
  #categories(axis: string, texts: Texts | null, records: readonly string[][], rows: Rows): CodedTexts {
    const { figures } = this.#layout;
    const fixed = figures.map(({ cells }) => (Object.hasOwn(cells, axis) ? cells[axis] : undefined));
    if (fixed.every((category) => category === undefined))
      return texts === null ? none(rows) : coded(texts, records, rows);
    const own = texts === null ? none(rows) : coded(texts, records, rows);
    const names = [...Array.from(own.texts), ...fixed.map((category) => category ?? "")];
    return {
      texts: names,
      codes: Int32Array.from(rows.figure, (figure, at) =>
        fixed[figure] === undefined ? (own.codes[at] as number) : own.texts.length + figure,
      ),
    };
  }

  #figures(
    field: "value" | "numerator" | "denominator",
    records: readonly string[][],
    { record, figure }: Rows,
  ): (number | null | undefined)[] {
    const { figures, decimalComma } = this.#layout;
    const columns = figures.map((each) => each.columns[field]);
    const found = new Array<number | null | undefined>(record.length);
    for (let at = 0; at < record.length; at += 1) {
      const column = columns[figure[at] as number];
      // What is no number stays the text that it is, and is refused with its row.
      found[at] =
        column === undefined
          ? undefined
          : (figureIn((records[record[at] as number] as string[])[column] as string, decimalComma) as number);
    }
    return found;
  }
}

function eachOnce(length: number): Rows {
  const record = new Int32Array(length);
  for (let at = 0; at < length; at += 1) record[at] = at;
  return { record, figure: new Uint16Array(length) };
}
const none = ({ record }: Rows): CodedTexts => ({ texts: [], codes: new Int32Array(record.length).fill(-1) });

function coded(texts: Texts, records: readonly string[][], { record }: Rows): CodedTexts {
  const codes = new Int32Array(record.length);
  for (let at = 0; at < codes.length; at += 1)
    codes[at] = texts.codeIn(records[record[at] as number] as string[]);
  return { texts: texts.texts, codes };
}
