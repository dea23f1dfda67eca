import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { build, type Plugin } from "esbuild";
import pg from "pg";
import {
  copyLog,
  createEngine,
  type EventStore,
  embeddedTimers,
  PAGE,
  streamOf,
} from "../../packages/engine/src/index.ts";
import { postgresStore } from "../../packages/engine/src/stores/postgres/index.ts";
import {
  backupSqliteFile,
  restoreSqliteFile,
  sqliteStore,
  verifySqliteFile,
} from "../../packages/engine/src/stores/sqlite/index.ts";
import { Subscriber } from "./subscriber.ts";
import { clockOf, LEASE_MS, type Task, WRITER } from "./task.ts";

/** What is killed how often. */
export interface CrashPlan {
  /** Connection string of PostgreSQL; `null`: SQLite. */
  postgres: string | null;
  writers: number;
  kills: number;
  /** After so many kills of writers a process of the server is killed too, which takes all its connections down; 0: never. */
  serverEvery?: number;
  timers?: number;
}

/** What was seen from outside, and what the log holds. */
export interface CrashReport {
  kills: number;
  serverKills: number;
  acknowledged: number;
  /** Commands whose acknowledgement a kill swallowed, and that were on record when they were sent again. */
  again: number;
  conflicts: number;
  away: number;
  events: number;
  timers: number;
  /** How often timers were reported to have fired, those of which the telling was lost left out. */
  fired: number;
  /** How often subscribers began again from their cursors, and writers were stopped for a while (SIGSTOP). */
  restarts: number;
  stops: number;
  /** Commands that were acknowledged before the backup in the middle of the run, all of which the restored backup has to hold. */
  restored: number;
  /** What does not hold; empty where all does. */
  faults: string[];
}

const PROJECT = "crash";
const ACTIVITIES = 40;

/**
 * The writer as one file, so that it starts in no time, of one of two versions of the code: they do not take each other's snapshots, which
 * both save far more often than usual.
 */
async function bundle(folder: string, version: string): Promise<string> {
  const outfile = join(folder, `worker-${version}.mjs`);
  const states: Plugin = {
    name: "version",
    setup: ({ onLoad }) =>
      onLoad({ filter: /engine\/states\.ts$/ }, ({ path }) => {
        const source = readFileSync(path, "utf8");
        const contents = source
          .replace(/STATE_VERSION = "[^"]+"/, `STATE_VERSION = "${version}"`)
          .replace(/SNAPSHOT_EVERY = \d+/, "SNAPSHOT_EVERY = 50");
        if (contents.split(version).length < 2 || !contents.includes("SNAPSHOT_EVERY = 50"))
          throw new Error("states.ts has no versions to change");
        return { contents, loader: "ts" };
      }),
  };
  await build({
    entryPoints: [join(import.meta.dirname, "worker.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node22",
    conditions: ["cadre-source"],
    external: ["pg-native"],
    plugins: [states],
    // What is CommonJS inside asks for Node's modules in its own way.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return outfile;
}

/** What the writers reported, kept outside of the store. */
class Ledger {
  readonly tried = new Map<number, number>();
  readonly acknowledged = new Map<string, number>();
  readonly fired = new Map<string, number>();
  readonly faults: string[] = [];
  again = 0;
  conflicts = 0;
  away = 0;

  take(writer: number, line: string): void {
    const [word = "", first = "", second = "", third = ""] = line.split(" ");
    const key = `w${writer}-${first}`;
    if (word === "try") this.tried.set(writer, Number(first));
    if (word === "conflict") this.conflicts += 1;
    if (word === "away") this.away += 1;
    if (word === "fault") this.faults.push(`${key}: ${line}`);
    if (word === "fired") {
      const id = line.slice("fired ".length + first.length + 1);
      this.fired.set(id, (this.fired.get(id) ?? 0) + 1);
    }
    if (word !== "ack") return;
    if (third === "again") this.again += 1;
    const before = this.acknowledged.get(key);
    if (before !== undefined && before !== Number(second))
      this.faults.push(`${key} was acknowledged at ${before} and at ${second}`);
    this.acknowledged.set(key, Number(second));
  }
}

/** A writer that is started again whenever it is killed, until reported to end. */
class Writer {
  readonly #start: () => ChildProcess;
  readonly #take: (line: string) => void;
  #process: ChildProcess;
  #ready: Promise<void> = Promise.resolve();
  #over: Promise<unknown>;

  constructor(start: () => ChildProcess, take: (line: string) => void) {
    [this.#start, this.#take] = [start, take];
    [this.#process, this.#over] = this.#begin();
  }

  #begin(): [ChildProcess, Promise<unknown>] {
    const made = this.#start();
    let ready = (): void => {};
    this.#ready = new Promise((resolve) => {
      ready = resolve;
    });
    if (made.stdout === null) throw new Error("a writer without a voice");
    const lines = createInterface({ input: made.stdout });
    lines.on("line", (line) => {
      if (line === "ready") ready();
      else this.#take(line);
    });
    // All that it said before its end is heard before it is started again.
    const over = Promise.all([once(lines, "close"), once(made, "exit")]);
    over.then(ready);
    return [made, over];
  }

  /** Kills it at a random moment of its work. */
  async kill(withinMs: number): Promise<void> {
    await this.#ready;
    await wait(Math.random() * withinMs);
    this.#process.kill("SIGKILL");
    await this.#over;
    [this.#process, this.#over] = this.#begin();
  }

  /** Stops it at a random moment, as a debugger or a machine that sleeps does, and lets it go on. */
  async pause(ms: number): Promise<void> {
    this.#process.kill("SIGSTOP");
    await wait(ms);
    this.#process.kill("SIGCONT");
  }

  async end(): Promise<number | null> {
    await this.#ready;
    this.#process.stdin?.end();
    await this.#over;
    return this.#process.exitCode;
  }
}

/** SIGKILL to one of the server's own processes: it cuts all connections, and goes through recovery as after a loss of power. */
async function killServer(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  client.on("error", () => {});
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  process.kill(rows[0]?.pid ?? 0, "SIGKILL");
  await wait(50);
  client.release(true);
}

interface Backup {
  /** Commands that were acknowledged before it was taken. */
  acknowledged: Map<string, number>;
  /** A cursor of the log in use. */
  cursor: string | null;
  path: string;
}

/** Backs up the log while its writers are killed. */
async function takeBackup(backup: Backup, store: EventStore, file: string | null): Promise<void> {
  if (file !== null) backupSqliteFile(file, backup.path);
  else {
    const to = await sqliteStore(backup.path);
    await copyLog(store, to);
    await to.close();
  }
  backup.cursor = (await store.readAll(null, 5)).cursor;
}

/** Holds a backup, restored, against what was acknowledged before it; a reader's cursor must be refused by it. */
async function checkBackup({ acknowledged, cursor, path }: Backup, { faults }: CrashReport): Promise<number> {
  const verified = verifySqliteFile(path);
  if (!verified.ok) faults.push(`the backup does not verify: ${verified.problems[0]?.message.en}`);
  restoreSqliteFile(path, `${path}-restored`);
  const restored = await sqliteStore(`${path}-restored`);
  for (const [key, position] of acknowledged) {
    const [event] = await restored.readKey(streamOf(PROJECT), key);
    if (event?.position !== position)
      faults.push(`${key}, acknowledged at ${position}, is not in the backup`);
  }
  const answer = await restored.readAll(cursor).then(
    () => "taken",
    (error) => (error as { problem?: { code: string } }).problem?.code,
  );
  if (answer !== "cursor-out-of-range" && answer !== "bad-cursor")
    faults.push(`a cursor of the log in use was ${answer} by the restored one`);
  await restored.close();
  return acknowledged.size;
}

async function check(
  store: EventStore,
  ledger: Ledger,
  expected: number,
  report: CrashReport,
): Promise<void> {
  const { faults } = report;
  const positions = new Map<string, number>();
  for (let from = 1; ; ) {
    const page = await store.read(streamOf(PROJECT), from, PAGE);
    for (const { key, position } of page) {
      if (positions.has(key)) faults.push(`${key} is recorded twice: ${positions.get(key)}, ${position}`);
      positions.set(key, position);
    }
    from += page.length;
    if (page.length < PAGE) break;
  }
  report.events = positions.size;
  for (const [key, position] of ledger.acknowledged)
    if (positions.get(key) !== position)
      faults.push(`${key}, acknowledged at ${position}, is at ${positions.get(key)}`);
  for (const key of positions.keys()) {
    const [, writer = "", n = ""] = /^w(\d+)-(\d+)$/.exec(key) ?? [];
    if (writer !== "" && Number(n) > (ledger.tried.get(Number(writer)) ?? -1))
      faults.push(`${key} was never sent`);
  }
  // The last command of each was tried again until it was acknowledged: none is missing in between.
  for (const [writer, last] of ledger.tried)
    for (let n = 0; n <= last; n += 1)
      if (!positions.has(`w${writer}-${n}`)) faults.push(`w${writer}-${n} is lost`);
  const reminders = [...positions.keys()].filter((key) => key.startsWith("reminder ")).length;
  if (reminders !== expected) faults.push(`${reminders} reminders of ${expected} timers are on record`);
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
  const place = pool === null ? join(folder, "log.sqlite") : `crash_${process.pid}_${Date.now()}`;
  const store = pool === null ? await sqliteStore(place) : await postgresStore(pool, { schema: place });
  const report: CrashReport = {
    ...{ kills: 0, serverKills: 0, acknowledged: 0, again: 0, conflicts: 0, away: 0 },
    ...{ events: 0, timers: 0, fired: 0, restarts: 0, stops: 0, restored: 0, faults: [] },
  };
  try {
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
          if (backup === null && report.kills >= kills / 2) {
            backup = {
              acknowledged: new Map(ledger.acknowledged),
              cursor: null,
              path: join(folder, "backup.sqlite"),
            };
            await takeBackup(backup, store, pool === null ? place : null);
          }
          if (report.kills % 5 === 4) {
            report.stops += 1;
            await writer.pause(300);
          }
          report.kills += 1;
          if (pool !== null && serverEvery > 0 && report.kills % serverEvery === 0) {
            await killServer(pool).catch((error) =>
              report.faults.push(`the server was not killed: ${error}`),
            );
            report.serverKills += 1;
          }
          await writer.kill(800);
        }
      }),
    );
    for (const [index, code] of (await Promise.all(all.map((writer) => writer.end()))).entries())
      if (code !== 0) report.faults.push(`writer ${index} ended with ${code}`);

    for (const subscriber of subscribers) {
      await subscriber.end();
      report.restarts += subscriber.restarts;
      report.faults.push(...subscriber.faults);
    }
    await reading?.end();
    const { position: length } = await store.head(streamOf(PROJECT));
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
    await pool?.end();
    rmSync(folder, { recursive: true, force: true });
  }
  return report;
}
