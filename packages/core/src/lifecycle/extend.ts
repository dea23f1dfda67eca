import {
  type Actions,
  defineLifecycle,
  type Guards,
  type Implementation,
  type Lifecycle,
  type LifecycleShape,
} from "./definition.ts";

type Region = Extract<LifecycleShape, { type: "parallel" }>["states"][string];
type State = Region["states"][string];
type Transitions = NonNullable<State["on"]>;
type TransitionList = Transitions[string];

/** What an extension adds to a machine, in the notation of `defineLifecycle`: states and transitions by region and state. */
export interface LifecycleExtension {
  /** Name of the extended machine. Default: that of the machine. */
  id?: string;
  /** By region; of a machine of one region, under the machine's id. */
  regions?: Readonly<Record<string, Pick<Region, "states">>>;
  /** Transitions of the root. */
  on?: Transitions;
}

/** Functions that an extension adds to those of the machine. */
export interface ExtensionImplementation<Context, Event extends { type: string }, More extends object>
  extends Partial<Pick<Implementation<Context & More, Event>, "presumed" | "summary">> {
  /** Fields that the context begins with beside those of the machine. */
  context: More;
  /** Guards that the extension names beside those of the machine. */
  guards?: Guards<Context & More, Event>;
  /** Assignments that the extension names beside those of the machine. */
  actions?: Actions<Context & More, Event>;
  /** The one state; `base`: as the machine derives it. Default: that. */
  stateOf?: (value: readonly string[], base: (value: readonly string[]) => string) => string;
}

const listOf = (transitions: TransitionList) => (Array.isArray(transitions) ? transitions : [transitions]);

/** Transitions of both: of one type, those of the extension are tried first. */
function joinTransitions(base: Transitions = {}, more: Transitions = {}): Transitions {
  const joined: Transitions = { ...base };
  for (const [type, own] of Object.entries(more)) {
    const before = base[type];
    const all = [...listOf(own), ...(before === undefined ? [] : listOf(before))];
    joined[type] = all.map((each) => (typeof each === "string" ? { target: each } : each));
  }
  return joined;
}

function joinStates(
  base: Readonly<Record<string, State>>,
  more: Readonly<Record<string, State>>,
): Record<string, State> {
  const joined = { ...base };
  for (const [name, state] of Object.entries(more)) {
    const known = base[name];
    joined[name] =
      known === undefined ? state : { ...known, ...state, on: joinTransitions(known.on, state.on) };
  }
  return joined;
}

/**
 * A machine with more states, events and transitions than another, which stays as it is. Of one state and type of event, transitions of the
 * extension are tried before those of the machine. The replay table, the XState machine and the diagram are made of it as of any other.
 * @throws TypeError where the extension names a region that the machine does not have, or as `defineLifecycle` does.
 */
export function extendLifecycle<
  Context extends object,
  Event extends { type: string },
  More extends object,
  MoreEvent extends { type: string } = never,
>(
  base: Lifecycle<Context, Event>,
  { id = base.id, regions = {}, on = {} }: LifecycleExtension,
  implementation: ExtensionImplementation<Context, Event | MoreEvent, More>,
): Lifecycle<Context & More, Event | MoreEvent> {
  const { shape } = base;
  const known = new Set(base.regions.map(({ name }) => name));
  for (const name of Object.keys(regions))
    if (!known.has(name)) throw new TypeError(`${id}: no region is named “${name}”`);
  const rest = {
    id,
    on: joinTransitions(shape.on, on),
    ...(shape.output === undefined ? {} : { output: shape.output }),
  };
  const extended: LifecycleShape =
    "type" in shape
      ? {
          ...rest,
          type: "parallel",
          states: Object.fromEntries(
            Object.entries(shape.states).map(([name, region]) => [
              name,
              { ...region, states: joinStates(region.states, regions[name]?.states ?? {}) },
            ]),
          ),
        }
      : {
          ...rest,
          initial: shape.initial,
          states: joinStates(shape.states, regions[base.id]?.states ?? {}),
        };
  const { context: more, guards = {}, actions = {}, stateOf, presumed, summary } = implementation;
  // Its functions see more events and fields than they know of, and read what they know.
  const own = base as unknown as Lifecycle<Context & More, Event | MoreEvent>;
  const first = base.context;
  const output = base.output;
  return defineLifecycle<Context & More, Event | MoreEvent>(extended, {
    context:
      typeof first === "function"
        ? (input) => ({ ...(first as (input: unknown) => Context)(input), ...more })
        : { ...first, ...more },
    guards: { ...own.guards, ...guards },
    actions: { ...own.actions, ...actions },
    ...(shape.output === undefined || output === null ? {} : { outputs: { [shape.output]: output } }),
    stateOf: (value) => (stateOf === undefined ? base.stateOf(value) : stateOf(value, base.stateOf)),
    presumed: presumed ?? base.presumed,
    summary: summary ?? base.summary,
  });
}
