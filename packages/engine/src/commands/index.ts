export {
  Command,
  type CommandInput,
  type CommandType,
  commandsWith,
  type OwnCommand,
  ownCommands,
  ProjectId,
  TEXT_LIMIT,
} from "./command.ts";
export { type ActorOf, commandsOf, type DocumentCommands } from "./commands-of.ts";
export { concernedBy, decide, endDateOf } from "./decide.ts";
export type { Decision, DecisionContext } from "./decision.ts";
