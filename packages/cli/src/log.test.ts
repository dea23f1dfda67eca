import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createEngine, planOf } from "@cadre/engine";
import { sqliteStore } from "@cadre/engine/sqlite";
import { sharedPostgres } from "@cadre/test-services/shared-postgres";
import { sampleDocument } from "@cadre/testkit";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cadre } from "../test/terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "cadre-log-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  const store = await sqliteStore(at("log.sqlite"));
  const engine = createEngine({
    store,
    grants: [{ actor: "sara", role: "secretariat", agency: null, projects: "all" }],
  });
  const actor = { id: "sara", role: "secretariat", agency: null } as const;
  await engine.execute({
    type: "project.open",
    project: "river",
    key: "o",
    actor,
    plan: planOf(sampleDocument()),
  });
  await engine.execute({ type: "project.start", project: "river", key: "s", actor });
  await store.close();
});

it("a log is verified, backed up and restored, as a file and in PostgreSQL", async () => {
  const verified = await cadre("verify", at("log.sqlite"));
  expect([verified.exit, Object.keys(JSON.parse(verified.out))]).toEqual([0, ["project/river"]]);
  writeFileSync(at("heads.json"), verified.out);
  const backup = await cadre("backup", at("log.sqlite"), at("backup.sqlite"));
  expect([backup.exit, backup.out]).toEqual([0, verified.out]);
  const restored = await cadre("restore", at("backup.sqlite"), at("restored.sqlite"));
  expect([restored.exit, restored.out]).toEqual([0, verified.out]);
  expect((await cadre("verify", at("restored.sqlite"), "--heads", at("heads.json"))).exit).toBe(0);

  const [url, schema] = [await sharedPostgres(), `cli_${process.pid}`];
  const there = await cadre("restore", at("backup.sqlite"), url, "--schema", schema);
  expect([there.error, there.exit, there.out]).toEqual(["", 0, verified.out]);
  expect((await cadre("verify", url, "--schema", schema, "--heads", at("heads.json"))).out).toBe(
    verified.out,
  );
  const back = await cadre("backup", url, at("from-postgres.sqlite"), "--schema", schema);
  expect([back.exit, back.out]).toEqual([0, verified.out]);
  const pool = new pg.Pool({ connectionString: url });
  await pool.query(`DROP SCHEMA ${schema} CASCADE`);
  await pool.end();
});

it("what does not hold is reported: a changed entry, a head that is gone, a target that is taken", async () => {
  await cadre("backup", at("log.sqlite"), at("changed.sqlite"));
  const db = new DatabaseSync(at("changed.sqlite"));
  db.exec("DELETE FROM events WHERE position = 2");
  db.close();
  const changed = await cadre("verify", at("changed.sqlite"));
  expect([changed.exit, changed.out]).toEqual([1, ""]);
  writeFileSync(at("later.json"), JSON.stringify({ "project/river": { position: 9, hash: "f".repeat(64) } }));
  const cut = await cadre("verify", at("log.sqlite"), "--heads", at("later.json"));
  expect([cut.exit, cut.error]).toEqual([1, expect.stringContaining("chain-cut-off")]);
  const taken = await cadre("restore", at("backup.sqlite"), at("log.sqlite"));
  expect([taken.exit, taken.error]).toEqual([1, expect.stringContaining("store-exists")]);
  const nothing = await cadre("restore", at("nothing.sqlite"), at("new.sqlite"));
  expect([nothing.exit, nothing.error]).toEqual([2, expect.stringContaining("no such file")]);
  const heads = await cadre("verify", at("log.sqlite"), "--heads", at("nothing.json"));
  expect([heads.exit, heads.error]).toEqual([2, expect.stringContaining("no such file")]);
  expect((await cadre("verify", folder)).exit).toBe(2);
  const nowhere = await cadre("verify", "postgres://u:secret@127.0.0.1:1/x");
  expect(nowhere.error).not.toContain("secret");
}, 60_000);

it("closed projects are archived, and the others go on in a log of their own", async () => {
  const open = await cadre("archive", at("log.sqlite"), at("a.sqlite"), at("b.sqlite"), "--project", "river");
  expect([open.exit, open.error]).toEqual([1, expect.stringContaining("not-closed")]);

  const store = await sqliteStore(at("closed.sqlite"));
  const actor = { id: "dieter", role: "pbso", agency: null } as const;
  const grants = [{ actor: "dieter", role: "pbso", agency: null, projects: "all" } as const];
  const engine = createEngine({ store, grants });
  const plan = {
    ...planOf(sampleDocument()),
    activities: [],
    lines: [],
    schedule: { activities: [], dependencies: [] },
  };
  for (const project of ["old", "young"])
    for (const type of ["project.open", "project.start"] as const)
      await engine.execute({
        type,
        project,
        key: type,
        actor,
        ...(type === "project.open" && { plan }),
      } as never);
  for (const type of ["project.close", "project.close-financially"] as const)
    expect(await engine.execute({ type, project: "old", key: type, actor } as never)).toMatchObject({
      ok: true,
    });
  await store.close();

  const archived = await cadre("archive", at("closed.sqlite"), at("archive.sqlite"), at("rest.sqlite"));
  expect([archived.error, archived.exit, Object.keys(JSON.parse(archived.out))]).toEqual([
    "",
    0,
    ["project/old"],
  ]);
  const rest = await cadre("verify", at("rest.sqlite"));
  expect(Object.keys(JSON.parse(rest.out))).toEqual(["archived/project/old", "project/young"]);
  expect((await cadre("verify", at("archive.sqlite"))).out).toBe(archived.out);
  const again = await cadre("archive", at("closed.sqlite"), at("archive.sqlite"), at("rest-2.sqlite"));
  expect([again.exit, again.error]).toEqual([1, expect.stringContaining("store-exists")]);
});
