import type { Pool } from "pg";
import {
  appendTo,
  type ClaimedTimer,
  EMPTY,
  type Entry,
  type EventStore,
  Heads,
  instant,
  type Log,
  leaseEnd,
  PAGE,
  type RecordedEvent,
  storeError,
  timerOf,
  toRecordedEvent,
} from "../../log/index.ts";
import { Database, isTaken, type Row } from "./database.ts";
import { IDENTIFIER, schemaSql } from "./schema.ts";

/** How the database is used. */
export interface PostgresOptions {
  /** Schema of the tables, created where it is missing. Default: `cadre`. */
  schema?: string;
  /** How long to wait for a database that cannot be reached, in milliseconds. Default: 15,000. */
  patienceMs?: number;
  /** Whether statements are prepared by name; `false` behind a pooler that does not pass them on (PgBouncer before 1.21). */
  prepared?: boolean;
}

const eventOf = (row: Row): RecordedEvent =>
  toRecordedEvent(row.stream as string, { ...(row as unknown as Entry), position: Number(row.position) });

/**
 * Logs in PostgreSQL (13 or later), for any number of processes and machines. An append is one statement: its entries are taken only if
 * they follow the stream's last one, which the unique constraints settle between writers who come at once; different streams do not wait
 * for each other. The pool stays the caller's.
 *
 * Appends carry a key, so that an append whose answer was lost with the connection is sent again without being done twice.
 * @throws StoreError where the database stays away longer than `patienceMs`; RangeError where `schema` is no plain name.
 */
export async function postgresStore(pool: Pool, options: PostgresOptions = {}): Promise<EventStore> {
  const { schema = "cadre", patienceMs = 15_000, prepared = true } = options;
  if (!IDENTIFIER.test(schema)) throw new RangeError(`${schema} is no plain name of a schema`);
  const db = new Database(pool, schema, patienceMs, prepared);
  const heads = new Heads();
  const [events, timers, snapshots] = [`${schema}.events`, `${schema}.timers`, `${schema}.snapshots`];

  // Two processes that start at once would both create: one waits for the other.
  await db.script(
    `SELECT pg_advisory_xact_lock(hashtextextended('cadre schema ${schema}', 0)); ${schemaSql(schema)}`,
  );
  const era = Number((await db.query(`SELECT max(era) AS era FROM ${schema}.eras`)).rows[0]?.era);

  const follows = `EXISTS (SELECT 1 FROM ${events} WHERE stream = $1 AND position = $2 AND hash = $3)`;
  const columns = "era, stream, position, key, part, hash, body";
  const insertOne = `INSERT INTO ${events} (${columns})
    SELECT ${era}, $1, $2::bigint + 1, $4, 0, $5, $6 WHERE $2 = 0 OR ${follows}`;
  const insertMany = `INSERT INTO ${events} (${columns})
    SELECT ${era}, $1, $2::bigint + 1 + part, $4, part, hash, body
    FROM unnest($5::int[], $6::text[], $7::text[]) AS entry (part, hash, body) WHERE $2 = 0 OR ${follows} ORDER BY part`;

  const log: Log = {
    head: async (stream) => {
      const { rows } = await db.query(
        `SELECT position, hash FROM ${events} WHERE stream = $1 ORDER BY position DESC LIMIT 1`,
        [stream],
      );
      const [row] = rows;
      return row === undefined ? EMPTY : { position: Number(row.position), hash: String(row.hash) };
    },
    readKey: async (stream, key) => {
      const text = `SELECT ${columns} FROM ${events} WHERE stream = $1 AND key = $2 ORDER BY part`;
      return (await db.query(text, [stream, key])).rows.map(eventOf);
    },
    insert: async (stream, head, entries) => {
      const [only, ...others] = entries;
      if (only === undefined) return true;
      const place = [stream, head.position, head.hash, only.key];
      const column = <T>(pick: (entry: Entry) => T) => entries.map(pick);
      try {
        const { count } =
          others.length === 0
            ? await db.query(insertOne, [...place, only.hash, only.body])
            : await db.query(insertMany, [
                ...place,
                column(({ part }) => part),
                column(({ hash }) => hash),
                column(({ body }) => body),
              ]);
        return count === entries.length;
      } catch (error) {
        if (isTaken(error)) return false;
        throw error;
      }
    },
  };

  return {
    append: (append) => appendTo(log, heads, append),
    read: async (stream, from = 1, limit = PAGE) => {
      const text = `SELECT ${columns} FROM ${events} WHERE stream = $1 AND position >= $2 ORDER BY position LIMIT $3`;
      return (await db.query(text, [stream, from, limit])).rows.map(eventOf);
    },
    readKey: log.readKey,
    head: log.head,
    readAll: async (after, limit = PAGE) => {
      const place =
        after === null
          ? ["-1", "0", "0"]
          : (/^(\d{1,9})\.(\d{1,20})\.(\d{1,18})$/.exec(after)?.slice(1) ?? null);
      if (place === null) throw storeError("bad-cursor", schema, after ?? "");
      const { rows } = await db.query(
        `SELECT ${columns}, transaction::text AS transaction_id, global FROM ${events}
         WHERE (era, transaction, global) > ($1::int, $2::xid8, $3::bigint)
           AND (era < ${era} OR transaction < pg_snapshot_xmin(pg_current_snapshot()))
         ORDER BY era, transaction, global LIMIT $4`,
        [...place, limit],
      );
      const last = rows.at(-1);
      const cursor =
        last === undefined ? (after ?? "0.0.0") : `${last.era}.${last.transaction_id}.${last.global}`;
      return { events: rows.map(eventOf), cursor };
    },
    streams: async () =>
      (await db.query(`SELECT DISTINCT stream FROM ${events} ORDER BY stream`)).rows.map(({ stream }) =>
        String(stream),
      ),
    loadSnapshot: async (stream) => {
      const [row] = (await db.query(`SELECT * FROM ${snapshots} WHERE stream = $1`, [stream])).rows;
      if (row === undefined) return null;
      const head = { position: Number(row.position), hash: String(row.hash) };
      return { head, version: String(row.version), state: JSON.parse(String(row.state)) as unknown };
    },
    saveSnapshot: async (stream, { head: { position, hash }, version, state }) => {
      await db.query(
        `INSERT INTO ${snapshots} (stream, position, hash, version, state) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (stream) DO UPDATE SET position = $2, hash = $3, version = $4, state = $5`,
        [stream, position, hash, version, JSON.stringify(state)],
      );
    },
    addTimer: async ({ id, stream, kind, due, data }) => {
      await db.query(
        `INSERT INTO ${timers} (id, stream, kind, due, data) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
        [id, stream, kind, instant(due), JSON.stringify(data)],
      );
    },
    claimTimers: async (now, leaseMs, limit = 100) => {
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
