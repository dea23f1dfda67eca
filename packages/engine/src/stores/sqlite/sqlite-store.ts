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
import { Connection, type Row } from "./connection.ts";
import { snapshotDigest, timerDigest } from "./digest.ts";
import { isTaken } from "./failure.ts";
import { sealIfAlone } from "./seal.ts";

const eventOf = (row: Row): RecordedEvent => toRecordedEvent(row.stream as string, row as unknown as Entry);

const COLUMNS = "stream, position, key, part, hash, body";
const INSERT = `INSERT INTO events (${COLUMNS})`;
const FOLLOWS = "EXISTS (SELECT 1 FROM events WHERE stream = ? AND position = ? AND hash = ?)";

/** How the file is used. */
export interface SqliteOptions {
  /** How long to wait for other processes that have locked the file, in milliseconds. Default: 10,000. */
  patienceMs?: number;
  /** How large the file may become, in bytes: what needs more is refused as `store-full`, as on a full disk. Without it, the disk decides. */
  maxBytes?: number;
  /**
   * Whether closing seals a file without a seal (see `sealSqliteFile`) that no other process has open. Default: true. The file is
   * read once for that. A process that is killed leaves no seal, and a verification says so.
   */
  seal?: boolean;
}

/**
 * Logs in one SQLite file, which several processes of one machine may use at once: the embedded default. An append is acknowledged once it
 * is on the disk (WAL, `synchronous = FULL`); writers take turns. Not for a file on a network share.
 * @throws StoreError where the file cannot be opened or is no log of Cadre.
 */
export async function sqliteStore(
  path: string,
  { patienceMs = 10_000, maxBytes, seal = true }: SqliteOptions = {},
): Promise<EventStore> {
  const db = await Connection.open(path, patienceMs, maxBytes);
  const heads = new Heads();

  const log: Log = {
    head: (stream) =>
      db.withRetries(() => {
        const [row] = db.all(
          "SELECT position, hash FROM events WHERE stream = ? ORDER BY position DESC LIMIT 1",
          stream,
        );
        return row === undefined ? EMPTY : { position: Number(row.position), hash: String(row.hash) };
      }),
    readKey: (stream, key) =>
      db.withRetries(() =>
        db
          .all(`SELECT ${COLUMNS} FROM events WHERE stream = ? AND key = ? ORDER BY part`, stream, key)
          .map(eventOf),
      ),
    insert: async (stream, head, entries) => {
      const follows = [stream, head.position, head.hash];
      const insert = (
        { position, key, part, hash, body }: Entry,
        condition: string,
        ...values: (string | number)[]
      ) =>
        db.run(
          `${INSERT} SELECT ?, ?, ?, ?, ?, ? ${condition}`,
          stream,
          position,
          key,
          part,
          hash,
          body,
          ...values,
        );
      const first = (entry: Entry) =>
        head.position === 0 ? insert(entry, "") : insert(entry, `WHERE ${FOLLOWS}`, ...follows);
      try {
        const [only, ...others] = entries;
        if (only === undefined) return true;
        // One statement is a transaction of its own.
        if (others.length === 0) return (await db.withRetries(() => first(only))) === 1;
        return await db.writing(() => {
          if (first(only) === 0) return false;
          for (const entry of others) insert(entry, "");
          return true;
        });
      } catch (error) {
        if (isTaken(error)) return false;
        throw error;
      }
    },
  };

  return {
    append: (append) => appendTo(log, heads, append),
    read: (stream, from = 1, limit = PAGE) =>
      db.withRetries(() =>
        db
          .all(
            `SELECT ${COLUMNS} FROM events WHERE stream = ? AND position >= ? ORDER BY position LIMIT ?`,
            stream,
            from,
            limit,
          )
          .map(eventOf),
      ),
    readKey: log.readKey,
    head: log.head,
    readAll: async (after, limit = PAGE) => {
      if (after !== null && !/^\d{1,15}$/.test(after)) throw storeError("bad-cursor", path, after);
      const start = Number(after ?? 0);
      const rows = await db.withRetries(() =>
        db.all(
          `SELECT global, ${COLUMNS} FROM events WHERE global > ? ORDER BY global LIMIT ?`,
          start,
          limit,
        ),
      );
      return { events: rows.map(eventOf), cursor: String(rows.at(-1)?.global ?? start) };
    },
    streams: () =>
      db.withRetries(() =>
        db.all("SELECT DISTINCT stream FROM events ORDER BY stream").map(({ stream }) => String(stream)),
      ),
    loadSnapshot: (stream) =>
      db.withRetries(() => {
        const [row] = db.all("SELECT * FROM snapshots WHERE stream = ?", stream);
        // One that was damaged is as good as lost: it is a cache.
        if (row === undefined || row.digest !== snapshotDigest(row)) return null;
        const head = { position: Number(row.position), hash: String(row.hash) };
        return { head, version: String(row.version), state: JSON.parse(String(row.state)) as unknown };
      }),
    saveSnapshot: async (stream, { head: { position, hash }, version, state }) => {
      const row = { stream, position, hash, version, state: JSON.stringify(state) };
      await db.withRetries(() =>
        db.run(
          "INSERT OR REPLACE INTO snapshots (stream, position, hash, version, state, digest) VALUES (?, ?, ?, ?, ?, ?)",
          ...[row.stream, row.position, row.hash, row.version, row.state, snapshotDigest(row)],
        ),
      );
    },
    addTimer: async ({ id, stream, kind, due, data }) => {
      const row = {
        id,
        stream,
        kind,
        due: instant(due),
        data: JSON.stringify(data),
        attempts: 0,
        leased_until: "",
        ended: 0,
      };
      await db.withRetries(() =>
        db.run(
          `INSERT OR IGNORE INTO timers (id, stream, kind, due, data, attempts, leased_until, ended, digest)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          ...[row.id, row.stream, row.kind, row.due, row.data, row.attempts, row.leased_until, row.ended],
          timerDigest(row),
        ),
      );
    },
    claimTimers: async (now, leaseMs, limit = 100) => {
      const at = instant(now);
      const until = leaseEnd(at, leaseMs);
      return db.writing(() =>
        db
          .all(
            "SELECT * FROM timers WHERE ended = 0 AND due <= ? AND leased_until <= ? ORDER BY due, id LIMIT ?",
            at,
            at,
            limit,
          )
          .map((row): ClaimedTimer => {
            const claimed = { ...row, attempts: Number(row.attempts) + 1, leased_until: until };
            db.run(
              "UPDATE timers SET attempts = ?, leased_until = ?, digest = ? WHERE id = ?",
              ...[claimed.attempts, until, timerDigest(claimed), String(row.id)],
            );
            return { ...timerOf(claimed), attempts: claimed.attempts };
          }),
      );
    },
    finishTimer: (id) =>
      db.writing(() => {
        for (const row of db.all("SELECT * FROM timers WHERE id = ? AND ended = 0", id))
          db.run(
            "UPDATE timers SET ended = 1, digest = ? WHERE id = ?",
            timerDigest({ ...row, ended: 1 }),
            id,
          );
      }),
    timers: () =>
      db.withRetries(() => db.all("SELECT * FROM timers WHERE ended = 0 ORDER BY due, id").map(timerOf)),
    close: async () => {
      if (db.close() && seal) sealIfAlone(path);
    },
  };
}
