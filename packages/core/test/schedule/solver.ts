/**
 * An independent solver of networks, by definition and without a backward pass: times by relaxation until nothing moves, slack as the
 * largest postponement that leaves the project's end, impact as what moves when one activity is postponed. Days are whole numbers;
 * an end is the day after the last.
 */
export interface SolverActivity {
  code: string;
  /** Not before this day. */
  planned: number | null;
  duration: number;
  remaining?: number;
  actualStart?: number;
  actualEnd?: number;
}
export interface SolverLink {
  from: string;
  to: string;
  kind: "FS" | "SS" | "FF" | "SF";
  lag: number;
}
export interface SolverNetwork {
  activities: readonly SolverActivity[];
  links: readonly SolverLink[];
  /** The first day of which nothing is known. Unfinished work ends after it, work that has not begun starts on or after it. */
  status: number | null;
}
export type Times = Map<string, { start: number; end: number }>;

/** Earliest times. `late` postpones unfinished activities by days: the start of what has not begun, the end of what has. */
export function times(network: SolverNetwork, late: ReadonlyMap<string, number> = new Map()): Times {
  const at: Times = new Map();
  const floor = network.status ?? Number.NEGATIVE_INFINITY;
  const base = Math.min(
    0,
    ...network.activities.flatMap((each) => [each.planned ?? 0, each.actualStart ?? 0, each.actualEnd ?? 0]),
  );
  for (const each of network.activities) {
    if (each.actualEnd !== undefined)
      at.set(each.code, { start: each.actualStart ?? each.actualEnd - each.duration, end: each.actualEnd });
    else if (each.actualStart !== undefined) {
      const own =
        each.remaining === undefined || network.status === null
          ? each.actualStart + each.duration
          : network.status + each.remaining;
      at.set(each.code, { start: each.actualStart, end: Math.max(own, floor) });
    } else {
      const start = Math.max(each.planned ?? base, floor);
      at.set(each.code, { start, end: start + each.duration });
    }
  }
  for (let moved = true; moved; ) {
    moved = false;
    for (const each of network.activities) {
      const now = at.get(each.code);
      if (now === undefined || each.actualEnd !== undefined) continue;
      let { start, end } = firstOf(each, floor, base, network);
      for (const link of network.links) {
        const from = link.to === each.code ? at.get(link.from) : undefined;
        if (from === undefined) continue;
        const anchor = (link.kind === "FS" || link.kind === "FF" ? from.end : from.start) + link.lag;
        if (each.actualStart === undefined) {
          const must = link.kind === "FS" || link.kind === "SS" ? anchor : anchor - each.duration;
          if (must > start) [start, end] = [must, must + each.duration];
        } else if ((link.kind === "FF" || link.kind === "SF") && anchor > end) end = anchor;
      }
      const extra = late.get(each.code) ?? 0;
      if (each.actualStart === undefined) start += extra;
      end += extra;
      if (start !== now.start || end !== now.end) {
        at.set(each.code, { start, end });
        moved = true;
      }
    }
  }
  return at;
}

function firstOf(each: SolverActivity, floor: number, base: number, network: SolverNetwork) {
  if (each.actualStart !== undefined) {
    const own =
      each.remaining === undefined || network.status === null
        ? each.actualStart + each.duration
        : network.status + each.remaining;
    return { start: each.actualStart, end: Math.max(own, floor) };
  }
  const start = Math.max(each.planned ?? base, floor);
  return { start, end: start + each.duration };
}

/** The last end of all; `null` of an empty network. */
export const endOf = (at: Times): number | null =>
  at.size === 0 ? null : Math.max(...[...at.values()].map(({ end }) => end));

/** Days an unfinished activity can be later without the project's end moving; `null` of a finished one. */
export function slackOf(network: SolverNetwork, code: string): number | null {
  if (network.activities.find((each) => each.code === code)?.actualEnd !== undefined) return null;
  const end = endOf(times(network));
  const holds = (days: number) => endOf(times(network, new Map([[code, days]]))) === end;
  let [low, high] = [0, 1];
  while (holds(high)) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** A network of up to `size` activities without cycles. `random` gives numbers from 0 to below 1. */
export function randomNetwork(random: () => number, size: number): SolverNetwork {
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const count = whole(1, size);
  const status = random() < 0.8 ? whole(20, 80) : null;
  const activities = Array.from({ length: count }, (_, index): SolverActivity => {
    const duration = whole(1, 30);
    const planned = random() < 0.85 ? whole(0, 100) : null;
    const base = { code: `1.1.${index + 1}`, planned: planned ?? 0, duration };
    const last = status ?? 80;
    const actualStart = whole(0, last - 1);
    const kind = random();
    if (kind < 0.25) return { ...base, actualStart, actualEnd: whole(actualStart + 1, last) };
    if (kind < 0.5)
      return {
        ...base,
        actualStart,
        ...(status !== null && random() < 0.4 ? { remaining: whole(0, 40) } : {}),
      };
    return base;
  });
  const links: SolverLink[] = [];
  for (let to = 1; to < count; to++)
    for (let from = 0; from < to; from++)
      if (random() < 2 / count)
        links.push({
          from: `1.1.${from + 1}`,
          to: `1.1.${to + 1}`,
          kind: (["FS", "FS", "SS", "FF", "SF"] as const)[whole(0, 4)] ?? "FS",
          lag: random() < 0.5 ? 0 : whole(-5, 15),
        });
  return { activities, links, status };
}
