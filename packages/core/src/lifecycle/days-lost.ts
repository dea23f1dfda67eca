import { type CalendarDate, daysBetween } from "../values/date.ts";
import type { Bounds } from "../values/interval.ts";
import type { Cause } from "./event.ts";
import type { When } from "./order.ts";
import type { HoldUpInterval } from "./replay.ts";

/** Days lost to one cause. */
export interface CauseDays {
  /** `null` where no cause was given. */
  cause: Cause | null;
  /** Days during which it held, whatever else held. */
  days: Bounds;
  /** Its part where causes that overlap share the days equally. */
  shared: Bounds;
}

/** Days lost, by cause and together. */
export interface DaysLost {
  /** In the order of the hold-ups given. */
  causes: CauseDays[];
  /** Days on which anything held, each counted once: the sum of the shared parts. */
  total: Bounds;
}

type Span = [from: number, to: number];

const DAY_ZERO = "2000-01-01";
const number = (day: CalendarDate) => daysBetween(DAY_ZERO, day);

/** Days that hold in any case, and days that may hold; `null` where nothing bounds these. */
function spansOf(
  { from, to, certain, endUnknown }: HoldUpInterval,
  asOf: CalendarDate | null,
): { sure: Span | null; possible: Span | null } {
  const end: When = to ?? { from: asOf, to: asOf };
  const sure: Span | null =
    !certain || endUnknown || from.to === null || end.from === null || end.from <= from.to
      ? null
      : [number(from.to), number(end.from)];
  const last = end.to ?? asOf;
  const possible: Span | null =
    from.from === null || last === null
      ? null
      : [number(from.from), Math.max(number(from.from), number(last))];
  return { sure, possible };
}

/** For each cause, the least and the most weight over all days. `weight` gives a cause's part of a day that `others` more causes hold. */
function sweep(byCause: ReadonlyMap<Cause | null, { sure: Span[]; possible: Span[] }>): {
  own: Map<Cause | null, { days: [number, number]; shared: [number, number] }>;
  total: [number, number];
} {
  const cuts = [
    ...new Set([...byCause.values()].flatMap(({ sure, possible }) => [...sure, ...possible]).flat()),
  ].sort((a, b) => a - b);
  const own = new Map<Cause | null, { days: [number, number]; shared: [number, number] }>();
  for (const cause of byCause.keys()) own.set(cause, { days: [0, 0], shared: [0, 0] });
  const total: [number, number] = [0, 0];
  const covers = (spans: readonly Span[], index: number) =>
    spans.some(([from, to]) => from <= index && index < to);
  for (const [index, from] of cuts.entries()) {
    const length = (cuts[index + 1] ?? from) - from;
    if (length === 0) continue;
    const holding = [...byCause].map(([cause, { sure, possible }]) => ({
      cause,
      sure: covers(sure, from),
      possible: covers(possible, from) || covers(sure, from),
    }));
    const certain = holding.filter(({ sure }) => sure).length;
    const atMost = holding.filter(({ possible }) => possible).length;
    if (certain > 0) total[0] += length;
    if (atMost > 0) total[1] += length;
    for (const { cause, sure, possible } of holding) {
      const entry = own.get(cause);
      if (entry === undefined || !possible) continue;
      entry.days[1] += length;
      entry.shared[1] += length / (sure ? certain : certain + 1);
      if (!sure) continue;
      entry.days[0] += length;
      entry.shared[0] += length / atMost;
    }
  }
  return { own, total };
}

/**
 * Days lost to the hold-ups of one activity. Where dates are vague, bounds; a hold-up that is open lasts until `asOf`. An end is the first
 * day on which the hold-up no longer holds.
 */
export function daysLost(
  holdUps: readonly HoldUpInterval[],
  { asOf }: { asOf: CalendarDate | null },
): DaysLost {
  const byCause = new Map<Cause | null, { sure: Span[]; possible: Span[]; unbounded: boolean }>();
  for (const each of holdUps) {
    const { sure, possible } = spansOf(each, asOf);
    const entry = byCause.get(each.cause) ?? { sure: [], possible: [], unbounded: false };
    if (sure !== null) entry.sure.push(sure);
    if (possible !== null) entry.possible.push(possible);
    else entry.unbounded = true;
    byCause.set(each.cause, entry);
  }
  const { own, total } = sweep(byCause);
  const unbounded = [...byCause.values()].some((each) => each.unbounded);
  const bounds = ([low, high]: [number, number], open: boolean): Bounds => ({
    low,
    high: open ? null : high,
  });
  return {
    causes: [...byCause].map(([cause, entry]) => ({
      cause,
      days: bounds(own.get(cause)?.days ?? [0, 0], entry.unbounded),
      shared: bounds(own.get(cause)?.shared ?? [0, 0], entry.unbounded),
    })),
    total: bounds(total, unbounded),
  };
}

/** Activity days lost by several activities together: of an output, a project, a portfolio. */
export function sumDaysLost(all: readonly DaysLost[]): DaysLost {
  const add = (a: Bounds, b: Bounds): Bounds => ({
    low: a.low + b.low,
    high: a.high === null || b.high === null ? null : a.high + b.high,
  });
  const causes = new Map<Cause | null, CauseDays>();
  let total: Bounds = { low: 0, high: 0 };
  for (const { causes: own, total: each } of all) {
    total = add(total, each);
    for (const one of own) {
      const known = causes.get(one.cause);
      causes.set(
        one.cause,
        known === undefined
          ? one
          : { cause: one.cause, days: add(known.days, one.days), shared: add(known.shared, one.shared) },
      );
    }
  }
  return { causes: [...causes.values()], total };
}
