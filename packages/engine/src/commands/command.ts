import {
  ActivityEvent,
  Basis,
  BudgetLine,
  CalendarDate,
  Cause,
  Code,
  Dependency,
  Evidence,
  Money,
  PartialDate,
  ScheduledActivity,
} from "@cadre/core";
import { causeIssues, eventIssues, OwnEvent, type Profile } from "@cadre/core/lifecycle";
import { Move } from "@cadre/core/reallocation";
import * as z from "zod";
import { type OwnActivityEventType, PlannedActivity, ProjectPlan } from "../events/index.ts";
import { Actor } from "../log/index.ts";

/** How long a reason or a comment may be, in UTF-16 units: longer text belongs in a document that is cited as evidence. */
export const TEXT_LIMIT = 10_000;

/** A project's name in the log: its number at the MPTF Office Gateway, or the embedding system's own. */
export const ProjectId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, {
  error: "1 to 100 letters, digits, dots, hyphens or underscores",
});
const Name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, {
  error: "1 to 60 small letters, digits or hyphens, such as annual-2020",
});

const envelope = {
  /** The project that the command is about. */
  project: ProjectId,
  /** Idempotency key: a command with a key that was recorded is not executed again. */
  key: z.string().min(1).max(200),
  /** Who sends it, and in which role. */
  actor: Actor,
  /** Position of the log that the sender saw: the command conflicts if the log is longer now. Default: the current position. */
  expectedPosition: z.int().min(0).optional(),
  /** From when on it holds, as precise as it is known. Default: today. `null`: only its order is known. */
  effective: PartialDate.nullable().optional(),
  /** Why, in the sender's words. Recorded with the events. Absent: none was given. */
  reason: z.string().max(TEXT_LIMIT).optional(),
  /** Passages of documents that show it, recorded with the events. Empty: none were cited. */
  evidence: z
    .array(
      Evidence.extend({
        /** The passage as written. */
        quote: z.string().max(TEXT_LIMIT),
      }),
    )
    .max(50)
    .default([]),
};
const reference = {
  /** What documents the decision: a letter, minutes of the steering committee. Absent: nothing was named. */
  reference: z.string().max(200).optional(),
};
const causes = z.array(Cause).max(20);

const of = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({
    /** Which command it is. */
    type: z.literal(type),
    ...envelope,
    ...shape,
  });
const activity = {
  /** Code of the activity. */
  activity: Code,
  /** Whether a report states it as data, or a reader concluded it from the narrative. Default: `reported`. */
  basis: Basis.default("reported"),
  /** Day of the report that states it. Default: the day of the record. */
  reportedOn: CalendarDate.optional(),
};
const holdUp = {
  ...activity,
  /** Each cause begins a hold-up of its own. Empty: no cause is given. */
  causes,
  /** The end that is expected of the hold-up: an expectation, not a fact. Absent: none is named. */
  expectedUntil: PartialDate.optional(),
};
const endOfHoldUp = {
  ...activity,
  /** Causes whose hold-ups are over. Default: all. */
  causes: causes.optional(),
};
const report = {
  /** Name of the report: `annual-2020`. */
  report: Name,
};
const proposal = {
  /** Position of the proposal in the project's log. */
  proposal: z.int().positive(),
  ...reference,
};
const entry = {
  /** Position of the entry in the project's log. */
  entry: z.int().positive(),
  // Here the reason of every command must be given: why the entry is wrong.
  reason: z.string().min(1).max(TEXT_LIMIT),
};
/** What a correction can change beside the date. */
const CorrectedFields = z.strictObject({
  /** Causes of the delay or suspension. */
  causes: causes.optional(),
  /** The end that is expected of it; `null`: none is named. */
  expectedUntil: PartialDate.nullable().optional(),
  /** Share that is completed, above 0 and up to 1. */
  share: z.number().gt(0).max(1).optional(),
  /** Name of the agency that the activity was handed over to. */
  to: z.string().min(1).max(200).optional(),
  ...reference,
});

/** What the engine can be asked to do: one object with its type, `activity.delay`. */
export const Command = z
  .discriminatedUnion("type", [
    of("project.open", {
      /** The project as its documents plan it. */
      plan: ProjectPlan,
    }),
    of("project.start", {}),
    of("project.approve-extension", {
      /** The project's new last day. */
      endDate: CalendarDate,
      /** Further money that the fund gives with it (cost extension). Default: none (no-cost extension). */
      amount: Money.optional(),
      ...reference,
    }),
    of("project.suspend", {
      /** Why it is suspended. Absent: no cause is given. */
      causes: causes.optional(),
      ...reference,
    }),
    of("project.resume", reference),
    /** Operational closure. */
    of("project.close", reference),
    of("project.close-financially", reference),
    of("activity.add", {
      /** The activity as it is planned. */
      activity: PlannedActivity,
      ...reference,
    }),
    of("activity.start", activity),
    of("activity.delay", holdUp),
    of("activity.suspend", holdUp),
    /** A delay or suspension is over, without word of the work. */
    of("activity.end-hold-up", endOfHoldUp),
    of("activity.resume", endOfHoldUp),
    of("activity.propose-reallocation", activity),
    of("activity.approve-reallocation", { ...activity, ...reference }),
    of("activity.reject-reallocation", { ...activity, ...reference }),
    of("activity.withdraw-reallocation", activity),
    of("activity.revert-reallocation", { ...activity, ...reference }),
    of("activity.cancel", activity),
    of("activity.complete", {
      ...activity,
      /** Share that is completed so far, above 0 and up to 1. Default: 1, completed as a whole. */
      share: z.number().gt(0).max(1).optional(),
    }),
    of("activity.reopen", { ...activity, ...reference }),
    of("activity.reinstate", { ...activity, ...reference }),
    of("activity.hand-over", {
      ...activity,
      /** Name of the agency that is responsible from now on. */
      to: z.string().min(1).max(200),
    }),
    of("activity.merge", {
      ...activity,
      /** Code of the activity that goes on in its place. */
      into: Code,
    }),
    of("activity.split", {
      ...activity,
      /** Codes of the activities that go on in its place. */
      into: z.array(Code).min(1).max(50),
    }),
    /** Late news: several events of one activity, judged together. */
    of("activity.record", {
      /** Code of the activity. */
      activity: Code,
      /** What happened, in any order. */
      events: z.array(ActivityEvent).min(1).max(50),
    }),
    /** A recorded entry did not happen. The entry stays in the log. */
    of("entry.void", entry),
    /** A recorded entry happened otherwise: on `effective`, with `fields`. The entry stays in the log. */
    of("entry.correct", {
      ...entry,
      /** What it says instead. Default: only its date is corrected. */
      fields: CorrectedFields.default({}),
    }),
    of("report.submit", report),
    of("report.review", report),
    of("report.approve", report),
    of("report.return", report),
    of("money.move", {
      /** Exact amounts from line to line. */
      moves: z.array(Move).min(1).max(500),
      /** Lines that the budget did not have, for instance of a new activity; their amounts come with the moves. Default: none. */
      newLines: z.array(BudgetLine).max(500).optional(),
    }),
    of("money.approve-move", proposal),
    of("money.reject-move", proposal),
    of("schedule.set-dates", {
      /** Planned and actual dates of one activity. */
      dates: ScheduledActivity,
    }),
    of("schedule.set-dependencies", {
      /** What waits for what; it replaces what was recorded before. */
      dependencies: z.array(Dependency).max(5000),
    }),
    /** Something fell due: a report, a planned start. It changes no state. */
    of("reminder.record", {
      /** What fell due: `report-due`. */
      kind: Name,
      /** A path: `activities/1.1.1`, `reports/annual-2020`. */
      about: z.string().max(200),
      /** When it falls due, ISO 8601. */
      due: z.iso.datetime(),
    }),
  ])
  .meta({ id: "Command" });
/** A command that records an agency's own event. */
const OwnCommand = z.strictObject({
  /** Which command it is: `activity.` and the event's code. */
  type: z.string() as unknown as z.ZodType<OwnActivityEventType, OwnActivityEventType>,
  ...envelope,
  ...activity,
  /** What it is due to. Absent: no cause was given. */
  causes: causes.optional(),
  /** Until when it is expected to last, as precise as it is known. Absent: nobody says. */
  expectedUntil: PartialDate.optional(),
  ...reference,
  /** What else the agency records of it. */
  details: OwnEvent.shape.details,
});
/** A command that records an agency's own event. */
export type OwnCommand = z.infer<typeof OwnCommand>;
export type Command = z.infer<typeof Command> | OwnCommand;
/** A command as it may be sent: with defaults left out. */
export type CommandInput = z.input<typeof Command> | z.input<typeof OwnCommand>;
/** Kind of command. */
export type CommandType = Command["type"];

/** The schemas of the commands that a profile adds, by the code of its event. */
export const ownCommands = ({ events }: Pick<Profile, "events">): Map<string, z.ZodObject> =>
  new Map(
    Object.entries(events).map(([code, { details }]) => [
      code,
      OwnCommand.omit({ details: true }).extend({
        type: z.literal(`activity.${code}`),
        ...(details !== undefined && { details }),
      }),
    ]),
  );

/** What of a command other agencies add, as the issues of a schema. */
function issuesOf(command: Command, profile: Profile) {
  if (command.type === "entry.correct") return causeIssues(command.fields.causes, profile, ["fields"]);
  if (command.type === "activity.record")
    return command.events.flatMap((event, index) => eventIssues(event, profile, ["events", index]));
  return "causes" in command ? causeIssues(command.causes, profile, []) : [];
}

/** The schema of all commands: the engine's, and those of a profile. Codes of other agencies are refused with those that are known. */
export function commandsWith(profile: Profile): z.ZodType<Command, CommandInput> {
  const options = [...ownCommands(profile).values(), ...Command.options] as unknown as typeof Command.options;
  return z.discriminatedUnion("type", options).superRefine((command: Command, context) => {
    for (const issue of issuesOf(command, profile)) context.addIssue({ ...issue });
  });
}
