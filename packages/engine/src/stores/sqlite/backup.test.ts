import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Bilingual, Problem } from "@cadre/core";
import { afterAll, describe, expect, it } from "vitest";
import { command, openedEngine } from "../../../test/project.ts";
import { temporaryFolder } from "../../../test/stores.ts";
import type { EventStore, NewEvent } from "../../log/index.ts";
import { backupSqliteFile, sqliteStore, verifySqliteFile } from "./index.ts";

const folder = temporaryFolder();
afterAll(folder.remove);
let count = 0;
const at = (name: string) => {
  count += 1;
  return join(folder.path, `${count}-${name}`);
};

/** A log in use, with some delays on it, and a way to add one. */
async function inUse(
  path: string,
  delays: number,
): Promise<{ store: EventStore; delay: () => Promise<void> }> {
  const store = await sqliteStore(path);
  const engine = await openedEngine({ store });
  const delay = async () => {
    await engine.execute(command("activity.delay", { activity: "1.1.2", causes: ["season"] }));
  };
  for (let n = 0; n < delays; n += 1) await delay();
  return { store, delay };
}

const sampleEvent = (n: number): NewEvent => ({
  type: "activity.delayed",
  version: 1,
  effective: null,
  recordedAt: "2020-01-01T00:00:00.000Z",
  actor: { id: "a", role: "system", agency: null },
  evidence: [],
  data: { n },
});

const beside = (path: string) =>
  readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)) && name !== basename(path));

describe("a backup of a log in use", () => {
  it("is whole, sealed and verified at once, and carries what is in the write-ahead log", async () => {
    const [from, to] = [at("live.sqlite"), at("backup.sqlite")];
    const { store, delay } = await inUse(from, 5);
    // What a plain copy of the file would lack.
    const plain = at("plain.sqlite");
    copyFileSync(from, plain);
    const head = await store.head("project/mli-1");
    const found = backupSqliteFile(from, to);
    expect(beside(to)).toEqual([`${basename(to)}-seal`]);
    expect(found).toMatchObject({ ok: true, sealed: true, problems: [], uncovered: 0 });
    expect(found.heads["project/mli-1"]).toEqual(head);
    expect(verifySqliteFile(to)).toEqual(found);
    expect(verifySqliteFile(plain).heads["project/mli-1"]).not.toEqual(head);
    // The log goes on, and so may the copy.
    await delay();
    expect((await store.head("project/mli-1")).position).toBe(head.position + 1);
    await store.close();
    const restored = await sqliteStore(to);
    expect(await restored.head("project/mli-1")).toEqual(head);
    const { events } = await restored.readAll(null);
    expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index + 1));
    await restored.close();
    expect(verifySqliteFile(to).ok).toBe(true);
  });

  it("is another log for readers: their cursors are refused, and say what to do", async () => {
    const [from, to] = [at("live.sqlite"), at("backup.sqlite")];
    const { store } = await inUse(from, 3);
    const before = await store.readAll(null, { limit: 2 });
    backupSqliteFile(from, to);
    expect((await store.readAll(before.cursor)).events.length).toBeGreaterThan(0);
    await store.close();
    const copy = await sqliteStore(to);
    await expect(copy.readAll(before.cursor)).rejects.toMatchObject({
      problem: { code: "cursor-out-of-range", message: { en: expect.stringContaining("restored") } },
    });
    const own = await copy.readAll(null, { limit: 2 });
    expect(own.events).toEqual(before.events);
    expect((await copy.readAll(own.cursor)).events.length).toBeGreaterThan(0);
    await copy.close();
  });

  it("restored as a plain copy refuses cursors beyond its end, and those of another history", async () => {
    const [live, plain] = [at("live.sqlite"), at("plain.sqlite")];
    const { store } = await inUse(live, 2);
    await store.close();
    copyFileSync(live, plain);
    const [one, other] = [await sqliteStore(live), await sqliteStore(plain)];
    const append = (to: EventStore, key: string) =>
      to.append({ stream: "s", expected: "any", key, fingerprint: key, events: [sampleEvent(1)] });
    await append(one, "a");
    const { cursor } = await one.readAll(null);
    await expect(other.readAll(cursor)).rejects.toMatchObject({ problem: { code: "cursor-out-of-range" } });
    await append(other, "b");
    await expect(other.readAll(cursor)).rejects.toMatchObject({ problem: { code: "cursor-out-of-range" } });
    expect((await one.readAll(cursor)).events).toEqual([]);
    await one.close();
    await other.close();
  });

  it("finds a byte that is changed afterwards", async () => {
    const [from, to] = [at("live.sqlite"), at("backup.sqlite")];
    const { store } = await inUse(from, 2);
    backupSqliteFile(from, to);
    await store.close();
    const bytes = readFileSync(to);
    const last = bytes.length - 1;
    bytes.writeUInt8(bytes.readUInt8(last) ^ 1, last);
    writeFileSync(to, bytes);
    expect(verifySqliteFile(to).ok).toBe(false);
  });
});

describe("a backup that cannot be", () => {
  const refusal = (from: string, to: string): { code: string; message: Bilingual } => {
    try {
      backupSqliteFile(from, to);
    } catch (error) {
      const { code, message } = (error as { problem: Problem }).problem;
      return { code, message };
    }
    throw new Error("it was made");
  };

  it("leaves what is there already as it is", async () => {
    const [from, to] = [at("live.sqlite"), at("mine")];
    const { store } = await inUse(from, 1);
    writeFileSync(to, "mine");
    expect(refusal(from, to).code).toBe("store-exists");
    expect(readFileSync(to, "utf8")).toBe("mine");
    await store.close();
  });

  it("leaves nothing where there is no log, another program's file, or no database", () => {
    const [strange, text] = [at("strange.sqlite"), at("text")];
    const db = new DatabaseSync(strange);
    db.exec("CREATE TABLE t (a); INSERT INTO t VALUES (1)");
    db.close();
    writeFileSync(text, "no database".repeat(100));
    const to = at("backup.sqlite");
    expect(refusal(at("nothing"), to).code).toBe("store-away");
    expect(refusal(strange, to).code).toBe("store-damaged");
    expect(refusal(text, to).code).toBe("store-damaged");
    expect([existsSync(to), beside(to)]).toEqual([false, []]);
  });

  it("leaves nothing of a log that was changed, and says what is wrong with it", async () => {
    const [from, to] = [at("live.sqlite"), at("backup.sqlite")];
    const { store } = await inUse(from, 2);
    await store.close();
    const db = new DatabaseSync(from);
    db.exec("UPDATE events SET body = replace(body, 'season', 'strike') WHERE position = 2");
    db.close();
    const { code, message } = refusal(from, to);
    expect(code).toBe("store-damaged");
    expect(message.en).toContain("is not what was recorded)");
    expect(message.fr).toContain("n’est pas celle qui a été enregistrée)");
    expect([existsSync(to), beside(to)]).toEqual([false, []]);
  });
});
