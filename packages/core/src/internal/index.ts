/**
 * What the other packages of this repository share with the core. Nothing here is promised: names and behaviour change without notice, in
 * any release.
 *
 * @packageDocumentation
 */

export { runPlan } from "../aggregate/compute.ts";
export { type Plan, planQuery } from "../aggregate/plan.ts";
export {
  addReports,
  addSum,
  type GroupSum,
  type Incoming,
  openDimensions,
  openPushDown,
  type PushDown,
  planPushDown,
  pushDownResults,
  type ReadIndicator,
  type RowKind,
  type RowsOfIndicator,
  type RowsProfile,
  type SummedIndicator,
} from "../aggregate/push-down.ts";
export { membersAt, resultAt } from "../aggregate/result-rows.ts";
export { type Descriptions, describeFields, type JsonSchema } from "../document/schema-fields.ts";
export { type Combinations, categoryOf } from "../observations/combinations.ts";
export type { Dictionary } from "../observations/dictionary.ts";
export { knownBy } from "../observations/instant.ts";
export { codeIn, combinationOf, profileOf, type RowDiagnostics } from "../observations/profile.ts";
export type { Breakdown, ReportCounts } from "../observations/report-counts.ts";
export {
  buffersOf,
  type CellKeys,
  CHUNK,
  type Chunk,
  CONFLICTING,
  categoriesOf,
  chunkOf,
  lineOf,
  MISSING,
  noValueReason,
  withdraws,
} from "../observations/table.ts";
export {
  type IndicatorUse,
  noteCounts,
  noteUse,
  type RowsBeside,
  reportCountsOf,
  rowsBesideOf,
  usesOf,
} from "../observations/use.ts";
export { asWritten, type CsvCell, type CsvStyle, csvLine, neutral } from "../values/csv-line.ts";
export { exactSum, sumDoubles } from "../values/exact-sum.ts";
export { groupBy } from "../values/group-by.ts";
export { nearest } from "../values/nearest.ts";
export { runSteps, runStepsWith } from "../values/steps.ts";
export { stripAccents } from "../values/strip-accents.ts";
