export {
  type CompiledQuery,
  compileQuery,
  ObservationRelation,
  type PushedFigures,
  parseRelation,
  type RowsIn,
  type SqlValue,
  type Statement,
  usualRelation,
} from "../sql/index.ts";
export { type DuckdbObservations, type DuckdbPlace, duckdbSource, figuresInDuckdb } from "./observations.ts";
