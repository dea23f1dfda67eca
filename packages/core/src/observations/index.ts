export { NO_DATA, noValueReasonIn, TO_BE_DETERMINED } from "../values/no-value.ts";
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
export { compact } from "./compact.ts";
export { type Admission, addObservations } from "./ingest.ts";
export { addObservationColumns } from "./ingest-columns.ts";
export { Instant, NoValueReason, Observation, type Rejection } from "./observation.ts";
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
  type Codes,
  createTable,
  holds,
  type ObservationTable,
  observationAt,
  type SameKey,
  type TableShape,
  tableBytes,
} from "./table.ts";
export { deserialiseTable, serialiseTable, shareTable } from "./transfer.ts";
