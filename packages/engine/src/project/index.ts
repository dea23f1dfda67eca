export { Command, type CommandInput, type CommandType, ProjectId, TEXT_LIMIT } from "./command.ts";
export { type ActorOf, commandsOf } from "./commands-of.ts";
export { concernedBy, decide, endDateOf } from "./decide.ts";
export type { Decision, DecisionContext } from "./decision.ts";
export { EVENT_VERSIONS, type EventType, isEventType } from "./event-data.ts";
export { evolve, type Folding, foldingFrom, logged } from "./evolve.ts";
export {
  type ActivityStatus,
  type CompiledLifecycles,
  compileLifecycles,
  LIFECYCLES,
  type Lifecycles,
  type Machine,
  type Replay,
} from "./lifecycles.ts";
export { PlannedActivity, ProjectPlan, planOf } from "./plan.ts";
export {
  type ActivityLog,
  emptyState,
  type LoggedEvent,
  type MoveProposal,
  type ProjectState,
} from "./state.ts";
