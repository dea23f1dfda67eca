import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { command, GRANTS, openedEngine, word } from "../test/project.ts";
import { temporaryFolder } from "../test/stores.ts";
import { createEngine } from "./engine/index.ts";
import type { EventStore, NewEvent } from "./log/index.ts";
import { memoryStore } from "./stores/memory/index.ts";
import { sqliteStore } from "./stores/sqlite/index.ts";

// A log as it is after years: many projects, many entries. What is asked for one of them must not cost what all of them hold.

const FULL = process.env.CADRE_FULL === "1";
const [PROJECTS, ENTRIES] = FULL ? [10_000, 100] : [500, 20];

const folder = temporaryFolder();
afterAll(folder.remove);

const event = (n: number): NewEvent => ({
  type: "activity.delayed",
  version: 1,
  effective: "2020-03",
  recordedAt: "2020-04-02T09:30:00.000Z",
  actor: { id: "amina", role: "recipient-agency", agency: "PAM" },
  evidence: [],
  data: { activity: "1.1.1", basis: "reported", causes: ["season"], n },
});

describe(`${PROJECTS} projects with ${PROJECTS * ENTRIES} entries`, () => {
  it("are named by pages without reading their entries, and each is read for itself", async () => {
    const store = await sqliteStore(join(folder.path, "years.sqlite"), { seal: false });
    const name = (n: number) => `project/P-${String(n).padStart(5, "0")}`;
    for (let first = 0; first < PROJECTS; first += 500)
      await Promise.all(
        Array.from({ length: Math.min(500, PROJECTS - first) }, (_, n) =>
          store.append({
            ...{ stream: name(first + n), expected: 0, key: "all", fingerprint: "f" },
            events: Array.from({ length: ENTRIES }, (_, index) => event(index)),
          }),
        ),
      );
    const cost = async (work: () => Promise<unknown>) => {
      await work();
      const begin = process.cpuUsage();
      await work();
      const { user, system } = process.cpuUsage(begin);
      return (user + system) / 1000;
    };
    const page = await cost(() =>
      store.streams({ prefix: "project/", after: name(PROJECTS / 2), limit: 100 }),
    );
    const head = await cost(() => store.head(name(7)));
    const all = await cost(() => store.readAll(null, { limit: 10_000 }));
    expect((await store.streams({ prefix: "project/" })).length).toBe(PROJECTS);
    expect((await store.read(name(7), { from: 1, limit: 1000 })).length).toBe(ENTRIES);
    expect(page).toBeLessThan(all);
    expect(head).toBeLessThan(all / 10);
    const reopened = await sqliteStore(join(folder.path, "years.sqlite"), { seal: false });
    expect((await reopened.head(name(PROJECTS - 1))).position).toBe(ENTRIES);
    await reopened.close();
    await store.close();
  }, 600_000);
});

/** A store that counts the entries that are read from it. */
function counting(store: EventStore) {
  let read = 0;
  const counted: EventStore = {
    ...store,
    read: async (...of) => {
      const entries = await store.read(...of);
      read += entries.length;
      return entries;
    },
  };
  const entriesReadBy = async (work: () => Promise<unknown>) => {
    read = 0;
    await work();
    return read;
  };
  return { counted, entriesReadBy };
}

describe.each(FULL ? [10_000, 100_000, 1_000_000] : [3_000, 12_000])("a project of %s entries", (entries) => {
  it("is read at the cost of what came since it was read, or since its snapshot", async () => {
    const { counted, entriesReadBy } = counting(memoryStore());
    const engine = await openedEngine({ store: counted });
    for (let position = 1; position < entries; position += 500) {
      const events = Array.from({ length: Math.min(500, entries - position) }, (_, index) => ({
        ...event(position + index),
        data: { activity: `1.1.${1 + (index % 2)}`, basis: "reported", causes: ["season"] },
      }));
      const of = { stream: "project/mli-1", expected: position, key: `k-${position}`, fingerprint: "f" };
      expect((await counted.append({ ...of, events })).ok).toBe(true);
    }
    expect(await entriesReadBy(() => engine.state("mli-1"))).toBe(entries - 1);
    expect(await entriesReadBy(() => engine.state("mli-1"))).toBe(0);
    expect(await entriesReadBy(() => engine.history("mli-1", { from: entries - 9, limit: 10 }))).toBe(10);

    // Another process begins at the snapshot, and then reads what is new.
    const other = createEngine({ store: counted, grants: GRANTS });
    const atFirst = await entriesReadBy(() => other.state("mli-1"));
    expect(atFirst).toBeLessThanOrEqual(Math.max(1000, entries / 10) + 2);
    const more = command("schedule.set-dependencies", { dependencies: [] });
    expect(word(await engine.execute(more))).toBe("ok");
    expect(await entriesReadBy(() => other.state("mli-1"))).toBe(1);
  }, 600_000);
});
