import type { ActivityEvent, FrameworkDocument } from "@cadre/core";
import { type FundEventType, isOwnCode } from "@cadre/core/lifecycle";
import { planOf } from "../events/index.ts";
import type { Actor } from "../log/index.ts";
import type { CommandInput } from "./command.ts";

/** The command whose event a document's event is. */
const COMMAND_OF = {
  started: "activity.start",
  delayed: "activity.delay",
  suspended: "activity.suspend",
  resumed: "activity.resume",
  "reallocation-proposed": "activity.propose-reallocation",
  "reallocation-approved": "activity.approve-reallocation",
  "reallocation-rejected": "activity.reject-reallocation",
  "reallocation-withdrawn": "activity.withdraw-reallocation",
  "reallocation-reverted": "activity.revert-reallocation",
  "hold-up-ended": "activity.end-hold-up",
  reopened: "activity.reopen",
  reinstated: "activity.reinstate",
  "handed-over": "activity.hand-over",
  merged: "activity.merge",
  split: "activity.split",
  cancelled: "activity.cancel",
  completed: "activity.complete",
} as const satisfies Record<FundEventType, CommandInput["type"]>;

/** Whom a command that is read off a document goes to the record under. */
export type ActorOf = (type: CommandInput["type"]) => Actor;

/** Commands read off a document, and what was left out of them. */
export interface DocumentCommands {
  /** To be sent in this order. Each has a key made of the document's events, so that sending them again records nothing twice. */
  commands: CommandInput[];
  /** Events that the reader is not sure of (`certainty: "low"`): to be confirmed or discarded by somebody. */
  unconfirmed: {
    /** Code of the activity. */
    activity: string;
    /** What may have happened. */
    event: ActivityEvent;
  }[];
}

/**
 * The commands that bring a document's plan and its activities' history to an empty log, in the order in which they are to be sent: the
 * project is opened, then each activity's events follow in the document's order, with their dates (`null` where only the order is known),
 * causes, evidence and basis. Their keys name the events by activity and index, so that the same document sent again is recorded once.
 * Events that are not confirmed are left out and returned.
 *
 * Whether each is allowed and by whom it may be sent, the engine judges as it judges any other.
 */
export function commandsOf(document: FrameworkDocument, project: string, actorOf: ActorOf): DocumentCommands {
  const open = "project.open" as const;
  const reportedOn = document.report?.asOf ?? undefined;
  const unconfirmed: DocumentCommands["unconfirmed"] = [];
  const commands: CommandInput[] = [
    { type: open, project, key: "document", actor: actorOf(open), plan: planOf(document) },
  ];
  for (const { code, events } of document.activities)
    for (const [index, event] of events.entries()) {
      if (event.certainty === "low") {
        unconfirmed.push({ activity: code, event });
        continue;
      }
      const { type, date, certainty: _, ...rest } = event;
      const command = isOwnCode(type) ? (`activity.${type}` as const) : COMMAND_OF[type];
      const key = `document ${code} ${index + 1}`;
      commands.push({
        ...(reportedOn === undefined ? {} : { reportedOn }),
        ...rest,
        ...{ type: command, project, key, actor: actorOf(command), activity: code, effective: date },
      } as CommandInput);
    }
  return { commands, unconfirmed };
}
