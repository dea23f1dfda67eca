import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { ActivityEvent } from "@cadre/core";
import { activityLogs, activityRows, createEngine, type EventStore, type NewEvent } from "@cadre/engine";
import { postgresStore } from "@cadre/engine/postgres";
import { sqliteStore } from "@cadre/engine/sqlite";
import pg from "pg";
import { FINGERPRINT, recorded } from "./event-rows.ts";
import { measureAsync } from "./harness.ts";
import { byHand, histories } from "./lifecycle.ts";

/** So many activities make a project: a thousand events, recorded by one append. */
const ACTIVITIES = 100;

/** Writes the histories, what happened to a project's activities mixed as it is in life; says how many events a second that were. */
async function fill(store: EventStore, logs: readonly ActivityEvent[][]): Promise<number> {
  const begin = performance.now();
  let written = 0;
  for (let first = 0; first < logs.length; first += ACTIVITIES) {
    const own = logs.slice(first, first + ACTIVITIES);
    const events = (own[0] ?? []).flatMap((_, step) =>
      own.flatMap((log, index) => {
        const event = log[step];
        return event === undefined ? [] : [recorded(`1.1.${index + 1}`, event)];
      }),
    );
    const stream = `project/P-${first / ACTIVITIES}`;
    const answer = await store.append({ stream, expected: 0, key: "all", fingerprint: FINGERPRINT, events });
    if (!answer.ok) throw new Error(answer.problem.message.en);
    written += events.length;
  }
  return (written * 1000) / (performance.now() - begin);
}

interface Row {
  stream: string;
  body: string;
}

/** Where every activity is, by somebody who knows the tables and reads nothing else. */
class Hand {
  readonly #logs = new Map<string, ActivityEvent[]>();

  add({ stream, body }: Row): void {
    const { type, effective, data } = JSON.parse(body) as NewEvent;
    const event = {
      ...data,
      type: type.slice("activity.".length),
      date: effective,
    } as unknown as ActivityEvent;
    const activity = `${stream} ${data.activity}`;
    const log = this.#logs.get(activity);
    if (log === undefined) this.#logs.set(activity, [event]);
    else log.push(event);
  }
  /** How many activities are in each state. */
  end(): string {
    return tally(byHand([...this.#logs.values()]));
  }
}

function tally(snapshots: readonly { state: string; refusals: readonly unknown[] }[]): string {
  const counts = new Map<string, number>();
  const count = (what: string, by: number) => counts.set(what, (counts.get(what) ?? 0) + by);
  for (const { state, refusals } of snapshots) {
    count(state, 1);
    count("refused", refusals.length);
  }
  return JSON.stringify([...counts].sort());
}

const rebuild = async (store: EventStore): Promise<string> => {
  const { state } = await createEngine({ store, grants: [] }).project(activityLogs);
  return tally(activityRows(state));
};

function sqliteByHand(path: string): string {
  const db = new DatabaseSync(path, { readOnly: true });
  const hand = new Hand();
  for (const row of db.prepare("SELECT stream, body FROM events ORDER BY global").iterate())
    hand.add(row as unknown as Row);
  db.close();
  return hand.end();
}

async function postgresByHand(pool: pg.Pool, schema: string): Promise<string> {
  const hand = new Hand();
  let place = ["0", "0", "0"];
  for (;;) {
    const { rows } = await pool.query({
      name: "page",
      text: `SELECT stream, body, era, transaction::text AS transaction_id, global FROM ${schema}.events
        WHERE (era, transaction, global) > ($1::int, $2::xid8, $3::bigint) ORDER BY era, transaction, global LIMIT 10000`,
      values: place,
    });
    for (const row of rows) hand.add(row);
    const last = rows.at(-1);
    if (last === undefined) return hand.end();
    place = [last.era, last.transaction_id, last.global];
  }
}

/** Where every activity is, from a log's first event on, beside the same by hand. */
export async function measureRebuilding(folder: string, url: string, n: number) {
  const logs = histories(n);
  const expected = tally(byHand(logs));
  const path = join(folder, "rebuild.sqlite");
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const stores: [string, EventStore, () => string | Promise<string>][] = [
    ["SQLite", await sqliteStore(path), () => sqliteByHand(path)],
    ["PostgreSQL", await postgresStore(pool, { schema: "rebuild" }), () => postgresByHand(pool, "rebuild")],
  ];
  const results: { impl: string; medianMs: number; ratio: number }[] = [];
  const notes: string[] = [];
  try {
    for (const [name, store, hand] of stores) {
      const written = await fill(store, logs);
      const checked = (run: () => string | Promise<string>) => async () => {
        const found = await run();
        if (found !== expected) throw new Error(`${name}: ${found}, expected ${expected}`);
      };
      const measured = await measureAsync(
        [
          { impl: `${name}, rebuilding: by hand`, run: checked(hand) },
          { impl: `${name}, rebuilding: cadre`, run: checked(() => rebuild(store)) },
        ],
        3,
        1,
      );
      const [theirs, ours] = measured.map(({ medianMs }) => Math.round((logs.length * 10_000) / medianMs));
      notes.push(
        `${name}: ${ours} events a second rebuilt, by hand ${theirs}; ${Math.round(written)} a second written by appends of 1,000`,
      );
      results.push(...measured);
    }
  } finally {
    for (const [, store] of stores) await store.close();
    await pool.end();
  }
  return { results, notes };
}
