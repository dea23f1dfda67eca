export { appendTo, Heads, keyReused, type Log } from "./append.ts";
export { type ArchivePlan, archiveStreams, refuseArchived, withArchives } from "./archive.ts";
export {
  ChainCheck,
  EMPTY,
  GENESIS,
  type Head,
  headOf,
  orderHash,
  type RawEntry,
  type StoredEntry,
  sha256,
  toRecordedEvent,
  type Verification,
  verifyChain,
} from "./chain.ts";
export { type CopiedLog, copyLog } from "./copy.ts";
export { snapshotDigest, timerDigest } from "./digest.ts";
export { Actor, type NewEvent, type RecordedEvent, Role } from "./event.ts";
export { messageOf, StoreError, type StoreFailure, storeError } from "./failure.ts";
export {
  type Append,
  type Appended,
  byCodePoint,
  type ClaimedTimer,
  ENTRY_BYTES,
  type EventStore,
  type ExpectedPosition,
  MAX_EVENTS,
  PAGE,
  type Page,
  type ReadOptions,
  type Snapshot,
  type StreamsOptions,
  type Timer,
} from "./store.ts";
export { instant, leaseEnd, timerOf } from "./timer.ts";
