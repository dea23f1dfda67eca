import { memoryStore, planOf } from "@cadre/engine";
import { createServer, makeKey } from "@cadre/server";
import { listen } from "@cadre/server/node";
import { sampleDocument } from "@cadre/testkit";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

// The two servers that `server.ts` asks, on one core.
const { secret, key } = makeKey({ id: "bench", role: "pbso", agency: null, projects: "all" });
const convening = makeKey({
  id: "bench-agency",
  role: "convening-agency",
  agency: "Agency A",
  projects: "all",
});
const server = createServer({
  record: memoryStore(),
  papers: memoryStore(),
  keys: [key, convening.key],
  rate: { burst: 1e9, perSecond: 1e9 },
  log: () => {},
});
const actor = { id: key.id, role: key.role, agency: null };
await server.shelf.save("river", sampleDocument(), { actor, key: null });
await server.engine.execute({
  type: "project.open",
  key: "open",
  project: "river",
  actor,
  plan: planOf(sampleDocument()),
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
