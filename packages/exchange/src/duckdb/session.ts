import type { Pull } from "@cadre/core/observations";
import {
  BIGINT,
  DOUBLE,
  type DuckDBConnection,
  type DuckDBValue,
  LIST,
  listValue,
  VARCHAR,
} from "@duckdb/node-api";
import { DatabaseRefusal, inOrder, type SqlSession, type SqlValue } from "../sql/index.ts";

/** A value with the type that it is bound as: an empty list does not show it. */
function bound(value: SqlValue) {
  if (typeof value === "string") return { value: value as DuckDBValue, type: VARCHAR };
  if (typeof value === "number") return { value: value as DuckDBValue, type: DOUBLE };
  const texts = value.some((each) => typeof each === "string");
  if (texts || value.length === 0)
    return { value: listValue(value as readonly string[]), type: LIST(VARCHAR) };
  if (value.every(Number.isInteger))
    return { value: listValue(value.map((each) => BigInt(each as number))), type: LIST(BIGINT) };
  return { value: listValue(value as readonly number[]), type: LIST(DOUBLE) };
}

/** How far DuckDB says that it has come, asked now and then. */
function follow(connection: DuckDBConnection, { onProgress, signal }: Pull): () => void {
  const stop = () => connection.interrupt();
  signal?.addEventListener("abort", stop);
  const timer =
    onProgress &&
    setInterval(() => {
      const { percentage, rows_processed } = connection.progress;
      if (percentage >= 0) onProgress({ rows: Number(rows_processed), share: Math.min(1, percentage / 100) });
    }, 200);
  timer?.unref();
  return () => {
    signal?.removeEventListener("abort", stop);
    clearInterval(timer);
  };
}

/** A connection to DuckDB as a session of statements that stream. */
export const duckdbSession = (connection: DuckDBConnection): SqlSession => ({
  rows: async function* ({ text, values, before = [] }, pull) {
    const end = follow(connection, pull);
    try {
      pull.signal?.throwIfAborted();
      for (const each of inOrder(before)) {
        const some = each.values.map(bound);
        await connection.run(
          each.text,
          some.map(({ value }) => value),
          some.map(({ type }) => type),
        );
        pull.signal?.throwIfAborted();
      }
      const all = values.map(bound);
      const result = await connection.stream(
        text,
        all.map(({ value }) => value),
        all.map(({ type }) => type),
      );
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
