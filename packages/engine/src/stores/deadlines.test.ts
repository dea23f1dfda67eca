import { once } from "node:events";
import { copyFileSync, renameSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { sharedPostgres } from "@cadre/test-services/shared-postgres";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshSchema, temporaryFolder } from "../../test/stores.ts";
import type { EventStore, NewEvent } from "../log/index.ts";
import { postgresStore } from "./postgres/index.ts";
import { sqliteStore } from "./sqlite/index.ts";

// Each failure ends with a named refusal within `patienceMs`, and readiness says so.

const PATIENCE_MS = 400;
/** Where the deadline is not kept to, the refusal comes after the default of 10 s at the earliest, or never. */
const TOO_LATE_MS = 9_500;

const event: NewEvent = {
  type: "activity.started",
  version: 1,
  effective: null,
  recordedAt: "2020-03-20T08:00:00.000Z",
  actor: { id: "amina", role: "recipient-agency", agency: "PAM" },
  evidence: [],
  data: {},
};
const append = (key: string) =>
  ({ stream: "p", expected: "any", key, fingerprint: key, events: [event] }) as const;

async function refusal(work: Promise<unknown> | undefined): Promise<string> {
  const utilization = performance.eventLoopUtilization();
  const code = await (work ?? Promise.reject(new Error("no work"))).then(
    () => "done",
    (error) => (error as { problem?: { code: string } }).problem?.code ?? String(error),
  );
  // By this thread's own time: what a busy machine takes from it does not count.
  expect(performance.eventLoopUtilization(utilization).idle).toBeLessThan(TOO_LATE_MS);
  return code;
}

describe("PostgreSQL", () => {
  let url = "";
  let admin: pg.Pool;
  const schema = freshSchema();
  beforeAll(async () => {
    url = await sharedPostgres();
    admin = new pg.Pool({ connectionString: url, max: 3 });
    await (await postgresStore(admin, { schema })).append(append("first"));
  });
  afterAll(async () => {
    await admin.query(`DROP SCHEMA ${schema} CASCADE`);
    await admin.end();
  });
  /** A store upon a pool of its own. */
  async function within<T>(
    config: pg.PoolConfig,
    run: (store: EventStore, pool: pg.Pool) => Promise<T>,
  ): Promise<T> {
    const pool = new pg.Pool({ connectionString: url, max: 1, ...config });
    const store = await postgresStore(pool, { schema, patienceMs: PATIENCE_MS });
    try {
      return await run(store, pool);
    } finally {
      await store.close();
      await pool.end();
    }
  }

  it("with an exhausted pool refuses as busy, and serves again afterwards", () =>
    within({}, async (store, pool) => {
      const held = await pool.connect();
      expect(await refusal(store.append(append("exhausted")))).toBe("store-busy");
      expect(await refusal(store.ready?.())).toBe("store-busy");
      held.release();
      expect(await refusal(store.append(append("exhausted")))).toBe("done");
    }));

  it("with a locked table refuses as busy, and ends the statement that waits", () =>
    within({ max: 2 }, async (store) => {
      const locker = await admin.connect();
      await locker.query(`BEGIN; LOCK TABLE ${schema}.events IN ACCESS EXCLUSIVE MODE`);
      expect(await refusal(store.append(append("locked")))).toBe("store-busy");
      expect(await refusal(store.read("p"))).toBe("store-busy");
      const waiting = async () =>
        Number(
          (await admin.query("SELECT count(*) AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock'"))
            .rows[0]?.n,
        );
      for (let tries = 0; tries < 100 && (await waiting()) > 0; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await waiting()).toBe(0);
      await locker.query("ROLLBACK");
      locker.release();
      expect(await store.append(append("locked"))).toMatchObject({ ok: true, duplicate: false });
    }));

  it("that accepts a connection and says nothing is refused as busy", async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket.on("error", () => {}))).listen(
      0,
      "127.0.0.1",
    );
    await once(silent, "listening");
    const { port } = silent.address() as { port: number };
    const pool = new pg.Pool({ host: "127.0.0.1", port, user: "x", max: 1 });
    expect(await refusal(postgresStore(pool, { schema, patienceMs: PATIENCE_MS }))).toBe("store-busy");
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  it("that is not there is refused as unreachable", async () => {
    const pool = new pg.Pool({ host: "127.0.0.1", port: 1, user: "x", max: 1 });
    expect(await refusal(postgresStore(pool, { schema, patienceMs: PATIENCE_MS }))).toBe("store-away");
  });

  it("with synchronous_commit off records nothing, and is not ready", () =>
    within({ options: "-c synchronous_commit=off" }, async (store) => {
      expect(await refusal(store.ready?.())).toBe("store-not-durable");
      expect(await refusal(store.append(append("lost")))).toBe("store-not-durable");
      expect(await refusal(store.append({ ...append("lost"), events: [event, event] }))).toBe(
        "store-not-durable",
      );
      expect(await store.readKey("p", "lost")).toEqual([]);
    }));

  it("that became read-only, as a standby is, refuses, and is not ready", () =>
    within({}, async (store, pool) => {
      await pool.query("SET default_transaction_read_only = on");
      expect(await refusal(store.append(append("standby")))).toBe("store-away");
      expect(await refusal(store.ready?.())).toBe("store-away");
      expect((await store.read("p")).length).toBeGreaterThan(0);
    }));

  it("with tables that were restored refuses cursors of before", () =>
    within({}, async (store, pool) => {
      const other = freshSchema();
      const before = await postgresStore(pool, { schema: other });
      await before.append(append("k1"));
      await before.append(append("k2"));
      const { cursor } = await before.readAll(null);
      expect((await before.readAll(cursor)).events).toEqual([]);
      // As `pg_dump` and `pg_restore` do: the tables are created again.
      await pool.query(`CREATE TABLE ${other}.copy (LIKE ${other}.events INCLUDING ALL);
        INSERT INTO ${other}.copy OVERRIDING SYSTEM VALUE SELECT * FROM ${other}.events WHERE position = 1;
        DROP TABLE ${other}.events; ALTER TABLE ${other}.copy RENAME TO events`);
      expect(await refusal(before.readAll(cursor))).toBe("cursor-out-of-range");
      expect(await refusal(store.readAll(cursor))).toBe("cursor-out-of-range");
      const own = await before.readAll(null);
      expect(own.events.map(({ key }) => key)).toEqual(["k1"]);
      // Entries that are gone under the same tables.
      await pool.query(`DELETE FROM ${other}.events`);
      expect(await refusal(before.readAll(own.cursor))).toBe("cursor-out-of-range");
      await pool.query(`DROP SCHEMA ${other} CASCADE`);
    }));
});

describe("SQLite", () => {
  const folder = temporaryFolder();
  afterAll(folder.remove);

  it.each([
    ["deleted", (path: string) => rmSync(path)],
    [
      "replaced",
      (path: string) => {
        copyFileSync(path, `${path}-copy`);
        renameSync(`${path}-copy`, path);
      },
    ],
  ])("refuses a file that was %s under the process, and is not ready", async (name, change) => {
    const path = join(folder.path, `${name}.sqlite`);
    const store = await sqliteStore(path, { patienceMs: PATIENCE_MS });
    await store.append(append("k"));
    expect(await refusal(store.ready?.())).toBe("done");
    change(path);
    expect(await refusal(store.append(append("lost")))).toBe("store-replaced");
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(await refusal(store.ready?.())).toBe("store-replaced");
    expect(await refusal(store.read("p"))).toBe("store-replaced");
    await store.close();
  });
});
