import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnyStateMachine, assign, type SnapshotFrom, setup } from "xstate";
import { getShortestPaths } from "xstate/graph";
import { activityMachine } from "./activity-machine.ts";
import { compileMachine, replayAll, runCompiled } from "./compile.ts";
import type { ActivityEvent, Cause } from "./event.ts";
import { projectMachine } from "./project-machine.ts";
import { inOrderOfEffect, replay, replayWith } from "./replay.ts";
import { reportMachine } from "./report-machine.ts";

// All of it runs with `CADRE_FULL=1`; an ordinary run takes a fiftieth.
const runs = process.env.CADRE_FULL === "1" ? 100_000 : 2_000;
const date = fc.constantFrom(null, "2020", "2020-02", "2020-02-29", "2020-03-15", "2021-01-01");
const causes = fc.subarray<Cause>(["covid-19", "insecurity", "season"]);
const TYPES = [
  "started",
  "delayed",
  "suspended",
  "resumed",
  "reallocation-proposed",
  "reallocation-approved",
  "reallocation-rejected",
  "reallocation-reverted",
  "cancelled",
  "completed",
] as const;
const activityEvent = fc
  .record({ type: fc.constantFrom(...TYPES), date, causes, expectedUntil: fc.option(fc.constant("2021-06")) })
  .map(({ type, date, causes, expectedUntil }) => ({
    type,
    date,
    basis: "reported",
    ...((type === "delayed" || type === "suspended") && { causes }),
    ...(type === "delayed" && expectedUntil !== null && { expectedUntil }),
  })) as fc.Arbitrary<ActivityEvent>;
const DEPTH = 8;
type AnyEvent = { type: string; date: string | null };
const otherEvent: fc.Arbitrary<AnyEvent> = fc
  .tuple(
    fc.constantFrom(
      "started",
      "extension-approved",
      "closed",
      "submitted",
      "reviewed",
      "approved",
      "returned",
    ),
    date,
    fc.constantFrom("2021-12-31", "2022-06-30"),
  )
  .map(([type, on, endDate]) => ({ type, date: on, ...(type === "extension-approved" && { endDate }) }));

const MACHINES: [string, AnyStateMachine, AnyEvent[]][] = [
  [
    "activity",
    activityMachine,
    [
      ...TYPES.map((type) => ({ type, date: null, causes: ["season"] })),
      { type: "delayed", date: null, causes: ["covid-19"], expectedUntil: "2021" } as AnyEvent,
      { type: "unheard-of", date: null },
    ],
  ],
  [
    "project",
    projectMachine,
    [
      { type: "started", date: null },
      { type: "closed", date: null },
      ...["2021-12-31", "2022-06-30"].map((endDate) => ({ type: "extension-approved", date: null, endDate })),
    ],
  ],
  [
    "report",
    reportMachine,
    ["submitted", "reviewed", "approved", "returned"].map((type) => ({ type, date: null })),
  ],
];

/** What both ways tell of a log, in one form. */
function both(
  machine: AnyStateMachine,
  table: ReturnType<typeof compileMachine>,
  events: readonly AnyEvent[],
) {
  const { state, context, refusals } = runCompiled(table, inOrderOfEffect(events));
  return [{ state: table.states[state], context, refusals }, replayWith(machine, events)];
}

describe("the compiled table and XState", () => {
  it.each(MACHINES)("agree on every path up to depth 8 through the %s machine", (_, machine, alphabet) => {
    const table = compileMachine(machine);
    // Paths that lead to the same state and context go on alike, so each is followed once; refused events lead nowhere new.
    let frontier: AnyEvent[][] = [[]];
    const seen = new Set<string>();
    for (let depth = 0; depth < DEPTH; depth += 1) {
      const next: AnyEvent[][] = [];
      for (const path of frontier)
        for (const event of alphabet) {
          const events = [...path, event];
          const [compiled, wanted] = both(machine, table, events);
          expect(compiled).toEqual(wanted);
          const key = JSON.stringify([wanted?.state, wanted?.context]);
          if (seen.has(key)) continue;
          seen.add(key);
          next.push(events);
        }
      frontier = next;
    }
    // XState's own exploration of its graph finds the same places, and every state of the machine among them.
    const keyOf = ({ value, context }: SnapshotFrom<AnyStateMachine>) => JSON.stringify([value, context]);
    const explored = getShortestPaths(machine, {
      events: alphabet,
      serializeState: keyOf,
      // A report may come back any number of times: no more than fit into the depth.
      stopWhen: ({ context }) => context.returns === DEPTH / 2,
    });
    // The first of a path's steps is XState's own beginning.
    const within = explored.filter(({ steps }) => steps.length - 1 <= DEPTH);
    expect(seen).toEqual(new Set(within.map(({ state }) => keyOf(state))));
    expect(new Set(within.map(({ state }) => state.value))).toEqual(new Set(Object.keys(machine.states)));
  });

  it(`agree on ${runs} random logs of activities, refusals and their reasons included`, () => {
    fc.assert(
      fc.property(fc.array(activityEvent, { maxLength: 12 }), (events) => {
        expect(replayAll([events])).toEqual([replay(events)]);
      }),
      { numRuns: runs },
    );
  }, 600_000);

  it("agree on random logs of projects and reports", () => {
    for (const machine of [projectMachine, reportMachine] as AnyStateMachine[]) {
      const table = compileMachine(machine);
      fc.assert(
        fc.property(fc.array(otherEvent, { maxLength: 10 }), (events) => {
          const [compiled, wanted] = both(machine, table, events);
          expect(compiled).toEqual(wanted);
        }),
        { numRuns: runs },
      );
    }
  }, 600_000);

  it("tells apart what is not admitted, what is guarded and what comes after the end", () => {
    const extend = (endDate: string) => ({ type: "extension-approved", date: null, endDate });
    const { state, context, refusals } = replayWith(projectMachine, [
      extend("2022-12-31"),
      { type: "started", date: null },
      extend("2022-12-31"),
      extend("2022-06-30"),
      { type: "closed", date: null },
      extend("2023-06-30"),
    ]);
    expect({ state, context }).toEqual({
      state: "closed",
      context: { endDate: "2022-12-31", extensions: 1 },
    });
    expect(refusals.map(({ reason, state }) => [reason, state])).toEqual([
      ["not-admitted", "approved"],
      ["guarded", "extended"],
      ["final-state", "closed"],
    ]);
  });

  it("a rejected reallocation leaves an activity where it stood", () => {
    const of = (...types: string[]) =>
      replayAll([
        types.map((type) => ({ type, date: null, basis: "reported", causes: ["season"] })) as ActivityEvent[],
      ])[0];
    expect(of("reallocation-proposed", "reallocation-rejected")?.state).toBe("planned");
    expect(of("started", "reallocation-proposed", "reallocation-rejected")?.state).toBe("in-progress");
    expect(of("delayed", "reallocation-proposed", "reallocation-rejected")).toMatchObject({
      state: "delayed",
      causes: ["season"],
    });
    expect(of("started", "suspended", "reallocation-proposed", "reallocation-rejected")?.state).toBe(
      "suspended",
    );
  });

  it("refuses to compile what no table can hold", () => {
    const nested = setup({}).createMachine({
      initial: "a",
      states: { a: { initial: "b", states: { b: {} } } },
    });
    expect(() => compileMachine(nested)).toThrow(TypeError);
    const effects = setup({ actions: { ring: () => {} } }).createMachine({
      initial: "a",
      states: { a: { on: { go: { actions: "ring" } } } },
    });
    expect(() => compileMachine(effects)).toThrow(TypeError);
    const keys = setup({ types: { context: {} as { n: number } } }).createMachine({
      initial: "a",
      context: { n: 0 },
      states: { a: { on: { go: { actions: assign({ n: ({ context }) => context.n + 1 }) } } } },
    });
    expect(runCompiled(compileMachine(keys), [{ type: "go" }, { type: "go" }]).context).toEqual({ n: 2 });
  });
});
