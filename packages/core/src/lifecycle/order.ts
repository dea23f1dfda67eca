import { type CalendarDate, earliest, latest, type PartialDate } from "../values/date.ts";
import { type LifecycleTable, type RefusalReason, step, type TableState } from "./table.ts";

/** The first and the last day that something can have happened on; `null` for a bound that is not known. */
export interface When {
  /** The first day, ISO 8601; `null` where nothing bounds it. */
  from: CalendarDate | null;
  /** The last day, ISO 8601; `null` where nothing bounds it. */
  to: CalendarDate | null;
}

/** What a machine's events have: a type and a date as precise as it is known. */
export interface Dated {
  /** Kind of event. */
  type: string;
  /** From when on it holds, as precise as it is known; `null` where only its order is known. */
  date: PartialDate | null;
  /** Day of the report that states it. */
  reportedOn?: CalendarDate | undefined;
}

const FIRST = "0000-00-00";
const LAST = "9999-99-99";

/** An event's days: within its date, and not after the report that states it. */
export function whenOf({ date, reportedOn }: Dated, { asOf }: { asOf: CalendarDate | null }): When {
  const known = reportedOn === undefined || (asOf !== null && asOf < reportedOn) ? asOf : reportedOn;
  if (date === null) return { from: null, to: known };
  const [from, to] = [earliest(date), latest(date)];
  return { from, to: known !== null && known < to && known >= from ? known : to };
}

/** Counted in this order when orders of events are compared: the fewer the better. */
type Score = readonly [refused: number, presumed: number, inverted: number];
const compareScores = (a: Score, b: Score) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/** An event that a reading refuses, with the combination of states that refused it. */
interface Refused {
  index: number;
  at: number;
  reason: RefusalReason;
}

/** Days of the events of one cluster, given the order within it. */
interface Chunk {
  cluster: readonly number[];
  low: readonly string[];
  high: readonly string[];
  before: Chunk | null;
}

/** A reading while it is made. Lists are linked, so that long logs are not copied at each step. */
interface Open<Context> {
  state: TableState<Context>;
  score: Score;
  refused: { one: Refused; before: Open<Context>["refused"] } | null;
  past: Chunk | null;
}

/** One way in which the events can have happened. */
export interface Reading<Context> {
  state: TableState<Context>;
  refused: readonly Refused[];
  /** An event's days given that order, by its index; the union where several orders lead to the same. */
  days: ReadonlyMap<number, When>;
}

/** Steps that are left for logs that are examined together, such as those of one document. */
export interface Effort {
  /** Steps that are left; each tries one event in one order. It is counted down while orders are examined. */
  steps: number;
}

/** So many steps of the logs of one document: hundreds of activities with four events each of which no order is known. */
export const documentEffort = (): Effort => ({ steps: 40_000 });

/** How a machine is asked about its context. */
export interface OrderOptions<Context, Event> {
  asOf: CalendarDate | null;
  /** Default: each log has its own limit alone. */
  effort?: Effort | undefined;
  /** Events that were presumed or implied so far. */
  presumed(context: Context): number;
  /** The same text for contexts from which all goes on alike. */
  signature(context: Context, indexOf: (event: Event | null) => number): string;
}

/** Events whose order is examined together; beyond it, and beyond so many different readings, the order of dates and text is taken. */
const MAX_CLUSTER = 24;
const MAX_READINGS = 3000;
/** Steps of all clusters of a log together: a reading with a longer past costs more. Beyond them, too, the order of dates and text is taken. */
const MAX_STEPS = 100_000;
const PAST_PER_STEP = 32;

/**
 * The readings of a log: every order of the events that fits their days is followed, orders that lead to the same are joined, and those are
 * kept that refuse the fewest events, then presume the fewest, then depart from the order of the text in the fewest pairs.
 * `complete: false`: there were too many orders to follow.
 */
export function readingsOf<Context, Event extends Dated>(
  table: LifecycleTable<Context, Event>,
  initial: TableState<Context>,
  events: readonly Event[],
  { asOf, presumed, signature, effort }: OrderOptions<Context, Event>,
): { readings: Reading<Context>[]; complete: boolean } {
  const days = events.map((event) => whenOf(event, { asOf }));
  const low = days.map(({ from }) => from ?? FIRST);
  const high = days.map(({ to }) => to ?? LAST);
  let indices: Map<Event | null, number> | null = null;
  const indexOf = (event: Event | null) => {
    indices ??= new Map(events.map((each, index) => [each, index]));
    return indices.get(event) ?? -1;
  };
  // Events dated alike follow the text, and so does an undated one after a dated one: "was delayed in March; has begun". An undated one
  // that comes first says nothing: "has begun; was delayed in March".
  const followsText = (first: number, second: number) =>
    (low[first] === low[second] && high[first] === high[second]) ||
    (events[first]?.date !== null &&
      events[second]?.date === null &&
      events[first]?.reportedOn === events[second]?.reportedOn);
  const sorted = events
    .map((_, index) => index)
    .sort((a, b) => compare(low[a], low[b]) || compare(high[a], high[b]) || a - b);

  let complete = true;
  let steps = 0;
  let past = 0;
  let floor = FIRST;
  let readings: Open<Context>[] = [{ state: initial, score: [0, 0, 0], refused: null, past: null }];
  const take = (reading: Open<Context>, index: number, inverted: number): Open<Context> => {
    const next = step(table, reading.state, events[index] as Event);
    const [refused, assumed, turned] = reading.score;
    if (typeof next !== "string")
      return {
        ...reading,
        state: next,
        score: [refused, presumed(next.context), turned + inverted],
      };
    const one = { index, at: reading.state.at, reason: next };
    return {
      ...reading,
      score: [refused + 1, assumed, turned + inverted],
      refused: { one, before: reading.refused },
    };
  };
  /** Takes a cluster in one order, without looking for others. */
  const takeInOrder = (cluster: readonly number[], reading: Open<Context>): Open<Context> => {
    const after = cluster.reduce((now, index) => take(now, index, 0), reading);
    const past = {
      ...{ cluster, before: reading.past },
      low: cluster.map((index) => low[index] ?? ""),
      high: cluster.map((index) => high[index] ?? ""),
    };
    return { ...after, past };
  };

  for (const cluster of clustersOf(sorted, low, high)) {
    const found = cluster.length === 1 ? null : ordersOf(cluster);
    if (found === null) {
      if (cluster.length > 1) {
        complete = false;
        readings = [...readings].sort((a, b) => compareScores(a.score, b.score)).slice(0, 1);
      }
      // What has no date comes last, as it holds by the day of its report.
      const fallback = [...cluster].sort(
        (a, b) => Number(events[a]?.date === null) - Number(events[b]?.date === null),
      );
      readings = readings.map((reading) => takeInOrder(fallback, reading));
    } else readings = found;
    for (const index of cluster) floor = max(floor, low[index]);
    past += cluster.length;
  }

  function ordersOf(cluster: readonly number[]): Open<Context>[] | null {
    if (cluster.length > MAX_CLUSTER) return null;
    // Bits of what must come before each, and of what the text puts before it.
    const maskOf = (holds: (other: number) => boolean) =>
      cluster.reduce((mask, other, bit) => (holds(other) ? mask | (1 << bit) : mask), 0);
    const forced = cluster.map((index) => maskOf((other) => (high[other] ?? "") < (low[index] ?? "")));
    const listed = cluster.map((index) => maskOf((other) => other < index && followsText(other, index)));
    interface Node {
      mask: number;
      floor: string;
      reading: Open<Context>;
      low: readonly string[];
      high: readonly string[];
    }
    const start = cluster.map((index) => ({ low: low[index] ?? "", high: high[index] ?? "" }));
    let frontier: Node[] = readings.map((reading) => ({
      ...{ mask: 0, floor, reading },
      low: start.map((each) => each.low),
      high: start.map((each) => each.high),
    }));
    for (let taken = 0; taken < cluster.length; taken += 1) {
      const next = new Map<string, Node>();
      for (const node of frontier)
        for (const [bit, index] of cluster.entries()) {
          const own = 1 << bit;
          if ((node.mask & own) !== 0 || ((forced[bit] ?? 0) & ~node.mask) !== 0) continue;
          const cost = 1 + past / PAST_PER_STEP;
          steps += cost;
          if (effort !== undefined) effort.steps -= cost;
          if (steps > MAX_STEPS || (effort !== undefined && effort.steps < 0)) return null;
          const reading = take(node.reading, index, bitsIn((listed[bit] ?? 0) & ~node.mask));
          const mask = node.mask | own;
          const key = `${mask} ${reading.state.at} ${signature(reading.state.context, indexOf)}`;
          const known = next.get(key);
          const compared = known === undefined ? -1 : compareScores(reading.score, known.reading.score);
          if (compared > 0) continue;
          const cap = high[index] ?? "";
          const added: Node = {
            ...{ mask, floor: max(node.floor, low[index]), reading },
            low: node.low.map((day, index) => (index === bit ? max(day, node.floor) : day)),
            high: node.high.map((day, index) => ((node.mask & (1 << index)) === 0 ? day : min(day, cap))),
          };
          next.set(key, compared < 0 || known === undefined ? added : joined(known, added));
        }
      if (next.size > MAX_READINGS) return null;
      frontier = [...next.values()];
    }
    return frontier.map((node) => ({
      ...node.reading,
      past: { cluster, low: node.low, high: node.high, before: node.reading.past },
    }));
  }

  const best = readings.reduce<Score | null>(
    (least, { score }) => (least === null || compareScores(score, least) < 0 ? score : least),
    null,
  );
  return {
    readings: readings.filter(({ score }) => best !== null && compareScores(score, best) === 0).map(closed),
    complete,
  };
}

const lower = (a: readonly string[], b: readonly string[]) => a.map((day, index) => min(day, b[index]));
const upper = (a: readonly string[], b: readonly string[]) => a.map((day, index) => max(day, b[index]));

/** Two ways to the same: the union of the days that each gives the events. */
function joined<
  Node extends { reading: { past: Chunk | null }; low: readonly string[]; high: readonly string[] },
>(a: Node, b: Node): Node {
  return {
    ...a,
    low: lower(a.low, b.low),
    high: upper(a.high, b.high),
    reading: { ...a.reading, past: joinedPast(a.reading.past, b.reading.past) },
  };
}

function joinedPast(a: Chunk | null, b: Chunk | null): Chunk | null {
  const own: [Chunk, Chunk][] = [];
  let [left, right] = [a, b];
  for (; left !== null && right !== null && left !== right; [left, right] = [left.before, right.before])
    own.push([left, right]);
  return own.reduceRight<Chunk | null>(
    (before, [one, other]) => ({
      ...{ cluster: one.cluster, before },
      low: lower(one.low, other.low),
      high: upper(one.high, other.high),
    }),
    left,
  );
}

/** A reading whose lists are plain. */
function closed<Context>({ state, refused, past }: Open<Context>): Reading<Context> {
  const list: Refused[] = [];
  for (let each = refused; each !== null; each = each.before) list.push(each.one);
  const days = new Map<number, When>();
  for (let chunk = past; chunk !== null; chunk = chunk.before)
    for (const [position, index] of chunk.cluster.entries()) {
      const [from, to] = [chunk.low[position] ?? FIRST, chunk.high[position] ?? LAST];
      days.set(index, { from: from === FIRST ? null : from, to: to === LAST ? null : to });
    }
  return { state, refused: list.reverse(), days };
}

const compare = (a = "", b = "") => (a < b ? -1 : a > b ? 1 : 0);
const max = (a: string, b = "") => (compare(a, b) > 0 ? a : b);
const min = (a: string, b = LAST) => (compare(a, b) < 0 ? a : b);

function bitsIn(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Groups of events in order: all of one group lie before all of the next. */
function clustersOf(sorted: readonly number[], low: readonly string[], high: readonly string[]): number[][] {
  const clusters: number[][] = [];
  let reach = "";
  for (const index of sorted) {
    const own = clusters.at(-1);
    if (own === undefined || reach < (low[index] ?? "")) {
      clusters.push([index]);
      reach = high[index] ?? "";
    } else {
      own.push(index);
      if ((high[index] ?? "") > reach) reach = high[index] ?? "";
    }
  }
  return clusters;
}
