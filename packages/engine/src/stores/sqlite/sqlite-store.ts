import {
  appendTo,
  type ClaimedTimer,
  EMPTY,
  type EventStore,
  GENESIS,
  Heads,
  instant,
  type Log,
  leaseEnd,
  PAGE,
  type RecordedEvent,
  type StoredEntry,
  StoreError,
  snapshotDigest,
  storeError,
  timerDigest,
  timerOf,
  toRecordedEvent,
} from "../../log/index.ts";
import { checkEnd } from "./check-end.ts";
import { Connection, type Row } from "./connection.ts";
import { GroupCommit } from "./group-commit.ts";
import { sealIfAlone } from "./seal.ts";

const eventOf = (row: Row): RecordedEvent =>
  toRecordedEvent(row.stream as string, row as unknown as StoredEntry);

const COLUMNS = "stream, position, key, part, hash, body";

/** Options of {@link sqliteStore}. */
export interface SqliteOptions {
  /** How long to wait for other processes that have locked the file, in milliseconds. Default: 10,000. */
  patienceMs?: number;
  /** Largest size of the file, in bytes; beyond, appends fail with `store-full`. Default: no limit but the disk's. */
  maxBytes?: number;
  /**
   * Whether closing seals a file without a seal (see `sealSqliteFile`) that no other process has open. Default: true. The file is
   * read once for that. A process that is killed leaves no seal, and a verification says so.
   */
  seal?: boolean;
}

/**
 * Logs in one SQLite file, which several processes of one machine may use at once: the embedded default. An append is acknowledged once it
 * is on the disk (WAL, `synchronous = FULL`); appends that wait at the same time share one transaction. Not for a file on a network share.
 *
 * The last entries are verified when the file is opened. If their chain is broken, the log can be read, and nothing is appended to it.
 * @throws StoreError if the file cannot be opened or is no log of Cadre.
 */
export async function sqliteStore(
  path: string,
  { patienceMs = 10_000, maxBytes, seal = true }: SqliteOptions = {},
): Promise<EventStore> {
  const db = await Connection.open(path, patienceMs, maxBytes);
  const heads = new Heads();

  const commits = new GroupCommit(db);
  const broken = await db.withRetries(() => checkEnd(db));

  const log: Log = {
    tail: (stream) =>
      db.withRetries(
        () =>
          db.all(
            `SELECT ${COLUMNS} FROM events WHERE stream = ? ORDER BY position DESC LIMIT 2`,
            stream,
          ) as unknown as StoredEntry[],
      ),
    readKey: (stream, key) =>
      db.withRetries(() =>
        db
          .all(`SELECT ${COLUMNS} FROM events WHERE stream = ? AND key = ? ORDER BY part`, stream, key)
          .map(eventOf),
      ),
    insert: (stream, head, entries) => commits.insert(stream, head, entries),
  };
  const cursorOf = (epoch: string, global: number, chained: string) =>
    `${epoch}.${global}.${chained.slice(0, 16)}`;
  /** The number of the entry after which a cursor begins. */
  const positionOf = (cursor: string, epoch: string): number => {
    const [, of = "", number = "", hash = ""] =
      /^([0-9a-f]{16})\.(\d{1,15})\.([0-9a-f]{16})$/.exec(cursor) ?? [];
    if (of === "") throw storeError("bad-cursor", path, cursor.slice(0, 60));
    const global = Number(number);
    const found =
      global === 0 ? GENESIS : db.all("SELECT chained FROM events WHERE global = ?", global)[0]?.chained;
    if (of !== epoch || !String(found).startsWith(hash))
      throw storeError("cursor-out-of-range", path, cursor);
    return global;
  };
  /** @throws StoreError if what was found at opening forbids appending. */
  const appendable = () => {
    if (broken !== null) throw new StoreError(broken);
  };
  const epochOf = () => String(db.all("SELECT value FROM meta WHERE name = 'epoch'")[0]?.value);

  return {
    append: async (append) => {
      appendable();
      return appendTo(log, heads, append);
    },
    read: (stream, { from = 1, limit = PAGE } = {}) =>
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
    head: (stream) =>
      db.withRetries(() => {
        const [row] = db.all(
          "SELECT position, hash FROM events WHERE stream = ? ORDER BY position DESC LIMIT 1",
          stream,
        );
        return row === undefined ? EMPTY : { position: Number(row.position), hash: String(row.hash) };
      }),
    readAll: async (after, { limit = PAGE } = {}) =>
      db.withRetries(() => {
        const epoch = epochOf();
        const start = after === null ? 0 : positionOf(after, epoch);
        const rows = db.all(
          `SELECT global, chained, ${COLUMNS} FROM events WHERE global > ? ORDER BY global LIMIT ?`,
          start,
          limit,
        );
        const last = rows.at(-1);
        const cursor =
          last === undefined
            ? (after ?? cursorOf(epoch, 0, GENESIS))
            : cursorOf(epoch, Number(last.global), String(last.chained));
        return { events: rows.map(eventOf), cursor };
      }),
    streams: ({ prefix = "", after = "", limit = -1 } = {}) =>
      db.withRetries(() =>
        // Skips from name to name by the index, and not from entry to entry.
        db
          .all(
            `WITH RECURSIVE names (name) AS (
               SELECT min(stream) FROM events WHERE stream >= ?1 AND stream > ?2
               UNION ALL SELECT (SELECT min(stream) FROM events WHERE stream > name) FROM names WHERE name IS NOT NULL)
             SELECT name FROM names WHERE name IS NOT NULL AND substr(name, 1, length(?1)) = ?1 LIMIT ?3`,
            prefix,
            after,
            limit,
          )
          .map(({ name }) => String(name)),
      ),
    ready: async () => {
      appendable();
      await db.withRetries(() => db.all("SELECT 1 FROM events LIMIT 1"));
    },
    loadSnapshot: (stream) =>
      db.withRetries(() => {
        const [row] = db.all("SELECT * FROM snapshots WHERE stream = ?", stream);
        // A damaged one is ignored: it is a cache.
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
    claimTimers: async (now, leaseMs, { limit = 100 } = {}) => {
      const at = instant(now);
      const until = leaseEnd(at, leaseMs);
      return db.transaction(() =>
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
      db.transaction(() => {
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
