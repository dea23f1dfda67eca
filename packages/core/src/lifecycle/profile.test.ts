import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawnExtension, eventsOf, randomProfile } from "../../test/lifecycle/random-profile.ts";
import { beginByXState, stepByXState, viewOf } from "../../test/lifecycle/reference.ts";
import {
  type ActivityEvent,
  activityLifecycle,
  defineProfile,
  extendLifecycle,
  fundState,
  replay,
  replayAll,
  stateNames,
  statesAlong,
  toMachine,
} from "./index.ts";

const numRuns = process.env.CADRE_FULL === "1" ? 5_000 : 200;
/** The picks as events of the profile, a day each; its own come up as often as the fund's. */
function historyOf(each: readonly ActivityEvent[], picks: readonly number[]): ActivityEvent[] {
  const owned = each.filter(({ type }) => type.includes(":"));
  const all = [
    ...each,
    ...Array.from(
      { length: owned.length === 0 ? 0 : 18 },
      (_, index) => owned[index % owned.length] as ActivityEvent,
    ),
  ];
  return picks.map((pick, index) => ({
    ...(all[pick % all.length] as ActivityEvent),
    date: `2020-${String(1 + Math.floor(index / 28)).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`,
  }));
}

describe("any extension of the activity's lifecycle", () => {
  it("is one machine to XState and to replay, whatever the history: states, causes and what is refused", () => {
    let visited = 0;
    fc.assert(
      fc.property(drawnExtension, fc.array(fc.nat(60), { maxLength: 24 }), (drawn, picks) => {
        const profile = randomProfile(drawn);
        const machine = toMachine(profile.activity);
        const events = historyOf(eventsOf(profile), picks);
        let snapshot = beginByXState(machine);
        const refused: ActivityEvent[] = [];
        const along = events.map((event) => {
          const next = stepByXState(machine, snapshot, event);
          if (next === null) refused.push(event);
          snapshot = next ?? snapshot;
          return profile.activity.stateOf(viewOf(machine, snapshot).value);
        });
        const state = profile.activity.stateOf(viewOf(machine, snapshot).value);
        const context = snapshot.context as { holdUps: { ended: unknown; cause: string | null }[] };
        const open = context.holdUps.filter(({ ended }) => ended === null).map(({ cause }) => cause);

        const found = replay(events, { profile });
        expect(found.state).toBe(state);
        const plan = viewOf(machine, snapshot).value[2] ?? "";
        expect([found.plan, found.proposal]).toEqual([
          plan.replace(/^(changed|reverted)-proposed$/, "$1"),
          plan.endsWith("proposed"),
        ]);
        expect(found.causes).toEqual([...new Set(open)].filter((cause) => cause !== null));
        expect(found.refusals.map(({ event }) => event)).toEqual(refused);
        expect(statesAlong(events, { profile })).toEqual({ states: along, refused: new Set(refused) });
        const { causes, expectedUntil, readings, refusals, share } = found;
        expect(replayAll([events, events], { profile })).toEqual(
          Array(2).fill({ state, causes, expectedUntil, readings, refusals, share }),
        );
        visited += along.filter((each) => each.includes(":")).length;
      }),
      { numRuns },
    );
    expect(visited).toBeGreaterThan(numRuns / 10);
  });

  it("leaves the fund's own histories as they are where it adds nothing to them", () => {
    const added = defineProfile({
      id: "added",
      causes: { "test:cause": { name: { en: "own", fr: "propre" } } },
    });
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 24 }), (picks) => {
        const events = historyOf(eventsOf(added), picks);
        expect(replay(events, { profile: added })).toEqual(replay(events));
      }),
      { numRuns },
    );
  });
});

it("what only the agency's lifecycle counts decides, also where many logs are replayed together", () => {
  const activity = extendLifecycle(
    activityLifecycle,
    {
      regions: {
        "hold-ups": {
          states: {
            none: {
              on: {
                "a:warn": [{ guard: "warned", target: "a:held", actions: "warn" }, { actions: "warn" }],
              },
            },
            "a:held": {},
          },
        },
      },
    },
    {
      context: { warnings: 0 },
      guards: { warned: ({ context }) => context.warnings === 2 },
      actions: { warn: ({ context }) => ({ warnings: context.warnings + 1 }) },
      stateOf: (value, base) => (value[1] === "a:held" ? "a:held" : base(value)),
    },
  );
  const name = { en: "x", fr: "x" };
  const profile = defineProfile({
    ...{ id: "a", activity, events: { "a:warn": { name } } },
    states: { "a:held": { name, broader: "suspended" } },
  });
  const warned = (days: number): ActivityEvent[] =>
    Array.from({ length: days }, (_, day) => ({
      type: "a:warn",
      date: `2020-01-1${day}`,
      basis: "reported",
    }));
  const logs = [warned(1), warned(2), warned(3), warned(2)];
  const states = ["planned", "planned", "a:held", "planned"];
  expect(replayAll(logs, { profile }).map(({ state }) => state)).toEqual(states);
  expect(statesAlong(warned(3), { profile }).states).toEqual(["planned", "planned", "a:held"]);
});

it("states of the plan are an agency's own, too, and may be proposals", () => {
  const activity = extendLifecycle(
    activityLifecycle,
    {
      regions: {
        plan: {
          states: {
            original: { on: { "a:send-to-board": "a:with-board" } },
            "a:with-board": {
              tags: ["proposal"],
              on: { "reallocation-approved": { target: "changed", actions: "replan" } },
            },
          },
        },
      },
    },
    { context: {} },
  );
  const profile = defineProfile({
    ...{ id: "a", activity },
    events: { "a:send-to-board": { name: { en: "sent to the board", fr: "transmis au conseil" } } },
  });
  const sent = { type: "a:send-to-board", date: "2020-05-01", basis: "reported" } as const;
  expect(replay([sent], { profile })).toMatchObject({
    state: "planned",
    plan: "a:with-board",
    proposal: true,
  });
  const approved = { type: "reallocation-approved", date: "2020-06-01", basis: "reported" } as const;
  expect(replay([sent, approved], { profile })).toMatchObject({
    ...{ state: "reallocated", plan: "changed", proposal: false, refusals: [] },
  });
});

describe("a profile", () => {
  const name = { en: "on hold", fr: "en pause" };
  const held = extendLifecycle(
    activityLifecycle,
    { regions: { "hold-ups": { states: { none: { on: { "a:hold": "a:held" } }, "a:held": {} } } } },
    { context: {}, stateOf: (value, base) => (value[1] === "a:held" ? "a:held" : base(value)) },
  );
  const states = { "a:held": { name, broader: "suspended" } } as const;
  const events = { "a:hold": { name } };

  it("names what its lifecycle has, and counts its states as the fund's", () => {
    const profile = defineProfile({ id: "a", activity: held, states, events });
    expect(stateNames(profile.table)).toContain("a:held");
    expect(fundState("a:held", profile)).toBe("suspended");
    expect(fundState("a:held")).toBe("undetermined");
    expect(fundState("done", profile)).toBe("done");
  });

  it.each<[string, () => unknown]>([
    [
      "state “a:held” of the lifecycle is not named",
      () => defineProfile({ id: "a", activity: held, events }),
    ],
    [
      "event “a:hold” of the lifecycle is not named",
      () => defineProfile({ id: "a", activity: held, states }),
    ],
    ["state “a:held” is not in the lifecycle", () => defineProfile({ id: "a", states })],
    ["event “a:hold” is not in the lifecycle", () => defineProfile({ id: "a", events })],
    ["cause “a:” must have a name space", () => defineProfile({ id: "a", causes: { "a:": { name } } })],
    [
      "role “donor” must have a name space, such as river:donor",
      () => defineProfile({ id: "a", roles: { donor: { name, may: [], scope: "any" } } }),
    ],
    [
      "role “a:donor” must have a name in English and French",
      () => defineProfile({ id: "a", roles: { "a:donor": { may: [], scope: "any" } } }),
    ],
  ])("is refused: %s", (message, make) => {
    expect(make).toThrow(message);
  });
});
