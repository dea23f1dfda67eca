import { statSync } from "node:fs";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import type { Bilingual } from "@cadre/core";
import { storeError } from "../../log/index.ts";
import { reasons } from "../../messages.ts";
import { storeErrorOf } from "./failure.ts";
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION, SET_EPOCH } from "./schema.ts";
import { breakSeal } from "./seal.ts";

/** A row as `node:sqlite` gives it. */
export type Row = Record<string, unknown>;

/** How often the file is compared with the one that was opened, but for each transaction, in milliseconds. */
const FILE_CHECK_MS = 100;

/** Device and inode of a file; `null` if there is none. */
function identityOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev} ${found.ino}`;
}

/** One open file: prepared statements and transactions. */
export class Connection {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #path: string;
  readonly #patienceMs: number;
  #unsealed = false;
  /** The file's identity, and when it was last compared. */
  #file: string | null = null;
  #compared = 0;

  private constructor(path: string, db: DatabaseSync, patienceMs: number) {
    [this.#path, this.#db, this.#patienceMs] = [path, db, patienceMs];
  }

  /** Opens the file, or creates it. @throws StoreError if it cannot be opened or is no log. */
  static async open(path: string, patienceMs: number, maxBytes?: number): Promise<Connection> {
    let db: DatabaseSync;
    try {
      db = new DatabaseSync(path);
    } catch (error) {
      throw storeErrorOf(error, path) ?? error;
    }
    const connection = new Connection(path, db, patienceMs);
    try {
      await connection.withRetries(() => connection.#prepare(maxBytes));
      connection.#file = path === ":memory:" ? null : identityOf(path);
    } catch (error) {
      db.close();
      throw error;
    }
    return connection;
  }

  #prepare(maxBytes: number | undefined): void {
    const db = this.#db;
    // Short: while it waits, the process does nothing else. Longer waits are ours, between the attempts.
    db.exec("PRAGMA busy_timeout = 25; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
    const pragma = (name: string) => Number(Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
    const strange = (what: Bilingual) => storeError("store-damaged", this.#path, what);
    const refuseStrangers = () => {
      const [mark, version] = [pragma("application_id"), pragma("user_version")];
      const tables = Number(db.prepare("SELECT count(*) AS n FROM sqlite_schema").get()?.n);
      if (mark !== APPLICATION_ID && (mark !== 0 || tables > 0)) throw strange(reasons.otherProgram());
      if (version > SCHEMA_VERSION) throw strange(reasons.newerTables(version, SCHEMA_VERSION));
      return tables === 0;
    };
    const fresh = refuseStrangers();
    if (maxBytes !== undefined)
      db.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(maxBytes / pragma("page_size")))}`);
    db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    if (!fresh) return;
    this.#transaction(() => {
      if (!refuseStrangers()) return;
      for (const statement of SCHEMA) db.exec(statement);
      db.exec(SET_EPOCH);
      db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}`);
    });
  }

  #statement(text: string): StatementSync {
    const known = this.#statements.get(text);
    if (known !== undefined) return known;
    const statement = this.#db.prepare(text);
    this.#statements.set(text, statement);
    return statement;
  }

  all(text: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(text).all(...values);
  }

  /** Runs a statement that writes; returns how many rows it changed. */
  run(text: string, ...values: SQLInputValue[]): number {
    if (!this.#unsealed) breakSeal(this.#path);
    this.#unsealed = true;
    return Number(this.#statement(text).run(...values).changes);
  }

  #transaction<T>(work: () => T): T {
    this.#statement("BEGIN IMMEDIATE").run();
    try {
      const result = work();
      this.#statement("COMMIT").run();
      return result;
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec("ROLLBACK");
      throw error;
    }
  }

  /** @throws StoreError `store-replaced` if the path names another file by now, or none: what is written would be lost with the old one. */
  #checkFile(): void {
    const now = performance.now();
    if (this.#file === null || now - this.#compared < FILE_CHECK_MS) return;
    this.#compared = now;
    if (identityOf(this.#path) !== this.#file) {
      this.#compared = 0;
      throw storeError("store-replaced", this.#path, this.#path);
    }
  }

  /** Work in one transaction, which waits for those of other processes to end. */
  transaction<T>(work: () => T): Promise<T> {
    return this.withRetries(() => {
      this.#compared = 0;
      this.#checkFile();
      return this.#transaction(work);
    });
  }

  /** Work that is retried while other processes have locked the file. @throws StoreError if it cannot be done. */
  async withRetries<T>(work: () => T): Promise<T> {
    const start = performance.now();
    for (;;) {
      try {
        this.#checkFile();
        return work();
      } catch (error) {
        const failure = storeErrorOf(error, this.#path);
        const busy = failure?.problem.code === "store-busy" && performance.now() - start <= this.#patienceMs;
        if (!busy) throw failure ?? error;
      }
      await wait(1 + Math.random() * 10);
    }
  }

  /** Closes it; returns whether it was open. */
  close(): boolean {
    const { isOpen } = this.#db;
    if (isOpen) this.#db.close();
    return isOpen;
  }
}
