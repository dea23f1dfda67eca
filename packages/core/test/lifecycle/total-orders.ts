/** Every order of items whose day fits its interval and whose ties are broken in every way, by brute force over permutations. */
export interface Dated {
  /** First and last day that it can have happened on, as numbers. */
  low: number;
  high: number;
}

/** Permutations of `items` for which days exist that never fall: each at least the one before and within its own interval. */
export function totalOrders<T extends Dated>(items: readonly T[]): T[][] {
  const orders: T[][] = [];
  const extend = (done: T[], left: readonly T[], day: number): void => {
    if (left.length === 0) {
      orders.push(done);
      return;
    }
    for (const next of left) {
      const index = Math.max(day, next.low);
      if (index > next.high) continue;
      extend(
        [...done, next],
        left.filter((each) => each !== next),
        index,
      );
    }
  };
  extend([], items, Number.NEGATIVE_INFINITY);
  return orders;
}
