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
export { computeInPostgres, type PostgresObservations, postgresSource } from "./observations.ts";
