import { readFileSync } from "node:fs";
import { FrameworkDocument } from "@cadre/core";
import { memoryStore, planOf } from "@cadre/engine";
import { createServer, makeKey } from "@cadre/server";
import { listen } from "@cadre/server/node";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

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

const answer = await server.app.request("/v1/projects/river/framework", {
  headers: { Authorization: `Bearer ${secret}` },
});
const text = await answer.text();
const bare = new Hono().get("*", (c) => c.body(text, 200, { "Content-Type": "application/json" }));
serve({ fetch: bare.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
  process.send?.({
    cadre: address,
    bare: `http://127.0.0.1:${port}`,
    secret: convening.secret,
    bytes: Buffer.byteLength(text),
  });
});
