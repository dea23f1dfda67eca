import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { FrameworkDocument } from "@cadre/core";
import { memoryStore, planOf } from "@cadre/engine";
import { sqliteStore } from "@cadre/engine/sqlite";
import { createServer, makeKey } from "@cadre/server";
import { listen } from "@cadre/server/node";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

/** Projects of the server that writes to the disk. */
const WRITERS = 50;

// The two servers that `server.ts` asks, on one core.
const document = FrameworkDocument.parse(
  JSON.parse(readFileSync(new URL("../../examples/mali-2020/framework.json", import.meta.url), "utf8")),
);
const { secret, key } = makeKey({ id: "bench", role: "pbso", agency: null, projects: "all" });
const convening = makeKey({
  id: "bench-agency",
  role: "convening-agency",
  agency: "PAM",
  projects: "all",
});
const server = createServer({
  events: memoryStore(),
  documents: memoryStore(),
  keys: [key, convening.key],
  rate: { burst: 1e9, perSecond: 1e9 },
  log: () => {},
});
const actor = { id: key.id, role: key.role, agency: null };
await server.documents.save("river", document, { actor, key: null });
await server.engine.execute({
  type: "project.open",
  key: "open",
  project: "river",
  actor,
  plan: planOf(document),
});
const { address } = await listen(server, { port: 0 });

// A second server whose events are on the disk, with a project for each writer.
const folder = mkdtempSync(join(tmpdir(), "cadre-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
process.once("SIGTERM", () => process.exit());
const durable = createServer({
  events: await sqliteStore(join(folder, "events.sqlite")),
  documents: memoryStore(),
  keys: [key, convening.key],
  rate: { burst: 1e9, perSecond: 1e9 },
  log: () => {},
});
for (let writer = 0; writer < WRITERS; writer += 1)
  await durable.engine.execute({
    ...{ type: "project.open", key: "open", project: `p${writer}`, actor },
    plan: planOf(document),
  });
const writing = await listen(durable, { port: 0 });

// A third one, which writes a row for each request by hand, in a transaction of its own, as durably.
const rows = new DatabaseSync(join(folder, "rows.sqlite"));
rows.exec(
  "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (body TEXT NOT NULL) STRICT",
);
const insert = rows.prepare("INSERT INTO rows (body) VALUES (?)");
const byHand = new Hono().post("*", async (c) => {
  insert.run(JSON.stringify(await c.req.json()));
  return c.json({ ok: true });
});
const hand = await new Promise<string>((resolve) => {
  serve({ fetch: byHand.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
    resolve(`http://127.0.0.1:${port}`),
  );
});

const answer = await server.app.request("/v1/projects/river/framework", {
  headers: { Authorization: `Bearer ${secret}` },
});
const text = await answer.text();
const bare = new Hono().get("*", (c) => c.body(text, 200, { "Content-Type": "application/json" }));
serve({ fetch: bare.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
  process.send?.({
    cadre: address,
    durable: writing.address,
    hand,
    bare: `http://127.0.0.1:${port}`,
    secret: convening.secret,
    bytes: Buffer.byteLength(text),
  });
});
