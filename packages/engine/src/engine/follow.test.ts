import { describe, expect, it } from "vitest";
import { command, GRANTS, openedEngine } from "../../test/project.ts";
import { type EventStore, type RecordedEvent, storeError } from "../log/index.ts";
import { memoryStore } from "../stores/memory/index.ts";
import { createEngine } from "./create-engine.ts";
import { Notifier } from "./notifier.ts";

const collect = async (
  pages: AsyncGenerator<RecordedEvent[], void, undefined>,
  count: number,
  stop: AbortController,
): Promise<number[]> => {
  const positions: number[] = [];
  for await (const page of pages) {
    positions.push(...page.map(({ position }) => position));
    if (positions.length >= count) stop.abort();
  }
  return positions;
};
const delay = () => command("activity.delay", { activity: "1.1.2", causes: ["season"] });

describe("who follows a project", () => {
  it("gets each entry once, from a position on, at once where this process appends", async () => {
    const engine = await openedEngine();
    for (let n = 0; n < 300; n += 1) await engine.execute(delay());
    const stop = new AbortController();
    const following = collect(
      engine.follow("mli-1", { after: 2, signal: stop.signal, pollMs: 60_000 }),
      300,
      stop,
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    await engine.execute(delay());
    expect(await following).toEqual(Array.from({ length: 300 }, (_, n) => n + 3));
  });

  it("gets what other processes append, by polling", async () => {
    const store = memoryStore();
    const [engine, other] = [await openedEngine({ store }), createEngine({ store, grants: GRANTS })];
    const stop = new AbortController();
    const following = collect(engine.follow("mli-1", { after: 1, signal: stop.signal, pollMs: 5 }), 2, stop);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await other.execute(delay());
    await other.execute(delay());
    expect(await following).toEqual([2, 3]);
  });

  it("waits while the store is unavailable", async () => {
    const inner = memoryStore();
    let down = false;
    const store: EventStore = {
      ...inner,
      read: (...read) => (down ? Promise.reject(storeError("store-away", "x", "down")) : inner.read(...read)),
    };
    const engine = await openedEngine({ store });
    const stop = new AbortController();
    down = true;
    const following = collect(engine.follow("mli-1", { signal: stop.signal, pollMs: 5 }), 1, stop);
    await new Promise((resolve) => setTimeout(resolve, 50));
    down = false;
    expect(await following).toEqual([1]);
  });

  it("is reported where the log was restored: at the beginning, or under the open subscription", async () => {
    const engine = await openedEngine();
    const beyond = engine.follow("mli-1", { after: 5 });
    await expect(beyond.next()).rejects.toMatchObject({ problem: { code: "cursor-out-of-range" } });

    const [before, after] = [memoryStore(), memoryStore()];
    let current = before;
    const store: EventStore = {
      ...before,
      head: (s) => current.head(s),
      read: (...read) => current.read(...read),
    };
    const first = await openedEngine({ store: before });
    await openedEngine({ store: after });
    await first.execute(delay());
    const following = createEngine({ store, grants: GRANTS }).follow("mli-1", { pollMs: 5 });
    expect((await following.next()).value).toHaveLength(2);
    current = after;
    await expect(following.next()).rejects.toMatchObject({ problem: { code: "cursor-out-of-range" } });
  });
});

describe("a notifier", () => {
  it("keeps nothing of those who waited, and misses nothing that came before they did", async () => {
    const notifier = new Notifier();
    const stop = new AbortController();
    const before = process.memoryUsage().heapUsed;
    for (let n = 0; n < 5_000; n += 1) await notifier.wait(notifier.count, 0, stop.signal);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(20e6);
    const seen = notifier.count;
    notifier.notify();
    await notifier.wait(seen, 60_000);
    const waiting = notifier.wait(notifier.count, 60_000, stop.signal);
    stop.abort();
    await waiting;
    await notifier.wait(notifier.count, 60_000, stop.signal);
  });
});
