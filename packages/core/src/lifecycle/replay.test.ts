import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTIVITY_STATES } from "./activity-machine.ts";
import type { ActivityEvent, ActivityEventType } from "./event.ts";
import { inOrderOfEffect, replay } from "./replay.ts";

const event = (type: ActivityEventType, date: string | null, change: object = {}): ActivityEvent =>
  ({
    type,
    date,
    basis: "reported",
    ...(/delayed|suspended/.test(type) && { causes: ["other"] }),
    ...change,
  }) as ActivityEvent;

const TYPES: ActivityEventType[] = [
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
];
const anyEvent = fc
  .tuple(fc.constantFrom(...TYPES), fc.constantFrom(null, "2020", "2020-03", "2020-03-15", "2021-01-01"))
  .map(([type, date]) => event(type, date));

describe("an activity's standing", () => {
  it("begins as planned", () =>
    expect(replay([])).toEqual({ state: "planned", causes: [], expectedUntil: null, refusals: [] }));

  it("gathers the causes of a delay and lets go of them when work goes on", () => {
    const events = [
      event("started", "2020-01"),
      event("delayed", "2020-03", { causes: ["covid-19"], expectedUntil: "2020-09" }),
      event("delayed", "2020-05", { causes: ["season", "covid-19"] }),
    ];
    expect(replay(events)).toMatchObject({
      state: "delayed",
      causes: ["covid-19", "season"],
      expectedUntil: "2020-09",
    });
    expect(replay([...events, event("resumed", "2020-10")])).toMatchObject({
      state: "in-progress",
      causes: [],
      expectedUntil: null,
    });
  });

  it("goes back to the plan when a reallocation is reverted", () => {
    const events = [
      event("reallocation-proposed", "2020-04"),
      event("reallocation-approved", "2020-05", { reference: "PBSO/1" }),
      event("reallocation-reverted", "2020-09"),
    ];
    expect(events.map((_, at) => replay(events.slice(0, at + 1)).state)).toEqual([
      "reallocation-proposed",
      "reallocated",
      "planned",
    ]);
  });

  it("refuses what its state does not admit, with the reason, and stays as it was", () => {
    const { state, refusals } = replay([event("resumed", "2020-01"), event("started", "2020-02")]);
    expect(state).toBe("in-progress");
    expect(refusals).toEqual([
      {
        event: event("resumed", "2020-01"),
        state: "planned",
        reason: "not-admitted",
        admits: ["started", "delayed", "reallocation-proposed", "cancelled"],
      },
    ]);
    const ended = replay([event("cancelled", "2020-01"), event("started", "2020-02")]);
    expect(ended).toMatchObject({ state: "cancelled", refusals: [{ reason: "final-state", admits: [] }] });
  });

  it("follows the dates, not the order of telling; undated events come last, as told", () => {
    const told = [
      event("completed", null),
      event("resumed", "2021-01"),
      event("delayed", "2020-03"),
      event("started", "2020"),
    ];
    expect(inOrderOfEffect(told).map(({ type }) => type)).toEqual([
      "started",
      "delayed",
      "resumed",
      "completed",
    ]);
    expect(replay(told)).toMatchObject({ state: "done", refusals: [] });
  });

  it("of any events is one of the machine's states, each event taken or refused, the same each time", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 12 }), (events) => {
        const before = structuredClone(events);
        const standing = replay(events);
        expect(ACTIVITY_STATES).toContain(standing.state);
        expect(standing.refusals.length).toBeLessThanOrEqual(events.length);
        expect(replay(events)).toEqual(standing);
        expect(events).toEqual(before);
        // Without what was refused, the same state is reached and nothing is refused.
        const refused = new Set(standing.refusals.map((refusal) => refusal.event));
        const taken = replay(events.filter((each) => !refused.has(each)));
        expect(taken).toEqual({ ...standing, refusals: [] });
      }),
    );
  });
});
