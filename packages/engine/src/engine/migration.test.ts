import { activityLifecycle, defineLifecycle, deriveState, lifecycleShape } from "@cadre/core/lifecycle";
import { describe, expect, it } from "vitest";
import { ACTORS, command, GRANTS, openedEngine, stateOf, word } from "../../test/project.ts";
import { STORES } from "../../test/stores.ts";
import { LIFECYCLES } from "../events/lifecycles.ts";
import {
  createEngine,
  type EventStore,
  type Lifecycles,
  memoryStore,
  UnknownEvent,
  type Upcaster,
} from "../index.ts";
import { streamOf } from "./states.ts";
import { upcastingBy } from "./upcast.ts";

type Shape = ReturnType<typeof lifecycleShape>;
interface HoldUps {
  states: { "hold-ups": { initial: string; states: Record<string, { on: Record<string, unknown> }> } };
}

/** A lifecycle like the activity's, with other hold-ups. */
const changed = (change: (holdUps: HoldUps["states"]["hold-ups"]) => void): Lifecycles["activity"] => {
  const shape = lifecycleShape(activityLifecycle) as Shape & HoldUps;
  change(shape.states["hold-ups"]);
  return defineLifecycle(shape, {
    ...activityLifecycle,
    stateOf: (value) => (/held-up|stalled/.test(value[1] ?? "") ? (value[1] ?? "") : deriveState(value)),
  });
};

/** The second version: `delayed` is called `held-up`, and whoever is suspended twice is `stalled`. */
const secondVersion = (): Lifecycles => ({
  ...LIFECYCLES,
  version: "second",
  activity: changed((holdUps) => {
    // Targets, not keys: the state's name, and not the event of the same name.
    const states = JSON.parse(JSON.stringify(holdUps.states), (key, value) =>
      key === "target" && value === "delayed" ? "held-up" : value,
    ) as typeof holdUps.states;
    const { delayed, suspended, ...others } = states;
    holdUps.states = {
      ...others,
      "held-up": delayed ?? { on: {} },
      suspended: { on: { ...suspended?.on, suspended: { target: "stalled", actions: "hold" } } },
      stalled: { on: { resumed: { target: "none", actions: "releaseAll" } } },
    };
  }),
});

/** Activities in the midst of things, under the first version. */
async function firstLog(store: EventStore): Promise<void> {
  const engine = await openedEngine({ store });
  for (const each of [
    command("activity.delay", { activity: "1.1.1", causes: ["covid-19"], effective: "2020-03" }),
    command("activity.start", { activity: "1.1.2", effective: "2020-01-10" }),
    command("activity.suspend", { activity: "1.1.2", causes: ["insecurity"], effective: "2020-02" }),
    command("activity.suspend", { activity: "1.1.2", causes: ["season"], effective: "2020-07" }),
    command("activity.start", { activity: "2.1.1", effective: "2020-01" }),
    command("activity.complete", { activity: "2.1.1", effective: "2020-09" }),
  ])
    expect(word(await engine.execute(each))).toBe("ok");
  expect(await Promise.all(["1.1.1", "1.1.2", "2.1.1"].map((code) => stateOf(engine, code)))).toEqual([
    "delayed",
    "suspended",
    "done",
  ]);
}

describe.each(STORES)("a log that was written under the first version of the machine, in %s", (_, open) => {
  it("replays under the second, with a state renamed and one added, and goes on from there", async () => {
    const { one, other, remove } = await open();
    try {
      await firstLog(one);
      const head = await one.head(streamOf("mli-1"));
      const engine = createEngine({ store: other, grants: GRANTS, lifecycles: secondVersion() });
      const view = await engine.view("mli-1");
      expect(view?.activities.map(({ code, state, refusals }) => [code, state, refusals])).toEqual([
        ["1.1.1", "held-up", []],
        ["1.1.2", "stalled", []],
        ["2.1.1", "done", []],
      ]);
      expect(view?.activities[1]?.context).toMatchObject({ causes: ["insecurity", "season"] });
      expect(word(await engine.execute(command("activity.suspend", { activity: "1.1.2", causes: [] })))).toBe(
        "not-admitted",
      );
      expect(word(await engine.execute(command("activity.resume", { activity: "1.1.2" })))).toBe("ok");
      expect(word(await engine.execute(command("activity.start", { activity: "1.1.1" })))).toBe("ok");
      expect(await stateOf(engine, "1.1.1")).toBe("in-progress");
      // The record is what it was.
      expect((await engine.verify("mli-1", { known: [head] })).ok).toBe(true);
    } finally {
      await one.close();
      await other.close();
      await remove();
    }
  });
});

describe("an event that the new machine does not admit", () => {
  it("stays on record and is reported as refused; nothing is dropped in silence", async () => {
    const store = memoryStore();
    await firstLog(store);
    const lifecycles = {
      ...LIFECYCLES,
      version: "strict",
      activity: changed(({ states }) => {
        delete states.suspended?.on.suspended;
      }),
    };
    const engine = createEngine({ store, grants: GRANTS, lifecycles });
    const status = (await engine.view("mli-1"))?.activities[1];
    expect(status).toMatchObject({
      state: "suspended",
      refusals: [{ reason: "not-admitted", state: "suspended", event: { type: "suspended", position: 5 } }],
    });
    // And what is old does not be in the way of what is new.
    expect(
      word(await engine.execute(command("activity.resume", { activity: "1.1.2", effective: "2020-10" }))),
    ).toBe("ok");
  });
});

describe("old versions of events", () => {
  const UPCASTERS: Upcaster[] = [
    // Two steps: one cause became many, then the event was renamed.
    { type: "activity.postponed", from: 1, up: ({ cause, ...data }) => ({ ...data, causes: [cause] }) },
    {
      type: "activity.postponed",
      from: 2,
      to: { type: "activity.delayed", version: 1 },
      up: (data) => ({ ...data, basis: "reported" }),
    },
  ];
  const old = async () => {
    const store = memoryStore();
    await openedEngine({ store });
    await store.append({
      stream: streamOf("mli-1"),
      expected: 1,
      key: "old",
      fingerprint: "old",
      events: [
        {
          type: "activity.postponed",
          version: 1,
          effective: "2020-03",
          recordedAt: "2020-03-20T08:00:00.000Z",
          actor: ACTORS.amina,
          evidence: [],
          data: { activity: "1.1.1", cause: "covid-19" },
        },
      ],
    });
    return store;
  };

  it("are brought to today's form when they are read, step by step; the record and its hashes stay", async () => {
    const store = await old();
    const engine = createEngine({ store, grants: GRANTS, upcasters: UPCASTERS });
    expect((await engine.view("mli-1"))?.activities[0]).toMatchObject({
      state: "delayed",
      context: { causes: ["covid-19"] },
    });
    expect((await engine.history("mli-1"))[1]).toMatchObject({
      type: "activity.delayed",
      data: { causes: ["covid-19"], basis: "reported" },
    });
    for await (const { events } of engine.subscribe({ live: false }))
      expect(events.map(({ type }) => type)).toEqual(["project.opened", "activity.delayed"]);
    expect((await store.read(streamOf("mli-1"), { from: 2 }))[0]).toMatchObject({
      type: "activity.postponed",
      data: { cause: "covid-19" },
    });
    expect((await engine.verify("mli-1")).ok).toBe(true);
  });

  it("that nobody can read stop the engine, rather than being guessed at", async () => {
    const store = await old();
    const engine = createEngine({ store, grants: GRANTS });
    const answer = await engine.execute(command("activity.start", { activity: "1.1.1" }));
    expect(answer).toMatchObject({
      ok: false,
      kind: "unavailable",
      problems: [
        { code: "unknown-event", where: { path: "project/mli-1/2" }, found: "activity.postponed, 1" },
      ],
    });
    await expect(engine.view("mli-1")).rejects.toThrow(UnknownEvent);
    expect((await store.head(streamOf("mli-1"))).position).toBe(2);
  });

  it("upcasters that form a cycle are refused", () => {
    const up = (data: Record<string, unknown>) => data;
    const round = [
      { type: "a", from: 1, to: { type: "b", version: 1 }, up },
      { type: "b", from: 1, to: { type: "a", version: 1 }, up },
    ];
    expect(() => upcastingBy(round)).toThrow(/cycle/);
  });
});

describe("a snapshot", () => {
  const many = async (store: EventStore, count: number) => {
    const engine = await openedEngine({ store });
    for (let n = 0; n < count; n += 1)
      await engine.execute(
        command("activity.delay", { activity: "1.1.1", causes: ["season"], reason: `${n}` }),
      );
    return engine;
  };

  it("spares the reading, and yields what the log yields", async () => {
    const store = memoryStore();
    await many(store, 1005);
    const reads: number[] = [];
    const watched: EventStore = {
      ...store,
      read: (stream, options) => {
        reads.push(options?.from ?? 1);
        return store.read(stream, options);
      },
    };
    const engine = createEngine({ store: watched, grants: GRANTS });
    const state = await engine.state("mli-1");
    expect(reads).toEqual([1000, 1001]);
    expect(state).toEqual(await engine.state("mli-1", { upTo: 1006 }));
    expect((await engine.verify("mli-1")).snapshot).toBe("agrees");
  });

  it.each([
    ["of another log", { hash: "0".repeat(64) }, {}],
    ["ahead of the log", { position: 5000 }, {}],
    ["of another version", {}, { version: "state-0" }],
  ])("is not used where it is %s", async (_, head, change) => {
    const store = memoryStore();
    await many(store, 1005);
    const snapshot = await store.loadSnapshot(streamOf("mli-1"));
    if (snapshot === null) throw new Error("no snapshot was taken");
    const state = { ...(snapshot.state as object), title: "forged" };
    await store.saveSnapshot(streamOf("mli-1"), {
      ...snapshot,
      state,
      ...change,
      head: { ...snapshot.head, ...head },
    });
    expect((await createEngine({ store, grants: GRANTS }).view("mli-1"))?.title).toBe("Cohesion");
  });

  it("that says another thing than the log is found by a verification", async () => {
    const store = memoryStore();
    const engine = await many(store, 1005);
    const snapshot = await store.loadSnapshot(streamOf("mli-1"));
    if (snapshot === null) throw new Error("no snapshot was taken");
    await store.saveSnapshot(streamOf("mli-1"), {
      ...snapshot,
      state: { ...(snapshot.state as object), title: "forged" },
    });
    expect(await engine.verify("mli-1")).toMatchObject({
      ok: false,
      snapshot: "differs",
      log: { chain: { ok: true } },
    });
  });
});
