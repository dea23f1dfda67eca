import { type EventStore, memoryStore, StoreError } from "@cadre/engine";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { testServer } from "../test/server.ts";
import { readiness } from "./routes/ready.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A store that can go away, and hang. */
function moody() {
  const store = memoryStore();
  const mood = { is: "well" as "well" | "away" | "hung", asked: 0 };
  const message = { en: "The database cannot be reached.", fr: "La base de données est injoignable." };
  const ready: EventStore["ready"] = () => {
    mood.asked += 1;
    if (mood.is === "hung") return new Promise(() => {});
    if (mood.is === "well") return Promise.resolve();
    return Promise.reject(
      new StoreError({ code: "store-away", where: { path: "x" }, message, found: null, expected: null }),
    );
  };
  return { mood, store: { ...store, ready } };
}

describe("a server", () => {
  it("is ready while its stores answer, and healthy in any case", async () => {
    const [events, documents] = [moody(), moody()];
    const { app, lines } = testServer({ events: events.store, documents: documents.store });
    const asked = async (path: string) => {
      const response = await app.request(path);
      return [response.status, await response.json()];
    };
    expect(await asked("/ready")).toEqual([200, { ok: true }]);
    documents.mood.is = "away";
    vi.advanceTimersByTime(1_000);
    expect(await asked("/ready")).toEqual([503, { ok: false, unavailable: ["documents"] }]);
    expect(await asked("/health")).toEqual([200, { ok: true }]);
    expect(lines.map(({ path, status, level }) => [path, status, level])).toEqual([
      ["/ready", 200, "info"],
      ["/ready", 503, "error"],
      ["/health", 200, "info"],
    ]);
    documents.mood.is = "well";
    vi.advanceTimersByTime(1_000);
    expect(await asked("/ready")).toEqual([200, { ok: true }]);
  });
});

describe("a look at the stores", () => {
  it("does not wait for one that hangs longer than three seconds", async () => {
    const [events, documents] = [moody(), moody()];
    events.mood.is = "hung";
    const unavailable = readiness({ events: events.store, documents: documents.store })();
    await vi.advanceTimersByTimeAsync(2_999);
    const early = await Promise.race([unavailable, Promise.resolve("not yet")]);
    await vi.advanceTimersByTimeAsync(1);
    expect([early, await unavailable]).toEqual(["not yet", ["events"]]);
  });

  it("serves a second of askers, however many", async () => {
    const { mood, store } = moody();
    const look = readiness({ events: store });
    for (let n = 0; n < 1_000; n += 1) expect(await look()).toEqual([]);
    expect(mood.asked).toBe(1);
    vi.advanceTimersByTime(1_000);
    await look();
    expect(mood.asked).toBe(2);
  });
});
