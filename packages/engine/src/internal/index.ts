/**
 * What the other packages of this repository, its tests and benchmarks share with the engine. Nothing here is promised: names and behaviour
 * change without notice, in any release.
 *
 * @packageDocumentation
 */

export { concernedBy, endDateOf } from "../commands/decide.ts";
export { dayIn } from "../engine/options.ts";
export { denialsOf, projectOf, streamOf } from "../engine/states.ts";
export { upcastingBy } from "../engine/upcast.ts";
export { verifyStream } from "../engine/verify.ts";
export { type Folding, foldingFrom, toMachineEvent } from "../events/evolve.ts";
export {
  type CompiledLifecycles,
  compileLifecycles,
  LIFECYCLES,
  type Machine,
  type Replay,
} from "../events/lifecycles.ts";
export { SharedMap, type SharedMapDraft } from "../events/shared-map.ts";
export { emptyState } from "../events/state.ts";
export { Heads, keyReused } from "../log/append.ts";
export { refuseArchived } from "../log/archive.ts";
export {
  ChainCheck,
  EMPTY,
  GENESIS,
  type Head,
  headOf,
  orderHash,
  type RawEntry,
  sha256,
  toRecordedEvent,
  verifyChain,
} from "../log/chain.ts";
export { snapshotDigest, timerDigest } from "../log/digest.ts";
export { byCodePoint, ENTRY_BYTES, MAX_EVENTS, PAGE } from "../log/store.ts";
export { leaseEnd, timerOf } from "../log/timer.ts";
export { denialOf, type Request } from "../roles/authorize.ts";
export { withRoles } from "../roles/policy.ts";
export { dueAt, keyOf, type Span, timerOfReminder } from "../timers/reminders.ts";
