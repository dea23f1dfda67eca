import { EMPTY, type Head, type StoredEntry, storeError } from "../../log/index.ts";
import { type Database, isTaken } from "./database.ts";

/** One entry to be inserted after a head. */
interface Insert {
  stream: string;
  head: Head;
  entry: StoredEntry;
  resolve: (inserted: boolean) => void;
  reject: (error: unknown) => void;
}

/** Statements at the same time, and entries of one. */
const [MAX_RUNNING, MAX_BATCH] = [2, 100];

/** Whether what is acknowledged is on the disk by then. */
const DURABLE = "current_setting('synchronous_commit') <> 'off'";

/**
 * Group commit: appends of one entry that are waiting at the same time go to the server as one statement, and so share one round trip and
 * one wait for the disk. Each is inserted or refused for itself.
 */
export class GroupCommit {
  readonly #db: Database;
  readonly #schema: string;
  readonly #one: string;
  readonly #many: string;
  #waiting: Insert[] = [];
  #running = 0;

  constructor(db: Database, schema: string, era: number) {
    [this.#db, this.#schema] = [db, schema];
    const columns = "era, stream, position, key, part, hash, body";
    const follows = (stream: string, position: string, hash: string) =>
      `(${position} = 0 OR EXISTS (SELECT 1 FROM ${schema}.events AS last
        WHERE last.stream = ${stream} AND last.position = ${position} AND last.hash = ${hash}))`;
    // In one order by all processes, so that two statements do not wait for each other.
    this.#one = `INSERT INTO ${schema}.events (${columns})
      SELECT ${era}, entry.stream, entry.previous + 1, entry.key, 0, entry.hash, entry.body
      FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[])
        AS entry (stream, previous, previous_hash, key, hash, body)
      WHERE ${DURABLE} AND ${follows("entry.stream", "entry.previous", "entry.previous_hash")}
      ORDER BY entry.stream COLLATE "C", entry.previous ON CONFLICT DO NOTHING RETURNING hash`;
    this.#many = `INSERT INTO ${schema}.events (${columns})
      SELECT ${era}, $1, $2::bigint + 1 + part, $4, part, hash, body
      FROM unnest($5::int[], $6::text[], $7::text[]) AS entry (part, hash, body)
      WHERE ${DURABLE} AND ${follows("$1", "$2::bigint", "$3")} ORDER BY part`;
  }

  /** Inserts entries, if the head is still the stream's last entry and their key is new; otherwise false. */
  insert(stream: string, head: Head, entries: readonly StoredEntry[]): Promise<boolean> {
    const [entry, ...others] = entries;
    if (entry === undefined) return Promise.resolve(true);
    if (others.length > 0) return this.#insertMany(stream, head, entries);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ stream, head, entry, resolve, reject });
      if (this.#running < MAX_RUNNING) {
        this.#running += 1;
        setImmediate(() => void this.#run());
      }
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, MAX_BATCH);
      const column = <T>(pick: (insert: Insert) => T) => batch.map(pick);
      try {
        const { rows } = await this.#db.query(this.#one, [
          column(({ stream }) => stream),
          column(({ head }) => head.position),
          column(({ head }) => head.hash),
          column(({ entry }) => entry.key),
          column(({ entry }) => entry.hash),
          column(({ entry }) => entry.body),
        ]);
        if (rows.length < batch.length) await this.#checkDurable();
        const inserted = new Set(rows.map(({ hash }) => String(hash)));
        for (const { entry, resolve } of batch) resolve(inserted.has(entry.hash));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#running -= 1;
  }

  async #insertMany(stream: string, head: Head, entries: readonly StoredEntry[]): Promise<boolean> {
    const column = <T>(pick: (entry: StoredEntry) => T) => entries.map(pick);
    try {
      const { count } = await this.#db.query(this.#many, [
        ...[stream, head.position, head.position === 0 ? EMPTY.hash : head.hash, entries[0]?.key],
        column(({ part }) => part),
        column(({ hash }) => hash),
        column(({ body }) => body),
      ]);
      if (count === 0) await this.#checkDurable();
      return count === entries.length;
    } catch (error) {
      if (isTaken(error)) return false;
      throw error;
    }
  }

  /** @throws StoreError `store-not-durable` where nothing was inserted since `synchronous_commit` is off. */
  async #checkDurable(): Promise<void> {
    const { rows } = await this.#db.query(`SELECT ${DURABLE} AS durable`);
    if (rows[0]?.durable !== true)
      throw storeError("store-not-durable", this.#schema, "synchronous_commit = off");
  }
}
