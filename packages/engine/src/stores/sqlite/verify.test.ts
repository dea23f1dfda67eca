import {
  closeSync,
  copyFileSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, it } from "vitest";
import { command, GRANTS, openedEngine } from "../../../test/project.ts";
import { temporaryFolder } from "../../../test/stores.ts";
import { createEngine } from "../../engine/index.ts";
import { memoryStore } from "../memory/index.ts";
import { sealSqliteFile, sqliteStore, verifySqliteFile } from "./index.ts";

const folder = temporaryFolder();
afterAll(folder.remove);

/** A log with everything in it: several streams, long entries, timers in all states, a snapshot replaced. */
async function fullLog(name: string, seal = false): Promise<string> {
  const path = join(folder.path, name);
  const store = await sqliteStore(path, { seal });
  const engine = await openedEngine({ store });
  for (let n = 0; n < 30; n += 1)
    await engine.execute(
      command("activity.delay", {
        activity: "1.1.2",
        causes: ["season"],
        reason: "né ".repeat(n % 7 === 0 ? 2000 : n),
      }),
    );
  await engine.execute(command("project.close", { actor: { id: "mallory", role: "pbso", agency: null } }));
  for (const id of ["a", "b", "c"])
    await store.addTimer({
      id,
      stream: "project/mli-1",
      kind: "report-due",
      due: "2020-06-15T00:00:00.000Z",
      data: { id },
    });
  await store.claimTimers("2020-06-15T00:00:00.000Z", 1000, { limit: 2 });
  await store.finishTimer("a");
  const head = await store.head("project/mli-1");
  for (const version of ["1", "2"])
    await store.saveSnapshot("project/mli-1", {
      head,
      version,
      state: { text: "x".repeat(version === "1" ? 9000 : 50) },
    });
  await store.close();
  return path;
}

/** All that can be read from a file; `null` where it cannot. */
function contentOf(path: string): string | null {
  try {
    const db = new DatabaseSync(path, { readOnly: true });
    try {
      const tables = ["events", "timers", "snapshots", "sqlite_schema"].map((table) =>
        db
          .prepare(
            `SELECT ${table === "sqlite_schema" ? "type, name, sql" : "*"} FROM ${table} ORDER BY 1, 2`,
          )
          .all(),
      );
      return JSON.stringify(tables);
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

function flip(path: string, offset: number, bit: number): void {
  const file = openSync(path, "r+");
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, offset);
  byte.writeUInt8(byte.readUInt8(0) ^ (1 << bit), 0);
  writeSync(file, byte, 0, 1, offset);
  closeSync(file);
}

const clean = (path: string) => {
  for (const end of ["-wal", "-shm"]) rmSync(path + end, { force: true });
};

/** Offsets to try: all of them with CADRE_FULL=1, otherwise some of the header, of the schema behind it, and some at even distances. */
function offsetsOf(path: string): number[] {
  const { size } = statSync(path);
  if (process.env.CADRE_FULL === "1") return Array.from({ length: size }, (_, n) => n);
  const step = Math.floor(size / 120);
  return Array.from({ length: size }, (_, n) => n).filter(
    (n) => (n < 100 && n % 3 === 0) || (n > 3000 && n < 4096 && n % 27 === 0) || n % step === 7,
  );
}

/** Every byte takes its time. */
const timeout = process.env.CADRE_FULL === "1" ? 3_600_000 : 180_000;

describe("a byte changed anywhere in the file", { timeout }, () => {
  it("is found, or holds nothing that can be read", async () => {
    const path = await fullLog("plain.sqlite");
    expect(verifySqliteFile(path)).toMatchObject({ ok: true, problems: [], sealed: false });
    const content = contentOf(path);
    const copy = join(folder.path, "flipped.sqlite");
    let [foundOut, empty] = [0, 0];
    for (const offset of offsetsOf(path)) {
      copyFileSync(path, copy);
      flip(copy, offset, offset % 8);
      const { ok } = verifySqliteFile(copy);
      if (ok) expect(contentOf(copy), `byte ${offset}`).toBe(content);
      foundOut += Number(!ok);
      empty += Number(ok);
      clean(copy);
    }
    expect(foundOut).toBeGreaterThan(100);
    // What passed is no more than what the verification said that it could not see, by share.
    const { uncovered } = verifySqliteFile(path);
    expect(empty / (foundOut + empty)).toBeLessThan(uncovered / statSync(path).size + 0.1);
  });

  it("is found without exception in a file that was closed, and its block is named", async () => {
    const path = await fullLog("sealed.sqlite", true);
    expect(verifySqliteFile(path)).toMatchObject({ ok: true, sealed: true, uncovered: 0 });
    for (const offset of offsetsOf(path)) {
      flip(path, offset, offset % 8);
      const { ok, problems } = verifySqliteFile(path);
      expect(ok, `byte ${offset}`).toBe(false);
      expect(problems[0]).toMatchObject({
        code: "seal-broken",
        where: { path: `${path}@${offset - (offset % 65_536)}` },
      });
      flip(path, offset, offset % 8);
      clean(path);
    }
    expect(verifySqliteFile(path).ok).toBe(true);
  });

  it("is found in the seal itself; a write takes the seal away, a look does not", async () => {
    const path = await fullLog("seal.sqlite");
    sealSqliteFile(path);
    const store = await sqliteStore(path);
    await store.streams();
    await store.close();
    expect(verifySqliteFile(path)).toMatchObject({ ok: true, sealed: true });
    const text = readFileSync(`${path}-seal`, "utf8");
    writeFileSync(`${path}-seal`, text.replace(/[0-9a-f]{64}/, "0".repeat(64)));
    expect(verifySqliteFile(path).ok).toBe(false);
    writeFileSync(`${path}-seal`, text);
    const again = await sqliteStore(path, { seal: false });
    expect(() => sealSqliteFile(path)).toThrow(/locked/);
    await again.finishTimer("b");
    await again.close();
    expect(verifySqliteFile(path)).toMatchObject({ ok: true, sealed: false });
  });

  it("the last to close a file seals it, whoever wrote to it", async () => {
    const path = await fullLog("shared.sqlite");
    const [first, last] = [await sqliteStore(path), await sqliteStore(path)];
    await first.finishTimer("b");
    await first.close();
    expect(verifySqliteFile(path)).toMatchObject({ ok: true, sealed: false });
    await last.streams();
    await last.close();
    await last.close();
    expect(verifySqliteFile(path)).toMatchObject({ ok: true, sealed: true, uncovered: 0 });
  });
});

describe("a log that was tampered with", () => {
  const tampered = async (name: string, sql: string) => {
    const path = await fullLog(name);
    const db = new DatabaseSync(path);
    db.exec(sql);
    db.close();
    return verifySqliteFile(path).problems.map(({ code, where }) => [code, where.path]);
  };

  it.each([
    [
      "a text",
      "UPDATE events SET body = replace(body, 'season', 'funding') WHERE position = 5 AND stream LIKE 'project%'",
      "chain-broken",
      5,
    ],
    [
      "a number written otherwise",
      "UPDATE events SET body = replace(body, '\"version\":1', '\"version\":1.0') WHERE position = 6 AND stream LIKE 'project%'",
      "chain-broken",
      6,
    ],
    [
      "a key",
      "UPDATE events SET key = 'other' WHERE position = 7 AND stream LIKE 'project%'",
      "chain-broken",
      7,
    ],
    [
      "an entry taken out",
      "DELETE FROM events WHERE position = 8 AND stream LIKE 'project%'",
      "chain-gap",
      8,
    ],
    [
      "two entries exchanged",
      "UPDATE events SET position = 1000 WHERE position = 9 AND stream LIKE 'project%'; UPDATE events SET position = 9 WHERE position = 10 AND stream LIKE 'project%'; UPDATE events SET position = 10 WHERE position = 1000",
      "chain-broken",
      9,
    ],
  ])("is found at its first place: %s", async (name, sql, code, position) => {
    const found = await tampered(`${name}.sqlite`, sql);
    expect(found.filter(([each]) => each !== "order-broken")).toEqual([[code, `project/mli-1/${position}`]]);
  });

  it("is found in the order of all streams: entries of two streams exchanged, or renumbered", async () => {
    const swap = `UPDATE events SET global = -1 WHERE global = 3; UPDATE events SET global = 3 WHERE global = 4;
      UPDATE events SET global = 4 WHERE global = -1`;
    expect(await tampered("swapped.sqlite", swap)).toEqual([["order-broken", "events/3"]]);
    const renumber = "UPDATE events SET global = global + 100 WHERE global > 6";
    expect(await tampered("renumbered.sqlite", renumber)).toEqual([["order-broken", "events/7"]]);
  });

  it("is read, and nothing is appended to it", async () => {
    const path = await fullLog("broken-end.sqlite");
    const db = new DatabaseSync(path);
    db.exec(
      "UPDATE events SET body = replace(body, 'season', 'funding') WHERE position = 5 AND stream LIKE 'project%'",
    );
    db.close();
    const store = await sqliteStore(path);
    expect((await store.head("project/mli-1")).position).toBeGreaterThan(5);
    await expect(store.ready?.()).rejects.toMatchObject({ problem: { code: "chain-broken" } });
    const engine = createEngine({ store, grants: GRANTS });
    const answer = await engine.execute(command("activity.start", { activity: "1.1.1" }));
    expect(answer).toMatchObject({ ok: false, kind: "unavailable", problems: [{ code: "chain-broken" }] });
    await store.close();
  });

  it("is not appended to where the break is older than what opening verifies", async () => {
    const path = join(folder.path, "broken-early.sqlite");
    const store = await sqliteStore(path);
    const engine = await openedEngine({ store });
    const stream = "other";
    for (let n = 0; n < 3; n += 1)
      await store.append({
        ...{ stream, expected: "any", key: `k${n}`, fingerprint: "f" },
        events: Array.from({ length: 500 }, () => ({
          ...{
            type: "t",
            version: 1,
            effective: null,
            recordedAt: "2020-01-01T00:00:00.000Z",
            evidence: [],
            data: {},
          },
          actor: { id: "a", role: "system" as const, agency: null },
        })),
      });
    expect((await engine.view("mli-1"))?.position).toBe(1);
    await store.close();
    const db = new DatabaseSync(path);
    db.exec(
      "UPDATE events SET body = replace(body, 'mli', 'xyz'), hash = hash WHERE stream = 'project/mli-1'",
    );
    db.exec("UPDATE events SET body = body || ' ' WHERE stream = 'project/mli-1' AND position = 1");
    db.close();
    const again = await sqliteStore(path);
    await expect(again.ready?.()).resolves.toBeUndefined();
    const answer = await createEngine({ store: again, grants: GRANTS }).execute(
      command("activity.start", { activity: "1.1.1" }),
    );
    expect(answer).toMatchObject({ ok: false, problems: [{ code: "chain-broken" }] });
    await again.close();
  });

  it("rewritten from some place on, or cut off, is found by a head that was noted elsewhere", async () => {
    const store = memoryStore();
    const engine = await openedEngine({ store });
    await engine.execute(command("activity.start", { activity: "1.1.1" }));
    const head = await store.head("project/mli-1");
    expect((await engine.verify("mli-1", { known: [head] })).ok).toBe(true);
    const other = await openedEngine();
    expect((await other.verify("mli-1", { known: [head] })).log.chain).toMatchObject({
      ok: false,
      problem: { code: "chain-cut-off" },
    });
    await other.execute(command("activity.start", { activity: "1.1.2" }));
    expect((await other.verify("mli-1", { known: [head] })).log.chain).toMatchObject({
      ok: false,
      position: 2,
      problem: { code: "chain-rewritten" },
    });
  });

  it("is refused where it is no log at all", async () => {
    const path = join(folder.path, "other.sqlite");
    const db = new DatabaseSync(path);
    db.exec("CREATE TABLE events (x)");
    db.close();
    await expect(sqliteStore(path)).rejects.toMatchObject({ problem: { code: "store-damaged" } });
    writeFileSync(path, "this is a text and no database, and long enough to be looked at".repeat(40));
    await expect(sqliteStore(path)).rejects.toMatchObject({ problem: { code: "store-damaged" } });
    expect(verifySqliteFile(path).ok).toBe(false);
    await expect(sqliteStore(join(folder.path, "no", "such", "folder"))).rejects.toMatchObject({
      problem: { code: "store-away" },
    });
  });
});
