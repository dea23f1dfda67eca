import { bilingualText } from "../locale/bilingual.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import type { KnownSum } from "./attack.ts";
import { type DisclosurePolicy, isSensitive } from "./policy.ts";
import type { Table } from "./table.ts";
import { cellText } from "./table.ts";
import { TableError } from "./table-error.ts";

/** A value of an earlier release that readers have; `null`: it was withheld. `at` names some of the axes. */
export interface ReleasedValue {
  /** Category on each axis that it names. */
  at: Readonly<Record<string, string>>;
  /** What readers have. */
  value: number | null;
}

/** How published values are rounded: each by itself to the nearest multiple of `base`, halves up. */
export interface Rounding {
  /** A whole number of 2 or more. */
  base: number;
}

/** A sum that must not be learned too narrowly, with the cell of the table that it is withheld with. */
export interface Target {
  cell: number;
  atoms: readonly number[];
}

/** What a table and its earlier releases have in common: unknown cells, of each release what came to it since the one before. */
export interface Releases {
  /** What is known from earlier releases. */
  known: KnownSum[];
  targets: Target[];
  /** Cells of a cell of the table, in all releases up to this one. */
  atomsOf: (cell: number) => readonly number[];
}

/** The value as it is published, and the values that it may represent. */
export function rounded(
  value: number,
  rounding: Rounding | undefined,
): { value: number; low: number; high: number } {
  if (rounding === undefined) return { value, low: value, high: value };
  const { base } = rounding;
  const multiple = base * Math.floor((2 * value + base) / (2 * base));
  return {
    value: multiple,
    low: Math.max(0, multiple - Math.floor(base / 2)),
    high: multiple + Math.ceil(base / 2) - 1,
  };
}

/**
 * Brings a table together with earlier ones. `same`: they are earlier versions of the same values. `cumulative`: each is a running total,
 * the last one the table's own; what came to a cell between two releases can be computed from both, and is as sensitive as the cell is.
 * @param earlier releases in their order, with the values that they may represent.
 * @param before values of the full cross table at the last release, for running totals.
 * @throws TableError where a running total falls.
 */
export function releasesOf(
  table: Table,
  policy: DisclosurePolicy,
  same: readonly KnownSum[],
  earlier: readonly (readonly KnownSum[])[],
  before: readonly number[] | null,
): Releases {
  const { size } = table;
  const layers = earlier.length;
  const upTo = (atoms: readonly number[], last: number): number[] =>
    Array.from({ length: last + 1 }, (_, layer) => atoms.map((atom) => layer * size + atom)).flat();
  const atomsOf = (cell: number) => upTo(table.atoms[cell] ?? [], layers);
  const targets: Target[] = table.values.flatMap((value, cell) =>
    isSensitive(value, policy) ? [{ cell, atoms: atomsOf(cell) }] : [],
  );
  if (before !== null)
    for (const [cell, atoms] of table.atoms.entries()) {
      const added =
        (table.values[cell]?.value ?? 0) - atoms.reduce((sum, atom) => sum + (before[atom] ?? 0), 0);
      if (added < 0)
        throw new TableError(
          "running-total-fell",
          bilingualText(
            en.runningTotalFell,
            fr.runningTotalFell,
            cellText(table.at[cell] ?? {}),
            String(-added),
          ),
        );
      if (isSensitive({ value: added }, policy))
        targets.push({ cell, atoms: atoms.map((atom) => layers * size + atom) });
    }
  return {
    known: [
      ...same.map(({ atoms, ...ends }) => ({ ...ends, atoms: upTo(atoms, layers) })),
      ...earlier.flatMap((release, layer) =>
        release.map(({ atoms, ...ends }) => ({ ...ends, atoms: upTo(atoms, layer) })),
      ),
    ],
    targets,
    atomsOf,
  };
}
