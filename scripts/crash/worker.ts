/**
 * One writer that is killed at any moment: it sends commands to one project, fires timers, and says on its standard output, a line for each,
 * what it tries and what was acknowledged. It ends when its standard input does.
 */
import { writeSync } from "node:fs";
import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import {
  createEngine,
  type EventStore,
  embeddedTimers,
  type Grant,
  StoreError,
} from "../../packages/engine/src/index.ts";
import { streamOf } from "../../packages/engine/src/internal/index.ts";
import { postgresStore } from "../../packages/engine/src/stores/postgres/index.ts";
import { sqliteStore } from "../../packages/engine/src/stores/sqlite/index.ts";
import { clockOf, LEASE_MS, type Task, WRITER } from "./task.ts";

const task = JSON.parse(process.argv[2] ?? "") as Task;
// It waits until the line is handed over: what a stream keeps while the reader is busy would die with the process.
const say = (...words: (string | number)[]) => writeSync(1, `${words.join(" ")}\n`);
let ending = false;
process.stdin.on("end", () => {
  ending = true;
});
process.stdin.resume();

const pool = task.postgres === null ? null : new pg.Pool({ connectionString: task.postgres, max: 2 });
async function open(): Promise<EventStore> {
  for (;;)
    try {
      return await (pool === null ? sqliteStore(task.place) : postgresStore(pool, { schema: task.place }));
    } catch (error) {
      // The disk may be full.
      if (!(error instanceof StoreError)) throw error;
      await wait(50);
    }
}
const store = await open();
const grants: Grant[] = [{ actor: WRITER.id, role: WRITER.role, agency: null, projects: "all" }];
const policy = {
  id: "crash",
  version: "1",
  source: "test",
  permissions: [{ role: WRITER.role, actions: ["activity.*", "reminder.record"], scope: "any" as const }],
};
const engine = createEngine({ store, grants, policy });
const timers = embeddedTimers({
  engine,
  store,
  actor: WRITER,
  clock: clockOf(task.epoch),
  leaseMs: LEASE_MS,
});
const stream = streamOf(task.project);
say("ready");

for (let n = task.from; !ending; n += 1) {
  const key = `w${task.writer}-${n}`;
  say("try", n);
  for (let seen: number | undefined; ; ) {
    // Every third command rests on a position that was seen: the log may have gone on since.
    if (n % 3 === 0) seen ??= (await engine.view(task.project).catch(() => null))?.position;
    const answer = await engine.execute({
      type: "activity.delay",
      project: task.project,
      key,
      actor: WRITER,
      activity: `1.1.${1 + ((task.writer + n) % task.activities)}`,
      causes: ["season"],
      effective: null,
      ...(seen === undefined ? {} : { expectedPosition: seen }),
    });
    if (answer.ok) {
      say("ack", n, answer.position, answer.duplicate ? "again" : "new");
      break;
    }
    const code = answer.problems[0]?.code;
    // What rests on a position is another request once it rests on another one: it may have been recorded before a kill swallowed the answer.
    const recorded = code === "key-reused" && n === task.from ? await store.readKey(stream, key) : [];
    if (recorded[0] !== undefined) {
      say("ack", n, recorded[0].position, "again");
      break;
    }
    if (code === "version-conflict") {
      say("conflict", n);
      seen = undefined;
    } else if (answer.kind === "unavailable") say("away", n);
    else {
      say("fault", n, JSON.stringify(answer));
      process.exit(3);
    }
  }
  // SQLite answers without ever letting go of the process: so that the end of the input is heard.
  await turn();
  if (n % 4 !== 3) continue;
  try {
    for (const { timer, fired } of await timers.fire()) say("fired", fired, timer.id);
  } catch (error) {
    say("away", n, (error as Error).message.replaceAll("\n", " "));
  }
}
await store.close();
await pool?.end();
say("end");
