import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sharedPostgres } from "@cadre/test-services/shared-postgres";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { ACTORS, GRANTS, word } from "../test/project.ts";
import {
  engineOn,
  type Released,
  releasedFile,
  releases,
  SCHEMA,
  story,
  writeStory,
} from "../test/released.ts";
import { freshSchema, temporaryFolder } from "../test/stores.ts";
import { EVENT_TYPES, formOf } from "./events/event-types.ts";
import { createEngine, type EventStore, embeddedTimers, memoryStore, verifyLog } from "./index.ts";
import { postgresStore } from "./stores/postgres/index.ts";
import { sqliteStore, verifySqliteFile } from "./stores/sqlite/index.ts";

// Logs that released versions wrote: this version must read them, and go on from there.

const expectedOf = (version: string) =>
  JSON.parse(readFileSync(releasedFile(version, "expected.json"), "utf8")) as Released;

interface Opened {
  store: EventStore;
  cursor: string | null;
  remove: () => Promise<void>;
}
async function sqliteOf(version: string): Promise<Opened> {
  const folder = temporaryFolder();
  const file = join(folder.path, "log.sqlite");
  for (const end of ["", "-seal"]) copyFileSync(releasedFile(version, `log.sqlite${end}`), file + end);
  expect(verifySqliteFile(file).problems).toEqual([]);
  const store = await sqliteStore(file);
  return {
    store,
    cursor: expectedOf(version).cursors.sqlite,
    remove: async () => {
      await store.close();
      folder.remove();
    },
  };
}
async function postgresOf(version: string): Promise<Opened> {
  const pool = new pg.Pool({ connectionString: await sharedPostgres(), max: 2 });
  const schema = freshSchema();
  await pool.query(readFileSync(releasedFile(version, "log.sql"), "utf8").replaceAll(SCHEMA, schema));
  const store = await postgresStore(pool, { schema });
  return {
    store,
    cursor: expectedOf(version).cursors.postgres,
    remove: async () => {
      await store.close();
      await pool.query(`DROP SCHEMA ${schema} CASCADE`);
      await pool.end();
    },
  };
}
const LOGS = releases().flatMap((version): [string, string, () => Promise<Opened>][] => [
  [version, "SQLite", () => sqliteOf(version)],
  [version, "PostgreSQL", () => postgresOf(version)],
]);

describe.each(LOGS)("a log of %s in %s", (version, kind, open) => {
  const expected = expectedOf(version);

  it("holds, is read to the same states, and goes on", async () => {
    const { store, cursor, remove } = await open();
    try {
      expect((await verifyLog(store, { known: expected.heads })).problems).toEqual([]);
      const engine = engineOn(store);
      const view = await engine.view("mli-1");
      expect(view?.activities.map(({ code, state, context }) => [code, state, context.causes])).toEqual(
        expected.activities,
      );
      expect(view?.activities.flatMap(({ refusals }) => refusals)).toEqual([]);
      // The snapshot is of another version of the state: the log is replayed.
      expect((await engine.verify("mli-1")).snapshot).toBe("none");
      for await (const { events } of engine.subscribe({ live: false }))
        for (const { type, version: of, data } of events)
          expect([formOf(type).version, formOf(type).data.strict().parse(data)]).toEqual([of, data]);

      // What was sent before is answered as before; what is new is recorded.
      for (const command of story().filter(({ actor }) => actor.role !== "viewer"))
        expect(await engine.execute(command)).toMatchObject({ ok: true, duplicate: true });
      const before = await store.head("project/mli-1");
      expect(before).toEqual(expected.heads["project/mli-1"]);
      const next = { type: "activity.start", project: "mli-1", key: "after", activity: "1.1.11" } as const;
      const actor = ACTORS.boubacar;
      expect(word(await engine.execute({ ...next, actor, effective: "2020-11" }))).toBe("ok");
      expect((await verifyLog(store, { known: expected.heads })).problems).toEqual([]);

      // A dump is another history for readers of PostgreSQL; the file of SQLite is the same one.
      const page = store.readAll(cursor, { limit: 1000 });
      if (kind === "PostgreSQL")
        await expect(page).rejects.toMatchObject({ problem: { code: "cursor-out-of-range" } });
      else expect((await page).events).toHaveLength(expected.events.length - 2 + 1);
    } finally {
      await remove();
    }
  });

  it("still has its timers, which fire", async () => {
    const { store, remove } = await open();
    try {
      expect(await store.timers()).toHaveLength(expected.timers);
      const clock = () => new Date("2020-11-15T12:00:00Z");
      const engine = createEngine({ store, grants: GRANTS, clock });
      const fired = await embeddedTimers({ engine, store, actor: ACTORS.clockwork, clock }).fire();
      expect(fired.length).toBeGreaterThan(0);
      expect(fired.filter(({ fired: how }) => how === "recorded").length).toBeGreaterThan(0);
    } finally {
      await remove();
    }
  });
});

describe("what this version writes", () => {
  const newest = expectedOf(releases().at(-1) ?? "");

  it("has an event of every type in the log of the newest release", () => {
    expect([...new Set(newest.events.map(([type]) => type))].sort()).toEqual(
      // The marker of an archived stream is written by archiving, to a log of its own: see `archive.test.ts`.
      EVENT_TYPES.filter((type) => type !== "stream.archived").sort(),
    );
  });

  it("has the form that the release wrote, or a new version of the event", async () => {
    const { events } = await writeStory(memoryStore());
    const formOf = new Map(newest.events.map(([type, of, members]) => [`${type} ${of} ${members}`, type]));
    const changed = events.filter(
      ([type, of, members]) =>
        newest.events.some((each) => each[0] === type && each[1] === of) &&
        !formOf.has(`${type} ${of} ${members}`),
    );
    expect(changed).toEqual([]);
  });
});
