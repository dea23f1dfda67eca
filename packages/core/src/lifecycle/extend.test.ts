import { describe, expect, it } from "vitest";
import { runByXState } from "../../test/lifecycle/reference.ts";
import {
  type ActivityContext,
  type ActivityEvent,
  activityLifecycle,
  activityLifecycleTable,
  compileLifecycle,
  type Dated,
  drawLifecycle,
  extendLifecycle,
  projectLifecycle,
  replayWith,
  runTable,
  toMachine,
} from "./index.ts";

/** What an agency adds: an activity is put on hold for elections, which is neither a delay nor a suspension. */
type AgencyEvent =
  | (Dated & { type: "put-on-hold"; cause: "agency:elections" | "agency:audit" })
  | (Dated & { type: "taken-up" });

const agencyLifecycle = extendLifecycle<
  ActivityContext,
  ActivityEvent,
  { onHoldFor: string | null },
  AgencyEvent
>(
  activityLifecycle,
  {
    id: "agency-activity",
    regions: {
      "hold-ups": {
        states: {
          none: { on: { "put-on-hold": { guard: "live", target: "on-hold", actions: "putOnHold" } } },
          "on-hold": {
            on: {
              "taken-up": { target: "none", actions: "takenUp" },
              completed: { target: "none", actions: "takenUp" },
              cancelled: { target: "none", actions: "takenUp" },
            },
          },
        },
      },
    },
  },
  {
    context: { onHoldFor: null },
    guards: { live: ({ context }) => context.over === null },
    actions: {
      putOnHold: ({ event }) => (event.type === "put-on-hold" ? { onHoldFor: event.cause } : {}),
      takenUp: () => ({ onHoldFor: null }),
    },
    stateOf: (value, base) =>
      value[1] === "on-hold" && !/done|cancelled/.test(base(value)) ? "on-hold" : base(value),
    summary: ({ onHoldFor }) => ({ onHoldFor }),
  },
);
const table = compileLifecycle(agencyLifecycle);

const started: ActivityEvent = { type: "started", date: "2020-01-10", basis: "reported" };
const held: AgencyEvent = { type: "put-on-hold", date: "2020-02-10", cause: "agency:elections" };
const takenUp: AgencyEvent = { type: "taken-up", date: "2020-04-10" };
const done: ActivityEvent = { type: "completed", date: "2020-06-10", basis: "reported" };

describe("a lifecycle that an agency extends", () => {
  it("has its state, its event and its cause in replay, beside those of the machine", () => {
    const stateAfter = (...events: (ActivityEvent | AgencyEvent)[]) => {
      const { state, context, refusals } = replayWith(table, events);
      return [state, context.onHoldFor, refusals.length];
    };
    expect(stateAfter(started)).toEqual(["in-progress", null, 0]);
    expect(stateAfter(started, held)).toEqual(["on-hold", "agency:elections", 0]);
    expect(stateAfter(started, held, takenUp)).toEqual(["in-progress", null, 0]);
    expect(stateAfter(started, held, done)).toEqual(["done", null, 0]);
    expect(stateAfter(started, done, { ...held, date: "2020-07-10" })).toEqual(["done", null, 1]);
  });

  it("is the same as an XState machine, and is drawn with what it adds", () => {
    const machine = toMachine(agencyLifecycle);
    for (const events of [
      [started, held],
      [started, held, takenUp, done],
      [held, done],
      [takenUp],
      [done, held],
    ]) {
      const state = runTable(table, events);
      const other = runByXState(machine, events);
      expect(table.values[state.at]).toEqual(other.value);
      expect(state.context).toEqual(other.context);
    }
    expect(drawLifecycle(agencyLifecycle)).toContain("put-on-hold");
  });

  it("leaves the machine that it extends as it was", () => {
    expect(activityLifecycleTable.types.has("put-on-hold")).toBe(false);
    expect(table.types.has("put-on-hold")).toBe(true);
    expect(runTable(activityLifecycleTable, [started, done]).refusals).toEqual([]);
  });

  it("extends a machine of one region too, tries its own transitions first, and refuses a region that is not there", () => {
    const paused = extendLifecycle(
      projectLifecycle,
      {
        regions: {
          project: {
            states: {
              approved: { on: { started: { guard: "early", target: "waiting" } } },
              waiting: { on: { started: "running" } },
            },
          },
        },
      },
      { context: {}, guards: { early: ({ event }) => (event.date ?? "") < "2020" } },
    );
    const early = { type: "started" as const, date: "2019-12-01", basis: "reported" as const };
    expect(replayWith(compileLifecycle(paused), [early]).state).toBe("waiting");
    expect(replayWith(compileLifecycle(paused), [started]).state).toBe("running");
    expect(() =>
      extendLifecycle(projectLifecycle, { regions: { plan: { states: {} } } }, { context: {} }),
    ).toThrow("no region is named “plan”");
  });
});
