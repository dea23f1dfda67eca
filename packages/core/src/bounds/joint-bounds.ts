import { type ConfinedBounds, confine } from "./confine.ts";

/** A value of a cross table: `{ at: {} }` is its total, `{ at: { sex: "female" } }` a marginal, with every axis named a cell. */
export interface KnownCell {
  /** Category on each axis that it names. */
  at: Readonly<Record<string, string>>;
  /** How many; a whole number, 0 or more. */
  value: number;
}

/** More cells than these are not searched. */
const MAX_CELLS = 256;

/**
 * Bounds of what groups of a whole have in common, from their sizes alone: max(0, Σ aᵢ − (n − 1)·N) ≤ x ≤ min aᵢ, which are sharp
 * (M. Fréchet, *Sur les tableaux de corrélation dont les marges sont données*, 1951). 500 women and 2,400 young people among 4,000:
 * of young women there are 0 to 500. `null` where a group is larger than the whole.
 */
export function frechetBounds(total: number, groups: readonly number[]): ConfinedBounds | null {
  if (groups.some((group) => group < 0 || group > total) || total < 0) return null;
  const sum = groups.reduce((all, group) => all + group, 0);
  return {
    low: Math.max(0, sum - (groups.length - 1) * total),
    high: Math.min(total, ...groups),
    sharp: true,
  };
}

/**
 * Bounds of a cell (or a marginal) of a cross table of whole numbers from whatever else of the table is known: total, marginals of one
 * axis or several, single cells. `axes` gives every category of each axis, `unknown` with them where it is used; an overlapping group is
 * an axis of two categories, in and out.
 *
 * Sharp where the total and marginals of single axes are known (Fréchet); sharp at up to 256 distinguished cells wherever the search of
 * {@link confine} comes to its end. Elsewhere valid: `sharp` says which.
 * @returns `null` where the values contradict one another.
 */
export function jointBounds(
  axes: Readonly<Record<string, readonly string[]>>,
  known: readonly KnownCell[],
  asked: Readonly<Record<string, string>>,
): ConfinedBounds | null {
  for (const at of [asked, ...known.map((cell) => cell.at)])
    for (const [axis, category] of Object.entries(at))
      if (!axes[axis]?.includes(category)) throw new RangeError(`no category ${axis}=${category}`);
  if (known.some(({ value }) => value < 0)) return null;

  const total = known.find(({ at }) => Object.keys(at).length === 0)?.value;
  const names = Object.keys(axes);
  const margins = total === undefined ? null : singles(axes, known, asked, total);
  if (total !== undefined && margins !== null) {
    if (margins === "contradiction") return null;
    const [lows, highs] = [margins.map(([low]) => low), margins.map(([, high]) => high)];
    return {
      low: frechetBounds(total, lows)?.low ?? 0,
      high: Math.min(total, ...highs),
      sharp: true,
    };
  }

  // Categories that nobody speaks of are one: the rest.
  const named = names.map((axis) => {
    const spoken = new Set([asked, ...known.map(({ at }) => at)].flatMap((at) => at[axis] ?? []));
    const all = axes[axis] ?? [];
    return spoken.size < all.length ? [...spoken, null] : [...spoken];
  });
  const cells = named.reduce((product, categories) => product * categories.length, 1);
  if (cells > MAX_CELLS) return byContainment(known, asked, total);
  const atoms = (at: Readonly<Record<string, string>>) =>
    named.reduce<number[]>(
      (places, categories, axis) => {
        const fixed = at[names[axis] ?? ""];
        return places.flatMap((index) =>
          categories.flatMap((category, digit) =>
            fixed === undefined || category === fixed ? [index * categories.length + digit] : [],
          ),
        );
      },
      [0],
    );
  return confine(
    cells,
    known.map(({ at, value }) => ({ atoms: atoms(at), low: value, high: value })),
    atoms(asked),
  );
}

/** What is known of each asked category by its own axis; `null` where values of several axes at once are known as well. */
function singles(
  axes: Readonly<Record<string, readonly string[]>>,
  known: readonly KnownCell[],
  asked: Readonly<Record<string, string>>,
  total: number,
): [low: number, high: number][] | "contradiction" | null {
  if (known.some(({ at }) => Object.keys(at).length > 1)) return null;
  const byAxis = new Map<string, Map<string, number>>();
  for (const { at, value } of known) {
    const [[axis, category] = ["", ""]] = Object.entries(at);
    const byCategory = byAxis.get(axis) ?? new Map<string, number>();
    if ((byCategory.get(category) ?? value) !== value) return "contradiction";
    byAxis.set(axis, byCategory.set(category, value));
  }
  for (const [axis, byCategory] of byAxis) {
    const sum = [...byCategory.values()].reduce((all, value) => all + value, 0);
    if (sum > total || (sum < total && (axis === "" || byCategory.size === axes[axis]?.length)))
      return "contradiction";
  }
  return Object.entries(asked).map(([axis, category]) => {
    const byCategory = byAxis.get(axis) ?? new Map<string, number>();
    const value = byCategory.get(category);
    if (value !== undefined) return [value, value];
    const rest = total - [...byCategory.values()].reduce((all, next) => all + next, 0);
    return [byCategory.size + 1 === axes[axis]?.length ? rest : 0, rest];
  });
}

/** A cell is at most what contains it and at least what it contains: valid for a table of any size. */
function byContainment(
  known: readonly KnownCell[],
  asked: Readonly<Record<string, string>>,
  total: number | undefined,
): ConfinedBounds | null {
  const within = (inner: object, outer: object) =>
    Object.entries(outer).every(([axis, category]) => (inner as Record<string, string>)[axis] === category);
  const above = known.filter(({ at }) => within(asked, at)).map(({ value }) => value);
  const below = known.filter(({ at }) => within(at, asked)).map(({ value }) => value);
  const single = above.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...above);
  const margins = Object.entries(asked).map(
    ([axis, category]) =>
      known.find(({ at }) => Object.keys(at).length === 1 && at[axis] === category)?.value ?? 0,
  );
  const low = Math.max(0, ...below, total === undefined ? 0 : (frechetBounds(total, margins)?.low ?? 0));
  if (low > single) return null;
  return { low, high: single === Number.POSITIVE_INFINITY ? null : single, sharp: false };
}
