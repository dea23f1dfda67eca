import {
  type GuardReference,
  type Lifecycle,
  nameOf,
  type ParsedRegion,
  type ParsedTransition,
  paramsOf,
  placeOf,
  type StepArgs,
} from "./definition.ts";

/** Reasons why a state does not allow an event. `final-state`: nothing follows. `guarded`: allowed in the state, but its condition does not hold. */
export const REFUSAL_REASONS = ["final-state", "not-admitted", "guarded"] as const;
/** Why an event is not allowed. */
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

type Test<Context, Event> = { call(args: StepArgs<Context, Event>): boolean }["call"];
type Assign<Context, Event> = { call(args: StepArgs<Context, Event>): Partial<Context> }["call"];

/** A transition of one region that may be taken. */
interface Candidate<Context, Event> {
  test: Test<Context, Event> | null;
  /** Index of the target in the region; -1 where the region stays. */
  target: number;
  exit: Assign<Context, Event>[];
  actions: Assign<Context, Event>[];
  entry: Assign<Context, Event>[];
}
/** By region, the candidates in order of preference; `root` where no region has one. */
interface Cell<Context, Event> {
  regions: readonly (readonly [region: number, candidates: Candidate<Context, Event>[]])[];
  root: Candidate<Context, Event>[];
  /** What the candidates do together that guards have chosen before, by their numbers. */
  chosen: Map<number, Fixed<Context, Event>>;
}
/** What can be said before any guard is called: the state after the event and all that is assigned. */
interface Fixed<Context, Event> {
  next: number;
  assign: Assign<Context, Event>[];
}

/** A machine as a flat table: by combination of the regions' states, then by type of event. */
export interface LifecycleTable<Context, Event extends { type: string }> {
  /** What the table was compiled from. */
  lifecycle: Lifecycle<Context, Event>;
  /** Types of events that transitions name, without `*`. */
  types: ReadonlyMap<string, number>;
  /** Number of combinations. */
  size: number;
  /** The combination that a log begins in. */
  initial: number;
  /** States of each region, by combination. */
  values: readonly (readonly string[])[];
  /** By combination, whether nothing can follow: every region is in a final state. */
  final: readonly boolean[];
  /** By combination, the tags of its states, each once. */
  tags: readonly (readonly string[])[];
  /** Types of events that a combination allows. */
  allowed: readonly (readonly string[])[];
  /** @internal By combination, then by type of event, what follows; `null`: not allowed. */
  cells: readonly (Cell<Context, Event> | Fixed<Context, Event> | null)[];
}

/** A state of a table: the combination, the context, and the output where the machine has ended. */
export interface TableState<Context> {
  /** Index of the combination of the regions' states. */
  at: number;
  /** What the machine remembers beside it. */
  context: Context;
}

const MAX_COMBINATIONS = 20_000;

/** Evaluates what a combination alone decides: `true`, `false`, or the test that is left. */
function compileGuard<Context, Event>(
  ref: GuardReference,
  lifecycle: Lifecycle<Context, Event & { type: string }>,
  value: readonly string[],
): boolean | Test<Context, Event> {
  if (typeof ref === "object" && "in" in ref) {
    const place = placeOf(lifecycle.regions, ref.in);
    return place !== null && value[place.region] === place.state;
  }
  if (typeof ref === "object" && "not" in ref) {
    const inner = compileGuard<Context, Event>(ref.not, lifecycle, value);
    return typeof inner === "boolean" ? !inner : (args) => !inner(args);
  }
  if (typeof ref === "object" && ("and" in ref || "or" in ref)) {
    const [list, stop] = "and" in ref ? [ref.and, false] : [ref.or, true];
    const tests: Test<Context, Event>[] = [];
    for (const each of list) {
      const inner = compileGuard<Context, Event>(each, lifecycle, value);
      if (inner === stop) return stop;
      if (typeof inner !== "boolean") tests.push(inner);
    }
    if (tests.length === 0) return !stop;
    return stop ? (args) => tests.some((test) => test(args)) : (args) => tests.every((test) => test(args));
  }
  const guard = lifecycle.guards[nameOf(ref)];
  const params = paramsOf(ref);
  return (args) => guard?.(args as never, params) === true;
}

/** Compiles a definition to a table, once, for replaying many logs. */
export function compileLifecycle<Context, Event extends { type: string }>(
  lifecycle: Lifecycle<Context, Event>,
): LifecycleTable<Context, Event> {
  const { regions, root } = lifecycle;
  const names = regions.map(({ states }) => Object.keys(states));
  const size = names.reduce((product, each) => product * each.length, 1);
  if (size > MAX_COMBINATIONS)
    throw new TypeError(`${lifecycle.id}: ${size} combinations of states; at most ${MAX_COMBINATIONS}`);
  const stride = names.map((_, region) =>
    names.slice(region + 1).reduce((product, each) => product * each.length, 1),
  );
  const values = Array.from({ length: size }, (_, index) =>
    names.map((own, region) => own[Math.floor(index / (stride[region] ?? 1)) % own.length] as string),
  );
  const types = new Map<string, number>();
  const addTypes = (on: object = {}) => {
    for (const type of Object.keys(on)) if (type !== "*" && !types.has(type)) types.set(type, types.size);
  };
  for (const { states } of regions) for (const { on } of Object.values(states)) addTypes(on);
  addTypes(root);

  const actionsOf = (refs: ParsedTransition["actions"] = []): Assign<Context, Event>[] =>
    refs.map((ref) => {
      const [action, params] = [lifecycle.actions[nameOf(ref)], paramsOf(ref)];
      return (args) => action?.(args, params) ?? {};
    });
  const candidatesOf = (
    on: Readonly<Record<string, ParsedTransition[]>> | undefined,
    type: string,
    value: readonly string[],
    region: { index: number; region: ParsedRegion } | null,
    fromRoot: boolean,
  ): Candidate<Context, Event>[] => {
    const list: Candidate<Context, Event>[] = [];
    for (const each of [...(on?.[type] ?? []), ...(on?.["*"] ?? [])]) {
      const test =
        each.guard === undefined ? true : compileGuard<Context, Event>(each.guard, lifecycle, value);
      if (test === false) continue;
      const target =
        each.target === undefined || region === null
          ? -1
          : Object.keys(region.region.states).indexOf(each.target);
      const from = value[region?.index ?? 0] ?? "";
      const enters = target >= 0 && (fromRoot || each.target !== from || each.reenter === true);
      const states = region?.region.states ?? {};
      list.push({
        test: test === true ? null : test,
        target,
        exit: enters ? actionsOf(states[from]?.exit) : [],
        actions: actionsOf(each.actions),
        entry: enters ? actionsOf(states[each.target ?? ""]?.entry) : [],
      });
      if (test === true) break;
    }
    return list;
  };

  const final = values.map((value) =>
    regions.every(({ states }, region) => states[value[region] ?? ""]?.type === "final"),
  );
  // Types that no transition names: the last column.
  const columns = [...types.keys(), "*"];
  const cells = values.flatMap((value, position) =>
    columns.map((type): Cell<Context, Event> | Fixed<Context, Event> | null => {
      if (final[position]) return null;
      const found = regions.flatMap((region, index) => {
        const on = region.states[value[index] ?? ""]?.on;
        const list = candidatesOf(on, type, value, { index, region }, false);
        return list.length === 0 ? [] : [[index, list] as const];
      });
      const only = lifecycle.parallel ? null : { index: 0, region: regions[0] as ParsedRegion };
      const fallback = candidatesOf(root, type, value, only, true);
      if (found.length === 0 && fallback.length === 0) return null;
      const cell = { regions: found, root: fallback, chosen: new Map() };
      const sure = found.every(([, list]) => list[0]?.test === null);
      if (found.length > 0 ? sure : fallback[0]?.test === null)
        return fixed(
          found.length > 0
            ? found.map(([region, list]) => [region, list[0] as Candidate<Context, Event>])
            : [[0, fallback[0] as Candidate<Context, Event>]],
          position,
          stride,
          names,
        );
      return cell;
    }),
  );
  const initial = regions.reduce(
    (sum, { initial: first }, region) => sum + (names[region]?.indexOf(first) ?? 0) * (stride[region] ?? 1),
    0,
  );
  const width = columns.length;
  return {
    lifecycle,
    types,
    size,
    initial,
    values,
    final,
    tags: values.map((value) => [
      ...new Set(regions.flatMap(({ states }, region) => states[value[region] ?? ""]?.tags ?? [])),
    ]),
    allowed: values.map((_, index) =>
      [...types.keys()].filter((_type, code) => cells[index * width + code] !== null),
    ),
    cells,
  };
}

/** What chosen transitions of the regions do together: exits from the last region back, then actions, then entries, as XState orders them. */
function fixed<Context, Event>(
  chosen: readonly (readonly [region: number, candidate: Candidate<Context, Event>])[],
  index: number,
  stride: readonly number[],
  names: readonly (readonly string[])[],
): Fixed<Context, Event> {
  let next = index;
  for (const [region, { target }] of chosen) {
    if (target < 0) continue;
    const step = stride[region] ?? 1;
    const from = Math.floor(index / step) % (names[region]?.length ?? 1);
    next += (target - from) * step;
  }
  return {
    next,
    assign: [
      ...[...chosen].reverse().flatMap(([, { exit }]) => exit),
      ...chosen.flatMap(([, { actions }]) => actions),
      ...chosen.flatMap(([, { entry }]) => entry),
    ],
  };
}

const strides = new WeakMap<object, { stride: number[]; names: string[][] }>();
function layoutOf(lifecycle: Lifecycle<never, never>): { stride: number[]; names: string[][] } {
  let layout = strides.get(lifecycle);
  if (layout === undefined) {
    const names = lifecycle.regions.map(({ states }) => Object.keys(states));
    const stride = names.map((_, region) =>
      names.slice(region + 1).reduce((product, each) => product * each.length, 1),
    );
    layout = { stride, names };
    strides.set(lifecycle, layout);
  }
  return layout;
}

function apply<Context, Event>(
  assignments: readonly Assign<Context, Event>[],
  context: Context,
  event: Event,
): Context {
  let now = context;
  for (const assign of assignments) {
    const changes = assign({ context: now, event }) as Record<string, unknown>;
    const before = now as Record<string, unknown>;
    for (const key in changes)
      if (before[key] !== changes[key]) {
        now = { ...now, ...changes } as Context;
        break;
      }
  }
  return now;
}

/** The state that a machine begins in. */
export function initialState<Context, Event extends { type: string }>(
  table: LifecycleTable<Context, Event>,
  { input }: { input?: unknown } = {},
): TableState<Context> {
  const { context, regions, actions } = table.lifecycle;
  const first = typeof context === "function" ? (context as (input: unknown) => Context)(input) : context;
  const event = { type: "xstate.init", input } as unknown as Event;
  const entry = regions.flatMap(({ initial, states }) => states[initial]?.entry ?? []);
  const assignments = entry.map(
    (ref): Assign<Context, Event> =>
      (args) =>
        actions[nameOf(ref)]?.(args, paramsOf(ref)) ?? {},
  );
  return { at: table.initial, context: apply(assignments, first, event) };
}

/** The state after an event, or the reason why the event is not allowed. */
export function step<Context, Event extends { type: string }>(
  table: LifecycleTable<Context, Event>,
  { at, context }: TableState<Context>,
  event: Event,
): TableState<Context> | RefusalReason {
  const { types, cells } = table;
  const code = types.get(event.type) ?? types.size;
  const cell = cells[at * (types.size + 1) + code];
  if (cell === null || cell === undefined) return table.final[at] ? "final-state" : "not-admitted";
  if ("next" in cell)
    return {
      at: cell.next,
      context: cell.assign.length === 0 ? context : apply(cell.assign, context, event),
    };
  const args = { context, event };
  const firstThat = (candidates: readonly Candidate<Context, Event>[]) =>
    candidates.findIndex(({ test }) => test === null || test(args));
  const picked: [number, Candidate<Context, Event>][] = [];
  let choice = 0;
  for (const [region, candidates] of cell.regions) {
    const index = firstThat(candidates);
    choice = choice * (candidates.length + 1) + index + 1;
    const candidate = candidates[index];
    if (candidate !== undefined) picked.push([region, candidate]);
  }
  if (picked.length === 0) {
    const index = firstThat(cell.root);
    const root = cell.root[index];
    if (root === undefined) return "guarded";
    choice = -1 - index;
    picked.push([0, root]);
  }
  let all = cell.chosen.get(choice);
  if (all === undefined) {
    const { stride, names } = layoutOf(table.lifecycle as never);
    all = fixed(picked, at, stride, names);
    cell.chosen.set(choice, all);
  }
  return { at: all.next, context: all.assign.length === 0 ? context : apply(all.assign, context, event) };
}

/** An event that was not allowed. It changed nothing. */
export interface RefusedEvent<Event, State = string, Type = string> {
  /** The event. */
  event: Event;
  /** The state that did not allow it. */
  state: State;
  /** Why it was not allowed. */
  reason: RefusalReason;
  /** Types of events that the state allows. */
  allowedEvents: Type[];
  /** States that allow the event. */
  requires: State[];
}

/** The one state of a combination, as the lifecycle derives it. */
export const stateName = <Context, Event extends { type: string }>(
  table: LifecycleTable<Context, Event>,
  index: number,
): string => table.lifecycle.stateOf(table.values[index] ?? []);

/** Every state of a lifecycle, `undetermined` last. */
export const stateNames = <Context, Event extends { type: string }>({
  values,
  lifecycle,
}: LifecycleTable<Context, Event>): string[] => [
  ...new Set([...values.map((value) => lifecycle.stateOf(value)), "undetermined"]),
];

const allowing = new WeakMap<object, Map<string, string[]>>();

/** States that allow a type of event. */
export function statesAllowing<Context, Event extends { type: string }>(
  table: LifecycleTable<Context, Event>,
  type: string,
): readonly string[] {
  let byType = allowing.get(table);
  if (byType === undefined) {
    byType = new Map();
    for (const [index, allowed] of table.allowed.entries())
      for (const each of allowed) {
        const states = byType.get(each) ?? [];
        const state = stateName(table, index);
        if (!states.includes(state)) states.push(state);
        byType.set(each, states);
      }
    allowing.set(table, byType);
  }
  return byType.get(type) ?? [];
}

/** Runs events in the order given. */
export function runTable<Context, Event extends { type: string }>(
  table: LifecycleTable<Context, Event>,
  events: readonly Event[],
  { input }: { input?: unknown } = {},
): TableState<Context> & { refusals: RefusedEvent<Event>[]; output: unknown } {
  let state = initialState(table, { input });
  const refusals: RefusedEvent<Event>[] = [];
  for (const event of events) {
    const next = step(table, state, event);
    if (typeof next === "string")
      refusals.push({
        event,
        state: stateName(table, state.at),
        reason: next,
        allowedEvents: [...(table.allowed[state.at] ?? [])],
        requires: [...statesAllowing(table, event.type)],
      });
    else state = next;
  }
  const { output } = table.lifecycle;
  return {
    ...state,
    refusals,
    output: output !== null && table.final[state.at] ? output(state.context) : undefined,
  };
}

/** Combinations that an event can lead to from one, whatever the guards say of the context. */
export function targetsOf<Context, Event extends { type: string }>(
  table: LifecycleTable<Context, Event>,
  index: number,
  type: string,
): number[] {
  const { types, cells, lifecycle } = table;
  const cell = cells[index * (types.size + 1) + (types.get(type) ?? types.size)];
  if (cell === null || cell === undefined) return [];
  if ("next" in cell) return [cell.next];
  const { stride, names } = layoutOf(lifecycle as never);
  const choices = [...cell.regions, ...(cell.root.length === 0 ? [] : [[0, cell.root] as const])];
  let chosen: (readonly [number, Candidate<Context, Event>])[][] = [[]];
  for (const [region, candidates] of choices)
    chosen = chosen.flatMap((list) => [
      // The region may stay where every candidate has a condition.
      ...(candidates.every(({ test }) => test !== null) ? [list] : []),
      ...candidates.map((candidate) => [...list, [region, candidate] as const]),
    ]);
  return [...new Set(chosen.map((list) => fixed(list, index, stride, names).next))];
}
