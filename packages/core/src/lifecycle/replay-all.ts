import type { CalendarDate } from "../values/date.ts";
import {
  type ActivityContext,
  type ActivityState,
  activityLifecycleTable,
  expectedEnd,
  openCauses,
} from "./activity.ts";
import type { ActivityEvent } from "./event.ts";
import { FUND_PROFILE } from "./profile.ts";
import {
  type ActivityStatus,
  type ActivityTable,
  isUnknown,
  orderOf,
  type Refusal,
  type ReplayOptions,
  refusalOf,
  replay,
} from "./replay.ts";
import { initialState, type RefusalReason, stateName, step, type TableState } from "./table.ts";

/** The same text for events that the machine treats alike: what its guards and actions read of an event beside its type. */
function contentOf(event: ActivityEvent): string {
  switch (event.type) {
    case "delayed":
    case "suspended":
      return `${event.type} ${event.causes.join()} ${event.expectedUntil ?? ""}`;
    case "hold-up-ended":
    case "resumed":
      return event.causes === undefined ? event.type : `${event.type} ${event.causes.join()}`;
    case "completed":
      return event.share === undefined ? event.type : `${event.type} ${event.share}`;
    case "handed-over":
      return `${event.type} ${event.to}`;
    case "merged":
      return `${event.type} ${event.into}`;
    case "split":
      return `${event.type} ${event.into.join()}`;
    default:
      return event.type;
  }
}

const sameList = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  a === b ||
  (a !== undefined && b !== undefined && a.length === b.length && a.every((item, i) => item === b[i]));

/** Whether events have the same content, without making its text. */
function sameContent(a: ActivityEvent, b: ActivityEvent): boolean {
  switch (a.type) {
    case "delayed":
    case "suspended":
      return a.type === b.type && a.expectedUntil === b.expectedUntil && sameList(a.causes, b.causes);
    case "hold-up-ended":
    case "resumed":
      return a.type === b.type && sameList(a.causes, b.causes);
    case "completed":
      return a.type === b.type && a.share === b.share;
    case "handed-over":
    case "merged":
    case "split":
      return contentOf(a) === contentOf(b);
    default:
      return a.type === b.type;
  }
}

interface Transition {
  event: ActivityEvent;
  to: Node | RefusalReason;
}

/** A state of many logs at once, with the transitions that they have taken so far. */
interface Node {
  state: TableState<ActivityContext>;
  /** It rests on events that nobody reported. */
  presumes: boolean;
  /** `null` until a log ends here. */
  status: Omit<ActivityStatus, "refusals"> | null;
  /** The first transitions that were taken. */
  taken: Transition[];
  /** Further ones, by content of the event. */
  more: Map<string, Node | RefusalReason> | null;
}

/** Contexts of one text differ only in what no status and no later event depends on. */
function keyOf({ at, context }: TableState<ActivityContext>, presumes: boolean): string {
  const { begun, replanned, share, agency, into, holdUps } = context;
  let text = `${at} ${presumes} ${begun} ${replanned} ${share} ${into.length === 0 ? "" : into.join()} ${agency}`;
  for (const { kind, cause, expectedUntil, ended } of holdUps)
    if (ended === null) text += `\n${kind} ${cause} ${expectedUntil}`;
  return text;
}

function statusOf(
  table: ActivityTable,
  { at, context }: TableState<ActivityContext>,
): Omit<ActivityStatus, "refusals"> {
  const state = stateName(table, at) as ActivityState;
  const { holdUps, share } = context;
  return {
    ...{ state, readings: [state], causes: openCauses(holdUps) },
    ...{ expectedUntil: expectedEnd(holdUps), share },
  };
}

/** So many transitions of a state are compared one by one. */
const MAX_COMPARED = 8;
/** So many states and transitions are cached; what leads to more is computed each time. */
const MAX_CACHED = 50_000;

/** The machine of activities as far as the logs of one call take it: each transition is computed once, whatever the number of logs. */
class SharedRun {
  private readonly nodes = new Map<string, Node>();
  private cached = 0;
  readonly initial: Node;
  /** Guards of an extended lifecycle may read all of an event and of the context: none are taken for alike. */
  private readonly shared: boolean;
  readonly table: ActivityTable;

  constructor(table: ActivityTable) {
    this.table = table;
    this.shared = table === activityLifecycleTable;
    this.initial = this.nodeOf(initialState(table));
  }

  private nodeOf(state: TableState<ActivityContext>): Node {
    const presumes = this.table.lifecycle.presumed(state.context) > 0;
    if (!this.shared) return { state, presumes, status: null, taken: [], more: null };
    const key = keyOf(state, presumes);
    const known = this.nodes.get(key);
    if (known !== undefined) return known;
    const node: Node = { state, presumes, status: null, taken: [], more: null };
    if (this.cached < MAX_CACHED) this.nodes.set(key, node);
    return node;
  }

  /** What an event leads to; the node itself, where nobody here knows what the event changes. */
  after(node: Node, event: ActivityEvent): Node | RefusalReason {
    if (isUnknown(event, this.table)) return node;
    if (!this.shared) {
      const next = step(this.table, node.state, event);
      return typeof next === "string" ? next : this.nodeOf(next);
    }
    const { taken } = node;
    for (const transition of taken) if (sameContent(transition.event, event)) return transition.to;
    const content = taken.length < MAX_COMPARED ? null : contentOf(event);
    const known = content === null ? undefined : node.more?.get(content);
    if (known !== undefined) return known;
    const next = step(this.table, node.state, event);
    const to = typeof next === "string" ? next : this.nodeOf(next);
    if (this.cached >= MAX_CACHED) return to;
    this.cached += 1;
    if (content === null) taken.push({ event, to });
    else {
      node.more ??= new Map();
      node.more.set(content, to);
    }
    return to;
  }
}

/** Status after events whose order is certain; `null` where it is not. */
function statusAfter(
  run: SharedRun,
  events: readonly ActivityEvent[],
  asOf: CalendarDate | null,
): ActivityStatus | null {
  const order = orderOf(events, asOf);
  if (order === null) return null;
  const refusals: Refusal[] = [];
  let node = run.initial;
  for (const event of events) {
    const to = run.after(node, event);
    if (typeof to !== "string") node = to;
    else if (order === "equal") return null;
    else refusals.push(refusalOf(run.table, event, node.state.at, to));
  }
  if (order === "equal" && node.presumes) return null;
  node.status ??= statusOf(run.table, node.state);
  const { state, readings, causes, expectedUntil, share } = node.status;
  return { state, readings: readings.slice(), causes: causes.slice(), expectedUntil, share, refusals };
}

/** The states of many activities by their events: what {@link replay} returns of each, without the history, many times as fast. */
export function replayAll(
  logs: Iterable<readonly ActivityEvent[]>,
  { asOf = null, effort, profile = FUND_PROFILE }: ReplayOptions = {},
): ActivityStatus[] {
  const run = new SharedRun(profile.table);
  const statuses: ActivityStatus[] = [];
  for (const events of logs) {
    const certain = statusAfter(run, events, asOf);
    if (certain !== null) statuses.push(certain);
    else {
      const { state, readings, causes, expectedUntil, share, refusals } = replay(events, {
        ...{ asOf, profile },
        ...(effort && { effort }),
      });
      statuses.push({ state, readings, causes, expectedUntil, share, refusals });
    }
  }
  return statuses;
}

/** So many beginnings of a log whose order is not certain are replayed. */
const MAX_BEGINNINGS = 30;

/** The states that a log passes through. */
export interface StatesAlong {
  /** The state after each event; `undetermined` beyond the first thirty where the order is not certain, but for the last. */
  states: ActivityState[];
  /** Events that are refused in the end. */
  refused: Set<ActivityEvent>;
}

/** The state after each event of a log: that of {@link replay} of the events up to there. Takes one pass where the order is certain. */
export function statesAlong(
  events: readonly ActivityEvent[],
  { effort, profile = FUND_PROFILE }: Pick<ReplayOptions, "effort" | "profile"> = {},
): StatesAlong {
  const run = new SharedRun(profile.table);
  const options = { profile, ...(effort && { effort }) };
  const states: ActivityState[] = [];
  const refused = new Set<ActivityEvent>();
  const certain = orderOf(events, null) === "certain";
  let node = run.initial;
  for (const [index, event] of events.entries()) {
    if (!certain) {
      if (index < MAX_BEGINNINGS) states.push(replay(events.slice(0, index + 1), options).state);
      else states.push("undetermined");
      continue;
    }
    const to = run.after(node, event);
    if (typeof to === "string") refused.add(event);
    else node = to;
    node.status ??= statusOf(run.table, node.state);
    states.push(node.status.state);
  }
  if (certain || events.length === 0) return { states, refused };
  const whole = replay(events, options);
  for (const { event } of whole.refusals) refused.add(event);
  states[events.length - 1] = whole.state;
  return { states, refused };
}
