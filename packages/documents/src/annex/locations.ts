import { cellName } from "../input/workbook/index.ts";

/**
 * Where the values of a workbook are, by their paths. A budget of 5,000 lines has 50,000 values, and their names cost as much as
 * reading them all: they are written out when the first is asked for.
 */
export class CellLocations {
  private readonly locations: { path: string; sheet: string; row: number; column: number }[] = [];

  add(path: string, sheet: string, row: number, column: number): void {
    this.locations.push({ path, sheet, row, column });
  }

  /** The cell that was added last for a path. Looked for from the end, since a reader asks for what it has just read. */
  cellOf(path: string): string | undefined {
    const found = this.locations.findLast((each) => each.path === path);
    return found === undefined ? undefined : cellName(found.sheet, found.row, found.column);
  }

  /** All of them: `budget/lines/3/amount` → `Budget!F12`. */
  byPath(): Record<string, string> {
    // By way of a map, since an object of 50,000 keys is slow to fill one by one.
    const names = new Map<string, string>();
    for (const { path, sheet, row, column } of this.locations) names.set(path, cellName(sheet, row, column));
    return Object.fromEntries(names);
  }
}

/**
 * A document whose `locations` are cells when they are first read, and are then what they would have been: a property like any other to
 * JSON, copies, comparisons and structured clones.
 */
export function withLocations<T extends object>(
  document: T,
  locations: CellLocations,
): T & { locations: Record<string, string> } {
  let cells: Record<string, string> | undefined;
  return Object.defineProperty(document, "locations", {
    enumerable: true,
    configurable: true,
    get: () => {
      cells ??= locations.byPath();
      return cells;
    },
    set: (locations: Record<string, string>) => {
      cells = locations;
    },
  }) as T & { locations: Record<string, string> };
}
