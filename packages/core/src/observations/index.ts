export { exactSum, sumDoubles } from "../values/exact-sum.ts";
export {
  Calendar,
  checkPeriods,
  Period,
  parsePeriod,
  periodContains,
  periodDays,
  periodOf,
  periodsBetween,
  periodsInForce,
  type SetPeriod,
} from "../values/period.ts";
export type { CodedTexts, NumberColumn, ObservationColumns, TextColumn } from "./columns.ts";
export { type Combinations, categoryOf } from "./combinations.ts";
export { compact } from "./compact.ts";
export type { Dictionary } from "./dictionary.ts";
export { type Admission, addObservations } from "./ingest.ts";
export { addObservationColumns } from "./ingest-columns.ts";
export { knownBy } from "./instant.ts";
export { Instant, Observation, type Rejection } from "./observation.ts";
export { codeIn, combinationOf, profileOf, type RowDiagnostics } from "./profile.ts";
export type { Breakdown, ReportCounts } from "./report-counts.ts";
export {
  type Loaded,
  loadObservations,
  MAX_REJECTIONS,
  type ObservationBatch,
  type ObservationSource,
  type OpenSource,
  type Pull,
  type SourceProgress,
  type SourceRejection,
  type SourceShape,
} from "./source.ts";
export {
  buffersOf,
  type CellKeys,
  CHUNK,
  type Chunk,
  CONFLICTING,
  type Codes,
  categoriesOf,
  chunkOf,
  createTable,
  holds,
  lineOf,
  MISSING,
  type ObservationTable,
  observationAt,
  type SameKey,
  type TableShape,
  tableBytes,
} from "./table.ts";
export { deserialiseTable, serialiseTable, shareTable } from "./transfer.ts";
export {
  type IndicatorUse,
  noteCounts,
  noteUse,
  type RowsBeside,
  reportCountsOf,
  rowsBesideOf,
  usesOf,
} from "./use.ts";
