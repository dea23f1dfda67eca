import { codeOf } from "./dictionary.ts";
import { noteSignature, type ObservationTable, profileFor } from "./table.ts";

/** Rows of one indicator that name the same axes, told and not read. */
export interface RowDiagnostics {
  indicator: string;
  /** Axes that they name, as bits. */
  signature: number;
  rows: number;
  decimals: number;
  magnitude: number;
  ratio: boolean;
}

/** Tells a table without rows what there is to know of rows that lie elsewhere: kinds of rows, and the names of open dimensions. */
export function profileOf(
  table: ObservationTable,
  told: readonly RowDiagnostics[],
  names: Readonly<Partial<Record<string, readonly string[]>>>,
): void {
  for (const { indicator, signature, rows, decimals, magnitude, ratio } of told) {
    const code = codeOf(table.indicators, indicator);
    if (code < 0) continue;
    const profile = profileFor(table, code);
    profile.rows[code] = (profile.rows[code] ?? 0) + rows;
    profile.decimals[code] = Math.max(profile.decimals[code] ?? 0, decimals);
    profile.magnitude[code] = (profile.magnitude[code] ?? 0) + magnitude;
    if (ratio) profile.ratio[code] = 1;
    noteSignature(table, code, signature);
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
