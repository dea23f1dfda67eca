import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnyStateMachine, createActor, createMachine } from "xstate";
import { IMPLEMENTATION, randomShape, TYPES } from "../../test/lifecycle/random-machine.ts";
import { beginByXState, runByXState, stepByXState, viewOf } from "../../test/lifecycle/reference.ts";
import {
  ACTIVITY_EVENT_TYPES,
  type ActivityEvent,
  activityLifecycleTable,
  activityMachine,
  compileLifecycle,
  defineLifecycle,
  initialState,
  invokedActivityMachine,
  type LifecycleShape,
  type LifecycleTable,
  projectLifecycleTable,
  projectMachine,
  reportLifecycleTable,
  reportMachine,
  runTable,
  step,
  type TableState,
  toMachine,
} from "./index.ts";

// All of it runs with `CADRE_FULL=1`; an ordinary run takes a fiftieth.
const full = process.env.CADRE_FULL === "1";
const runs = full ? 100_000 : 2_000;
const DEPTH = 8;

type Table = LifecycleTable<unknown, { type: string }>;

/** A state of the table, in the form of the reference. */
const viewOfTable = (table: Table, { at, context }: TableState<unknown>) => ({
  value: table.values[at],
  context,
  output: table.final[at] ? table.lifecycle.output?.(context) : undefined,
  tags: [...(table.tags[at] ?? [])].sort(),
  done: table.final[at],
});

/** A log by the table, in the form of the reference. */
function runByTable(table: Table, events: readonly { type: string }[], input?: unknown) {
  const { refusals, output, ...state } = runTable(table, events, { input });
  const refused = new Set(refusals.map(({ event }) => event));
  return { ...viewOfTable(table, state), output, allowed: events.map((event) => !refused.has(event)) };
}

/** `toEqual` only where Node's comparison, which is many times as fast, finds a difference. */
const expectEqual = (found: unknown, expected: unknown) => {
  if (!isDeepStrictEqual(found, expected)) expect(found).toEqual(expected);
};

const activityEvents = ACTIVITY_EVENT_TYPES.flatMap((type): ActivityEvent[] => {
  const base = { type, date: null, basis: "reported" };
  const more: object[] =
    type === "delayed" || type === "suspended"
      ? [{ causes: ["covid-19"], expectedUntil: "2021" }, { causes: ["season"] }]
      : type === "completed"
        ? [{}, { share: 0.5 }]
        : type === "hold-up-ended"
          ? [{ causes: ["covid-19"] }]
          : [{ to: "IOM", into: type === "split" ? ["1.1.3"] : "1.1.2" }];
  return more.map((each) => ({ ...base, ...each }) as ActivityEvent);
});
const extend = (endDate: string) => ({ type: "extension-approved", date: null, endDate });
const plain = (types: readonly string[]) => types.map((type) => ({ type, date: null }));

type Any = [string, AnyStateMachine, LifecycleTable<never, never>, { type: string }[]];
const MACHINES: Any[] = [
  ["activity", activityMachine, activityLifecycleTable as never, [...activityEvents, { type: "unheard-of" }]],
  [
    "project",
    projectMachine,
    projectLifecycleTable as never,
    [
      ...plain(["started", "closed", "suspended", "resumed", "financially-closed"]),
      extend("2021-12-31"),
      extend("2022-06-30"),
    ],
  ],
  [
    "report",
    reportMachine,
    reportLifecycleTable as never,
    plain(["submitted", "reviewed", "approved", "returned"]),
  ],
];

describe("the replay table and XState", () => {
  it.each(MACHINES)(
    "agree on every path to depth 8 of the %s",
    (name, machine, compiled, alphabet) => {
      const table = compiled as unknown as Table;
      // Paths that lead to the same states and the same sets of open hold-ups go on alike, so each is followed once.
      const keyOf = ({ at, context }: TableState<unknown>) => {
        const {
          notes: _,
          holdUps = [],
          ...rest
        } = context as { notes?: unknown; holdUps?: { ended: unknown }[] };
        return JSON.stringify([at, rest, holdUps.filter(({ ended }) => ended === null)]);
      };
      let frontier = [{ state: initialState(table), snapshot: beginByXState(machine) }];
      const seen = new Set<string>();
      const reached = new Set<string>();
      const limit = full || name !== "activity" ? Number.POSITIVE_INFINITY : 300;
      for (let depth = 0; depth < DEPTH; depth += 1) {
        const next: typeof frontier = [];
        for (const at of frontier.slice(0, limit))
          for (const event of alphabet) {
            const own = { ...event };
            const state = step(table, at.state, own);
            const snapshot = stepByXState(machine, at.snapshot, own);
            if (typeof state === "string" || snapshot === null) {
              expect([own, snapshot]).toEqual([own, typeof state === "string" ? null : state]);
              continue;
            }
            expectEqual(viewOfTable(table, state), viewOf(machine, snapshot));
            const key = keyOf(state);
            if (seen.has(key)) continue;
            seen.add(key);
            for (const each of table.values[state.at] ?? []) reached.add(each);
            next.push({ state, snapshot });
          }
        frontier = next;
      }
      for (const region of table.lifecycle.regions)
        for (const state of Object.keys(region.states))
          if (state !== region.initial) expect(reached).toContain(state);
    },
    900_000,
  );

  it(`agree on ${runs} random logs of activities`, () => {
    const table = activityLifecycleTable as unknown as Table;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...activityEvents), { maxLength: 12 }), (log) => {
        const events = log.map((event) => ({ ...event }));
        expectEqual(runByTable(table, events), runByXState(activityMachine, events));
      }),
      { numRuns: runs },
    );
  }, 900_000);

  it(`agree on random logs of random machines`, () => {
    fc.assert(
      fc.property(
        randomShape,
        fc.array(
          fc.array(fc.record({ type: fc.constantFrom(...TYPES, "z"), n: fc.nat(4) }), { maxLength: 8 }),
          {
            minLength: 3,
            maxLength: 3,
          },
        ),
        fc.nat(5),
        (shape, logs, n) => {
          const lifecycle = defineLifecycle(shape, IMPLEMENTATION);
          const table = compileLifecycle(lifecycle) as unknown as Table;
          const machine = toMachine(lifecycle);
          for (const events of logs)
            expectEqual(runByTable(table, events, { n }), runByXState(machine, events, { n }));
        },
      ),
      { numRuns: full ? 20_000 : 400 },
    );
  }, 900_000);

  it("an actor sent the same events ends in the same state", () => {
    const events = activityEvents.slice(0, 8);
    const actor = createActor(activityMachine).start();
    for (const event of events) actor.send(event);
    const found = runByTable(activityLifecycleTable as never, events);
    expect(Object.values(actor.getSnapshot().value as object)).toEqual(found.value);
  });
});

describe("a definition", () => {
  const base = {
    id: "own",
    initial: "a",
    states: { a: { on: { go: "b" } }, b: {} },
  } satisfies LifecycleShape;
  const refused: [string, object][] = [
    ["nested states", { ...base, states: { a: { initial: "x", states: { x: {} } }, b: {} } }],
    ["eventless transitions", { ...base, states: { a: { always: "b" }, b: {} } }],
    ["delayed transitions", { ...base, states: { a: { after: { 100: "b" } }, b: {} } }],
    ["invoked actors", { ...base, states: { a: { invoke: { src: "x" } }, b: {} } }],
    ["partial wildcards", { ...base, states: { a: { on: { "go.*": "b" } }, b: {} } }],
    ["an unknown target", { ...base, states: { a: { on: { go: "c" } }, b: {} } }],
    ["an unknown guard", { ...base, states: { a: { on: { go: { target: "b", guard: "x" } } }, b: {} } }],
    ["an unknown action", { ...base, states: { a: { entry: "x" }, b: {} } }],
    [
      "an unknown state in a guard",
      { ...base, states: { a: { on: { go: { target: "b", guard: { in: "z" } } } }, b: {} } },
    ],
    [
      "a function instead of a name",
      { ...base, states: { a: { on: { go: { target: "b", guard: () => true } } }, b: {} } },
    ],
    ["a transition that does nothing", { ...base, states: { a: { on: { go: {} } }, b: {} } }],
    [
      "wildcards beside final states of parallel regions",
      {
        ...{ id: "own", type: "parallel", on: { "*": { actions: "x" } } },
        states: { r: { initial: "a", states: { a: {}, b: { type: "final" } } } },
      },
    ],
    ["an exit from a final state", { ...base, states: { a: {}, b: { type: "final", exit: [] } } }],
    [
      "a root target in a parallel machine",
      { id: "own", type: "parallel", states: { r: { initial: "a", states: { a: {} } } }, on: { go: "a" } },
    ],
  ];
  it.each(refused)("with %s is refused when it is loaded", (_, shape) => {
    expect(() => defineLifecycle(shape as LifecycleShape, { context: {} })).toThrow(TypeError);
  });

  it("is plain data", () => {
    expect(JSON.parse(JSON.stringify(activityLifecycleTable.lifecycle.shape))).toEqual(
      activityLifecycleTable.lifecycle.shape,
    );
  });
});

describe("an activity invoked by a parent machine", () => {
  const parent = (events: readonly object[]) => {
    const machine = createMachine({
      initial: "running",
      states: {
        running: {
          invoke: {
            src: invokedActivityMachine,
            id: "activity",
            onDone: [
              { guard: ({ event }) => (event.output as { state: string }).state === "done", target: "done" },
              { target: "other" },
            ],
          },
        },
        done: { type: "final" },
        other: { type: "final" },
      },
    });
    const actor = createActor(machine).start();
    for (const event of events)
      (actor.getSnapshot().children as Record<string, { send(event: object): void }>).activity?.send(event);
    return actor.getSnapshot().value;
  };
  const event = (type: string) => ({ type, date: null, basis: "reported" });

  it("distinguishes done from cancelled", () => {
    expect(parent([event("started")])).toBe("running");
    expect(parent([event("started"), event("completed")])).toBe("done");
    expect(parent([event("started"), event("cancelled")])).toBe("other");
  });
});
