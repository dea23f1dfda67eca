import type { Pool } from "pg";
import {
  appendTo,
  type ClaimedTimer,
  EMPTY,
  type EventStore,
  Heads,
  instant,
  type Log,
  leaseEnd,
  PAGE,
  type RecordedEvent,
  type StoredEntry,
  snapshotDigest,
  storeError,
  timerOf,
  toRecordedEvent,
} from "../../log/index.ts";
import { reasons } from "../../messages.ts";
import { Database, type Row } from "./database.ts";
import { GroupCommit } from "./group-commit.ts";
import { epochSql, IDENTIFIER, schemaSql } from "./schema.ts";

/** Options of {@link postgresStore}. */
export interface PostgresOptions {
  /** Schema of the tables, created where it is missing. Default: `cadre`. */
  schema?: string;
  /** Deadline of each call, in milliseconds. Default: 15,000. */
  patienceMs?: number;
  /** Whether statements are prepared by name; `false` behind a pooler that does not pass them on (PgBouncer before 1.21). */
  prepared?: boolean;
}

const CURSOR = /^([0-9a-f]{16})\.(\d{1,9})\.(\d{1,20})\.(\d{1,18})$/;

const eventOf = ({ stream, position, key, part, hash, body }: Row): RecordedEvent =>
  toRecordedEvent(stream as string, { position: Number(position), key, part, hash, body } as StoredEntry);

/**
 * Logs in PostgreSQL (13 or later), for any number of processes and machines. An entry is inserted only if it follows the stream's last one,
 * and unique constraints decide between writers that come at the same time; different streams do not wait for each other. Appends that wait
 * at the same time share one statement. The pool stays the caller's.
 *
 * Whatever happens (no free connection, a locked table, a server that does not answer), a call ends within `patienceMs`. Appends carry a
 * key, so that one whose answer was lost can be sent again without being recorded twice.
 * @throws StoreError if the database is unavailable for longer than `patienceMs`; RangeError if `schema` is no plain name.
 */
export async function postgresStore(pool: Pool, options: PostgresOptions = {}): Promise<EventStore> {
  const { schema = "cadre", patienceMs = 15_000, prepared = true } = options;
  if (!IDENTIFIER.test(schema)) throw new RangeError(`${schema} is not a plain name of a schema`);
  const db = new Database(pool, schema, patienceMs, prepared);
  const heads = new Heads();
  const [events, timers, snapshots] = [`${schema}.events`, `${schema}.timers`, `${schema}.snapshots`];

  // Two processes that start at the same time would both create the tables: one waits for the other.
  await db.script(
    `SELECT pg_advisory_xact_lock(hashtextextended('cadre schema ${schema}', 0)); ${schemaSql(schema)}`,
  );
  const era = Number((await db.query(`SELECT max(era) AS era FROM ${schema}.eras`)).rows[0]?.era);
  const columns = "era, stream, position, key, part, hash, body";
  const commits = new GroupCommit(db, schema, era);
  const epochOf = async () => (await db.query(epochSql(schema))).rows[0]?.epoch;

  const log: Log = {
    tail: async (stream) => {
      const text = `SELECT ${columns} FROM ${events} WHERE stream = $1 ORDER BY position DESC LIMIT 2`;
      return (await db.query(text, [stream])).rows.map(
        (row) => ({ ...row, position: Number(row.position) }) as unknown as StoredEntry,
      );
    },
    readKey: async (stream, key) => {
      const text = `SELECT ${columns} FROM ${events} WHERE stream = $1 AND key = $2 ORDER BY part`;
      return (await db.query(text, [stream, key])).rows.map(eventOf);
    },
    insert: (stream, head, entries) => commits.insert(stream, head, entries),
  };

  return {
    append: (append) => appendTo(log, heads, append),
    read: async (stream, { from = 1, limit = PAGE } = {}) => {
      const text = `SELECT ${columns} FROM ${events} WHERE stream = $1 AND position >= $2 ORDER BY position LIMIT $3`;
      return (await db.query(text, [stream, from, limit])).rows.map(eventOf);
    },
    readKey: log.readKey,
    head: async (stream) => {
      const { rows } = await db.query(
        `SELECT position, hash FROM ${events} WHERE stream = $1 ORDER BY position DESC LIMIT 1`,
        [stream],
      );
      const [row] = rows;
      return row === undefined ? EMPTY : { position: Number(row.position), hash: String(row.hash) };
    },
    readAll: async (after, { limit = PAGE } = {}) => {
      const [, of, ...place] = after === null ? ["", null, "-1", "0", "0"] : (CURSOR.exec(after) ?? []);
      if (of === undefined) throw storeError("bad-cursor", schema, String(after).slice(0, 60));
      // Epoch and page in one statement, so that they are of one moment.
      // All short columns as one: the driver's work is by the column.
      const { rows } = await db.query(
        `SELECT body, concat_ws(E'\\x01', stream, position, key, part, hash, era, transaction, global, (${epochSql(schema)})) AS rest FROM ${events}
         WHERE (era, transaction, global) > ($1::int, $2::xid8, $3::bigint)
           AND (era < ${era} OR transaction < pg_snapshot_xmin(pg_current_snapshot()))
         ORDER BY era, transaction, global LIMIT $4`,
        [...place, limit],
      );
      let rest: string[] = [];
      const page = rows.map(({ body, rest: columns }): RecordedEvent => {
        rest = String(columns).split("\x01");
        const [stream = "", position, key = "", part, hash = ""] = rest;
        const [place, index] = [Number(position), Number(part)];
        return toRecordedEvent(stream, { position: place, key, part: index, hash, body: String(body) });
      });
      const [, , , , , ofEra, transaction, global, epoch = await epochOf()] = rest;
      if (of !== null && of !== epoch) throw storeError("cursor-out-of-range", schema, String(after));
      if (page.length > 0) return { events: page, cursor: `${epoch}.${ofEra}.${transaction}.${global}` };
      if (after !== null && place[2] !== "0") {
        const known = await db.query(
          `SELECT 1 FROM ${events} WHERE (era, transaction, global) = ($1::int, $2::xid8, $3::bigint)`,
          place,
        );
        if (known.count === 0) throw storeError("cursor-out-of-range", schema, after);
      }
      return { events: [], cursor: after ?? `${epoch}.0.0.0` };
    },
    streams: async ({ prefix = "", after = "", limit } = {}) => {
      // Skips from name to name by the index, and not from entry to entry.
      const { rows } = await db.query(
        `WITH RECURSIVE names (name) AS (
           (SELECT stream FROM ${events} WHERE stream >= $1 AND stream > $2 ORDER BY stream LIMIT 1)
           UNION ALL SELECT (SELECT stream FROM ${events} WHERE stream > name ORDER BY stream LIMIT 1) FROM names
             WHERE name IS NOT NULL AND starts_with(name, $1))
         SELECT name FROM names WHERE name IS NOT NULL AND starts_with(name, $1) LIMIT $3`,
        [prefix, after, limit ?? null],
      );
      return rows.map(({ name }) => String(name));
    },
    ready: async () => {
      const { rows } = await db.query(
        `SELECT pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on' AS standby,
           current_setting('synchronous_commit') AS commit FROM ${schema}.eras LIMIT 1`,
      );
      if (rows[0]?.standby !== false) throw storeError("store-away", schema, reasons.standby());
      if (rows[0]?.commit === "off")
        throw storeError("store-not-durable", schema, "synchronous_commit = off");
    },
    loadSnapshot: async (stream) => {
      const [row] = (await db.query(`SELECT * FROM ${snapshots} WHERE stream = $1`, [stream])).rows;
      // A damaged one is ignored: it is a cache.
      if (row === undefined || row.digest !== snapshotDigest({ ...row, position: Number(row.position) }))
        return null;
      const head = { position: Number(row.position), hash: String(row.hash) };
      return { head, version: String(row.version), state: JSON.parse(String(row.state)) as unknown };
    },
    saveSnapshot: async (stream, { head: { position, hash }, version, state }) => {
      const row = { stream, position, hash, version, state: JSON.stringify(state) };
      await db.query(
        `INSERT INTO ${snapshots} (stream, position, hash, version, state, digest) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (stream) DO UPDATE SET position = $2, hash = $3, version = $4, state = $5, digest = $6`,
        [stream, position, hash, version, row.state, snapshotDigest(row)],
      );
    },
    addTimer: async ({ id, stream, kind, due, data }) => {
      await db.query(
        `INSERT INTO ${timers} (id, stream, kind, due, data) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
        [id, stream, kind, instant(due), JSON.stringify(data)],
      );
    },
    claimTimers: async (now, leaseMs, { limit = 100 } = {}) => {
      const at = instant(now);
      const { rows } = await db.query(
        `WITH claimed AS (
           UPDATE ${timers} SET attempts = attempts + 1, leased_until = $1
           WHERE id IN (SELECT id FROM ${timers} WHERE NOT ended AND due <= $2 AND leased_until <= $2 ORDER BY due, id LIMIT $3
             FOR UPDATE SKIP LOCKED) RETURNING *)
         SELECT * FROM claimed ORDER BY due, id`,
        [leaseEnd(at, leaseMs), at, limit],
      );
      return rows.map((row): ClaimedTimer => ({ ...timerOf(row), attempts: Number(row.attempts) }));
    },
    finishTimer: async (id) => {
      await db.query(`UPDATE ${timers} SET ended = true WHERE id = $1 AND NOT ended`, [id]);
    },
    timers: async () =>
      (await db.query(`SELECT * FROM ${timers} WHERE NOT ended ORDER BY due, id`)).rows.map(timerOf),
    close: async () => db.close(),
  };
}
