export { appendTo, Heads, type Log, storeError } from "./append.ts";
export {
  ChainCheck,
  EMPTY,
  type Entry,
  GENESIS,
  type Head,
  type RawEntry,
  sha256,
  toRecordedEvent,
  type Verification,
  verifyChain,
} from "./chain.ts";
export { Actor, type NewEvent, type RecordedEvent, Role } from "./event.ts";
export {
  type Append,
  type Appended,
  type ClaimedTimer,
  ENTRY_BYTES,
  type EventStore,
  type ExpectedPosition,
  MAX_EVENTS,
  PAGE,
  type Page,
  type Snapshot,
  StoreError,
  type StoreFailure,
  type Timer,
} from "./store.ts";
export { instant, leaseEnd, timerOf } from "./timer.ts";
