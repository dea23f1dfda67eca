export * from "../sql/index.ts";
export { computeInDuckdb, type DuckdbFrom, type DuckdbObservations, duckdbSource } from "./observations.ts";
