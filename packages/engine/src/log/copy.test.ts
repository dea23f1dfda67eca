import { join } from "node:path";
import { sharedPostgres } from "@cadre/test-services/shared-postgres";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { command, GRANTS, openedEngine } from "../../test/project.ts";
import { freshSchema, temporaryFolder } from "../../test/stores.ts";
import { createEngine, verifyLog } from "../engine/index.ts";
import { memoryStore } from "../stores/memory/index.ts";
import { postgresStore } from "../stores/postgres/index.ts";
import { sqliteStore, verifySqliteFile } from "../stores/sqlite/index.ts";
import { copyLog } from "./copy.ts";
import type { EventStore } from "./store.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

/** A log with two projects, denials, a large append and a timer. */
async function fill(store: EventStore): Promise<void> {
  const engine = await openedEngine({ store });
  for (let n = 0; n < 20; n += 1) {
    await engine.execute(command("activity.delay", { activity: "1.1.2", causes: ["season"] }));
    if (n % 5 === 0)
      await engine.execute(command("project.close", { actor: { id: "m", role: "pbso", agency: null } }));
  }
  const [first] = await engine.history("mli-1", { from: 2, limit: 1 });
  if (first === undefined) throw new Error("no event");
  const { stream: _, position: __, key: ___, part: ____, hash: _____, fingerprint, ...event } = first;
  const events = Array.from({ length: 1500 }, () => event);
  await store.append({ stream: "other", expected: 0, key: "large", fingerprint, events });
  await store.addTimer({
    id: "t",
    stream: "other",
    kind: "k",
    due: "2030-01-01T00:00:00.000Z",
    data: { a: 1 },
  });
}

describe("a log copied from PostgreSQL to a file and back", () => {
  it("is the same log, to the hash; its readers begin again", async () => {
    const pool = new pg.Pool({ connectionString: await sharedPostgres(), max: 4 });
    const [one, other] = [freshSchema(), freshSchema()];
    const original = await postgresStore(pool, { schema: one });
    await fill(original);
    const path = join(folder.path, "backup.sqlite");
    const file = await sqliteStore(path);
    const copied = await copyLog(original, file);
    expect(copied).toEqual({
      eventCount: (await original.readAll(null, { limit: 10_000 })).events.length,
      timerCount: 1,
    });
    await file.close();
    expect(verifySqliteFile(path)).toMatchObject({ ok: true, sealed: true });

    const backup = await sqliteStore(path);
    const restored = await postgresStore(pool, { schema: other });
    await copyLog(backup, restored);
    const heads = await verifyLog(original);
    expect(await verifyLog(restored, { known: heads.heads })).toEqual(heads);
    expect(await restored.timers()).toEqual(await original.timers());
    const engine = createEngine({ store: restored, grants: GRANTS });
    expect(await engine.view("mli-1")).toEqual(
      await createEngine({ store: original, grants: GRANTS }).view("mli-1"),
    );
    const { cursor } = await original.readAll(null);
    await expect(restored.readAll(cursor)).rejects.toMatchObject({
      problem: { code: "cursor-out-of-range" },
    });
    await backup.close();
    await pool.query(`DROP SCHEMA ${one} CASCADE; DROP SCHEMA ${other} CASCADE`);
    await pool.end();
  });
});

it("a copy into a store that is not empty is refused", async () => {
  const [from, to] = [memoryStore(), memoryStore()];
  await fill(from);
  await fill(to);
  await expect(copyLog(from, to)).rejects.toMatchObject({ problem: { code: "store-exists" } });
});

it("a verification of all streams finds what was noted and is gone", async () => {
  const store = memoryStore();
  await fill(store);
  const { heads } = await verifyLog(store);
  expect(Object.keys(heads)).toEqual(["denials/mli-1", "other", "project/mli-1"]);
  const other = memoryStore();
  await openedEngine({ store: other });
  const found = await verifyLog(other, { known: heads });
  expect(found.problems.map(({ code }) => code).sort()).toEqual([
    "chain-cut-off",
    "chain-cut-off",
    "chain-cut-off",
  ]);
});
