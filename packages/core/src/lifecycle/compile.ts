import type { AnyStateMachine, ContextFrom } from "xstate";
import type { PartialDate } from "../values/date.ts";
import { type ActivityState, activityMachine } from "./activity-machine.ts";
import type { ActivityEvent } from "./event.ts";
import {
  type ActivitySnapshot,
  admittedIn,
  inOrderOfEffect,
  type Refusal,
  type RefusalReason,
  type RefusedEvent,
} from "./replay.ts";

interface Step<Context, Event> {
  context: Context;
  event: Event;
}
type Guard<Context, Event> = (step: Step<Context, Event>) => boolean;
/** The context after an assignment; the very same one where the assignment would not show. Contexts themselves never change. */
type Assign<Context, Event> = (context: Context, event: Event) => Context;

/** One way out of a state: where to, under which guard, changing what. */
interface Transition<Context, Event> {
  guard: Guard<Context, Event> | null;
  target: number;
  /** What the state left, the way itself and the state entered assign, as one; `null` where they assign nothing. */
  assign: Assign<Context, Event> | null;
}

/** A machine as a flat table: by state, then by type of event, the ways out in order of preference. */
export interface CompiledMachine<Context, Event extends { type: string }> {
  states: string[];
  final: boolean[];
  initial: number;
  context: Context;
  types: Map<string, number>;
  /**
   * The ways out by `state * types.size + type`, `null` where the state does not admit the event.
   *
   * @internal
   */
  ways: (Transition<Context, Event>[] | null)[];
  admits: string[][];
}

type Implementations = { guards?: Record<string, unknown>; actions?: Record<string, unknown> };

/**
 * Compiles a machine to a flat table, once, for replaying many logs. XState stays the one statement of the machine: what this cannot
 * read from it (nested states, actions that are no assignments, invoked actors) it refuses.
 * @throws TypeError where the machine has what a table does not.
 */
export function compileMachine<Machine extends AnyStateMachine, Event extends { type: string }>(
  machine: Machine,
): CompiledMachine<ContextFrom<Machine>, Event> {
  type Context = ContextFrom<Machine>;
  const { guards = {}, actions = {} } = machine.implementations as Implementations;
  const states = Object.keys(machine.states);
  const types = new Map<string, number>();
  for (const type of machine.events as string[]) types.set(type, types.size);

  const guardOf = (guard: unknown): Guard<Context, Event> | null => {
    if (guard === undefined) return null;
    const found = typeof guard === "string" ? guards[guard] : guard;
    if (typeof found !== "function") throw new TypeError(`${machine.id}: a guard that is no function`);
    return found as Guard<Context, Event>;
  };
  const assignmentOf = (action: unknown): object => {
    const named = typeof action === "string" ? action : (action as { type?: string }).type;
    const found = typeof action === "function" ? action : actions[named ?? ""];
    const { type, assignment } = (found ?? {}) as { type?: string; assignment?: object };
    if (type !== "xstate.assign" || assignment === undefined)
      throw new TypeError(`${machine.id}: ${String(named)} is no assignment`);
    return assignment;
  };

  const ways: CompiledMachine<Context, Event>["ways"] = Array(states.length * types.size).fill(null);
  for (const [place, name] of states.entries()) {
    const node = machine.states[name];
    if (
      node === undefined ||
      Object.keys(node.states).length > 0 ||
      node.invoke.length > 0 ||
      node.always?.length
    )
      throw new TypeError(`${machine.id}: ${name} is no flat state`);
    for (const [type, candidates] of node.transitions) {
      const code = types.get(type);
      if (code === undefined) continue;
      ways[place * types.size + code] = candidates.map(({ target, guard, actions: own }) => {
        const to = target?.[0];
        const between = to === undefined ? own : [...node.exit, ...own, ...to.entry];
        return {
          guard: guardOf(guard),
          target: to === undefined ? place : states.indexOf(to.key),
          assign: assignOf<Context, Event>(between.map(assignmentOf)),
        };
      });
    }
  }
  const context = machine.getInitialSnapshot(undefined as never).context as Context;
  return {
    states,
    final: states.map((name) => machine.states[name]?.type === "final"),
    initial: states.indexOf(String(machine.config.initial)),
    context,
    types,
    ways,
    admits: states.map((name) => admittedIn(machine, name)),
  };
}

/** Some assignments, one after another, as one function. */
function assignOf<Context, Event>(assignments: readonly object[]): Assign<Context, Event> | null {
  const [first, ...rest] = assignments.map(assigning<Context, Event>);
  if (first === undefined) return null;
  return rest.reduce((before, after) => (context, event) => after(before(context, event), event), first);
}

/** One assignment of XState's: a function of all that changes, or an object of values and of functions that work one out. */
function assigning<Context, Event>(assignment: object): Assign<Context, Event> {
  type Changes = Readonly<Record<string, unknown>>;
  if (typeof assignment === "function")
    return (context, event) =>
      withChanges(context, (assignment as (step: Step<Context, Event>) => Changes)({ context, event }));
  const entries = Object.entries(assignment as Changes);
  if (entries.every(([, value]) => typeof value !== "function"))
    return (context) => withChanges(context, assignment as Changes);
  return (context, event) => {
    const changes = entries.map(([key, value]) => [
      key,
      typeof value === "function" ? value({ context, event }) : value,
    ]);
    return withChanges(context, Object.fromEntries(changes) as Changes);
  };
}

function withChanges<Context>(context: Context, changes: Readonly<Record<string, unknown>>): Context {
  const now = context as Record<string, unknown>;
  for (const key in changes) if (now[key] !== changes[key]) return { ...context, ...changes };
  return context;
}
/** Where a log leads to. */
export interface CompiledSnapshot<Context, Event> {
  state: number;
  context: Context;
  refusals: RefusedEvent<Event>[];
}

/** Runs events in the order given; `inOrderOfEffect` puts them in theirs. What it yields is what `replayWith` yields. */
export function runCompiled<Context, Event extends { type: string }>(
  table: CompiledMachine<Context, Event>,
  events: readonly Event[],
): CompiledSnapshot<Context, Event> {
  const { ways, types, final } = table;
  const width = types.size;
  let state = table.initial;
  let { context } = table;
  let refusals: RefusedEvent<Event>[] | null = null;
  for (let at = 0; at < events.length; at += 1) {
    const event = events[at] as Event;
    const code = types.get(event.type);
    const candidates =
      code === undefined ? null : (ways[state * width + code] as Transition<Context, Event>[] | null);
    let taken: Transition<Context, Event> | null = null;
    if (candidates !== null)
      for (const way of candidates)
        if (way.guard === null || way.guard({ context, event })) {
          taken = way;
          break;
        }
    if (taken === null) {
      const reason: RefusalReason = final[state]
        ? "final-state"
        : candidates === null
          ? "not-admitted"
          : "guarded";
      refusals ??= [];
      refusals.push({
        event,
        state: table.states[state] as string,
        reason,
        admits: table.admits[state] as string[],
      });
      continue;
    }
    if (taken.assign !== null) context = taken.assign(context, event);
    state = taken.target;
  }
  return { state, context, refusals: refusals ?? [] };
}

let compiledActivity: ReturnType<typeof compileActivity> | null = null;
const compileActivity = () => compileMachine<typeof activityMachine, ActivityEvent>(activityMachine);

/** The standings of many activities by their events: what {@link replay} tells of each, many times as fast. */
export function replayAll(logs: Iterable<readonly ActivityEvent[]>): ActivitySnapshot[] {
  compiledActivity ??= compileActivity();
  const table = compiledActivity;
  const standings: ActivitySnapshot[] = [];
  for (const events of logs) {
    const { state, context, refusals } = runCompiled(table, ordered(events));
    standings.push({
      state: table.states[state] as ActivityState,
      causes: context.causes,
      expectedUntil: context.expectedUntil,
      refusals: refusals as Refusal[],
    });
  }
  return standings;
}

/** Most logs are in order as they are kept. */
const ordered = (events: readonly ActivityEvent[]): readonly ActivityEvent[] => {
  let last: PartialDate = "";
  for (const { date } of events) {
    // Of dates that are whole, texts are in order as days are.
    if (date === null || date.length !== 10 || date < last) return inOrderOfEffect(events);
    last = date;
  }
  return events;
};
