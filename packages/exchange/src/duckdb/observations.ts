import type { Result } from "@cadre/core";
import type { MeasurementFramework, Query } from "@cadre/core/aggregate";
import type { ObservationSource, Pull } from "@cadre/core/observations";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { ObservationRelation } from "../sql/relation.ts";
import type { RowsIn } from "../sql/rows.ts";
import { type PushDownResults, resultsBySql } from "../sql/run.ts";
import { sqlSource } from "../sql/source.ts";
import { quoted } from "../sql/statement.ts";
import { inTransaction } from "./session.ts";

/** A table or view of the database, or Parquet files. */
export type DuckdbFrom =
  | {
      /** Name of the table or view. */
      table: string;
      /** The schema that it is in. Default: the connection's search path. */
      schema?: string;
      /** The database that it is in. Default: likewise. */
      catalog?: string;
    }
  | {
      /** Paths of files or of patterns: `reports/*.parquet`. */
      parquet: string | readonly string[];
    };

/** Observations that stay where DuckDB finds them. */
export interface DuckdbObservations {
  /** Where they are. */
  from: DuckdbFrom;
  /** Which column holds what. */
  relation: ObservationRelation;
}

/** Tables of names, for the length of the transaction: it reads only, and what is temporary goes with it. */
const MAKING = "CREATE OR REPLACE TEMPORARY TABLE";

function rowsIn(origin: DuckdbFrom): RowsIn {
  const shared = { hash: "hash", making: MAKING };
  if ("parquet" in origin) {
    const files = typeof origin.parquet === "string" ? [origin.parquet] : [...origin.parquet];
    const list = files.map((_, index) => `$${index + 1}`).join(", ");
    // File after file, row after row.
    const order = "(r.file_index * 1099511627776 + r.file_row_number)";
    return { from: `read_parquet([${list}])`, bound: files, order, ...shared };
  }
  const names = [origin.catalog, origin.schema, origin.table].filter((name) => name !== undefined);
  return { from: names.map(quoted).join("."), bound: [], order: "r.rowid", ...shared };
}

/**
 * The values of a query over observations in a DuckDB database or in Parquet files that need not fit into memory: set `memory_limit` and
 * `temp_directory` on the instance. The connection is busy until the answer is there.
 * @throws RangeError where the query names what neither framework nor rows know; the signal's reason where it was stopped.
 */
export async function computeInDuckdb(
  framework: MeasurementFramework,
  connection: DuckDBConnection,
  { from, relation }: DuckdbObservations,
  options: Query & Pull = {},
): Promise<Result<PushDownResults>> {
  for await (const session of inTransaction(connection))
    return await resultsBySql(session, { framework, relation, rows: rowsIn(from) }, options);
  throw new Error("a transaction has one session");
}

/** The same rows as a source, to be read into a table or converted. */
export const duckdbSource = (
  connection: DuckDBConnection,
  { from, relation }: DuckdbObservations,
): ObservationSource => sqlSource("duckdb", relation, rowsIn(from), () => inTransaction(connection));
