/**
 * Logs of released versions, kept under `released/VERSION`: `node --conditions=cadre-source packages/engine/test/released.ts VERSION` writes
 * that of the present code, once, when the version is released. Every later version is tried on all of them.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startPostgres } from "@cadre/test-services/postgres";
import pg from "pg";
import {
  type CommandInput,
  createEngine,
  type Engine,
  type EventStore,
  embeddedTimers,
} from "../src/index.ts";
import type { Head } from "../src/log/chain.ts";
import { postgresStore } from "../src/stores/postgres/index.ts";
import { schemaSql } from "../src/stores/postgres/schema.ts";
import { sqliteStore } from "../src/stores/sqlite/index.ts";
import { ACTORS, GRANTS, PLAN, stoppedClock } from "./project.ts";

const FOLDER = join(import.meta.dirname, "released");
/** The schema that `log.sql` creates. */
export const SCHEMA = "cadre_released";
const [PROJECT, CLOSED] = ["mli-1", "mli-2"];

/** What was true of a log when it was written. */
export interface Released {
  heads: Record<string, Head>;
  /** State and causes of each activity. */
  activities: [code: string, state: string, causes: unknown][];
  /** The cursor after the first page of two events, in SQLite and in PostgreSQL. */
  cursors: { sqlite: string | null; postgres: string | null };
  timers: number;
  /** Type, version and members of the data of each event. */
  events: [type: string, version: number, members: string][];
}

/** Versions with a log. */
export const releases = (): string[] => readdirSync(FOLDER).sort();
/** A file of a version's log. */
export const releasedFile = (version: string, name: string): string => join(FOLDER, version, name);

const usd = (major: number) => ({ minor: major * 100, currency: "USD" });
const codes = Array.from({ length: 12 }, (_, n) => `1.1.${n + 1}`);

/** Commands of which the log has an event of every type; keys and clock are fixed. */
export function story(): CommandInput[] {
  let key = 0;
  const say = (
    type: CommandInput["type"],
    more: object = {},
    actor: CommandInput["actor"] = ACTORS.boubacar,
  ) => {
    key += 1;
    return { type, project: PROJECT, key: `k${key}`, actor, ...more } as CommandInput;
  };
  const fund = ACTORS.dieter;
  const on = (code: number, effective = "2020-03") => ({ activity: `1.1.${code}`, effective });
  const plan = {
    ...PLAN,
    activities: codes.map((code) => ({ code, title: `Activity ${code}`, agencies: ["PAM"] })),
  };
  return [
    say("project.open", { plan }, fund),
    say("project.start", { effective: "2020-01-01" }, fund),
    say(
      "activity.add",
      { activity: { code: "1.2.1", title: null, agencies: ["FAO"] }, reference: "PBSO/1" },
      fund,
    ),
    ...[1, 2, 3, 4, 5].map((code) => say("activity.start", on(code, "2020-01-15"))),
    say("activity.delay", {
      ...on(1, "2020-03"),
      ...{ causes: ["covid-19", "season"], expectedUntil: "2020-09", reason: "Marchés fermés – « attente »" },
      evidence: [{ where: { path: "narrative/overall-status", line: 12 }, quote: "suspendue" }],
    }),
    say("activity.end-hold-up", { ...on(1, "2020-05"), causes: ["season"] }),
    say("activity.suspend", { ...on(2, "2020-04"), causes: ["insecurity"] }),
    say("activity.resume", on(2, "2020-06")),
    say("activity.delay", { ...on(6), causes: ["procurement"], basis: "inferred" }),
    say("activity.propose-reallocation", on(7)),
    say("activity.approve-reallocation", { ...on(7, "2020-04"), reference: "PBSO/7" }, fund),
    say("activity.revert-reallocation", { ...on(7, "2020-05"), reference: "PBSO/8" }, fund),
    say("activity.propose-reallocation", on(8)),
    say("activity.reject-reallocation", on(8, "2020-04"), fund),
    say("activity.propose-reallocation", on(8, "2020-05")),
    say("activity.withdraw-reallocation", on(8, "2020-06")),
    say("activity.cancel", on(9)),
    say("activity.reinstate", on(9, "2020-04"), fund),
    say("activity.complete", on(3, "2020-06-30")),
    say("activity.reopen", on(3, "2020-07"), fund),
    say("activity.complete", { ...on(8, "2020-08"), share: 0.8 }),
    say("activity.hand-over", { ...on(4, "2020-05"), to: "FAO" }),
    say("activity.merge", { ...on(10), into: "1.1.11" }),
    say("activity.split", { ...on(12), into: ["1.1.1", "1.1.2"] }),
    say("activity.delay", { ...on(5), causes: ["season"] }),
    say("entry.void", { entry: 29, reason: "It was another activity." }),
    say("activity.delay", { ...on(5), causes: ["season"] }),
    say("entry.correct", {
      entry: 31,
      effective: "2020-04",
      fields: { causes: ["covid-19"] },
      reason: "Typing error",
    }),
    say("schedule.set-dates", { dates: { code: "1.1.2", start: "2020-04-01", end: "2020-07-31" } }),
    say("schedule.set-dependencies", { dependencies: [] }),
    say("money.move", { moves: [{ from: "a", to: "b", amount: usd(1000) }] }),
    say("money.move", { moves: [{ from: "c", to: "a", amount: usd(50_000) }] }),
    say("money.reject-move", { proposal: 36 }, fund),
    say("report.submit", { report: "annual-2020", effective: "2020-11-15" }),
    say("report.review", { report: "annual-2020", effective: "2020-11-15" }, ACTORS.chantal),
    say("report.return", { report: "annual-2020", effective: "2020-11-15" }, ACTORS.chantal),
    say("report.submit", { report: "annual-2020", effective: "2020-11-15" }),
    say("report.review", { report: "annual-2020", effective: "2020-11-15" }, ACTORS.chantal),
    say("report.approve", { report: "annual-2020", effective: "2020-11-15" }, fund),
    say(
      "reminder.record",
      { kind: "start-due", about: "activities/1.1.6", due: "2020-04-01T00:00:00Z", effective: null },
      ACTORS.clockwork,
    ),
    say("project.suspend", { causes: ["insecurity"], effective: "2020-08" }, fund),
    say("project.resume", { effective: "2020-09" }, fund),
    say("project.approve-extension", { endDate: "2021-12-31", amount: usd(10), effective: "2020-10" }, fund),
    say("activity.start", on(6, "2020-09")),
    say("project.start", {}, ACTORS.eve),
    say(
      "project.open",
      { project: CLOSED, plan: { ...plan, activities: plan.activities.slice(0, 1) } },
      fund,
    ),
    say("project.start", { project: CLOSED, effective: "2020-01-01" }, fund),
    say("activity.cancel", { project: CLOSED, ...on(1) }, fund),
    say("project.close", { project: CLOSED, effective: "2020-11" }, fund),
    say("project.close-financially", { project: CLOSED, effective: "2020-11-15" }, fund),
  ];
}

/** An engine of the present code upon a released log. */
export const engineOn = (store: EventStore): Engine =>
  createEngine({ store, grants: GRANTS, clock: stoppedClock().now });

const timersOf = (store: EventStore, engine: Engine) =>
  embeddedTimers({
    engine,
    store,
    actor: ACTORS.clockwork,
    horizonDays: 900,
    clock: stoppedClock("2020-01-01").now,
  });

/** Writes the story, and says what is true of it then. */
export async function writeStory(store: EventStore): Promise<Omit<Released, "cursors">> {
  const engine = engineOn(store);
  for (const command of story()) {
    const answer = await engine.execute(command);
    if (!answer.ok && command.actor.role !== "viewer")
      throw new Error(`${command.key} ${command.type}: ${JSON.stringify(answer.problems)}`);
    if (command.type === "project.start" && answer.ok) await timersOf(store, engine).plan();
  }
  const view = await engine.view(PROJECT);
  const state = await engine.state(PROJECT);
  await store.saveSnapshot(`project/${PROJECT}`, {
    head: { position: state.position, hash: state.hash },
    version: "of its time",
    state,
  });
  const heads: Record<string, Head> = {};
  const events: Released["events"] = [];
  for (const stream of await store.streams()) {
    // Denials have keys at random, which differ between the stores.
    if (stream.startsWith("project/")) heads[stream] = await store.head(stream);
    for (const { type, version, data } of await store.read(stream))
      events.push([type, version, Object.keys(data).sort().join(" ")]);
  }
  return {
    heads,
    activities: (view?.activities ?? []).map(({ code, state: at, context }) => [code, at, context.causes]),
    timers: (await store.timers()).length,
    events,
  };
}

const literal = (value: unknown): string =>
  typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : `'${String(value).replaceAll("'", "''")}'`;

/** A schema as SQL, as a dump has it. */
async function dump(pool: pg.Pool): Promise<string> {
  const parts = [`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE;`, schemaSql(SCHEMA).trim()];
  parts.push(`DELETE FROM ${SCHEMA}.eras;`);
  for (const table of ["eras", "events", "snapshots", "timers"]) {
    const { rows } = await pool.query(`SELECT * FROM ${SCHEMA}.${table}`);
    for (const row of rows) {
      const names = Object.keys(row);
      parts.push(
        `INSERT INTO ${SCHEMA}.${table} (${names.join(", ")}) OVERRIDING SYSTEM VALUE VALUES (${names.map((name) => literal(row[name])).join(", ")});`,
      );
    }
  }
  parts.push(
    `SELECT setval(pg_get_serial_sequence('${SCHEMA}.events', 'global'), (SELECT max(global) FROM ${SCHEMA}.events));`,
  );
  return `${parts.join("\n")}\n`;
}

async function write(version: string): Promise<void> {
  const folder = join(FOLDER, version);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const sqlite = await sqliteStore(join(folder, "log.sqlite"));
  const written = await writeStory(sqlite);
  const server = await startPostgres();
  const pool = new pg.Pool({ connectionString: server.url, max: 2 });
  const postgres = await postgresStore(pool, { schema: SCHEMA });
  await writeStory(postgres);
  const cursors = {
    sqlite: (await sqlite.readAll(null, { limit: 2 })).cursor,
    postgres: (await postgres.readAll(null, { limit: 2 })).cursor,
  };
  writeFileSync(join(folder, "log.sql"), await dump(pool));
  writeFileSync(join(folder, "expected.json"), `${JSON.stringify({ ...written, cursors }, null, 1)}\n`);
  await sqlite.close();
  await postgres.close();
  await pool.end();
  await server.end();
}

if (process.argv[1] === import.meta.filename) await write(process.argv[2] ?? "");
