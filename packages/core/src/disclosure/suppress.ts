import { bilingualText } from "../locale/bilingual.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import type { Bounds } from "../values/interval.ts";
import { attack, type KnownSum } from "./attack.ts";
import { DisclosurePolicy, isSensitive } from "./policy.ts";
import { type ReleasedValue, type Rounding, releasesOf, rounded } from "./releases.ts";
import { type Table, type TableCell, tableOf } from "./table.ts";
import { TableError } from "./table-error.ts";

/** Why a cell is not published: it is sensitive itself, or another one could be computed from it. */
export type Suppression = "sensitive" | "complementary";

/** A cell of the table that leaves, or of its margins (`at` then names fewer axes; the total none). */
export interface ProtectedCell {
  /** Category on each axis that it names. */
  at: Record<string, string>;
  /** `null` where it is suppressed. */
  value: number | null;
  /** Why it is suppressed; `null` where it is published. */
  suppressed: Suppression | null;
  /** What a reader can compute of a suppressed cell; `high: null`: nothing confines it. `null` where it is published. */
  bounds: Bounds | null;
}

/** A table that can leave. */
export interface ProtectedTable {
  /** Every cell of the table and of the published margins. */
  cells: ProtectedCell[];
  /** Cells that are sensitive, and those that had to go with them. */
  sensitive: number;
  /** Cells that are withheld since a sensitive one could be computed from them. */
  complementary: number;
  /** Sensitive cells that earlier releases give away already, whatever this one withholds. */
  exposed: Record<string, string>[];
}

/** What is published, and what was before. */
export interface ProtectOptions {
  /** What is withheld. Default: every field's own default. */
  policy?: Partial<DisclosurePolicy>;
  /** Axes of each published margin. Default: all of them. */
  margins?: readonly (readonly string[])[];
  /** Values of earlier releases of the same table that readers have. */
  released?: readonly ReleasedValue[];
  /**
   * Earlier releases in their order, where the values are running totals: what readers have of each, and the full cross table at the last one.
   * What came to a cell since then is as sensitive as the cell.
   */
  running?: {
    /** What readers have of each release. */
    releases: readonly (readonly ReleasedValue[])[];
    /** The full cross table at the last release. */
    lastTable: readonly TableCell[];
  };
  /**
   * Rounds what is published, each value and each total by itself (conventional rounding: the table need not add up any more), and withholds
   * only what can be learned nevertheless. It guarantees that a reader who knows the base and solves everything published cannot tell a
   * sensitive value from others over a span of the threshold less one, or of `width` where the policy names it.
   */
  rounding?: Rounding;
}

/**
 * Withholds cells of a table of counts, with its margins, so that nobody who solves the published ones, together with earlier releases, learns a
 * sensitive cell more narrowly than the policy allows. Which cells are withheld is a heuristic; that they are enough is proved for each table
 * by solving it.
 * @throws TableError where the cells make no table of counts: see `tableOf`; or a running total falls.
 */
export function protectTable(
  axes: Readonly<Record<string, readonly string[]>>,
  cells: readonly TableCell[],
  { policy = {}, margins, released = [], running, rounding }: ProtectOptions = {},
): ProtectedTable {
  const rules = DisclosurePolicy.parse(policy);
  if (rounding !== undefined && !(Number.isSafeInteger(rounding.base) && rounding.base >= 2))
    throw new TableError(
      "rounding-base",
      bilingualText(en.roundingBase, fr.roundingBase, String(rounding.base)),
    );
  const width = rules.width ?? (rounding === undefined ? rules.threshold : rules.threshold - 1);
  const table = tableOf(axes, cells, margins);
  const standsFor = (list: readonly ReleasedValue[]): KnownSum[] =>
    list.flatMap(({ at, value }) => {
      if (value === null) return [];
      const coordinates = table.axes.map((axis) =>
        at[axis] === undefined ? -1 : (axes[axis] ?? []).indexOf(at[axis]),
      );
      const { low, high } = rounded(value, rounding);
      return [{ atoms: atomsOf(table, axes, coordinates), low, high }];
    });
  const before = running === undefined ? null : tableOf(axes, running.lastTable);
  const {
    known,
    targets,
    atomsOf: joint,
  } = releasesOf(
    table,
    rules,
    standsFor(released),
    (running?.releases ?? []).map(standsFor),
    before && leavesOf(before),
  );
  const sensitive = new Set(table.values.flatMap((value, cell) => (isSensitive(value, rules) ? [cell] : [])));
  const withheldFirst = rounding === undefined ? sensitive : new Set<number>();
  const hidden = new Set(withheldFirst);
  const publishedBut = (of: ReadonlySet<number>): KnownSum[] =>
    table.values.flatMap(({ value }, cell) => {
      if (of.has(cell)) return [];
      const { low, high } = rounded(value, rounding);
      return [{ atoms: joint(cell), low, high }];
    });
  const narrow = ({ low, high }: { low: number; high: number }) => high - low < width;
  const exposed = targets.filter(({ atoms }) => {
    const ends = known.length === 0 ? null : attack(known, [atoms])?.[0];
    return ends != null && narrow(ends);
  });
  const guarded = targets.filter((target) => !exposed.includes(target));
  const weak = (of: ReadonlySet<number>): number | null => {
    if (guarded.length === 0) return null;
    const ends = attack(
      [...known, ...publishedBut(of)],
      guarded.map(({ atoms }) => atoms),
    );
    const index = ends === null ? 0 : ends.findIndex(narrow);
    return index < 0 ? null : (guarded[index]?.cell ?? null);
  };
  for (let cell = weak(hidden); cell !== null && hidden.size < table.values.length; cell = weak(hidden))
    hidden.add(hidden.has(cell) ? complementOf(table, cell, hidden) : cell);
  publishAgain(table, hidden, withheldFirst, (of) => weak(of) === null);

  const withheld = [...hidden];
  const ends = attack([...known, ...publishedBut(hidden)], withheld.map(joint));
  const boundsOf = new Map(withheld.map((cell, index) => [cell, ends?.[index]]));
  return {
    cells: table.values.map(({ value }, cell) => {
      const bounds = boundsOf.get(cell);
      return {
        at: table.at[cell] ?? {},
        value: hidden.has(cell) ? null : rounded(value, rounding).value,
        suppressed: !hidden.has(cell) ? null : sensitive.has(cell) ? "sensitive" : "complementary",
        bounds: bounds ? { low: bounds.low, high: Number.isFinite(bounds.high) ? bounds.high : null } : null,
      };
    }),
    sensitive: sensitive.size,
    complementary: [...hidden].filter((cell) => !sensitive.has(cell)).length,
    exposed: exposed.map(({ cell }) => table.at[cell] ?? {}),
  };
}

/** Values of the full cross table, by number. */
function leavesOf(table: Table): number[] {
  const leaves = Array<number>(table.size).fill(0);
  for (const [cell, atoms] of table.atoms.entries())
    if (atoms.length === 1) leaves[atoms[0] ?? 0] = table.values[cell]?.value ?? 0;
  return leaves;
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
