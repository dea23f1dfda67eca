import { type Effort, endsOfSums } from "../bounds/linear.ts";
import type { Table } from "./table.ts";

/** A sum of cells that a reader knows from elsewhere, such as an earlier release. */
export interface KnownElsewhere {
  atoms: readonly number[];
  value: number;
}

/** Searches beyond this are given up; the cell then counts as not protected. */
const EFFORT = 400;

/**
 * What a reader who solves the published table can know of cells that are not in it: the least and the greatest whole numbers that agree with
 * everything published. `null` where the search was given up.
 */
export function attack(
  table: Table,
  isPublished: (cell: number) => boolean,
  asked: readonly number[],
  elsewhere: readonly KnownElsewhere[] = [],
): { low: number; high: number }[] | null {
  const known: KnownElsewhere[] = [
    ...table.atoms.flatMap((atoms, cell) =>
      isPublished(cell) ? [{ atoms, value: table.values[cell]?.value ?? 0 }] : [],
    ),
    ...elsewhere,
  ];
  // What is published alone, and what is part of a published zero, is put in; the rest is unknown.
  const fixed = new Map<number, number>();
  for (const { atoms, value } of known) {
    if (atoms.length === 1) fixed.set(atoms[0] as number, value);
    if (value === 0) for (const atom of atoms) fixed.set(atom, 0);
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
  const equations = new Map<string, { set: number[]; right: number }>();
  for (const { atoms, value } of known) {
    const { set, sum } = reduce(atoms);
    if (set.length > 0) equations.set([...set].sort((a, b) => a - b).join(), { set, right: value - sum });
  }
  const sums = asked.map((cell) => reduce(table.atoms[cell] ?? []));
  const list = [...equations.values()];
  const confined = new Set(list.flatMap(({ set }) => set));
  const effort: Effort = { left: EFFORT };
  const ends = endsOfSums(
    {
      unknowns: unknowns.size,
      sets: list.map(({ set }) => set),
      low: list.map(({ right }) => right),
      high: list.map(({ right }) => right),
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
