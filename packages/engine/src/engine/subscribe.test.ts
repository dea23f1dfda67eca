import { describe, expect, it } from "vitest";
import { command, GRANTS, openedEngine } from "../../test/project.ts";
import { STORES } from "../../test/stores.ts";
import {
  activityLogs,
  activityRows,
  createEngine,
  memoryStore,
  type Projection,
  type RecordedEvent,
} from "../index.ts";

const delay = (n: number, activity = "1.1.1") =>
  command("activity.delay", { activity, causes: ["season"], reason: `${n}` });
const placeOf = ({ stream, position }: RecordedEvent) => `${stream}/${position}`;

describe.each(STORES)("a subscription to a log in %s", (_, open) => {
  it("reports what was, then of what comes, also from another process, until it is asked to stop", async () => {
    const { one, other, remove } = await open();
    try {
      const engine = await openedEngine({ store: one });
      await engine.execute(delay(1));
      const beside = createEngine({ store: other, grants: GRANTS });
      const stop = new AbortController();
      const received: string[] = [];
      const reading = (async () => {
        for await (const { events } of beside.subscribe({ signal: stop.signal, pollMs: 5 })) {
          received.push(...events.map(placeOf));
          if (received.length >= 7) stop.abort();
        }
      })();
      for (let n = 2; n < 7; n += 1) await engine.execute(delay(n));
      await reading;
      expect(received).toEqual([1, 2, 3, 4, 5, 6, 7].map((position) => `project/mli-1/${position}`));
    } finally {
      await one.close();
      await other.close();
      await remove();
    }
  });

  it("goes on where its reader kept the cursor: each event at least once, in order, though the reader falls over", async () => {
    const { one, other, remove } = await open();
    try {
      const engine = await openedEngine({ store: one });
      for (let n = 1; n < 40; n += 1) await engine.execute(delay(n));
      let saved: string | null = null;
      const received: number[] = [];
      for (let falls = 0; ; falls += 1) {
        try {
          for await (const { events, cursor } of engine.subscribe({ after: saved, live: false, limit: 7 })) {
            // It falls over in the midst of its work, before it keeps the cursor.
            for (const [index, { position }] of events.entries()) {
              if (falls < 5 && index === 3 + falls) throw new Error("fallen over");
              received.push(position);
            }
            saved = cursor;
          }
          break;
        } catch (error) {
          expect((error as Error).message).toBe("fallen over");
        }
      }
      expect([...new Set(received)]).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    } finally {
      await one.close();
      await other.close();
      await remove();
    }
  });

  it("a projection built from zero is what one that was brought along is, and gives the present state", async () => {
    const { one, other, remove } = await open();
    try {
      const engine = await openedEngine({ store: one });
      let along = await engine.project(activityLogs);
      for (let n = 1; n < 12; n += 1) {
        await engine.execute(delay(n, n % 2 === 0 ? "1.1.1" : "1.1.2"));
        if (n % 3 === 0) along = await engine.project(activityLogs, along);
      }
      await engine.execute(command("activity.start", { activity: "1.1.1" }));
      along = await engine.project(activityLogs, along);
      const zero = await createEngine({ store: other, grants: GRANTS }).project(activityLogs);
      expect(zero).toEqual(along);
      const rows = activityRows(zero.state);
      const view = (await engine.view("mli-1"))?.activities ?? [];
      expect(rows.map(({ activity, state }) => [activity, state]).sort()).toEqual([
        ["1.1.1", "in-progress"],
        ["1.1.2", "delayed"],
      ]);
      for (const { activity, context } of rows)
        expect(context).toEqual(view.find(({ code }) => code === activity)?.context);
    } finally {
      await one.close();
      await other.close();
      await remove();
    }
  });
});

describe("a subscription", () => {
  it("wakes at once for what is appended through its own engine", async () => {
    const engine = await openedEngine({ store: memoryStore() });
    const pages = engine.subscribe({ pollMs: 3_600_000 });
    expect((await pages.next()).value?.events).toHaveLength(1);
    const next = pages.next();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await engine.execute(delay(1));
    expect((await next).value?.events.map(placeOf)).toEqual(["project/mli-1/2"]);
    await pages.return();
  });

  it("that was stopped before it began says nothing, and one that waits ends when it is stopped", async () => {
    const engine = await openedEngine();
    expect(await engine.subscribe({ signal: AbortSignal.abort() }).next()).toMatchObject({ done: true });
    const stop = new AbortController();
    const pages = engine.subscribe({ signal: stop.signal, pollMs: 3_600_000 });
    await pages.next();
    const next = pages.next();
    stop.abort();
    expect(await next).toMatchObject({ done: true });
  });

  it("rejects a cursor that is none", async () => {
    const engine = await openedEngine();
    await expect(engine.subscribe({ after: "nowhere" }).next()).rejects.toMatchObject({
      problem: { code: "bad-cursor" },
    });
  });

  it("serves any projection: a count of delays by cause", async () => {
    const engine = await openedEngine();
    for (let n = 0; n < 3; n += 1) await engine.execute(delay(n));
    const causes: Projection<Map<string, number>> = {
      initial: () => new Map(),
      apply: (counts, events) => {
        for (const { data } of events)
          for (const cause of ("causes" in data && data.causes) || [])
            counts.set(cause, (counts.get(cause) ?? 0) + 1);
        return counts;
      },
    };
    expect(Object.fromEntries((await engine.project(causes)).state)).toEqual({ season: 3 });
  });
});
