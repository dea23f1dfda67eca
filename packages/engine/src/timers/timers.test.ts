import { afterEach, describe, expect, it } from "vitest";
import { ACTORS, command, GRANTS, openedEngine, PLAN, stateOf, stoppedClock } from "../../test/project.ts";
import { STORES } from "../../test/stores.ts";
import { createEngine, type Engine, type EventStore, type Timer } from "../index.ts";
import { memoryStore } from "../stores/memory/index.ts";
import { embeddedTimers } from "./embedded.ts";
import { PBF_REMINDERS } from "./policy.ts";
import { dueAt, remindersOf } from "./reminders.ts";
import { remindersFor, TimerFailure } from "./timers.ts";

const started = async (engine: Engine, effective = "2020-01-01") => {
  const answer = await engine.execute(command("project.start", { effective }));
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
};
const open = async (at: string, more: { timeZone?: string } = {}) => {
  const [store, clock] = [memoryStore(), stoppedClock(at)];
  const engine = await openedEngine({ store, clock: clock.now, ...more });
  await started(engine);
  const timers = embeddedTimers({ engine, store, actor: ACTORS.clockwork, clock: clock.now, ...more });
  return { store, clock, engine, timers };
};
const recorded = async (engine: Engine) =>
  (await engine.history("mli-1"))
    .filter((event) => event.type === "reminder.recorded")
    .map(({ effective, data }) => `${effective} ${data.kind} ${data.about}`);

describe("reminders", () => {
  it("are of the fund's two report dates, of starts and ends that have passed, and of delays that should be over", async () => {
    const { engine } = await open("2020-02-01T12:00:00.000Z");
    await engine.execute(
      command("activity.delay", {
        activity: "1.1.2",
        causes: ["season"],
        expectedUntil: "2020-08",
        effective: "2020-01-20",
      }),
    );
    const view = await engine.view("mli-1");
    if (view === null) throw new Error("is open");
    const of = (from: string, to: string) =>
      remindersOf(view, { from, to }, { policy: PBF_REMINDERS }).map(
        ({ kind, about, on }) => `${on} ${kind} ${about}`,
      );
    expect(of("2020-01-01", "2021-12-31").sort()).toEqual([
      "2020-01-02 delay-proposed activities/1.1.1",
      "2020-04-01 end-passed activities/1.1.1",
      "2020-05-16 report-due reports/semi-annual-2020",
      "2020-06-08 report-due reports/semi-annual-2020",
      "2020-06-15 report-due reports/semi-annual-2020",
      "2020-06-16 report-overdue reports/semi-annual-2020",
      "2020-07-01 end-passed activities/1.1.2",
      "2020-09-01 delay-expired activities/1.1.2",
      "2020-10-16 report-due reports/annual-2020",
      "2020-11-08 report-due reports/annual-2020",
      "2020-11-15 report-due reports/annual-2020",
      "2020-11-16 report-overdue reports/annual-2020",
      // The project ends on 30 June 2021: the annual report of that year is none of its.
      "2021-05-16 report-due reports/semi-annual-2021",
      "2021-06-08 report-due reports/semi-annual-2021",
      "2021-06-15 report-due reports/semi-annual-2021",
      "2021-06-16 report-overdue reports/semi-annual-2021",
    ]);
    expect(of("2020-06-15", "2020-06-15")).toEqual(["2020-06-15 report-due reports/semi-annual-2020"]);
  });

  it("fall due at the policy's hour where the project is, also on leap days and where clocks change", () => {
    expect(dueAt("2020-02-29", 6, "UTC")).toBe("2020-02-29T06:00:00.000Z");
    expect(dueAt("2020-06-15", 6, "Africa/Bamako")).toBe("2020-06-15T06:00:00.000Z");
    expect(dueAt("2020-06-15", 6, "Asia/Bishkek")).toBe("2020-06-15T00:00:00.000Z");
    expect(dueAt("2020-06-15", 6, "America/Bogota")).toBe("2020-06-15T11:00:00.000Z");
    // Paris, on 29 March 2020, has no 02:30 but has 06:00, two hours ahead of UTC; the day before it is one.
    expect(dueAt("2020-03-28", 6, "Europe/Paris")).toBe("2020-03-28T05:00:00.000Z");
    expect(dueAt("2020-03-29", 6, "Europe/Paris")).toBe("2020-03-29T04:00:00.000Z");
  });

  it("propose a delay when a planned start passes, once, and change nothing by themselves", async () => {
    const { clock, engine, timers } = await open("2020-01-01T12:00:00.000Z");
    await timers.plan();
    expect(await timers.fire()).toEqual([]);
    clock.set("2020-01-02T05:59:59.999Z");
    expect(await timers.fire()).toEqual([]);
    clock.set("2020-01-02T06:00:00.000Z");
    expect((await timers.fire()).map(({ fired }) => fired)).toEqual(["recorded"]);
    expect(await recorded(engine)).toEqual(["2020-01-02 delay-proposed activities/1.1.1"]);
    expect(await stateOf(engine, "1.1.1")).toBe("planned");
    // Planned and fired again, it is not reported twice.
    await timers.plan();
    expect(await timers.fire()).toEqual([]);
    expect(await recorded(engine)).toHaveLength(1);
  });

  it("are not sent for what has happened meanwhile", async () => {
    const { clock, engine, timers } = await open("2020-01-01T12:00:00.000Z");
    await timers.plan();
    await engine.execute(command("activity.start", { activity: "1.1.1", effective: "2020-01-01" }));
    clock.set("2020-01-03T12:00:00.000Z");
    expect((await timers.fire()).map(({ fired }) => fired)).toEqual(["obsolete"]);
    expect(await recorded(engine)).toEqual([]);
  });

  it("go by the day as it is planned now: another day is another reminder", async () => {
    const { clock, engine, timers } = await open("2020-01-01T12:00:00.000Z");
    await timers.plan();
    const dates = { code: "1.1.1", start: "2020-02-28", end: "2020-03-31" };
    expect((await engine.execute(command("schedule.set-dates", { dates }))).ok).toBe(true);
    await timers.plan("mli-1");
    clock.set("2020-03-01T12:00:00.000Z");
    expect((await timers.fire()).map(({ timer, fired }) => [timer.due, fired])).toEqual([
      ["2020-01-02T06:00:00.000Z", "obsolete"],
      // 2020 has a 29 February.
      ["2020-02-29T06:00:00.000Z", "recorded"],
    ]);
  });

  it("of a time that has passed are reported once for each thing, not once for each day", async () => {
    const { engine, timers } = await open("2020-11-20T12:00:00.000Z");
    await engine.execute(command("report.submit", { report: "semi-annual-2020", effective: "2020-06-14" }));
    await timers.plan();
    await timers.fire();
    expect((await recorded(engine)).sort()).toEqual([
      "2020-01-02 delay-proposed activities/1.1.1",
      "2020-04-01 end-passed activities/1.1.1",
      "2020-04-02 delay-proposed activities/1.1.2",
      "2020-07-01 end-passed activities/1.1.2",
      "2020-11-16 report-overdue reports/annual-2020",
    ]);
  });

  it("survive a clock that jumps, and a time zone that is another than when they were planned", async () => {
    const { store, clock, engine, timers } = await open("2020-01-01T12:00:00.000Z");
    await timers.plan();
    clock.set("2020-01-02T07:00:00.000Z");
    const fired = await timers.fire();
    clock.set("2019-06-01T00:00:00.000Z");
    expect(await timers.fire()).toEqual([]);
    clock.set("2020-01-02T08:00:00.000Z");
    const moved = { engine, store, actor: ACTORS.clockwork, clock: clock.now, timeZone: "Asia/Bishkek" };
    await embeddedTimers(moved).plan();
    expect(await embeddedTimers(moved).fire()).toEqual([]);
    const again = { ...(fired[0]?.timer as Timer), due: "2020-01-02T00:00:00.000Z" };
    expect(await remindersFor(moved).fire(again)).toBe("again");
    expect(await recorded(engine)).toEqual(["2020-01-02 delay-proposed activities/1.1.1"]);
  });

  it("that the actor may not record end the run, and stay", async () => {
    const [store, clock] = [memoryStore(), stoppedClock("2020-02-01T12:00:00.000Z")];
    const engine = await openedEngine({ store, clock: clock.now });
    const timers = embeddedTimers({ engine, store, actor: ACTORS.eve, clock: clock.now });
    const run = timers.run({ signal: AbortSignal.timeout(150_000), everyMs: 10 });
    await expect(run).rejects.toThrow(TimerFailure);
    const waiting = (await store.timers()).map(({ kind }) => kind);
    expect(waiting).toContain("delay-proposed");
  });
});

describe.each(STORES)("timers in %s", (_, openStore) => {
  let remove = async () => {};
  afterEach(() => remove());
  const engineOn = (store: EventStore) =>
    createEngine({ store, grants: GRANTS, clock: stoppedClock("2020-07-10T12:00:00.000Z").now });

  it("fire once for all processes that look at once; what one dies with, another fires", async () => {
    const opened = await openStore();
    remove = opened.remove;
    const { one, other } = opened;
    const clock = stoppedClock("2020-07-10T12:00:00.000Z");
    const engine = engineOn(one);
    await engine.execute(command("project.open", { plan: PLAN }));
    await started(engine);
    const make = (store: EventStore) =>
      embeddedTimers({
        engine: engineOn(store),
        store,
        actor: ACTORS.clockwork,
        clock: clock.now,
        leaseMs: 30_000,
      });
    const [here, there] = [make(one), make(other)];
    await Promise.all([here.plan(), there.plan()]);
    // A process claims two and dies, one of them recorded and not ended.
    const [first] = await one.claimTimers(clock.now().toISOString(), 30_000, { limit: 2 });
    if (first === undefined) throw new Error("nothing was due");
    await remindersFor({ engine, store: one, actor: ACTORS.clockwork, clock: clock.now }).fire(first);
    const fired = (await Promise.all([here.fire(), there.fire(), here.fire(), there.fire()])).flat();
    expect(fired.map((each) => each.fired)).toEqual(["recorded", "recorded", "recorded"]);
    clock.set("2020-07-10T12:00:31.000Z");
    const late = (await Promise.all([here.fire(), there.fire()])).flat();
    expect(late.map((each) => each.fired).sort()).toEqual(["again", "recorded"]);
    const events = await recorded(engine);
    expect(new Set(events).size).toBe(events.length);
    expect(events).toHaveLength(5);
  });
});
