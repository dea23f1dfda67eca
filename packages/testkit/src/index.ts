export type { ConformanceCase } from "./conformance.ts";
export { eventStoreConformance, type OpenEventStore } from "./event-store/index.ts";
