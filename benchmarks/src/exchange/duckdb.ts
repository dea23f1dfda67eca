import { DuckDBInstance } from "@duckdb/node-api";
import { DIMENSIONS, digest } from "./results.ts";

async function sumsOf(relation: string): Promise<() => string> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const sums = await connection.runAndReadAll(
    `SELECT ${DIMENSIONS.join(", ")}, sum(value) FROM ${relation} GROUP BY ALL`,
  );
  return () =>
    digest(
      sums
        .getRows()
        .map((row) => [row.slice(0, DIMENSIONS.length).join("|"), Number(row[DIMENSIONS.length])]),
    );
}

/** From a CSV file to sums in DuckDB, which finds out the columns and their types as Cadre does. */
export const sumUpCsv = (path: string): Promise<() => string> => sumsOf(`read_csv('${path}')`);

/** From a Parquet file to sums in DuckDB. */
export const sumUpParquet = (path: string): Promise<() => string> => sumsOf(`read_parquet('${path}')`);

/** Every column of a Parquet file as DuckDB hands it to a program: chunk by chunk, column by column. */
export async function readParquet(path: string): Promise<() => string> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const found = await connection.stream(`SELECT * FROM read_parquet('${path}')`);
  let rows = 0;
  let cells = 0;
  for (
    let chunk = await found.fetchChunk();
    chunk !== null && chunk.rowCount > 0;
    chunk = await found.fetchChunk()
  ) {
    rows += chunk.rowCount;
    for (let column = 0; column < chunk.columnCount; column += 1)
      cells += chunk.getColumnValues(column).length;
  }
  return () => `${rows} rows, ${cells} cells`;
}

/** Writes a CSV file's rows as Parquet. */
export async function parquetOf(csv: string, path: string): Promise<void> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(`COPY (SELECT * FROM read_csv('${csv}')) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
}
