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
export { computeInDuckdb, type DuckdbFrom, type DuckdbObservations, duckdbSource } from "./observations.ts";
