import { type ConfinedBounds, confine, type KnownSum } from "./confine.ts";

/** A head count of one activity: a number, or the list of those who were there. */
export type HeadCount = {
  /** Names the activity. */
  activity: string;
} & (
  | {
      /** Whether each person is counted once, or each attendance. */
      counts: "individuals" | "contacts";
      /** How many. */
      value: number;
    }
  | {
      /** Who was there, by ids of any kind; a person who is named twice counts once. */
      people: Iterable<string>;
    }
);

/** How many individuals took part in every one of these activities. */
export interface Overlap {
  /** Names of the activities. */
  activities: readonly string[];
  /** How many individuals. */
  value: number;
}

/** People reached, as individuals. `low` equal to `high` is an exact value. */
export interface Reach extends ConfinedBounds {
  counts: "individuals";
}

/** Up to so many activities the bounds are looked for among all patterns of participation. */
const MAX_SEARCHED = 6;

/**
 * How many different people several activities reached: at least the largest count, at most the sum of them (Boole, Fréchet), and
 * nothing in between is made up. Narrowed by the size of the population, by known overlaps (Bonferroni), and exact where identities
 * are known. A count of contacts means at least one individual where it is not zero, and for no more than its contacts.
 *
 * Sharp up to six activities whenever the search of {@link confine} comes to its end, and for more as long as neither overlaps nor
 * lists of people are known. For more activities with overlaps: valid, by the largest union of two and by D. Hunter's bound
 * (*An upper bound for the probability of a union*, 1976: the sum less a spanning forest of the largest overlaps).
 * @returns `null` where the values contradict one another. @throws RangeError for an overlap of an activity that is not counted.
 */
export function reach(
  counts: readonly HeadCount[],
  known: { overlaps?: readonly Overlap[]; population?: number } = {},
): Reach | null {
  const { overlaps = [], population = Number.POSITIVE_INFINITY } = known;
  const lists = counts.flatMap((count) =>
    "people" in count ? [{ activity: count.activity, people: new Set(count.people) }] : [],
  );
  const sizes = counts.map((count) => {
    if ("people" in count) {
      const size = lists.find(({ activity }) => activity === count.activity)?.people.size ?? 0;
      return { low: size, high: size };
    }
    return { low: count.counts === "contacts" ? Math.min(1, count.value) : count.value, high: count.value };
  });
  const places = new Map(counts.map(({ activity }, index) => [activity, index]));
  const placesOf = (of: readonly string[]) =>
    of.map((activity) => {
      const index = places.get(activity);
      if (index === undefined) throw new RangeError(`${activity} has no head count`);
      return index;
    });
  const shared = overlaps.map(({ activities: of, value }) => ({ of: placesOf(of), value }));
  const union = new Set(lists.flatMap(({ people }) => [...people])).size;

  if (shared.length === 0 && lists.length === 0) return estimate(sizes, [], population, 0);
  if (counts.length > MAX_SEARCHED) {
    for (const [index, a] of lists.entries())
      for (const b of lists.slice(index + 1))
        shared.push({
          of: placesOf([a.activity, b.activity]),
          value: [...a.people].filter((person) => b.people.has(person)).length,
        });
    return estimate(sizes, shared, population, union);
  }

  // An atom is a pattern of participation: the people who took part in just these activities. Nobody is without any.
  const patterns = Array.from({ length: 2 ** counts.length - 1 }, (_, atom) => atom + 1);
  const atoms = (fits: (pattern: number) => boolean) =>
    patterns.flatMap((pattern, atom) => (fits(pattern) ? [atom] : []));
  const has = (pattern: number, index: number) => ((pattern >> index) & 1) === 1;
  const sums: KnownSum[] = sizes.map((size, index) => ({
    ...size,
    atoms: atoms((pattern) => has(pattern, index)),
  }));
  for (const { of, value } of shared)
    sums.push({
      atoms: atoms((pattern) => of.every((index) => has(pattern, index))),
      low: value,
      high: value,
    });
  // Of people on lists, the pattern of participation in the listed activities is known.
  const mask = placesOf(lists.map(({ activity }) => activity)).reduce(
    (bits, index) => bits | (1 << index),
    0,
  );
  const listed = new Map<number, number>();
  for (const person of new Set(lists.flatMap(({ people }) => [...people]))) {
    let pattern = 0;
    for (const { activity, people } of lists)
      if (people.has(person)) pattern |= 1 << (places.get(activity) ?? 0);
    listed.set(pattern, (listed.get(pattern) ?? 0) + 1);
  }
  for (let pattern = mask; pattern > 0; pattern = (pattern - 1) & mask) {
    const value = listed.get(pattern) ?? 0;
    sums.push({ atoms: atoms((whole) => (whole & mask) === pattern), low: value, high: value });
  }
  const everybody = patterns.map((_, atom) => atom);
  sums.push({ atoms: everybody, low: union, high: population });
  const found = confine(patterns.length, sums, everybody);
  if (found === null) return null;
  if (found.sharp) return { ...found, counts: "individuals" };
  const rough = estimate(sizes, shared, population, union);
  if (rough === null) return null;
  return {
    ...rough,
    low: Math.max(rough.low, found.low),
    high: Math.min(rough.high ?? Number.POSITIVE_INFINITY, found.high ?? Number.POSITIVE_INFINITY),
    sharp: false,
  };
}

/** Bounds without a search: from the sizes, from pairs, from the population. */
function estimate(
  sizes: readonly { low: number; high: number }[],
  shared: readonly { of: readonly number[]; value: number }[],
  population: number,
  union: number,
): Reach | null {
  const pairs = shared.filter(({ of }) => new Set(of).size === 2).sort((a, b) => b.value - a.value);
  if (shared.some(({ of, value }) => of.some((index) => value > (sizes[index]?.high ?? 0)))) return null;
  let low = Math.max(0, union, ...sizes.map((size) => size.low));
  let high = sizes.reduce((sum, size) => sum + size.high, 0);
  const tree = sizes.map((_, index) => index);
  for (const { of, value } of pairs) {
    const [a = 0, b = 0] = of;
    low = Math.max(low, (sizes[a]?.low ?? 0) + (sizes[b]?.low ?? 0) - value);
    const [from = a, to = b] = [tree[a], tree[b]];
    if (from === to) continue;
    high -= value;
    for (const [index, root] of tree.entries()) if (root === from) tree[index] = to;
  }
  high = Math.min(high, population);
  return low > high ? null : { low, high, sharp: shared.length === 0 && union === 0, counts: "individuals" };
}
