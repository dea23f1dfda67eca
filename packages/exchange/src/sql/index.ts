export { type CompiledQuery, compileNames, compileProfile, compileQuery } from "./compile.ts";
export { DatabaseRefusal, refusedByDatabase } from "./database-refusal.ts";
export { ObservationRelation, parseRelation, usualRelation } from "./relation.ts";
export type { RowsIn } from "./rows.ts";
export { type PushDownResults, resultsBySql, type SqlSession } from "./run.ts";
export { compileColumns, sqlSource } from "./source.ts";
export { inOrder, quoted, type SqlValue, type Statement } from "./statement.ts";
