export { type CellSets, categoryOf } from "./cells.ts";
export type { Dictionary } from "./dictionary.ts";
export { type Admission, addObservationColumns, addObservations } from "./ingest.ts";
export { knownBy } from "./instant.ts";
export { Instant, Observation, type ObservationColumns, type Rejection } from "./observation.ts";
export {
  buffersOf,
  CHUNK,
  type Chunk,
  type Codes,
  cellsOf,
  chunkOf,
  createTable,
  type Facets,
  MISSING,
  type ObservationTable,
  observationAt,
  type TableShape,
  tableBytes,
} from "./table.ts";
export { deserialiseTable, serialiseTable, shareTable } from "./transfer.ts";
