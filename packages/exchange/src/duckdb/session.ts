import type { Pull } from "@cadre/core/observations";
import {
  BIGINT,
  DOUBLE,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
  LIST,
  listValue,
  VARCHAR,
} from "@duckdb/node-api";
import { DatabaseRefusal } from "../sql/database-refusal.ts";
import type { SqlSession } from "../sql/run.ts";
import { inOrder, type SqlValue, type Statement } from "../sql/statement.ts";

/** A value with the type that it is bound as: an empty list does not show it. */
function typed(value: SqlValue): [DuckDBValue, DuckDBType] {
  if (typeof value === "string") return [value, VARCHAR];
  if (typeof value === "number") return [value, DOUBLE];
  const texts = value.some((each) => typeof each === "string");
  if (texts || value.length === 0) return [listValue(value as readonly string[]), LIST(VARCHAR)];
  if (value.every(Number.isInteger))
    return [listValue(value.map((each) => BigInt(each as number))), LIST(BIGINT)];
  return [listValue(value as readonly number[]), LIST(DOUBLE)];
}

/** A statement as DuckDB takes it: text, values, types. */
function bound({ text, values }: Statement): [string, DuckDBValue[], DuckDBType[]] {
  const all = values.map(typed);
  return [text, all.map(([value]) => value), all.map(([, type]) => type)];
}

/** How far DuckDB says that it has come, asked now and then. */
function follow(connection: DuckDBConnection, { onProgress, signal }: Pull): () => void {
  const stop = () => connection.interrupt();
  signal?.addEventListener("abort", stop);
  const timer =
    onProgress &&
    setInterval(() => {
      const { percentage, rows_processed } = connection.progress;
      if (percentage >= 0)
        onProgress({ rowCount: Number(rows_processed), share: Math.min(1, percentage / 100) });
    }, 200);
  timer?.unref();
  return () => {
    signal?.removeEventListener("abort", stop);
    clearInterval(timer);
  };
}

/** A connection to DuckDB as a session of statements that stream. */
export const duckdbSession = (connection: DuckDBConnection): SqlSession => ({
  rows: async function* ({ text, values, setup: before = [] }, pull) {
    const end = follow(connection, pull);
    try {
      pull.signal?.throwIfAborted();
      for (const each of inOrder(before)) {
        await connection.run(...bound(each));
        pull.signal?.throwIfAborted();
      }
      const result = await connection.stream(...bound({ text, values }));
      for await (const rows of result.yieldRowsJs()) {
        pull.signal?.throwIfAborted();
        yield rows as unknown[][];
      }
    } catch (error) {
      pull.signal?.throwIfAborted();
      throw new DatabaseRefusal(error);
    } finally {
      end();
    }
  },
});

/** One session in one transaction, which sees the rows as they are now however long it takes. */
export async function* inTransaction(connection: DuckDBConnection): AsyncIterable<SqlSession> {
  await connection.run("BEGIN TRANSACTION READ ONLY");
  await connection.run("SET enable_progress_bar = true");
  await connection.run("SET enable_progress_bar_print = false");
  await connection.run("SET progress_bar_time = 0");
  try {
    yield duckdbSession(connection);
  } finally {
    await connection.run("ROLLBACK");
  }
}
