import type { AnyStateMachine, ContextFrom } from "xstate";
import type { PartialDate } from "../date.ts";
import { type ActivityState, activityMachine } from "./activity-machine.ts";
import type { ActivityEvent } from "./event.ts";
import {
  type ActivityStanding,
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
/** What an assignment changes: the same each time, or worked out from what happened. */
type Change<Context, Event> =
  | { fixed: [key: string, value: unknown][] }
  | { fixed: null; of: (step: Step<Context, Event>) => Partial<Context> };

/** One way out of a state: where to, under which guard, changing what. */
interface Way<Context, Event> {
  guard: Guard<Context, Event> | null;
  target: number;
  /** What the state left, the way itself and the state entered change, in this order. */
  changes: Change<Context, Event>[];
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
  ways: (Way<Context, Event>[] | null)[];
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
  const changeOf = (action: unknown): Change<Context, Event> => {
    const named = typeof action === "string" ? action : (action as { type?: string }).type;
    const found = typeof action === "function" ? action : actions[named ?? ""];
    const assignment = (found as { type?: string; assignment?: unknown } | undefined)?.assignment;
    if ((found as { type?: string } | undefined)?.type !== "xstate.assign" || assignment === undefined)
      throw new TypeError(`${machine.id}: ${String(named)} is no assignment`);
    if (typeof assignment === "function")
      return { fixed: null, of: assignment as (step: Step<Context, Event>) => Partial<Context> };
    const entries = Object.entries(assignment as object);
    if (entries.every(([, value]) => typeof value !== "function")) return { fixed: entries };
    return {
      fixed: null,
      of: (step) =>
        Object.fromEntries(
          entries.map(([key, value]) => [key, typeof value === "function" ? value(step) : value]),
        ) as Partial<Context>,
    };
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
          changes: between.map(changeOf),
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

/** The context after a change; the very same one where the change would not show. */
function changed<Context, Event>(context: Context, change: Change<Context, Event>, event: Event): Context {
  if (change.fixed === null) return { ...context, ...change.of({ context, event }) };
  let next = context as Record<string, unknown>;
  for (const [key, value] of change.fixed) {
    if (next[key] === value) continue;
    if (next === context) next = { ...next };
    next[key] = value;
  }
  return next as Context;
}

/** Where a log leads to. */
export interface CompiledStanding<Context, Event> {
  state: number;
  context: Context;
  refusals: RefusedEvent<Event>[];
}

/** Runs events in the order given; `inOrderOfEffect` puts them in theirs. What it yields is what `replayWith` yields. */
export function runCompiled<Context, Event extends { type: string }>(
  table: CompiledMachine<Context, Event>,
  events: readonly Event[],
): CompiledStanding<Context, Event> {
  const { ways, types, final } = table;
  const width = types.size;
  let state = table.initial;
  let { context } = table;
  let refusals: RefusedEvent<Event>[] | null = null;
  for (let at = 0; at < events.length; at += 1) {
    const event = events[at] as Event;
    const code = types.get(event.type);
    const candidates =
      code === undefined ? null : (ways[state * width + code] as Way<Context, Event>[] | null);
    let taken: Way<Context, Event> | null = null;
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
    const { changes } = taken;
    for (let each = 0; each < changes.length; each += 1)
      context = changed(context, changes[each] as Change<Context, Event>, event);
    state = taken.target;
  }
  return { state, context, refusals: refusals ?? [] };
}

let compiledActivity: ReturnType<typeof compileActivity> | null = null;
const compileActivity = () => compileMachine<typeof activityMachine, ActivityEvent>(activityMachine);

/** The standings of many activities by their events: what {@link replay} tells of each, many times as fast. */
export function replayAll(logs: Iterable<readonly ActivityEvent[]>): ActivityStanding[] {
  compiledActivity ??= compileActivity();
  const table = compiledActivity;
  const standings: ActivityStanding[] = [];
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
