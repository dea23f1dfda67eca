/**
 * What is known of a number that was not reported. `high: null`: nothing confines it from above. `sharp`: both ends are taken by some
 * table that agrees with everything known; otherwise the bounds hold, but narrower ones may.
 */
export interface Bounds {
  low: number;
  high: number | null;
  sharp: boolean;
}

/** A sum of atoms that is known to lie between two whole numbers; `high` may be infinite. */
export interface KnownSum {
  atoms: readonly number[];
  low: number;
  high: number;
}

/** A sum less one that is part of it; nothing where it is not. */
function without(whole: KnownSum, part: KnownSum): KnownSum[] {
  if (part.atoms.length >= whole.atoms.length || !part.atoms.every((atom) => whole.atoms.includes(atom)))
    return [];
  const atoms = whole.atoms.filter((atom) => !part.atoms.includes(atom));
  return [{ atoms, low: whole.low - part.high, high: whole.high - part.low }];
}

type Range = { lo: number[]; hi: number[] };
const GAVE_UP = Symbol("gave up");

/**
 * Bounds of a sum of unknown whole numbers (atoms, each 0 or more), from other sums of them that are known.
 *
 * The known sums are played against one another until nothing moves (L. Buzzigoli and A. Giusti, *An algorithm to calculate the lower
 * and upper bounds of the elements of an array given its marginals*, 1999: the shuttle algorithm), which is sound but not sharp; then
 * each end is looked for by halving, with the same narrowing at every step, which is. The search is given `effort` additions: within
 * them the bounds are sharp, beyond them those of the shuttle are returned with `sharp: false`.
 *
 * @returns `null` where no whole numbers agree with everything known: the figures contradict one another.
 */
export function confine(
  atoms: number,
  known: readonly KnownSum[],
  asked: readonly number[],
  effort = 300_000,
): Bounds | null {
  const given = known.map((sum) => ({ ...sum, low: Math.ceil(sum.low), high: Math.floor(sum.high) }));
  // Where one sum is part of another, what is left between them is known too; narrowing alone does not see that.
  const sums = [...given, ...given.flatMap((sum) => given.flatMap((part) => without(sum, part)))];
  let left = effort;

  // An atom that nothing confines can take whatever any sum is short of.
  const enough = sums.reduce((most, { low }) => Math.max(most, low), 0);
  const hi = Array.from({ length: atoms }, () => Number.POSITIVE_INFINITY);
  for (const sum of sums) for (const atom of sum.atoms) hi[atom] = Math.min(hi[atom] ?? 0, sum.high);
  const open = asked.some((atom) => hi[atom] === Number.POSITIVE_INFINITY);
  const root: Range = {
    lo: hi.map(() => 0),
    hi: hi.map((high) => (high === Number.POSITIVE_INFINITY ? enough : high)),
  };

  const total = (ends: number[], members: readonly number[]) =>
    members.reduce((sum, atom) => sum + (ends[atom] ?? 0), 0);

  function narrow({ lo, hi }: Range, all: readonly KnownSum[]): boolean {
    for (let moved = true; moved; ) {
      moved = false;
      for (const { atoms: members, low, high } of all) {
        left -= members.length;
        const [least, most] = [total(lo, members), total(hi, members)];
        if (least > high || most < low) return false;
        for (const atom of members) {
          const [from, to] = [lo[atom] ?? 0, hi[atom] ?? 0];
          const start = Math.max(from, low - (most - to));
          const end = Math.min(to, high - (least - from));
          if (start > end) return false;
          if (start === from && end === to) continue;
          [lo[atom], hi[atom], moved] = [start, end, true];
        }
      }
    }
    return true;
  }

  /** The lowest (or highest) sum in the window that some whole numbers have; `null` where none has. */
  function end(range: Range, low: number, high: number, upwards: boolean): number | null | typeof GAVE_UP {
    if (left < 0) return GAVE_UP;
    const { lo, hi } = range;
    const window = { atoms: asked, low, high };
    const beside = given.flatMap((sum) => [...without(window, sum), ...without(sum, window)]);
    if (!narrow(range, [...sums, window, ...beside])) return null;
    const [first, last] = [Math.max(low, total(lo, asked)), Math.min(high, total(hi, asked))];
    const halves: (() => ReturnType<typeof end>)[] = [];
    const copy = (): Range => ({ lo: [...lo], hi: [...hi] });
    if (first < last) {
      const middle = Math.floor((first + last) / 2);
      halves.push(
        () => end(copy(), first, middle, upwards),
        () => end(copy(), middle + 1, last, upwards),
      );
      if (upwards) halves.reverse();
    } else {
      // The sum is fixed: whether any atoms make it is all that is left to find.
      let atom = -1;
      let width = Number.POSITIVE_INFINITY;
      for (const [place, from] of lo.entries()) {
        const gap = (hi[place] ?? 0) - from;
        if (gap > 0 && gap < width) [atom, width] = [place, gap];
      }
      if (atom < 0) return first;
      const middle = Math.floor(((lo[atom] ?? 0) + (hi[atom] ?? 0)) / 2);
      for (const [side, value] of [["hi", middle] as const, ["lo", middle + 1] as const]) {
        halves.push(() => {
          const half = copy();
          half[side][atom] = value;
          return end(half, first, last, upwards);
        });
      }
    }
    for (const half of halves) {
      const found = half();
      if (found !== null) return found;
    }
    return null;
  }

  if (!narrow(root, sums)) return null;
  const [low, high] = [total(root.lo, asked), total(root.hi, asked)];
  const both = [false, true].map((upwards) => {
    left = effort;
    return end({ lo: [...root.lo], hi: [...root.hi] }, low, high, upwards);
  });
  if (both.includes(null)) return null;
  const [lowest, highest] = both;
  return {
    low: typeof lowest === "number" ? lowest : low,
    high: open ? null : typeof highest === "number" ? highest : high,
    sharp: typeof lowest === "number" && (open || typeof highest === "number"),
  };
}
