export {
  type CompiledQuery,
  compileQuery,
  ObservationRelation,
  type PushDownResults,
  parseRelation,
  type RowsIn,
  type SqlValue,
  type Statement,
  usualRelation,
} from "../sql/index.ts";
export { computeInDuckdb, type DuckdbObservations, type DuckdbPlace, duckdbSource } from "./observations.ts";
