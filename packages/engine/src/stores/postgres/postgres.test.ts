import { setTimeout as wait } from "node:timers/promises";
import { sharedPostgres } from "@cadre/test-services/shared-postgres";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshSchema } from "../../../test/stores.ts";
import type { EventStore, NewEvent } from "../../log/index.ts";
import { postgresStore } from "./index.ts";

let pool: pg.Pool;
beforeAll(async () => {
  pool = new pg.Pool({ connectionString: await sharedPostgres(), max: 6 });
});
afterAll(() => pool.end());

const event: NewEvent = {
  type: "activity.started",
  version: 1,
  effective: "2020-03",
  recordedAt: "2020-03-20T08:00:00.000Z",
  actor: { id: "amina", role: "recipient-agency", agency: "PAM" },
  evidence: [],
  data: {},
};
const append = (stream: string, key: string) =>
  ({ stream, expected: "any", key, fingerprint: key, events: [event] }) as const;

/** A schema of its own, gone afterwards. */
async function within(run: (schema: string) => Promise<void>): Promise<void> {
  const schema = freshSchema();
  try {
    await run(schema);
  } finally {
    await pool.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  }
}

/** A page of so many events: those of an append come a moment later where an older transaction of the server still runs. */
async function pageOf(store: EventStore, cursor: string | null, count: number) {
  for (const deadline = performance.now() + 60_000; ; await wait(10)) {
    const page = await store.readAll(cursor);
    if (page.events.length >= count || performance.now() > deadline) return page;
  }
}

describe("a log in PostgreSQL", () => {
  it("is made once, by however many start at once", () =>
    within(async (schema) => {
      const stores = await Promise.all(Array.from({ length: 6 }, () => postgresStore(pool, { schema })));
      await Promise.all(stores.map((store, n) => store.append(append("p", `k${n}`))));
      expect((await stores[0]?.read("p"))?.length).toBe(6);
    }));

  it("works without statements that are prepared by name", () =>
    within(async (schema) => {
      const store = await postgresStore(pool, { schema, prepared: false });
      expect((await store.append(append("p", "k"))).ok).toBe(true);
      expect((await pageOf(store, null, 1)).events).toHaveLength(1);
    }));

  it.each(["a b", "x;drop table y", "", "Ünicode", "x".repeat(64)])(
    "in no schema that has to be quoted: %s",
    async (schema) => {
      await expect(postgresStore(pool, { schema })).rejects.toThrow(RangeError);
    },
  );

  it("does not report what is later before what is earlier: while an older append may still come, they wait", () =>
    within(async (schema) => {
      const store = await postgresStore(pool, { schema });
      const slow = await pool.connect();
      try {
        // An append that has its number, and is not there yet.
        await slow.query("BEGIN");
        await slow.query(
          `INSERT INTO ${schema}.events (era, stream, position, key, part, hash, body)
           VALUES (0, 'slow', 1, 'k', 0, 'h', $1)`,
          [JSON.stringify({ ...event, fingerprint: "" })],
        );
        expect((await store.append(append("fast", "k"))).ok).toBe(true);
        const early = await store.readAll(null);
        expect(early.events).toEqual([]);
        await slow.query("COMMIT");
        const late = await pageOf(store, early.cursor, 2);
        expect(late.events.map(({ stream }) => stream)).toEqual(["slow", "fast"]);
      } finally {
        slow.release();
      }
    }));

  it("that was read from a dump into a younger server goes on in order, and readers with old cursors miss nothing", () =>
    within(async (schema) => {
      const before = await postgresStore(pool, { schema });
      await before.append(append("p", "k1"));
      // The old server had counted further: its numbers are ahead of ours.
      await pool.query(
        `UPDATE ${schema}.events SET transaction = ((pg_current_xact_id()::text)::bigint + 1000000)::text::xid8`,
      );
      const store = await postgresStore(pool, { schema });
      const first = await pageOf(store, null, 1);
      expect(first.events.map(({ key }) => key)).toEqual(["k1"]);
      await store.append(append("p", "k2"));
      expect((await pageOf(store, first.cursor, 1)).events.map(({ key }) => key)).toEqual(["k2"]);
      expect((await pageOf(store, null, 2)).events.map(({ key }) => key)).toEqual(["k1", "k2"]);
      // Opened again, it is the same server still.
      const again = await postgresStore(pool, { schema });
      await again.append(append("p", "k3"));
      expect((await pageOf(again, null, 3)).events.map(({ key }) => key)).toEqual(["k1", "k2", "k3"]);
      expect((await pool.query(`SELECT max(era) AS era FROM ${schema}.eras`)).rows[0]?.era).toBe(1);
    }));

  it("whose last entries are gone (a backup was put back) is not written on past the gap", () =>
    within(async (schema) => {
      const store = await postgresStore(pool, { schema });
      await store.append(append("p", "k1"));
      await store.append(append("p", "k2"));
      await pool.query(`DELETE FROM ${schema}.events WHERE position = 2`);
      // This process still remembers the second entry as the last.
      expect(await store.append({ ...append("p", "k3"), expected: 2 })).toMatchObject({
        ok: false,
        problem: { code: "version-conflict", found: 1, expected: 2 },
      });
      expect(await store.append(append("p", "k3"))).toMatchObject({ ok: true, events: [{ position: 2 }] });
    }));

  it("leaves the caller's pool alone, but for the errors of connections that break while nobody uses them", () =>
    within(async (schema) => {
      const own = new pg.Pool({ connectionString: await sharedPostgres(), max: 1 });
      const store = await postgresStore(own, { schema });
      const { rows } = await own.query("SELECT pg_backend_pid() AS pid");
      await pool.query("SELECT pg_terminate_backend($1)", [rows[0]?.pid]);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect((await store.append(append("p", "k"))).ok).toBe(true);
      await store.close();
      await store.close();
      expect(own.listenerCount("error")).toBe(0);
      expect((await own.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
      await own.end();
      await expect(store.read("p")).rejects.toMatchObject({ problem: { code: "store-closed" } });
    }));
});
