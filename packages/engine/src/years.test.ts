import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../test/stores.ts";
import type { NewEvent } from "./log/index.ts";
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
    const all = await cost(() => store.readAll(null, 10_000));
    expect((await store.streams({ prefix: "project/" })).length).toBe(PROJECTS);
    expect((await store.read(name(7), 1, 1000)).length).toBe(ENTRIES);
    expect(page).toBeLessThan(all);
    expect(head).toBeLessThan(all / 10);
    const reopened = await sqliteStore(join(folder.path, "years.sqlite"), { seal: false });
    expect((await reopened.head(name(PROJECTS - 1))).position).toBe(ENTRIES);
    await reopened.close();
    await store.close();
  }, 600_000);
});
