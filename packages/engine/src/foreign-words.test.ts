import { copyFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Problem } from "@cadre/core";
import { foreignIn } from "@cadre/test-services/foreign-words";
import { sharedPostgres } from "@cadre/test-services/shared-postgres";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { command, openedEngine } from "../test/project.ts";
import { freshSchema, temporaryFolder } from "../test/stores.ts";
import { copyLog, createEngine, type EventStore, memoryStore, StoreError, UnknownEvent } from "./index.ts";
import { postgresStore } from "./stores/postgres/index.ts";
import { backupSqliteFile, restoreSqliteFile, sqliteStore, verifySqliteFile } from "./stores/sqlite/index.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
const at = (name: string) => join(folder.path, name);

/** What work that a store cannot do is refused with. */
async function refusal(work: () => unknown): Promise<Problem[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (!(error instanceof StoreError || error instanceof UnknownEvent)) throw error;
    return [error.problem];
  }
}
/** All that a store is asked, whatever it answers. */
const using = async (store: EventStore): Promise<Problem[]> =>
  (
    await Promise.all([
      refusal(() => store.head("project/mli-1")),
      refusal(() => store.read("project/mli-1", { from: 1 })),
      refusal(() => store.readAll("nonsense")),
      refusal(() => store.readAll("0")),
      ...[{ stream: "" }, { key: "" }, { events: [] }, { expected: -1 }, { stream: "a\u0000b" }].map(
        async (bad) => {
          const append = { stream: "p", expected: 0, key: "k", fingerprint: "f", events: [] } as const;
          const problems: Problem[] = [];
          problems.push(
            ...(await refusal(async () => {
              const answer = await store.append({ ...append, ...bad } as never);
              if (!answer.ok) problems.push(answer.problem);
            })),
          );
          return problems;
        },
      ),
    ])
  ).flat();

async function log(name: string): Promise<string> {
  const store = await sqliteStore(at(name), { seal: true });
  const engine = await openedEngine({ store });
  await engine.execute(command("activity.delay", { activity: "1.1.2", causes: ["season"] }));
  await store.close();
  return at(name);
}

describe("no words of SQLite reach a user", () => {
  const changed: Readonly<Record<string, (path: string) => void>> = {
    "an empty file": (path) => writeFileSync(path, ""),
    "a text": (path) => writeFileSync(path, "no database ".repeat(500)),
    "a file cut off": (path) => truncateSync(path, 5000),
    "a header cut off": (path) => truncateSync(path, 50),
    ...Object.fromEntries(
      Array.from({ length: 24 }, (_, index) => [
        `bytes changed at ${index}/24`,
        (path: string) => {
          const bytes = readFileSync(path);
          bytes.fill(
            0xab,
            Math.floor((bytes.length * index) / 24),
            Math.floor((bytes.length * index) / 24) + 40,
          );
          writeFileSync(path, bytes);
        },
      ]),
    ),
    "a seal of another file": (path) => writeFileSync(`${path}-seal`, "{}"),
    ...Object.fromEntries(
      [
        "UPDATE events SET body = 'x' WHERE position = 1",
        "DELETE FROM events WHERE position = 1",
        "DELETE FROM meta",
        "CREATE TABLE other (a)",
        "PRAGMA user_version = 99",
        "PRAGMA application_id = 5",
        "DROP TABLE timers",
      ].map((sql) => [
        sql,
        (path: string) => {
          const db = new DatabaseSync(path);
          db.exec(sql);
          db.close();
        },
      ]),
    ),
    "no file": (path) => rmSync(path),
    "a folder": (path) => {
      rmSync(path);
      mkdirSync(path);
    },
  };

  it("of a log that is broken", async () => {
    const sound = await log("sound.sqlite");
    const said: Problem[] = [];
    for (const [index, change] of Object.values(changed).entries()) {
      const path = at(`changed-${index}.sqlite`);
      copyFileSync(sound, path);
      copyFileSync(`${sound}-seal`, `${path}-seal`);
      change(path);
      said.push(...verifySqliteFile(path).problems);
      said.push(...(await refusal(() => backupSqliteFile(path, `${path}-backup`))));
      said.push(...(await refusal(() => restoreSqliteFile(path, `${path}-restored`))));
      said.push(
        ...(await refusal(async () => {
          const store = await sqliteStore(path);
          said.push(...(await using(store)));
          await store.close();
        })),
      );
    }
    expect(new Set(said.map(({ code }) => code)).size).toBeGreaterThan(6);
    expect(foreignIn(said)).toEqual([]);
  });

  it("of a log that is closed, or in the way", async () => {
    const [path, other] = [await log("closed.sqlite"), await log("other.sqlite")];
    const store = await sqliteStore(path);
    const said = await refusal(() => backupSqliteFile(path, other));
    said.push(...(await refusal(() => copyLog(store, store))));
    await store.close();
    said.push(...(await using(store)), ...(await using(memoryStore())));
    said.push(...(await refusal(() => sqliteStore(join(folder.path, "no", "folder", "x.sqlite")))));
    expect(said.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["store-exists", "store-closed", "store-away", "bad-append"]),
    );
    expect(foreignIn(said)).toEqual([]);
  });
});

describe("no words of PostgreSQL reach a user", () => {
  it("where it is not there, refuses, or ends", async () => {
    const url = new URL(await sharedPostgres());
    const said: Problem[] = [];
    const addresses = [
      "postgres://u:secret@127.0.0.1:1/x",
      "postgres://u@nowhere.invalid/x",
      Object.assign(new URL(url), { pathname: "/no-such-database" }).href,
      Object.assign(new URL(url), { username: "nobody" }).href,
    ];
    for (const connectionString of addresses) {
      const pool = new pg.Pool({ connectionString, max: 1, connectionTimeoutMillis: 2000 });
      said.push(...(await refusal(() => postgresStore(pool, { patienceMs: 50 }))));
      await pool.end();
    }
    const schema = freshSchema();
    const pool = new pg.Pool({ connectionString: url.href, max: 2 });
    const store = await postgresStore(pool, { schema, patienceMs: 500 });
    said.push(...(await using(store)));
    await pool.query(`DROP SCHEMA ${schema} CASCADE`);
    await pool.end();
    said.push(...(await using(store)));
    expect(said.length).toBeGreaterThan(5);
    expect(foreignIn(said)).toEqual([]);
  });
});

it("no words of ours that are not French are in what commands are refused with", async () => {
  const engine = await openedEngine({ store: memoryStore() });
  const said: Problem[] = [];
  const send = async (type: string, fields: object) => {
    const answer = await engine.execute(command(type as "activity.start", fields as never));
    if (!answer.ok) said.push(...answer.problems);
  };
  for (const activity of ["1.1.1", "9.9.9", ""])
    for (const type of [
      "start",
      "delay",
      "suspend",
      "resume",
      "complete",
      "cancel",
      "reopen",
      "reinstate",
      "merge",
      "split",
      "report",
    ])
      for (const more of [
        {},
        { effective: "2999-01-01" },
        { causes: ["nothing"] },
        { effective: "yesterday" },
      ])
        await send(`activity.${type}`, { activity, ...more });
  for (const type of [
    "project.open",
    "project.start",
    "project.close",
    "project.extend",
    "project.close-financially",
    "money.move",
    "money.approve",
    "entry.correct",
    "no.such",
  ])
    for (const more of [{}, { endDate: "2000-01-01" }, { entry: 999 }, { proposal: 5 }, { moves: [] }])
      await send(type, more);
  const other = createEngine({ store: memoryStore(), grants: [] });
  const denied = await other.execute(command("activity.start", { activity: "1.1.1" }));
  if (!denied.ok) said.push(...denied.problems);
  expect(new Set(said.map(({ code }) => code)).size).toBeGreaterThan(6);
  expect(foreignIn(said)).toEqual([]);
});
