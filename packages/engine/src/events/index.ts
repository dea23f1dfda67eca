export {
  DenialReason,
  type EngineEvent,
  EVENT_TYPES,
  EVENTS,
  type EventData,
  type EventType,
  formOf,
  isEngineEvent,
  isEventType,
  type NewEngineEvent,
  OWN_EVENT,
  type OwnActivityEventType,
  ownTypeOf,
  type TypedEvent,
} from "./event-types.ts";
export { evolve, type Folding, foldingFrom, knownOn, toMachineEvent } from "./evolve.ts";
export {
  type CompiledLifecycles,
  compileLifecycles,
  extendedEnd,
  LIFECYCLES,
  type LifecycleStatus,
  type Lifecycles,
  lifecyclesOf,
  type Machine,
  type Replay,
} from "./lifecycles.ts";
export { PlannedActivity, ProjectPlan, planOf } from "./plan.ts";
export { SharedMap, type SharedMapDraft } from "./shared-map.ts";
export {
  type ActivityLog,
  emptyState,
  type LoggedEvent,
  type MoveProposal,
  type ReplayedProject,
  reportEvents,
} from "./state.ts";
