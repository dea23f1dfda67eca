import type { Bounds } from "../values/interval.ts";
import { type DisclosurePolicy, isSensitive } from "./policy.ts";
import { protectTable } from "./suppress.ts";

/** A cell of results, or their total, as far as it can give something away. */
export interface GuardedCell {
  at: Readonly<Record<string, string>>;
  value: number | null;
  reason: string | null;
  reported?: number | null;
  bounds: Bounds | null;
}

/** What must not leave: the total, and cells, each with what a reader can compute of it. */
export interface Guarded<Cell> {
  total: boolean;
  withheld: Map<Cell, GuardedCell["bounds"]>;
}

/** Whether a count is small, or an end of what confines it, which discloses as much. */
const isSmall = (
  { value, reported = null, bounds }: Pick<GuardedCell, "value" | "reported" | "bounds">,
  policy: DisclosurePolicy,
): boolean =>
  [value, reported, bounds?.low ?? null, bounds?.high ?? null].some(
    (each) => each !== null && isSensitive({ value: each }, policy),
  );

const keyOf = (names: readonly string[], at: Readonly<Record<string, string>>): string =>
  JSON.stringify(names.map((name) => at[name] ?? null));

type Values = Readonly<Record<string, string>>;

/** Whether cells are exact counts, each in its place once, and those that name fewer axes the sums of the others. */
function addsUp(names: readonly string[], total: number | null, cells: readonly GuardedCell[]): boolean {
  if (new Set(cells.map(({ at }) => keyOf(names, at))).size < cells.length) return false;
  if (cells.some(({ value, reason }) => reason !== null || !Number.isSafeInteger(value) || (value ?? -1) < 0))
    return false;
  const full = cells.filter(({ at }) => Object.keys(at).length === names.length);
  const sumAt = (at: Values): number =>
    full
      .filter((cell) => Object.entries(at).every(([name, category]) => cell.at[name] === category))
      .reduce((sum, { value }) => sum + (value ?? 0), 0);
  return (
    (total === null || sumAt({}) === total) &&
    cells.every(({ at, value }) => Object.keys(at).length === names.length || sumAt(at) === value)
  );
}

/**
 * What of a total and its cells must not leave. `cells` hold a full cross table, and may hold margins of it: cells that name fewer axes.
 * Where they do not add up, or groups may overlap, nothing can be proved, and all cells are withheld as soon as one of them is small.
 */
export function guardCells<Cell extends GuardedCell>(
  total: Pick<GuardedCell, "value" | "bounds">,
  cells: readonly Cell[],
  policy: DisclosurePolicy,
  mayOverlap: (axis: string) => boolean,
): Guarded<Cell> {
  const small = isSmall(total, policy);
  if (!small && !cells.some((cell) => isSmall(cell, policy))) return { total: false, withheld: new Map() };
  const names = [...new Set(cells.flatMap(({ at }) => Object.keys(at)))];
  if (small || names.some(mayOverlap) || !addsUp(names, total.value, cells))
    return { total: small, withheld: new Map(cells.map((cell) => [cell, null])) };
  const full = cells.filter(({ at }) => Object.keys(at).length === names.length);
  const axes = Object.fromEntries(
    names.map((name) => [name, [...new Set(full.map(({ at }) => at[name] ?? ""))]]),
  );
  const table = protectTable(
    axes,
    full.map(({ at, value }) => ({ at, value: value ?? 0 })),
    {
      policy,
      margins: [...new Map(cells.map(({ at }) => [Object.keys(at).sort().join(), Object.keys(at)])).values()],
    },
  );
  const found = new Map(table.cells.map((cell) => [keyOf(names, cell.at), cell]));
  return {
    total: found.get(keyOf(names, {}))?.suppressed != null,
    withheld: new Map(
      cells.flatMap((cell) => {
        const safe = found.get(keyOf(names, cell.at));
        return safe?.suppressed == null ? [] : [[cell, safe.bounds] as const];
      }),
    ),
  };
}
