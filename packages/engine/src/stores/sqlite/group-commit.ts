import { EMPTY, GENESIS, type Head, orderHash, type StoredEntry } from "../../log/index.ts";
import type { Connection } from "./connection.ts";

/** Entries to be inserted after a head. */
interface Insert {
  stream: string;
  head: Head;
  entries: readonly StoredEntry[];
  resolve: (inserted: boolean) => void;
  reject: (error: unknown) => void;
}

/** Inserts of one transaction at most, so that it stays short. */
const MAX_BATCH = 200;

const INSERT = `INSERT INTO events (global, stream, position, key, part, hash, body, chained)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;

/**
 * Group commit: appends that are waiting at the same time share one transaction, and so one wait for the disk. Each is acknowledged when
 * the transaction is on the disk, and inserted or refused for itself.
 */
export class GroupCommit {
  readonly #db: Connection;
  #waiting: Insert[] = [];
  #running = false;

  constructor(db: Connection) {
    this.#db = db;
  }

  /** Inserts entries, if the head is still the stream's last entry and their key is new; otherwise false. */
  insert(stream: string, head: Head, entries: readonly StoredEntry[]): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ stream, head, entries, resolve, reject });
      if (this.#running) return;
      this.#running = true;
      // After whatever else this turn of the event loop brings.
      setImmediate(() => void this.#run());
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, MAX_BATCH);
      try {
        const inserted = await this.#db.transaction(() => this.#insertAll(batch));
        for (const [index, { resolve }] of batch.entries()) resolve(inserted[index] === true);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
      // What was waiting for these answers comes with the next transaction.
      await new Promise((resume) => setImmediate(resume));
    }
    this.#running = false;
  }

  #insertAll(batch: readonly Insert[]): boolean[] {
    const db = this.#db;
    const [end] = db.all("SELECT global, chained FROM events ORDER BY global DESC LIMIT 1");
    let [global, chained] = [Number(end?.global ?? 0), String(end?.chained ?? GENESIS)];
    return batch.map(({ stream, head, entries }) => {
      const [last = EMPTY] = db.all(
        "SELECT position, hash FROM events WHERE stream = ? ORDER BY position DESC LIMIT 1",
        stream,
      );
      if (last.position !== head.position || last.hash !== head.hash) return false;
      const key = entries[0]?.key ?? "";
      if (db.all("SELECT 1 FROM events WHERE stream = ? AND key = ? LIMIT 1", stream, key).length > 0)
        return false;
      for (const { position, part, hash, body } of entries) {
        global += 1;
        chained = orderHash(chained, { global, hash });
        db.run(INSERT, global, stream, position, key, part, hash, body, chained);
      }
      return true;
    });
  }
}
