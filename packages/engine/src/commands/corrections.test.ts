import { describe, expect, it } from "vitest";
import { ACTORS, command, openedEngine, PLAN, stateOf, stoppedClock, word } from "../../test/project.ts";
import { emptyState, evolve, knownOn } from "../events/index.ts";
import { EMPTY } from "../log/index.ts";

const on = (activity: string, effective: string, more = {}) => ({ activity, effective, ...more });

describe("a wrong entry", () => {
  it("is voided: the log keeps it, the state does without it, and a past day still shows it", async () => {
    const clock = stoppedClock("2020-06-01T10:00:00.000Z");
    const engine = await openedEngine({ clock: clock.now });
    expect(word(await engine.execute(command("activity.start", on("1.1.1", "2020-01"))))).toBe("ok");
    expect(word(await engine.execute(command("activity.cancel", on("1.1.1", "2020-03"))))).toBe("ok");
    expect(await stateOf(engine, "1.1.1")).toBe("cancelled");
    clock.set("2020-07-01T10:00:00.000Z");
    expect(
      word(await engine.execute(command("entry.void", { entry: 3, reason: "another activity was meant" }))),
    ).toBe("ok");
    expect(await stateOf(engine, "1.1.1")).toBe("in-progress");
    const history = await engine.history("mli-1");
    expect(history.map(({ type }) => type)).toEqual([
      "project.opened",
      "activity.started",
      "activity.cancelled",
      "entry.voided",
    ]);
    expect(history[3]).toMatchObject({ data: { entry: 3, reason: "another activity was meant" } });
    const empty = emptyState("mli-1", EMPTY.hash);
    const typesOn = (day: string) =>
      knownOn(empty, history, day)
        .activities.get("1.1.1")
        ?.events.map(({ type }) => type);
    expect(typesOn("2020-06-30")).toEqual(["started", "cancelled"]);
    expect(typesOn("2020-07-01")).toEqual(["started"]);
    expect(evolve(empty, history).activities.get("1.1.1")?.events).toHaveLength(1);
    expect((await engine.verify("mli-1")).ok).toBe(true);
  });

  it("is corrected: its date and its fields", async () => {
    const engine = await openedEngine();
    await engine.execute(command("activity.delay", on("1.1.1", "2020-03", { causes: ["season"] })));
    const correct = command("entry.correct", {
      ...{ entry: 2, effective: "2020-04-02", reason: "the report says so" },
      fields: { causes: ["covid-19"], expectedUntil: "2021" },
    });
    expect(word(await engine.execute(correct))).toBe("ok");
    expect((await engine.view("mli-1"))?.activities[0]).toMatchObject({
      state: "delayed",
      context: { causes: ["covid-19"], expectedUntil: "2021" },
    });
  });

  it("is left where the rest of the record would not hold without it, or where there is none", async () => {
    const engine = await openedEngine();
    await engine.execute(command("activity.cancel", on("1.1.1", "2020-03-01")));
    await engine.execute(
      command("activity.reinstate", { ...on("1.1.1", "2020-05-01"), actor: ACTORS.dieter }),
    );
    const voided = (entry: number) => engine.execute(command("entry.void", { entry, reason: "wrong" }));
    expect(word(await voided(2))).toBe("contradicts-recorded");
    expect(word(await voided(1))).toBe("unknown-entry");
    expect(word(await voided(99))).toBe("unknown-entry");
  });
});

describe("late news", () => {
  it("is recorded as one, whatever the order, or not at all", async () => {
    const engine = await openedEngine();
    const events = [
      { type: "completed", date: "2020-09-10", basis: "reported" },
      { type: "started", date: "2020-01", basis: "reported" },
      { type: "delayed", date: "2020-03", causes: ["covid-19"], basis: "reported" },
    ];
    const record = (all: object[]) => command("activity.record", { activity: "1.1.1", events: all } as never);
    expect(
      word(
        await engine.execute(
          record([...events, { type: "delayed", date: "2020-10-01", causes: [], basis: "reported" }]),
        ),
      ),
    ).toBe("not-admitted");
    expect((await engine.history("mli-1")).length).toBe(1);
    expect(word(await engine.execute(record(events)))).toBe("ok");
    expect(await stateOf(engine, "1.1.1")).toBe("done");
    expect((await engine.history("mli-1")).length).toBe(4);
  });

  it("of the future is refused", async () => {
    const engine = await openedEngine();
    expect(word(await engine.execute(command("activity.start", on("1.1.1", "2021-03"))))).toBe("future");
    expect(word(await engine.execute(command("activity.start", on("1.1.1", "2020"))))).toBe("ok");
  });
});

describe("a closed project", () => {
  it("is closed once its activities are over; then nothing happens to it but its reports and its accounts", async () => {
    const engine = await openedEngine();
    const run = async (...commands: ReturnType<typeof command>[]) => {
      const words: string[] = [];
      for (const each of commands) words.push(word(await engine.execute(each)));
      return words;
    };
    expect(await run(command("project.start"), command("project.close"))).toEqual(["ok", "activities-open"]);
    for (const { code } of PLAN.activities) await run(command("activity.complete", on(code, "2020-11-01")));
    expect(await run(command("project.close"))).toEqual(["ok"]);
    expect(
      await run(
        command("activity.reopen", { activity: "1.1.1", actor: ACTORS.dieter }),
        command("report.submit", { report: "final" }),
        command("project.close-financially"),
      ),
    ).toEqual(["project-closed", "ok", "ok"]);
  });
});
