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
export { figuresInPostgres, type PostgresObservations, postgresSource } from "./observations.ts";
