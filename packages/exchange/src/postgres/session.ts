import type { Pull } from "@cadre/core/observations";
import pg, { type Pool, type PoolClient } from "pg";
import { DatabaseRefusal } from "../sql/database-refusal.ts";
import type { SqlSession } from "../sql/run.ts";
import type { Statement } from "../sql/statement.ts";

const BATCH = 10_000;

/** Whether the server refused the statement, and not the connection, the disk or an administrator everything. */
const isRefusal = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && !/^(08|53|57|58|XX)/.test(error.code ?? "XX");

/** Has the server end what it does for a client, by another connection, when the signal says so. */
async function stopping(pool: Pool, client: PoolClient, signal: AbortSignal | undefined) {
  if (signal === undefined) return () => {};
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const stop = () => {
    pool.query("SELECT pg_cancel_backend($1)", [rows[0]?.pid]).catch(() => {});
  };
  signal.addEventListener("abort", stop);
  return () => signal.removeEventListener("abort", stop);
}

/** A client in a transaction as a session of statements that are read through cursors. */
function session(client: PoolClient): SqlSession {
  return {
    rows: async function* ({ text, values }: Statement, { signal }: Pull) {
      signal?.throwIfAborted();
      try {
        await client.query({ text: `DECLARE cadre NO SCROLL CURSOR FOR ${text}`, values: [...values] });
        for (;;) {
          const { rows } = await client.query<unknown[]>({
            text: `FETCH FORWARD ${BATCH} FROM cadre`,
            rowMode: "array",
          });
          signal?.throwIfAborted();
          if (rows.length > 0) yield rows;
          if (rows.length < BATCH) break;
        }
        await client.query("CLOSE cadre");
      } catch (error) {
        signal?.throwIfAborted();
        throw isRefusal(error) ? new DatabaseRefusal(error) : error;
      }
    },
  };
}

/** One session in one transaction that reads only and sees the rows as they are now, in universal time. */
export async function* inTransaction(pool: Pool, { signal }: Pull): AsyncIterable<SqlSession> {
  const client = await pool.connect();
  let broken: unknown;
  let stopped = () => {};
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query("SET LOCAL TIME ZONE 'UTC'");
    // Whole results are wanted, not the first rows soon.
    await client.query("SET LOCAL cursor_tuple_fraction = 1");
    stopped = await stopping(pool, client, signal);
    yield session(client);
  } finally {
    stopped();
    try {
      await client.query("ROLLBACK");
    } catch (error) {
      broken = error;
    }
    client.release(broken !== undefined);
  }
}
