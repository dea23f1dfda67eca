export type { CompiledQuery } from "./compile.ts";
export { ObservationRelation, parseRelation, usualRelation } from "./relation.ts";
export type { PushDownResults } from "./run.ts";
export type { SqlValue, Statement } from "./statement.ts";
