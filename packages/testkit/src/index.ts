export type { ConformanceCase } from "./conformance.ts";
export {
  emptyDocument,
  HOSTILE_TEXTS,
  hostileDocument,
  sampleDocument,
  sampleDocuments,
} from "./documents/index.ts";
export { eventStoreConformance, type OpenEventStore } from "./event-store/index.ts";
export {
  type ObservationSourceTrial,
  type OpenedTrial,
  observationSourceConformance,
} from "./observation-source/index.ts";
export { type ReaderSample, type ReaderTrial, readerConformance } from "./reader/index.ts";
export { type WriterTrial, writerConformance } from "./writer/index.ts";
