/**
 * A server in a process of its own, which measures what others do to it: the memory at its highest, and the longest time that its event loop
 * was busy without a pause. The latter is processor time, so that a machine with other work does not count.
 */
import { memoryStore, planOf } from "@cadre/engine";
import { sqliteStore } from "@cadre/engine/sqlite";
import { createServer } from "../src/index.ts";
import { listen } from "../src/node/index.ts";
import type { MeasuredOptions } from "./measured.ts";
import { document, KEYS, open } from "./server.ts";

/** What is asked of the server: a file for its events, and how many p1 has. */
const { file, entries = 0 } = JSON.parse(process.argv[2] ?? "{}") as MeasuredOptions;
const events = file === undefined ? memoryStore() : await sqliteStore(file, { seal: false });
let logged = 0;
const errors: string[] = [];
const server = createServer({
  events,
  documents: memoryStore(),
  keys: Object.values(KEYS).map(({ key }) => key),
  rate: { burst: 1e6, perSecond: 1e6 },
  streams: { perKey: 1_000, total: 1_000 },
  log: ({ level, method, path, error }) => {
    logged += 1;
    if (level === "error") errors.push(`${method} ${path}: ${error?.message}`);
  },
});
const ask = (method: string, path: string, who: keyof typeof KEYS, body?: unknown) =>
  server.app.request(path, {
    method,
    headers: { Authorization: `Bearer ${KEYS[who].secret}`, "Content-Type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
await ask("PUT", "/v1/projects/p1/framework", "convening", document());
const { key: _, ...opening } = { ...open, plan: planOf(document()) };
await ask("POST", "/v1/projects/p1/commands", "pbso", opening);
for (let expected = 1; expected < entries; expected += 1_000)
  await events.append({
    ...{ stream: "project/p1", expected, key: `many-${expected}`, fingerprint: "f" },
    events: Array.from({ length: 1_000 }, () => ({
      ...{
        type: "activity.delayed",
        version: 1,
        effective: "2020-03",
        recordedAt: "2020-04-02T09:30:00.000Z",
      },
      ...{ actor: { id: "rita", role: "recipient-agency", agency: "FAO" } as const, evidence: [] },
      data: { activity: "1.1.1", basis: "reported", causes: ["season"] },
    })),
  });
for (const path of entries > 0 ? [] : ["", "/inspection", "/findings", "/dashboard"])
  await ask("GET", `/v1/projects/p1${path}`, "viewer");
const { address } = await listen(server, { port: 0 });

let [highest, longest] = [0, 0];
const busy = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
let last = busy();
const tick = () => {
  const now = busy();
  longest = Math.max(longest, now - last);
  last = now;
  highest = Math.max(highest, process.memoryUsage.rss());
};
setInterval(tick, 1);
process.on("message", (what) => {
  tick();
  if (what === "reset") [highest, longest] = [0, 0];
  if (what === "collect") {
    globalThis.gc?.();
    // Asked for by the test, and no work of the server's.
    last = busy();
  }
  process.send?.({ highest, longest, logged, errors, heap: process.memoryUsage().heapUsed });
});
process.once("disconnect", () => process.exit());
process.send?.({
  address,
  secrets: Object.fromEntries(Object.entries(KEYS).map(([name, { secret }]) => [name, secret])),
});
