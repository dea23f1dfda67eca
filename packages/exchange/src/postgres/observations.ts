import type { Result } from "@cadre/core";
import type { MeasurementFramework, Query } from "@cadre/core/aggregate";
import type { ObservationSource, Pull } from "@cadre/core/observations";
import type { Pool } from "pg";
import type { ObservationRelation } from "../sql/relation.ts";
import type { RowsIn } from "../sql/rows.ts";
import { type PushDownResults, resultsBySql } from "../sql/run.ts";
import { sqlSource } from "../sql/source.ts";
import { quoted } from "../sql/statement.ts";
import { inTransaction } from "./session.ts";

/** Observations that stay in a table or view of PostgreSQL, or of a database that speaks its protocol. */
export interface PostgresObservations {
  /** The table or view. Default of `schema`: the connection's search path. */
  from: {
    /** Name of the table or view. */
    table: string;
    /** The schema that it is in. */
    schema?: string;
  };
  /** Which column holds what. */
  relation: ObservationRelation;
}

const rowsIn = ({ table, schema }: PostgresObservations["from"]): RowsIn => ({
  from: [schema, table].flatMap((name) => (name === undefined ? [] : [quoted(name)])).join("."),
  bound: [],
  // Without an order of the table's own, rows recorded at one time are in none; a view has no `ctid`.
  order: null,
  hash: null,
  making: null,
});

/**
 * The values of a query over observations in PostgreSQL. It reads in one transaction and writes nothing. Name an `order` column where two
 * rows about the same thing can be recorded at one time: the server keeps no order of its own.
 * @throws RangeError where the query names what neither framework nor rows know; the signal's reason where it was stopped; whatever
 * befalls the connection.
 */
export async function computeInPostgres(
  framework: MeasurementFramework,
  pool: Pool,
  { from: place, relation }: PostgresObservations,
  options: Query & Pull = {},
): Promise<Result<PushDownResults>> {
  for await (const session of inTransaction(pool, options))
    return await resultsBySql(session, { framework, relation, rows: rowsIn(place) }, options);
  throw new Error("a transaction has one session");
}

/** The same rows as a source, to be read into a table or converted. */
export const postgresSource = (
  pool: Pool,
  { from: place, relation }: PostgresObservations,
): ObservationSource => sqlSource("postgres", relation, rowsIn(place), (pull) => inTransaction(pool, pull));
