import { isHeadingOf } from "../layout/likeness.ts";

/** A column of the sample. */
export interface Column {
  heading: string;
  cells: string[];
}

/** The column at an index, with what is filled in below its heading. */
export const columnAt = (body: readonly string[][], heading: string, index: number): Column => ({
  heading,
  cells: body.map((record) => record[index]?.trim() ?? "").filter((cell) => cell !== ""),
});

/** Share of a column's cells from which on it is taken to be what they look like. */
export const MAX = 0.8;
export const shareOf = ({ cells }: Column, is: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(is).length / cells.length;
export const distinct = ({ cells }: Column): string[] => [...new Set(cells)];

/** Names for the texts of a column: each text for which there is one and another than itself; nothing where there are none. */
export function namesFor(
  texts: readonly string[],
  nameOf: (text: string) => string | null | undefined,
): { names?: Record<string, string> } {
  const names = texts.flatMap((text) => {
    const name = nameOf(text) ?? text;
    return name === text ? [] : [[text, name] as const];
  });
  return names.length > 0 ? { names: Object.fromEntries(names) } : {};
}

/** Columns that are not yet taken for something. */
export class Columns {
  #left: Column[];
  constructor(all: Column[]) {
    this.#left = all;
  }
  get left(): readonly Column[] {
    return this.#left;
  }
  /** Takes the column that is it most, where one is it enough. */
  take(share: (column: Column) => number): Column | null {
    let [best, limit]: [Column | null, number] = [null, MAX];
    for (const column of this.#left) {
      const own = share(column);
      if (own >= limit && (best === null || own > limit)) [best, limit] = [column, own];
    }
    this.#left = this.#left.filter((column) => column !== best);
    return best;
  }
  /** Takes the first column of which this is true. */
  first(is: (column: Column) => boolean): Column | null {
    return this.take((column) => Number(is(column)));
  }
  named(what: string): Column | null {
    return this.first(({ heading }) => isHeadingOf(heading, what));
  }
  /** Takes the columns of these headings. */
  drop(headings: readonly (string | undefined)[]): void {
    this.#left = this.#left.filter(({ heading }) => !headings.includes(heading));
  }
}
