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
  type OwnEventType,
  ownTypeOf,
  type TypedEvent,
} from "./event-types.ts";
export { evolve, type Folding, foldingFrom, knownOn, toMachineEvent } from "./evolve.ts";
export {
  type ActivityStatus,
  type CompiledLifecycles,
  compileLifecycles,
  extendedEnd,
  LIFECYCLES,
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
  type ProjectState,
  reportEvents,
} from "./state.ts";
