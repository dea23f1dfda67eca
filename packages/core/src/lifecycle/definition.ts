import * as z from "zod";

/** What guards and actions are called with. */
export interface StepArgs<Context, Event> {
  /** What the machine remembers before the event. */
  context: Context;
  /** The event that is taken. */
  event: Event;
}

/** A pure function of context and event, with the parameters that the reference gives. Bivariant, so that lifecycles can be listed together. */
type StepFunction<Context, Event, Returns> = {
  call(args: StepArgs<Context, Event>, params: Params): Returns;
}["call"];
/** Guards by name. */
export type Guards<Context, Event> = Record<string, StepFunction<Context, Event, boolean>>;
/** Assignments by name: each returns the fields of the context that change. */
export type Actions<Context, Event> = Record<string, StepFunction<Context, Event, Partial<Context>>>;
export type Params = Readonly<Record<string, unknown>> | undefined;

const name = z.string().min(1);
const reference = z.union([
  name,
  z.strictObject({
    /** Name of the guard or action. */
    type: name,
    /** What the function is called with beside context and event. */
    params: z.record(z.string(), z.unknown()).optional(),
  }),
]);
/** An action by name, with parameters where it takes any. */
export type ActionReference = z.infer<typeof reference>;

/**
 * A guard: by name, composed by `and`, `or`, `not`, or `{ in: "region.state" }` (`{ in: "state" }` in a machine of one region), which
 * holds while that state is active.
 */
export type GuardReference =
  | ActionReference
  | {
      /** The state that must be active: `region.state`, or `state` in a machine of one region. */
      in: string;
    }
  | {
      /** Holds where this does not. */
      not: GuardReference;
    }
  | {
      /** Holds where all of these do. */
      and: GuardReference[];
    }
  | {
      /** Holds where one of these does. */
      or: GuardReference[];
    };
const guard: z.ZodType<GuardReference> = z.lazy(() =>
  z.union([
    reference,
    z.strictObject({ in: name }),
    z.strictObject({ not: guard }),
    z.strictObject({ and: z.array(guard).min(1) }),
    z.strictObject({ or: z.array(guard).min(1) }),
  ]),
);

const actions = z
  .union([reference, z.array(reference)])
  .transform((one) => (Array.isArray(one) ? one : [one]))
  .optional();
const transition = z
  .strictObject({
    /** The state that follows. Default: the state stays. */
    target: name.optional(),
    /** The condition on which it is taken. Default: always. */
    guard: guard.optional(),
    /** Assignments that it makes. */
    actions,
    /** Exits and enters the state again where the target is the state itself. */
    reenter: z.boolean().optional(),
  })
  .refine(({ target, actions: own }) => target !== undefined || (own !== undefined && own.length > 0), {
    error: "a transition must have a target or an action",
  });
const transitions = z
  .union([
    name.transform((target): z.infer<typeof transition> => ({ target })),
    transition,
    z.array(transition).min(1),
  ])
  .transform((one) => (Array.isArray(one) ? one : [one]));
/** By type of event; `*` matches every type, after the candidates of the type itself. */
const on = z
  .record(
    name.refine((type) => !type.endsWith(".*") && !type.startsWith("xstate."), {
      error: "expected a type of event or “*”; partial wildcards are not supported",
    }),
    transitions,
  )
  .optional();
const state = z
  .strictObject({
    /** Nothing follows a final state. */
    type: z.literal("final").optional(),
    /** Labels that readers of a state may ask for. */
    tags: z.array(name).optional(),
    /** Assignments on entering the state. */
    entry: actions,
    /** Assignments on leaving the state. */
    exit: actions,
    /** Transitions by type of event; `*` matches every type, after those of the type itself. */
    on,
  })
  .refine(({ type, exit, on: own }) => type !== "final" || (exit === undefined && own === undefined), {
    error: "a final state has neither transitions nor exit actions",
  });
const region = z.strictObject({
  /** The state that the region begins in. */
  initial: name,
  /** The region's states by name. */
  states: z.record(name, state),
});

const shape = z.union([
  z.strictObject({
    /** Name of the machine: `activity`. */
    id: name,
    /** The state that it begins in. */
    initial: name,
    /** Regions by name, or the states of the one region. */
    states: z.record(name, state),
    /** Transitions that are tried where the active states have none, by type of event; `*` matches every type. */
    on,
    /** Name of the function that says what a machine returns that has ended. */
    output: name.optional(),
  }),
  z.strictObject({
    /** Name of the machine: `activity`. */
    id: name,
    type: z.literal("parallel"),
    /** Regions by name, or the states of the one region. */
    states: z.record(name, region),
    /** Transitions that are tried where the active states have none, by type of event; `*` matches every type. */
    on,
    /** Name of the function that says what a machine returns that has ended. */
    output: name.optional(),
  }),
]);

/** States and transitions of a machine as plain data, in the notation of XState: one region, or several in parallel. */
export type LifecycleShape = z.input<typeof shape>;
export type ParsedTransition = z.infer<typeof transition>;
export type ParsedState = z.infer<typeof state>;
export interface ParsedRegion {
  name: string;
  initial: string;
  states: Readonly<Record<string, ParsedState>>;
}

/** A machine: its states and transitions as data, and the functions that the data names. Made by `defineLifecycle`. */
export interface Lifecycle<Context = unknown, Event extends { type: string } = { type: string }> {
  /** Name of the machine: `activity`. */
  id: string;
  /** States and transitions as they were given. */
  shape: LifecycleShape;
  /** The same, parsed: its regions in parallel, or the one region that it is. */
  regions: readonly ParsedRegion[];
  /** Whether it has several regions, each of which is in a state of its own. */
  parallel: boolean;
  /** Transitions by type of event that no region has: those of the machine as a whole. */
  root: Readonly<Record<string, ParsedTransition[]>>;
  /** The context that a log begins with, or how it follows from an input. */
  context: Context | ((input: unknown) => Context);
  /** Guards that the shape names. */
  guards: Guards<Context, Event>;
  /** Assignments that the shape names. */
  actions: Actions<Context, Event>;
  /** What a machine that has reached its end returns. */
  output: { call(context: Context): unknown }["call"] | null;
  /** The one state that follows from the states of all regions. */
  stateOf: (value: readonly string[]) => string;
  /** Events that the context holds to be presumed: of several orders of events, those are preferred that presume the fewest. */
  presumed: { call(context: Context): number }["call"];
  /** What readers of a state are shown of the context. */
  summary: { call(context: Context): Record<string, unknown> }["call"];
}

/** Functions that a shape names, and the context that it begins with. */
export interface Implementation<Context, Event extends { type: string }> {
  /** The context that a log begins with, or how it follows from an input. */
  context: Context | ((input: unknown) => Context);
  /** Guards that the shape names. */
  guards?: Guards<Context, Event>;
  /** Assignments that the shape names. */
  actions?: Actions<Context, Event>;
  /** Outputs by name, for a machine that ends. */
  outputs?: Record<string, (context: Context) => unknown>;
  /** Default: the states of all regions, joined by slashes. */
  stateOf?: (value: readonly string[]) => string;
  /** Default: none. */
  presumed?: (context: Context) => number;
  /** Default: the context itself. */
  summary?: (context: Context) => Record<string, unknown>;
}

/** Every guard that a guard is composed of. */
export const leavesOf = (ref: GuardReference): (ActionReference | { in: string })[] => {
  if (typeof ref === "string") return [ref];
  if ("and" in ref) return ref.and.flatMap(leavesOf);
  if ("or" in ref) return ref.or.flatMap(leavesOf);
  if ("not" in ref) return leavesOf(ref.not);
  return [ref];
};
export const nameOf = (ref: ActionReference): string => (typeof ref === "string" ? ref : ref.type);
export const paramsOf = (ref: ActionReference): Params => (typeof ref === "string" ? undefined : ref.params);

/** The region and the state that `in` names. */
export function placeOf(
  regions: readonly ParsedRegion[],
  at: string,
): { region: number; state: string } | null {
  if (regions.length === 1 && regions[0]?.states[at] !== undefined) return { region: 0, state: at };
  const dot = at.indexOf(".");
  const region = regions.findIndex((each) => each.name === at.slice(0, dot));
  const found = at.slice(dot + 1);
  return regions[region]?.states[found] === undefined ? null : { region, state: found };
}

/**
 * Checks a machine when it is loaded. What the table and XState would not do alike (nested states, eventless and delayed transitions, actors,
 * effects, partial wildcards) is no part of the notation and is refused, and so is a name that nothing is behind.
 * @throws TypeError with the place of the first fault.
 */
export function defineLifecycle<Context, Event extends { type: string }>(
  input: LifecycleShape,
  {
    context,
    guards = {},
    actions: assignments = {},
    outputs = {},
    stateOf = (value) => value.join("/"),
    presumed = () => 0,
    summary = (own) => own as Record<string, unknown>,
  }: Implementation<Context, Event>,
): Lifecycle<Context, Event> {
  const parsed = shape.safeParse(input);
  const id = (input as { id?: unknown }).id;
  const fail = (message: string): never => {
    throw new TypeError(`${typeof id === "string" ? id : "machine"}: ${message}`);
  };
  if (!parsed.success) return fail(z.prettifyError(parsed.error));
  const { data } = parsed;
  const parallel = "type" in data;
  const regions: ParsedRegion[] = parallel
    ? Object.entries(data.states).map(([region, each]) => ({ name: region, ...each }))
    : [{ name: data.id, initial: data.initial, states: data.states }];
  const known = (at: string, kind: string, table: object, each: string) => {
    if (!Object.hasOwn(table, each)) fail(`${at}: no ${kind} is named “${each}”`);
  };
  const checkTransitions = (at: string, own: ParsedState["on"], states: object | null) => {
    for (const [type, list] of Object.entries(own ?? {}))
      for (const { target, guard: condition, actions: refs = [] } of list) {
        const where = `${at}.on.${type}`;
        if (target !== undefined) {
          if (states === null)
            fail(`${where}: a transition of a parallel machine's root cannot have a target`);
          else known(where, "state", states, target);
        }
        for (const ref of refs) known(where, "action", assignments, nameOf(ref));
        for (const leaf of condition === undefined ? [] : leavesOf(condition))
          if (typeof leaf === "object" && "in" in leaf) {
            if (placeOf(regions, leaf.in) === null) fail(`${where}: no state is named “${leaf.in}”`);
          } else known(where, "guard", guards, nameOf(leaf));
      }
  };
  if (regions.length === 0) fail("no states");
  for (const { name: region, initial, states } of regions) {
    known(region, "state", states, initial);
    for (const [each, { on: own, entry = [], exit = [] }] of Object.entries(states)) {
      if (each.includes(".") || each.startsWith("#")) fail(`${each}: a state's name has no dots or hashes`);
      checkTransitions(`${region}.${each}`, own, states);
      for (const ref of [...entry, ...exit]) known(`${region}.${each}`, "action", assignments, nameOf(ref));
    }
  }
  // XState announces a finished region by an event of its own, which `*` would match.
  const nodes = regions.flatMap(({ states }) => Object.values(states));
  const wildcard = [data.on, ...nodes.map(({ on: own }) => own)].some((own) => own?.["*"] !== undefined);
  if (parallel && wildcard && nodes.some(({ type }) => type === "final"))
    fail("a parallel machine cannot have both final states and “*”");
  checkTransitions("root", data.on, parallel ? null : (regions[0]?.states ?? {}));
  if (data.output !== undefined) known("output", "output", outputs, data.output);
  return {
    id: data.id,
    shape: input,
    regions,
    parallel,
    root: data.on ?? {},
    context,
    guards,
    actions: assignments,
    output: data.output === undefined ? null : (outputs[data.output] ?? null),
    stateOf,
    presumed,
    summary,
  };
}
