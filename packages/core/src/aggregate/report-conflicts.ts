import { endsOf, familyOf } from "../bounds/known-sums.ts";
import { MAX_ATOMS, type System, setsOf } from "./report-system.ts";

/** Contradictions that are looked for among reports that touch one another. */
const MAX_CONFLICTS = 5;

/**
 * As few statements as do not agree, in addition to what holds anyhow (U. Junker, QuickXplain, 2004): halves that are not needed are left out.
 */
function smallestConflict(
  agree: (some: readonly number[]) => boolean,
  holds: readonly number[],
  from: readonly number[],
  changed = false,
): number[] {
  if (changed && !agree(holds)) return [];
  if (from.length <= 1) return [...from];
  const half = Math.ceil(from.length / 2);
  const [first, second] = [from.slice(0, half), from.slice(half)];
  const inSecond = smallestConflict(agree, [...holds, ...first], second, true);
  const inFirst = smallestConflict(agree, [...holds, ...inSecond], first, inSecond.length > 0);
  return [...inFirst, ...inSecond];
}

/** Rows of statements that cannot hold together: sets without a row in common, each as small as contradicts itself. */
export function conflictsIn(system: System): number[][] {
  const { reading, kinds, ranges, spots } = system;
  if (kinds === null || kinds.size * spots.length > MAX_ATOMS) return [];
  const sets = setsOf(system, kinds);
  const agree = (some: readonly number[]): boolean => {
    const family = familyOf(
      kinds.size * spots.length,
      some.map((index) => sets[index] ?? []),
    );
    const ends = (of: "low" | "high") => some.map((index) => ranges[index]?.[of] ?? 0);
    return endsOf(family, ends("low"), ends("high"), [], reading.slack === 0) !== null;
  };
  const implied = [...ranges.keys()].filter((index) => ranges[index]?.rows.length === 0);
  let stated = [...ranges.keys()].filter((index) => !implied.includes(index));
  const found: number[][] = [];
  while (found.length < MAX_CONFLICTS && !agree([...implied, ...stated])) {
    const conflict = smallestConflict(agree, implied, stated);
    if (conflict.length === 0) break;
    found.push(conflict.flatMap((index) => ranges[index]?.rows ?? []));
    stated = stated.filter((index) => !conflict.includes(index));
  }
  return found;
}
