import { setTimeout as wait } from "node:timers/promises";
import type { Pool } from "pg";
import { type StoreFailure, sha256, storeError } from "../../log/index.ts";

/** A row as `pg` gives it. */
export type Row = Record<string, unknown>;

interface PgError {
  code?: string;
  message?: string;
  errors?: unknown[];
}

/** Errors after which the very same work may be tried again: the server is away, starting or going down, or two transactions met. */
const PASSING = new Set([
  ...[
    "ECONNREFUSED",
    "ECONNRESET",
    "EPIPE",
    "ENOENT",
    "ETIMEDOUT",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "ENOTFOUND",
    "EAI_AGAIN",
  ],
  ...["57P01", "57P02", "57P03", "08000", "08001", "08003", "08004", "08006", "53300", "40001", "40P01"],
]);
const PASSING_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout/;
const FAILURES: Record<string, StoreFailure> = {
  "53100": "store-full", // disk_full
  "53200": "store-full", // out_of_memory
  "55P03": "store-busy", // lock_not_available
  "57014": "store-busy", // query_canceled: a statement's time limit
  "25006": "store-away", // read_only_sql_transaction: this is a standby
  XX001: "store-damaged", // data_corrupted
  XX002: "store-damaged", // index_corrupted
};

/** unique_violation. */
export const isTaken = (error: unknown): boolean => (error as PgError).code === "23505";

function isPassing(error: unknown): boolean {
  const { code = "", message = "", errors } = error as PgError;
  return PASSING.has(code) || PASSING_WORDS.test(message) || (errors?.some(isPassing) ?? false);
}

const failureOf = (error: unknown): StoreFailure | undefined => {
  const { code = "", message = "" } = error as PgError;
  if (/Cannot use a pool after calling end/.test(message)) return "store-closed";
  return isPassing(error) ? "store-away" : FAILURES[code];
};

/** An idle connection that breaks emits an error on the pool; without a listener that would end the process. */
const unheard = (): void => {};
/** How many stores use each pool. */
const USERS = new WeakMap<Pool, number>();

/** Statements sent through the caller's pool, again while the database is away. */
export class Database {
  readonly #pool: Pool;
  readonly #schema: string;
  readonly #patienceMs: number;
  readonly #named: boolean;
  readonly #names = new Map<string, string>();
  #closed = false;

  constructor(pool: Pool, schema: string, patienceMs: number, named: boolean) {
    [this.#pool, this.#schema, this.#patienceMs, this.#named] = [pool, schema, patienceMs, named];
    const users = USERS.get(pool) ?? 0;
    if (users === 0) pool.on("error", unheard);
    USERS.set(pool, users + 1);
  }

  /** One statement, prepared on each connection the first time. @throws StoreError where the database cannot serve. */
  async query(text: string, values: unknown[] = []): Promise<{ rows: Row[]; count: number }> {
    return this.withRetries(async () => {
      const { rows, rowCount } = await this.#pool.query<Row>(
        this.#named ? { name: this.#nameOf(text), text, values } : { text, values },
      );
      return { rows, count: rowCount ?? 0 };
    });
  }

  /** Several statements without parameters, as one transaction. */
  async script(text: string): Promise<void> {
    await this.withRetries(() => this.#pool.query(text));
  }

  async withRetries<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw storeError("store-closed", this.#schema, "close");
    const start = performance.now();
    for (let pause = 20; ; pause = Math.min(1000, pause * 2)) {
      try {
        return await work();
      } catch (error) {
        const failure = failureOf(error);
        if (failure === undefined) throw error;
        if (!isPassing(error) || performance.now() - start > this.#patienceMs)
          throw storeError(
            failure,
            this.#schema,
            (error as PgError).message || ((error as PgError).code ?? ""),
            error,
          );
      }
      await wait(pause + Math.random() * 20);
    }
  }

  /** The same name for the same text: several stores may share a pool. */
  #nameOf(text: string): string {
    const name = this.#names.get(text) ?? `cadre_${sha256(text).slice(0, 32)}`;
    this.#names.set(text, name);
    return name;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    const users = (USERS.get(this.#pool) ?? 1) - 1;
    USERS.set(this.#pool, users);
    if (users === 0) this.#pool.off("error", unheard);
  }
}
