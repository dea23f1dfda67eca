/** One of several processes that serve the same projects from one PostgreSQL, with timers. */
import { embeddedTimers } from "@cadre/engine";
import { postgresStore } from "@cadre/engine/postgres";
import pg from "pg";
import { ApiKey, createServer } from "../src/index.ts";
import { listen } from "../src/node/index.ts";

const { url, schema, keys } = JSON.parse(process.argv[2] ?? "") as {
  url: string;
  schema: string;
  keys: unknown;
};
const pool = new pg.Pool({ connectionString: url, max: 4 });
const events = await postgresStore(pool, { schema: `${schema}_events` });
const documents = await postgresStore(pool, { schema: `${schema}_documents` });
const server = createServer({ events, documents, keys: ApiKey.array().parse(keys), log: () => {} });
const { address } = await listen(server, { port: 0 });
const timers = embeddedTimers({
  ...{ engine: server.engine, store: events, horizonDays: 4000 },
  actor: { id: "timers", role: "system", agency: null },
  clock: () => new Date("2021-01-01T12:00:00Z"),
});
process.on("message", async () => {
  await timers.plan();
  process.send?.({ fired: (await timers.fire()).filter(({ fired }) => fired === "recorded").length });
});
process.once("disconnect", () => process.exit());
process.send?.({ address });
