/** For tests: draws from a seeded source of random numbers. */
export interface Draw {
  /** A whole number from `low` to `high`, both included. */
  between: (low: number, high: number) => number;
  pick: <T>(all: readonly T[]) => T;
  chance: (share: number) => boolean;
}

/** For tests: draws that are the same for the same seed (mulberry32). */
export function drawFrom(seed: number): Draw {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    between,
    pick: (all) => all[between(0, all.length - 1)] as (typeof all)[number],
    chance: (share) => next() < share,
  };
}
