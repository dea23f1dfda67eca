import { setTimeout as wait } from "node:timers/promises";
import type { Bilingual } from "@cadre/core";
import type { Pool, PoolClient } from "pg";
import { type StoreFailure, sha256, storeError } from "../../log/index.ts";
import { reasons } from "../../messages.ts";

/** A row as `pg` returns it. */
export type Row = Record<string, unknown>;

interface PgError {
  code?: string;
  message?: string;
  errors?: unknown[];
}

/** Errors after which the same statement may be sent again: the server is unreachable, starting or stopping, or transactions collided. */
const TEMPORARY = new Set([
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
const TEMPORARY_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;
const FAILURES: Record<string, StoreFailure> = {
  "53100": "store-full", // disk_full
  "53200": "store-full", // out_of_memory
  "55P03": "store-busy", // lock_not_available
  "57014": "store-busy", // query_canceled: a statement's time limit
  "25006": "store-away", // read_only_sql_transaction: this is a standby
  "3D000": "store-away", // invalid_catalog_name: no such database
  "28000": "store-away", // invalid_authorization_specification
  "28P01": "store-away", // invalid_password
  "42501": "store-away", // insufficient_privilege
  "3F000": "store-damaged", // invalid_schema_name: somebody dropped it
  "42P01": "store-damaged", // undefined_table: likewise
  XX001: "store-damaged", // data_corrupted
  XX002: "store-damaged", // index_corrupted
};

/** unique_violation. */
export const isTaken = (error: unknown): boolean => (error as PgError).code === "23505";

function isTemporary(error: unknown): boolean {
  const { code = "", message = "", errors } = error as PgError;
  return TEMPORARY.has(code) || TEMPORARY_MESSAGES.test(message) || (errors?.some(isTemporary) ?? false);
}

const failureOf = (error: unknown): StoreFailure | undefined => {
  const { code = "", message = "" } = error as PgError;
  if (error instanceof Late) return "store-busy";
  if (/Cannot use a pool after calling end/.test(message)) return "store-closed";
  return isTemporary(error) ? "store-away" : FAILURES[code];
};

/** What a message says of an error: its SQLSTATE, otherwise the schema. What the driver says of it is English and for programmers. */
const detailOf = (error: unknown, schema: string): string | Bilingual => {
  const { code = "" } = error as PgError;
  if (code === "3D000") return reasons.noDatabase();
  if (code === "28000" || code === "28P01" || code === "42501") return reasons.notAdmitted();
  return /^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? `SQLSTATE ${code}` : schema;
};

/** What did not come in time. */
class Late extends Error {}

/** An idle connection that breaks emits an error on the pool, and one in use on the client; without a listener that would end the process. */
const ignore = (): void => {};
/** How many stores use each pool. */
const USERS = new WeakMap<Pool, number>();

/** Statements sent through the caller's pool within a deadline, and again while the database is unavailable. */
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
    if (users === 0) pool.on("error", ignore);
    USERS.set(pool, users + 1);
  }

  /** One statement, prepared on each connection the first time. @throws StoreError if the database cannot serve within the deadline. */
  async query(text: string, values: unknown[] = []): Promise<{ rows: Row[]; count: number }> {
    const { rows, rowCount } = await this.withRetries((client) =>
      client.query<Row>(this.#named ? { name: this.#nameOf(text), text, values } : { text, values }),
    );
    return { rows, count: rowCount ?? 0 };
  }

  /** Several statements without parameters, as one transaction. */
  async script(text: string): Promise<void> {
    await this.withRetries((client) => client.query(text));
  }

  /** Work on a connection of the pool, again while the database is unavailable, until the deadline. */
  async withRetries<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    if (this.#closed) throw storeError("store-closed", this.#schema, "close");
    const deadline = performance.now() + this.#patienceMs;
    for (let pause = 20; ; pause = Math.min(1000, pause * 2)) {
      try {
        return await this.#attempt(work, deadline);
      } catch (error) {
        const failure = failureOf(error);
        if (failure === undefined) throw error;
        if (!isTemporary(error) || performance.now() + pause > deadline)
          throw storeError(failure, this.#schema, detailOf(error, this.#schema), { cause: error });
      }
      await wait(pause + Math.random() * 20);
    }
  }

  async #attempt<T>(work: (client: PoolClient) => Promise<T>, deadline: number): Promise<T> {
    const connecting = this.#pool.connect();
    const client = await before(deadline, connecting, "no connection of the pool became free", () => {
      // One that comes too late goes back unused.
      connecting.then((late) => late.release(), ignore);
    });
    client.on("error", ignore);
    let broken = false;
    try {
      return await before(deadline, work(client), "the database did not answer", () => {
        broken = true;
        this.#cancel(client);
      });
    } catch (error) {
      broken ||= isTemporary(error);
      throw error;
    } finally {
      client.off("error", ignore);
      if (broken) client.on("error", ignore);
      // A connection in an unknown state is closed.
      client.release(broken);
    }
  }

  /** Ends on the server what a connection still runs there; if that fails, the server notices when it answers. */
  #cancel(client: PoolClient): void {
    const { processID } = client as PoolClient & { processID?: number };
    if (processID !== undefined) this.#pool.query("SELECT pg_cancel_backend($1)", [processID]).catch(ignore);
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
    if (users === 0) this.#pool.off("error", ignore);
  }
}

/** The result of work, or {@link Late} at a deadline; `late` then deals with what is still going on. */
async function before<T>(deadline: number, work: Promise<T>, what: string, late: () => void): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late(what)), Math.max(0, deadline - performance.now()));
  });
  try {
    return await Promise.race([work, end]);
  } catch (error) {
    if (error instanceof Late) {
      work.catch(ignore);
      late();
    }
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
