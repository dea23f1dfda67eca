import { step } from "./combinations.ts";
import { codeOf, type Dictionary } from "./dictionary.ts";
import { noteAxisMask, type ObservationTable, profileFor } from "./table.ts";

/** Rows of one indicator that name the same axes, reported and not read. */
export interface RowDiagnostics {
  indicator: string;
  /** Axes that they name, as bits. */
  axisMask: number;
  rows: number;
  decimals: number;
  magnitude: number;
  ratio: boolean;
  bare: boolean;
  negative: boolean;
  unvalued: boolean;
}

/** The code of a name of a table without rows; one that was not known yet is. */
export const codeIn = (names: Dictionary, text: string): number => codeOf(names, text);

/** The combination that names one category alone. */
export function combinationOf({ combinations }: ObservationTable, axis: number, category: string): number {
  const code = codeOf(combinations.categories[axis] as Dictionary, category);
  return combinations.axes.reduce(
    (node, _, index) => step(combinations, node, index, index === axis ? code : 0),
    0,
  );
}

/** Informs a table without rows about rows in another store: kinds of rows, and the names of open dimensions. */
export function profileOf(
  table: ObservationTable,
  diagnostics: readonly RowDiagnostics[],
  names: Readonly<Partial<Record<string, readonly string[]>>>,
): void {
  for (const each of diagnostics) {
    const { indicator, axisMask, rows, decimals, magnitude, ratio, bare, negative, unvalued } = each;
    const code = codeOf(table.indicators, indicator);
    if (code < 0) continue;
    const profile = profileFor(table, code);
    profile.rows[code] = (profile.rows[code] ?? 0) + rows;
    profile.decimals[code] = Math.max(profile.decimals[code] ?? 0, decimals);
    profile.magnitude[code] = (profile.magnitude[code] ?? 0) + magnitude;
    if (ratio) profile.ratio[code] = 1;
    if (bare) profile.bare[code] = 1;
    if (negative) profile.negative[code] = 1;
    if (unvalued) profile.unvalued[code] = 1;
    noteAxisMask(table, code, axisMask);
  }
  for (const [name, list] of Object.entries(names)) {
    const axis = table.combinations.axes.findIndex((each) => each.name === name);
    const dictionary =
      name === "source"
        ? table.sources
        : name === "place"
          ? table.places
          : table.combinations.categories[axis];
    if (dictionary !== undefined) for (const text of list ?? []) codeOf(dictionary, text);
  }
}
