import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { startPostgres } from "@cadre/test-services/postgres";
import { sharedPostgres } from "@cadre/test-services/shared-postgres";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { smallDisk } from "../../../scripts/crash/disk.ts";
import { command, GRANTS, openedEngine, word } from "../test/project.ts";
import { freshSchema, temporaryFolder } from "../test/stores.ts";
import { type Answer, type CommandInput, createEngine, type Engine } from "./index.ts";
import { postgresStore } from "./stores/postgres/index.ts";
import { sqliteStore, verifySqliteFile } from "./stores/sqlite/index.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

const delay = (reason = "") => command("activity.delay", { activity: "1.1.1", causes: ["season"], reason });

/** Sends commands until one is not done; which were, and the one that was not. */
async function untilRefused(
  engine: Engine,
  make: () => CommandInput,
): Promise<{ done: string[]; refused: CommandInput; answer: Answer }> {
  const done: string[] = [];
  for (let n = 0; n < 100_000; n += 1) {
    const next = make();
    const answer = await engine.execute(next);
    if (!answer.ok) return { done, refused: next, answer };
    done.push(next.key);
  }
  throw new Error("it was never full");
}

/** Every acknowledged command is on record once, in the order in which it was acknowledged, and the chain holds. */
async function expectWhole(engine: Engine, acknowledged: readonly string[]): Promise<void> {
  const keys: string[] = [];
  for (let from = 2; ; from += 1000) {
    const page = await engine.history("mli-1", { from });
    keys.push(...page.map(({ key }) => key));
    if (page.length < 1000) break;
  }
  expect(keys).toEqual(acknowledged);
  expect((await engine.verify("mli-1")).ok).toBe(true);
}

describe("a full disk", () => {
  it("under a SQLite log whose size is limited: a clear refusal, and what was acknowledged is there", async () => {
    const path = join(folder.path, "limited.sqlite");
    const store = await sqliteStore(path, { maxBytes: 300_000 });
    const engine = await openedEngine({ store });
    const { done, refused, answer } = await untilRefused(engine, () => delay("x".repeat(3000)));
    expect(answer).toMatchObject({ ok: false, kind: "unavailable", problems: [{ code: "store-full" }] });
    expect(done.length).toBeGreaterThan(20);
    await expectWhole(engine, done);
    await store.close();
    // With more space the same command is done, once.
    const roomy = await sqliteStore(path);
    const again = createEngine({ store: roomy, grants: GRANTS });
    expect(await again.execute(refused)).toMatchObject({ ok: true, duplicate: false });
    expect(await again.execute(refused)).toMatchObject({ ok: true, duplicate: true });
    await expectWhole(again, [...done, refused.key]);
    await roomy.close();
    expect(verifySqliteFile(path).ok).toBe(true);
  });

  const sqliteDisk = smallDisk(join(folder.path, "sqlite-disk"), "1m");
  it.skipIf(sqliteDisk === null)("under a SQLite log, a real one (needs leave to mount)", async () => {
    if (sqliteDisk === null) return;
    const path = join(sqliteDisk.path, "log.sqlite");
    try {
      const store = await sqliteStore(path);
      const engine = await openedEngine({ store });
      const { done, refused, answer } = await untilRefused(engine, () => delay("x".repeat(3000)));
      expect(answer).toMatchObject({ ok: false, kind: "unavailable", problems: [{ code: "store-full" }] });
      await expectWhole(engine, done);
      sqliteDisk.grow("8m");
      expect(word(await engine.execute(refused))).toBe("ok");
      await expectWhole(engine, [...done, refused.key]);
      await store.close();
      expect(verifySqliteFile(path).ok).toBe(true);
    } finally {
      sqliteDisk.remove();
    }
  });

  const withSchema = async (run: (pool: pg.Pool, schema: string) => Promise<void>) => {
    const pool = new pg.Pool({ connectionString: await sharedPostgres(), max: 3 });
    const schema = freshSchema();
    try {
      await run(pool, schema);
    } finally {
      await pool.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
      await pool.end();
    }
  };

  it("under PostgreSQL, as its server says it: a clear refusal, and what was acknowledged is there", () =>
    withSchema(async (pool, schema) => {
      const store = await postgresStore(pool, { schema });
      const engine = await openedEngine({ store });
      const first = delay();
      expect(word(await engine.execute(first))).toBe("ok");
      // The server's own error of a full disk, raised where it would be.
      await pool.query(`
        CREATE FUNCTION ${schema}.full() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
        CREATE TRIGGER full_disk BEFORE INSERT ON ${schema}.events EXECUTE FUNCTION ${schema}.full()`);
      const refused = delay();
      const answer = await engine.execute(refused);
      expect(answer).toMatchObject({ ok: false, kind: "unavailable", problems: [{ code: "store-full" }] });
      await pool.query(`DROP TRIGGER full_disk ON ${schema}.events`);
      expect(word(await engine.execute(refused))).toBe("ok");
      await expectWhole(engine, [first.key, refused.key]);
    }));

  const postgresDisk = smallDisk(join(folder.path, "postgres-disk"), "1m");
  it.skipIf(postgresDisk === null)(
    "under PostgreSQL, a real one under its tables (needs leave to mount)",
    async () => {
      if (postgresDisk === null) return;
      try {
        // The server is another user, to whom the disk has to belong and who has to get there.
        execFileSync("chmod", ["755", folder.path]);
        await withSchema(async (pool, schema) => {
          execFileSync("chown", ["postgres", postgresDisk.path]);
          await pool.query(`CREATE TABLESPACE ${schema} LOCATION '${postgresDisk.path}'`);
          const store = await postgresStore(pool, { schema });
          const engine = await openedEngine({ store });
          await pool.query(`ALTER TABLE ${schema}.events SET TABLESPACE ${schema}`);
          // What does not compress, so that it needs its space.
          const noise = () =>
            Array.from({ length: 1500 }, () => Math.random().toString(36).slice(2, 8)).join("");
          const { done, refused, answer } = await untilRefused(engine, () => delay(noise()));
          expect(answer).toMatchObject({
            ok: false,
            kind: "unavailable",
            problems: [{ code: "store-full" }],
          });
          expect(done.length).toBeGreaterThan(10);
          await expectWhole(engine, done);
          await pool.query(`ALTER TABLE ${schema}.events SET TABLESPACE pg_default`);
          expect(word(await engine.execute(refused))).toBe("ok");
          await expectWhole(engine, [...done, refused.key]);
          await pool.query(`DROP TABLE ${schema}.events`);
          await pool.query(`DROP TABLESPACE ${schema}`);
        });
      } finally {
        postgresDisk.remove();
      }
    },
  );
});

describe("a database that goes away and comes back", () => {
  it("PostgreSQL: commands wait for it, or are answered that it is away; what was acknowledged is there once", {
    timeout: 600_000,
  }, async () => {
    const server = await startPostgres();
    const pool = new pg.Pool({ connectionString: server.url, max: 4 });
    const hasty = new pg.Pool({ connectionString: server.url, max: 2 });
    try {
      const store = await postgresStore(pool, { patienceMs: 120_000 });
      const engine = await openedEngine({ store });
      const impatient = createEngine({
        store: await postgresStore(hasty, { patienceMs: 1_000 }),
        grants: GRANTS,
      });
      const stop = new AbortController();
      const received = new Set<string>();
      const following = (async () => {
        for await (const { events } of engine.subscribe({ signal: stop.signal, pollMs: 10 }))
          for (const { key } of events) received.add(key);
      })();
      const acknowledged: string[] = [];
      let sending = true;
      const sender = async () => {
        while (sending) {
          const next = delay();
          expect(word(await engine.execute(next))).toBe("ok");
          acknowledged.push(next.key);
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      };
      // Failures are reported once all have ended, with the pool still open.
      const senders = Promise.allSettled([sender(), sender()]);
      for (let outage = 0; outage < 2; outage += 1) {
        await new Promise((resolve) => setTimeout(resolve, 150));
        await server.stop();
        const refused = delay();
        expect(await impatient.execute(refused)).toMatchObject({
          ok: false,
          kind: "unavailable",
          problems: [{ code: "store-away" }],
        });
        await server.start();
        await expect
          .poll(async () => word(await impatient.execute(refused)), { timeout: 120_000 })
          .toBe("ok");
        acknowledged.push(refused.key);
      }
      sending = false;
      for (const sent of await senders) expect(sent.status).toBe("fulfilled");
      const keys = (await engine.history("mli-1", { from: 2 })).map(({ key }) => key);
      expect([...keys].sort()).toEqual([...acknowledged].sort());
      expect((await engine.verify("mli-1")).ok).toBe(true);
      await expect.poll(() => received.size, { timeout: 120_000 }).toBe(acknowledged.length + 1);
      stop.abort();
      await following;
      await store.close();
    } finally {
      pool.on("error", () => {});
      hasty.on("error", () => {});
      await Promise.all([pool.end(), hasty.end()]);
      await server.end();
    }
  });

  it("a SQLite file that another process holds: commands wait for it, or are answered that it is busy", async () => {
    const path = join(folder.path, "held.sqlite");
    const patient = await openedEngine({ store: await sqliteStore(path) });
    const hasty = createEngine({ store: await sqliteStore(path, { patienceMs: 100 }), grants: GRANTS });
    const holder = spawn(process.execPath, [
      "--input-type=module",
      "-e",
      `import { DatabaseSync } from "node:sqlite";
       const db = new DatabaseSync(${JSON.stringify(path)});
       db.exec("BEGIN IMMEDIATE");
       console.log("held");
       process.stdin.once("data", () => { db.exec("COMMIT"); db.close(); process.exit(); });`,
    ]);
    await once(holder.stdout, "data");
    const [refused, waiting] = [delay(), delay()];
    const waited = patient.execute(waiting);
    expect(await hasty.execute(refused)).toMatchObject({
      ok: false,
      kind: "unavailable",
      problems: [{ code: "store-busy" }],
    });
    holder.stdin.write("end");
    expect(word(await waited)).toBe("ok");
    if (holder.exitCode === null) await once(holder, "exit");
    expect(word(await hasty.execute(refused))).toBe("ok");
    await expectWhole(patient, [waiting.key, refused.key]);
  });
});
