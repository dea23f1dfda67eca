import { type Effort, endsOfSums } from "../bounds/linear.ts";

/** A sum of cells of which a reader knows both ends: a published value, a rounded one, one of an earlier release. */
export interface KnownSum {
  atoms: readonly number[];
  low: number;
  high: number;
}

/** Searches beyond this are given up; what was asked then counts as not protected. */
const EFFORT = 400;

/**
 * What a reader who solves everything published can know of sums of cells: the least and the greatest whole numbers that agree with it.
 * `null` where the search was given up, or nothing agrees.
 */
export function attack(
  known: readonly KnownSum[],
  asked: readonly (readonly number[])[],
): { low: number; high: number }[] | null {
  // What is known alone, and what is part of a known zero, is put in; the rest is unknown.
  const fixed = new Map<number, number>();
  for (const { atoms, low, high } of known) {
    if (atoms.length === 1 && low === high) fixed.set(atoms[0] as number, low);
    if (high === 0) for (const atom of atoms) fixed.set(atom, 0);
  }
  const unknowns = new Map<number, number>();
  const number = (atom: number) => {
    const found = unknowns.get(atom) ?? unknowns.size;
    unknowns.set(atom, found);
    return found;
  };
  const reduce = (atoms: readonly number[]) => {
    const open = atoms.filter((atom) => !fixed.has(atom));
    const sum = atoms.reduce((total, atom) => total + (fixed.get(atom) ?? 0), 0);
    return { set: open.map(number), sum };
  };
  const equations = new Map<string, { set: number[]; low: number; high: number }>();
  for (const { atoms, low, high } of known) {
    const { set, sum } = reduce(atoms);
    if (set.length === 0) continue;
    const key = [...set].sort((a, b) => a - b).join();
    const before = equations.get(key) ?? { low: 0, high: Number.POSITIVE_INFINITY };
    equations.set(key, {
      set,
      low: Math.max(before.low, low - sum),
      high: Math.min(before.high, high - sum),
    });
  }
  const sums = asked.map(reduce);
  const list = [...equations.values()];
  const confined = new Set(list.flatMap(({ set, high }) => (Number.isFinite(high) ? set : [])));
  const effort: Effort = { left: EFFORT };
  const ends = endsOfSums(
    {
      unknowns: unknowns.size,
      sets: list.map(({ set }) => set),
      low: list.map(({ low }) => low),
      high: list.map(({ high }) => high),
      whole: true,
    },
    sums.map(({ set }) => ({ some: set, every: set, open: set.some((each) => !confined.has(each)) })),
    effort,
  );
  if (ends === null || effort.left <= 0) return null;
  return ends.map(({ low, high }, index) => {
    const sum = sums[index]?.sum ?? 0;
    return { low: low + sum, high: high + sum };
  });
}
