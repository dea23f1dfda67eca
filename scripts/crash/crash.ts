import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { createEngine, embeddedTimers } from "../../packages/engine/src/index.ts";
import { streamOf } from "../../packages/engine/src/internal/index.ts";
import { postgresStore } from "../../packages/engine/src/stores/postgres/index.ts";
import { sqliteStore } from "../../packages/engine/src/stores/sqlite/index.ts";
import { type Backup, checkBackup, takeBackup } from "./backup.ts";
import { bundle } from "./bundle.ts";
import { check } from "./check.ts";
import { type SmallDisk, smallDisk } from "./disk.ts";
import { ACTIVITIES, type CrashPlan, type CrashReport, PROJECT } from "./report.ts";
import { Subscriber } from "./subscriber.ts";
import { clockOf, LEASE_MS, type Task, WRITER } from "./task.ts";
import { Ledger, Writer } from "./writers.ts";

export type { CrashPlan, CrashReport } from "./report.ts";

/** SIGKILL to one of the server's own processes: it cuts all connections, and goes through recovery as after a loss of power. */
async function killServer(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  client.on("error", () => {});
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  process.kill(rows[0]?.pid ?? 0, "SIGKILL");
  await wait(50);
  client.release(true);
}

/** Puts the events of a schema on a disk of their own. The server is another user, who has to get there. */
async function moveTo(pool: pg.Pool, schema: string, { path }: SmallDisk, folder: string): Promise<void> {
  execFileSync("chmod", ["755", folder]);
  execFileSync("chown", ["postgres", path]);
  await pool.query(`CREATE TABLESPACE ${schema} LOCATION '${path}'`);
  await pool.query(`ALTER TABLE ${schema}.events SET TABLESPACE ${schema}`);
  const { rows } = await pool.query<{ name: string }>(
    "SELECT indexrelid::regclass::text AS name FROM pg_index WHERE indrelid = $1::regclass",
    [`${schema}.events`],
  );
  for (const { name } of rows) await pool.query(`ALTER INDEX ${name} SET TABLESPACE ${schema}`);
}

/** Kills writers at random moments of their work, lets them go on, and holds the log against what they were reported. */
export async function crash({
  postgres,
  writers,
  kills,
  serverEvery = 0,
  timers = 100,
}: CrashPlan): Promise<CrashReport> {
  const folder = mkdtempSync(join(tmpdir(), "cadre-crash-"));
  const pool = postgres === null ? null : new pg.Pool({ connectionString: postgres, max: 3 });
  const disk = smallDisk(join(folder, "disk"), "256m");
  const place =
    pool === null ? join(disk?.path ?? folder, "log.sqlite") : `crash_${process.pid}_${Date.now()}`;
  const store = pool === null ? await sqliteStore(place) : await postgresStore(pool, { schema: place });
  const report: CrashReport = {
    ...{ kills: 0, serverKills: 0, acknowledged: 0, again: 0, conflicts: 0, away: 0 },
    ...{ events: 0, timers: 0, fired: 0, restarts: 0, stops: 0, full: 0, restored: 0, faults: [] },
  };
  /** Whether the disk may not be filled, or is full. */
  let [hold, full] = [0, 0];
  /** Work for which the disk must not be full. */
  const unfilled = async <T>(work: () => Promise<T>): Promise<T> => {
    hold += 1;
    while (full > 0) await wait(20);
    return work().finally(() => {
      hold -= 1;
    });
  };
  try {
    if (pool !== null && disk !== null) await moveTo(pool, place, disk, folder);
    const files = [await bundle(folder, "one version"), await bundle(folder, "another version")];
    const epoch = Date.now();
    const grants = [{ actor: WRITER.id, role: WRITER.role, agency: null, projects: "all" as const }];
    const policy = {
      id: "crash",
      version: "1",
      source: "test",
      permissions: [
        { role: WRITER.role, actions: ["*", "project.open", "reminder.record"], scope: "any" as const },
      ],
    };
    const engine = createEngine({ store, grants, policy });
    const day = (n: number) => new Date(Date.parse("2020-01-01") + n * 86_400_000).toISOString().slice(0, 10);
    const codes = (group: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${group}.${index + 1}`);
    const timed = codes("2.1", timers);
    const opened = await engine.execute({
      ...{ type: "project.open", project: PROJECT, key: "open", actor: WRITER },
      plan: {
        ...{ title: null, endDate: null, genderMarker: null, agencies: [], lines: [] },
        activities: [...codes("1.1", ACTIVITIES), ...timed].map((code) => ({
          code,
          title: null,
          agencies: [],
        })),
        schedule: {
          activities: timed.map((code, index) => ({ code, start: day(index), end: null })),
          dependencies: [],
        },
      },
    });
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    const keeper = { engine, store, actor: WRITER, horizonDays: 4000, leaseMs: LEASE_MS };
    report.timers = await embeddedTimers({ ...keeper, clock: clockOf(epoch) }).plan();

    const ledger = new Ledger();
    const start = (writer: number) => () => {
      const task: Task = {
        postgres,
        place,
        project: PROJECT,
        writer,
        from: ledger.tried.get(writer) ?? 0,
        activities: ACTIVITIES,
        epoch,
      };
      return spawn(process.execPath, ["--no-warnings", files[writer % 2] ?? "", JSON.stringify(task)], {
        stdio: ["pipe", "pipe", "inherit"],
      });
    };
    const all = Array.from(
      { length: writers },
      (_, index) => new Writer(start(index), (line) => ledger.take(index, line)),
    );
    const reading = pool === null ? null : new pg.Pool({ connectionString: postgres ?? "", max: 2 });
    reading?.on("error", () => {});
    const open = () =>
      reading === null ? sqliteStore(place, { seal: false }) : postgresStore(reading, { schema: place });
    const subscribers = [new Subscriber(open), new Subscriber(open)];
    let backup: Backup | null = null;
    await Promise.all(
      all.map(async (writer) => {
        while (report.kills < kills) {
          // Claimed before anything is awaited: the other writers read the same count.
          report.kills += 1;
          const turn = report.kills;
          if (backup === null && turn > kills / 2) {
            backup = {
              acknowledged: new Map(ledger.acknowledged),
              cursor: null,
              path: join(folder, "backup.sqlite"),
            };
            const taken = backup;
            await unfilled(() => takeBackup(taken, store, pool === null ? place : null));
          }
          if (turn % 5 === 0) {
            report.stops += 1;
            await writer.pause(300);
          }
          if (pool !== null && serverEvery > 0 && turn % serverEvery === 0) {
            await unfilled(() => killServer(pool)).catch((error) =>
              report.faults.push(`the server was not killed: ${error}`),
            );
            report.serverKills += 1;
          }
          if (turn % 7 !== 3 || disk === null || hold > 0) await writer.kill();
          else {
            const free = disk.fill();
            full += 1;
            report.full += 1;
            // It is killed, and begins again, while there is no space.
            await writer.kill();
            await wait(200);
            free();
            full -= 1;
          }
        }
      }),
    );
    for (const [index, code] of (await Promise.all(all.map((writer) => writer.end()))).entries())
      if (code !== 0) report.faults.push(`writer ${index} ended with ${code}`);

    const { position: length } = await store.head(streamOf(PROJECT));
    for (const subscriber of subscribers) {
      await subscriber.end(streamOf(PROJECT), length);
      report.restarts += subscriber.restarts;
      report.faults.push(...subscriber.faults);
    }
    await reading?.end();
    for (const { delivered } of subscribers)
      if (delivered.get(streamOf(PROJECT))?.length !== length)
        report.faults.push(
          `a subscriber got ${delivered.get(streamOf(PROJECT))?.length} events of ${length}`,
        );
    if (backup !== null) report.restored = await checkBackup(backup, report);

    // What is left falls due now, and what dead writers had in hand comes back.
    await embeddedTimers({ ...keeper, clock: () => new Date("2040-01-01T00:00:00Z") }).fire();
    const waiting = await store.timers();
    if (waiting.length > 0) report.faults.push(`${waiting.length} timers have not ended`);
    report.faults.push(...ledger.faults);
    Object.assign(report, {
      acknowledged: ledger.acknowledged.size,
      again: ledger.again,
      conflicts: ledger.conflicts,
      away: ledger.away,
    });
    report.fired = [...ledger.fired.values()].reduce((sum, each) => sum + each, 0);
    await check(store, ledger, report.timers, report);
    const verified = await engine.verify(PROJECT);
    if (!verified.ok) report.faults.push(`the chain does not hold: ${JSON.stringify(verified)}`);
  } finally {
    await store.close();
    await pool?.query(`DROP SCHEMA IF EXISTS ${place} CASCADE`);
    if (pool !== null && disk !== null) await pool.query(`DROP TABLESPACE IF EXISTS ${place}`);
    await pool?.end();
    disk?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
  return report;
}
