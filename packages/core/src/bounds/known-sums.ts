import { endsOfSums } from "./linear.ts";

/**
 * What confines a number, stated once for every way of computing one: sums of unknowns (atoms, each 0 or more) are known, and other sums of
 * the same unknowns are asked for. Which atoms each sum is of is prepared once; the values come with every report.
 */
export interface Family {
  atoms: number;
  /** Atoms of each known sum. */
  sets: readonly (readonly number[])[];
  /** Known sums of which any two are apart or one within the other; `null` where some cross. */
  nested: Nested | null;
  /** Atoms that are in the same known sums are one class; those in none are none. */
  classes: number;
  classSets: readonly (readonly number[])[];
  /** Classes of which some atoms, and of which all are asked for; whether an atom is that no known sum holds. */
  ask: (atoms: readonly number[]) => { some: number[]; every: number[]; open: boolean };
}

interface Nested {
  /** The smallest known sum around each, or -1. */
  parent: Int32Array;
  /** Known sums whose atoms are all in sums within it, so that nothing may be left over. */
  full: Uint8Array;
  /** By atom: the smallest known sum that it is in, or -1. */
  innermost: Int32Array;
}

/** A sum that is asked for, ready for a family. */
export interface Asked {
  atoms: readonly number[];
  /** The known sum of just these atoms, or -1. */
  stated: number;
  /** Known sums whose remainder is wholly asked for, and those of whose remainder a part is. */
  within: Int32Array;
  across: Int32Array;
  /** An atom is asked for that no known sum holds: nothing confines it from above. */
  open: boolean;
  /** Classes of atoms of which some, and of which all are asked for. */
  some: readonly number[];
  every: readonly number[];
}

/** Both ends of what a sum can be; `high` may be infinite. */
export interface Ends {
  low: number;
  high: number;
}

/** Prepares the known sums. */
export function familyOf(atoms: number, sets: readonly (readonly number[])[]): Family {
  const { classOf, sizes, classSets } = classesOf(atoms, sets);
  return {
    ...{ atoms, sets, nested: nestedOf(atoms, sets), classes: sizes.length, classSets },
    ask: (asked) => {
      const counts = new Map<number, number>();
      for (const atom of new Set(asked))
        counts.set(classOf[atom] as number, (counts.get(classOf[atom] as number) ?? 0) + 1);
      const some = [...counts.keys()].filter((each) => each >= 0);
      return { some, every: some.filter((each) => counts.get(each) === sizes[each]), open: counts.has(-1) };
    },
  };
}

/** Atoms that no known sum states apart, made one. */
function classesOf(atoms: number, sets: readonly (readonly number[])[]) {
  // Refined by one sum after the other: the atoms of a class that are in it part from those that are not.
  let classOf = new Int32Array(atoms).fill(-1);
  let classes = 0;
  for (const set of sets) {
    const split = new Map<number, number>();
    for (const atom of new Set(set)) {
      const before = classOf[atom] as number;
      let now = split.get(before);
      if (now === undefined) {
        now = classes;
        classes += 1;
        split.set(before, now);
      }
      classOf[atom] = now;
    }
  }
  const numbers = new Map<number, number>();
  classOf = classOf.map((each) => {
    if (each < 0) return -1;
    const known = numbers.get(each);
    if (known !== undefined) return known;
    numbers.set(each, numbers.size);
    return numbers.size - 1;
  });
  const sizes = new Array<number>(numbers.size).fill(0);
  for (const each of classOf) if (each >= 0) sizes[each] = (sizes[each] ?? 0) + 1;
  return {
    classOf,
    sizes,
    classSets: sets.map((set) => [...new Set(set.map((atom) => classOf[atom] as number))]),
  };
}

function nestedOf(atoms: number, sets: readonly (readonly number[])[]): Nested | null {
  const order = sets
    .map((_, index) => index)
    .sort((a, b) => (sets[b]?.length ?? 0) - (sets[a]?.length ?? 0) || a - b);
  const innermost = new Int32Array(atoms).fill(-1);
  const parent = new Int32Array(sets.length).fill(-1);
  // From the largest to the smallest: all atoms of a sum must so far be in one and the same.
  for (const index of order) {
    const set = sets[index] ?? [];
    const around = innermost[set[0] ?? 0] ?? -1;
    parent[index] = set.length === 0 ? -1 : around;
    for (const atom of set) {
      if (innermost[atom] !== around) return null;
      innermost[atom] = index;
    }
  }
  const full = new Uint8Array(sets.length).fill(1);
  for (const index of innermost) if (index >= 0) full[index] = 0;
  return { parent, full, innermost };
}

/** Makes a sum of atoms ready to be asked for. */
export function askOf(family: Family, atoms: readonly number[]): Asked {
  const { sets, nested } = family;
  const asked = new Set(atoms);
  const stated = sets.findIndex((set) => set.length === asked.size && set.every((atom) => asked.has(atom)));
  const some = new Set<number>();
  const not = new Set<number>();
  if (nested !== null)
    for (const [atom, index] of nested.innermost.entries()) {
      if (!asked.has(atom)) not.add(index);
      else if (index >= 0) some.add(index);
    }
  return {
    ...family.ask(atoms),
    atoms,
    stated,
    within: Int32Array.from([...some].filter((index) => !not.has(index))),
    across: Int32Array.from([...some].filter((index) => not.has(index))),
  };
}

/** What is left of each known sum beside those within it; `null` where the values contradict one another. */
export function remainders({ nested }: Family, values: ArrayLike<number>, slack = 0): Float64Array | null {
  if (nested === null) return null;
  const left = Float64Array.from(values);
  const { parent, full } = nested;
  for (let index = 0; index < left.length; index += 1) {
    const around = parent[index] as number;
    if (around >= 0) left[around] = (left[around] as number) - (values[index] as number);
  }
  for (let index = 0; index < left.length; index += 1) {
    const rest = left[index] as number;
    if (rest < -slack || (full[index] === 1 && rest > slack)) return null;
    if (rest < 0 || full[index] === 1) left[index] = 0;
  }
  return left;
}

/** Both ends of a sum where known sums are nested: what is left of each may be anywhere in its own remainder. Sharp. */
export function endsByRemainder({ within, across, open }: Asked, left: Float64Array): Ends {
  let low = 0;
  for (const index of within) low += left[index] as number;
  let high = low;
  for (const index of across) high += left[index] as number;
  return { low, high: open ? Number.POSITIVE_INFINITY : high };
}

/** Branches that one system of sums may take; past them bounds hold and may be wider than need be. */
const MAX_BRANCHES = 500;

/**
 * Both ends of sums, from known sums each of which lies between two numbers; `whole`: of whole numbers.
 * @returns `null` where no numbers agree with everything known.
 */
export function endsOf(
  family: Family,
  low: ArrayLike<number>,
  high: ArrayLike<number>,
  asked: readonly Asked[],
  whole = true,
): Ends[] | null {
  let exact = true;
  for (let index = 0; index < low.length && exact; index += 1) exact = low[index] === high[index];
  if (exact && family.nested !== null) {
    const left = remainders(family, low);
    return left && asked.map((each) => endsByRemainder(each, left));
  }
  const { classes: unknowns, classSets: sets } = family;
  const ends = endsOfSums({ unknowns, sets, low, high, whole }, asked, { left: MAX_BRANCHES });
  if (ends === null) return null;
  return ends.map((each, ask) => {
    // What is stated needs no arithmetic.
    const stated = asked[ask]?.stated ?? -1;
    const value = low[stated];
    return value !== undefined && value === high[stated] ? { low: value, high: value } : each;
  });
}
