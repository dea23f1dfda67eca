import { isHeadingOf } from "../layout/likeness.ts";

/** A column of the sample. */
export interface Column {
  heading: string;
  cells: string[];
}

/** Share of a column's cells from which on it is taken to be what they look like. */
export const MAX = 0.8;
export const shareOf = ({ cells }: Column, is: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(is).length / cells.length;
export const distinct = ({ cells }: Column): string[] => [...new Set(cells)];

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
  named(what: string): Column | null {
    return this.take(({ heading }) => (isHeadingOf(heading, what) ? 1 : 0));
  }
}
