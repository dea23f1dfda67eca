import type { Bounds } from "../values/interval.ts";
import { familyOf } from "./known-sums.ts";
import { type Effort, endsOfSums } from "./linear.ts";

/** What is known of a number that was not reported. */
export interface ConfinedBounds extends Bounds {
  /** Whether both ends are taken by some table that agrees with everything known; otherwise the bounds hold, but narrower ones may. */
  sharp: boolean;
}

/** A sum of atoms that is known to lie between two whole numbers; `high` may be infinite. */
export interface KnownSum {
  /** Indices of the numbers that it adds. */
  atoms: readonly number[];
  /** The least that the sum can be. */
  low: number;
  /** The most that it can be. */
  high: number;
}

/**
 * Bounds of a sum of unknown whole numbers (atoms, each 0 or more), from other sums of them that are known: linear programming with branch
 * and bound, `endsOfSums`. Within `effort` branches the bounds are sharp; beyond them they hold, with `sharp: false`.
 *
 * @returns `null` where no whole numbers agree with everything known: the values contradict one another.
 */
export function confine(
  atoms: number,
  known: readonly KnownSum[],
  asked: readonly number[],
  { effort = 2_000 }: { effort?: number | undefined } = {},
): ConfinedBounds | null {
  const family = familyOf(
    atoms,
    known.map((sum) => sum.atoms),
  );
  const left: Effort = { left: effort };
  const ends = endsOfSums(
    {
      unknowns: family.classes,
      sets: family.classSets,
      low: known.map(({ low }) => Math.ceil(low)),
      high: known.map(({ high }) => Math.floor(high)),
      whole: true,
    },
    [family.ask(asked)],
    left,
  );
  const [found] = ends ?? [];
  if (found === undefined) return null;
  return {
    low: found.low,
    high: found.high === Number.POSITIVE_INFINITY ? null : found.high,
    sharp: left.left > 0,
  };
}
