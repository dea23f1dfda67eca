import { attack, type KnownElsewhere } from "./attack.ts";
import { DisclosurePolicy, isSensitive } from "./policy.ts";
import { type Table, type TableCell, tableOf } from "./table.ts";

/** Why a cell is not published: it is sensitive itself, or another one could be computed from it. */
export type Suppression = "sensitive" | "complementary";

/** A cell of the table that leaves, or of its margins (`at` then names fewer axes; the total none). */
export interface ProtectedCell {
  at: Record<string, string>;
  /** `null` where it is suppressed. */
  value: number | null;
  suppressed: Suppression | null;
  /** What a reader can compute of a suppressed cell; `high: null`: nothing confines it. `null` where it is published. */
  bounds: { low: number; high: number | null } | null;
}

/** A table that can leave. */
export interface ProtectedTable {
  cells: ProtectedCell[];
  /** Cells that are sensitive, and those that had to go with them. */
  sensitive: number;
  complementary: number;
  /** Sensitive cells that earlier releases give away already, whatever this one withholds. */
  exposed: Record<string, string>[];
}

/** What is published, and what was before. */
export interface ProtectOptions {
  /** Axes of each published margin. Default: all of them. */
  margins?: readonly (readonly string[])[];
  /** Values of earlier releases of the same table that readers have; `at` names some of the axes. */
  released?: readonly { at: Readonly<Record<string, string>>; value: number }[];
}

/**
 * Withholds cells of a table of counts, with its margins, so that nobody who solves the published ones learns a sensitive cell more narrowly
 * than the policy allows. Which cells are withheld is a heuristic; that they are enough is proved for each table by solving it.
 * @throws RangeError where the cells make no table of counts: see `tableOf`.
 */
export function protectTable(
  axes: Readonly<Record<string, readonly string[]>>,
  cells: readonly TableCell[],
  policy: Partial<DisclosurePolicy> = {},
  options: ProtectOptions = {},
): ProtectedTable {
  const rules = DisclosurePolicy.parse(policy);
  const width = rules.width ?? rules.threshold;
  const table = tableOf(axes, cells, options.margins);
  const sensitive = table.values.flatMap((value, cell) => (isSensitive(value, rules) ? [cell] : []));
  const elsewhere = (options.released ?? []).map(({ at, value }): KnownElsewhere => {
    const coordinates = table.axes.map((axis) =>
      at[axis] === undefined ? -1 : (axes[axis] ?? []).indexOf(at[axis]),
    );
    return { atoms: atomsOf(table, axes, coordinates), value };
  });
  const hidden = new Set(sensitive);
  const exposed = sensitive.filter((cell) => {
    const ends = elsewhere.length === 0 ? null : attack(table, () => false, [cell], elsewhere)?.[0];
    return ends != null && ends.high - ends.low < width;
  });
  const guarded = sensitive.filter((cell) => !exposed.includes(cell));
  const weak = (of: ReadonlySet<number>): number | null => {
    const ends = attack(table, (cell) => !of.has(cell), guarded, elsewhere);
    if (ends === null) return guarded[0] ?? null;
    const index = ends.findIndex(({ low, high }) => high - low < width);
    return index < 0 ? null : (guarded[index] ?? null);
  };
  for (let cell = weak(hidden); cell !== null && hidden.size < table.values.length; cell = weak(hidden))
    hidden.add(complementOf(table, cell, hidden));
  publishAgain(table, hidden, new Set(sensitive), (of) => weak(of) === null);

  const withheld = [...hidden];
  const ends = attack(table, (cell) => !hidden.has(cell), withheld, elsewhere);
  const boundsOf = new Map(withheld.map((cell, index) => [cell, ends?.[index]]));
  return {
    cells: table.values.map(({ value }, cell) => {
      const bounds = boundsOf.get(cell);
      return {
        at: table.at[cell] ?? {},
        value: hidden.has(cell) ? null : value,
        suppressed: !hidden.has(cell) ? null : sensitive.includes(cell) ? "sensitive" : "complementary",
        bounds: bounds ? { low: bounds.low, high: Number.isFinite(bounds.high) ? bounds.high : null } : null,
      };
    }),
    sensitive: sensitive.length,
    complementary: hidden.size - sensitive.length,
    exposed: exposed.map((cell) => table.at[cell] ?? {}),
  };
}

function atomsOf(
  { axes: names }: Table,
  axes: Readonly<Record<string, readonly string[]>>,
  coordinates: readonly number[],
): number[] {
  return coordinates.reduce<number[]>(
    (found, category, axis) => {
      const length = axes[names[axis] ?? ""]?.length ?? 0;
      const categories = category < 0 ? [...Array(length).keys()] : [category];
      return found.flatMap((atom) => categories.map((index) => atom * length + index));
    },
    [0],
  );
}

/** The next cell to withhold for a cell that is not protected: of the line in which fewest are withheld, the smallest value. */
function complementOf(table: Table, cell: number, hidden: ReadonlySet<number>): number {
  const own = table.coordinates[cell] ?? [];
  const lengths = table.axes.map(
    (_, axis) => 1 + Math.max(...table.coordinates.map((each) => each[axis] ?? -1)),
  );
  const lines = own.map((category, axis) => {
    const line = [...Array(lengths[axis]).keys()].flatMap((other) => {
      const found =
        other === category
          ? undefined
          : table.numberOf(own.map((each, index) => (index === axis ? other : each)));
      return found === undefined ? [] : [found];
    });
    return {
      open: line.filter((each) => !hidden.has(each)),
      hidden: line.filter((each) => hidden.has(each)).length,
    };
  });
  const line = lines.filter(({ open }) => open.length > 0).sort((a, b) => a.hidden - b.hidden)[0];
  const rest = line?.open ?? table.values.flatMap((_, each) => (hidden.has(each) ? [] : [each]));
  return smallestOf(table, rest);
}

/** Zeros last: they can be moved into, but hide nothing of their own. */
const smallestOf = ({ values }: Table, cells: readonly number[]): number =>
  cells.reduce((best, cell) => {
    const [a, b] = [
      values[cell]?.value || Number.MAX_SAFE_INTEGER,
      values[best]?.value || Number.MAX_SAFE_INTEGER,
    ];
    return a < b ? cell : best;
  });

/** Publishes what turned out to be withheld for nothing, the largest values first. */
function publishAgain(
  { values }: Table,
  hidden: Set<number>,
  sensitive: ReadonlySet<number>,
  isSafe: (hidden: ReadonlySet<number>) => boolean,
): void {
  const complements = [...hidden]
    .filter((cell) => !sensitive.has(cell))
    .sort((a, b) => (values[b]?.value ?? 0) - (values[a]?.value ?? 0));
  for (const cell of complements) {
    hidden.delete(cell);
    if (!isSafe(hidden)) hidden.add(cell);
  }
}
