export * from "../sql/index.ts";
export { computeInPostgres, type PostgresObservations, postgresSource } from "./observations.ts";
