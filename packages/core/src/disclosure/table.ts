import { bilingualText } from "../locale/bilingual.ts";
import type { Bilingual } from "../locale/language.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import type { SensitiveValue } from "./policy.ts";
import { TableError } from "./table-error.ts";

/** A cell of the full cross table. */
export interface TableCell extends SensitiveValue {
  /** Its category on each axis. */
  at: Readonly<Record<string, string>>;
}

/** Cells of a table and of its margins, by number. */
export interface Table {
  axes: readonly string[];
  /** Category of each cell on each axis, or -1: the total over the axis. */
  coordinates: readonly (readonly number[])[];
  values: readonly SensitiveValue[];
  at: readonly Record<string, string>[];
  /** Cells of the full cross table that each cell is the sum of. */
  atoms: readonly (readonly number[])[];
  /** How many cells of the full cross table there are. */
  size: number;
  numberOf: (coordinates: readonly number[]) => number | undefined;
}

/** Cells beyond this are refused: nothing is known then of what a reader can solve. */
const MAX_CELLS = 2_000;

/** A cell as people name it: `female · 2020`. */
export const cellText = (at: Readonly<Record<string, string>>): string | Bilingual =>
  Object.values(at).join(" · ") || { en: en.theTotal, fr: fr.theTotal };

/**
 * Makes a table with its margins. A combination that no cell names is zero.
 * @param margins axes of each table that is published; the full cross table and the total are always among them. Default: all.
 * @throws TableError where a value is no whole number of 0 or more, a category is unknown, a cell is given twice, or the table is too large.
 */
export function tableOf(
  axes: Readonly<Record<string, readonly string[]>>,
  cells: readonly TableCell[],
  margins?: readonly (readonly string[])[],
): Table {
  const names = Object.keys(axes);
  const categories = names.map((name) => axes[name] ?? []);
  const size = categories.reduce((product, list) => product * list.length, 1);
  if (size > MAX_CELLS)
    throw new TableError(
      "table-too-large",
      bilingualText(en.tableTooLarge, fr.tableTooLarge, String(size), String(MAX_CELLS)),
    );
  const leaves: SensitiveValue[] = Array.from({ length: size }, () => ({ value: 0 }));
  const seen = new Set<number>();
  for (const { at, value, contributions } of cells) {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new TableError("not-a-count", bilingualText(en.tableNotACount, fr.tableNotACount, String(value)));
    const atom = names.reduce((sum, name, axis) => {
      const index = categories[axis]?.indexOf(at[name] ?? "") ?? -1;
      if (index < 0)
        throw new TableError(
          "unknown-category",
          bilingualText(en.tableCategoryUnknown, fr.tableCategoryUnknown, name, at[name] ?? ""),
        );
      return sum * (categories[axis]?.length ?? 0) + index;
    }, 0);
    if (seen.has(atom))
      throw new TableError("cell-twice", bilingualText(en.tableCellTwice, fr.tableCellTwice, cellText(at)));
    seen.add(atom);
    leaves[atom] = { value, contributions };
  }
  const published = (coordinates: readonly number[]) => {
    const spoken = coordinates.flatMap((category, axis) => (category < 0 ? [] : [names[axis] ?? ""]));
    return (
      margins === undefined ||
      spoken.length === 0 ||
      spoken.length === names.length ||
      margins.some(
        (margin) => margin.length === spoken.length && spoken.every((name) => margin.includes(name)),
      )
    );
  };
  const coordinates = categories
    .reduce<number[][]>(
      (all, list) => all.flatMap((before) => [-1, ...list.keys()].map((category) => [...before, category])),
      [[]],
    )
    .filter(published);
  const numbers = new Map(coordinates.map((each, number) => [each.join(), number]));
  const atoms = coordinates.map((each) =>
    each.reduce<number[]>(
      (found, category, axis) => {
        const length = categories[axis]?.length ?? 0;
        const chosen = category < 0 ? [...Array(length).keys()] : [category];
        return found.flatMap((atom) => chosen.map((index) => atom * length + index));
      },
      [0],
    ),
  );
  return {
    axes: names,
    coordinates,
    atoms,
    size,
    values: atoms.map((list) => ({
      value: list.reduce((sum, atom) => sum + (leaves[atom]?.value ?? 0), 0),
      contributions: list.flatMap((atom) => leaves[atom]?.contributions ?? []),
    })),
    at: coordinates.map((each) =>
      Object.fromEntries(
        each.flatMap((category, axis) =>
          category < 0 ? [] : [[names[axis] ?? "", categories[axis]?.[category] ?? ""]],
        ),
      ),
    ),
    numberOf: (each) => numbers.get(each.join()),
  };
}
