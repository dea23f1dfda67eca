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
import { Move } from "@cadre/core/reallocation";
import * as z from "zod";
import { PlannedActivity, ProjectPlan } from "../events/index.ts";
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
    .array(Evidence.extend({ quote: z.string().max(TEXT_LIMIT) }))
    .max(50)
    .default([]),
};
const reference = z.string().max(200).optional();
const causes = z.array(Cause).max(20);
/** Commands whose event is certain and those that a reader concluded: as in core. */
const basis = Basis.default("reported");

const of = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({
    /** Which command it is. */
    type: z.literal(type),
    ...envelope,
    ...shape,
  });
const activity = {
  activity: Code,
  basis,
  /** Day of the report that states it. Default: the day of the record. */
  reportedOn: CalendarDate.optional(),
};
const report = { report: Name };
const why = z.string().min(1).max(TEXT_LIMIT);
/** What a correction can change beside the date. */
const CorrectedFields = z.strictObject({
  causes: causes.optional(),
  expectedUntil: PartialDate.nullable().optional(),
  share: z.number().gt(0).max(1).optional(),
  to: z.string().min(1).max(200).optional(),
  reference,
});

/** What the engine can be asked to do: one object with its type, `activity.delay`. */
export const Command = z
  .discriminatedUnion("type", [
    of("project.open", { plan: ProjectPlan }),
    of("project.start", {}),
    /** `amount`: further money that the fund gives with it (cost extension). Default: none (no-cost extension). */
    of("project.approve-extension", { endDate: CalendarDate, amount: Money.optional(), reference }),
    of("project.suspend", { causes: causes.optional(), reference }),
    of("project.resume", { reference }),
    /** Operational closure. */
    of("project.close", { reference }),
    of("project.close-financially", { reference }),
    of("activity.add", { activity: PlannedActivity, reference }),
    of("activity.start", activity),
    of("activity.delay", { ...activity, causes, expectedUntil: PartialDate.optional() }),
    of("activity.suspend", { ...activity, causes, expectedUntil: PartialDate.optional() }),
    /** A delay or suspension is over, without word of the work. Default of `causes`: all. */
    of("activity.end-hold-up", { ...activity, causes: causes.optional() }),
    of("activity.resume", { ...activity, causes: causes.optional() }),
    of("activity.propose-reallocation", activity),
    of("activity.approve-reallocation", { ...activity, reference }),
    of("activity.reject-reallocation", { ...activity, reference }),
    of("activity.withdraw-reallocation", activity),
    of("activity.revert-reallocation", { ...activity, reference }),
    of("activity.cancel", activity),
    of("activity.complete", { ...activity, share: z.number().gt(0).max(1).optional() }),
    of("activity.reopen", { ...activity, reference }),
    of("activity.reinstate", { ...activity, reference }),
    of("activity.hand-over", { ...activity, to: z.string().min(1).max(200) }),
    of("activity.merge", { ...activity, into: Code }),
    of("activity.split", { ...activity, into: z.array(Code).min(1).max(50) }),
    /** Late news: several events of one activity, judged together. */
    of("activity.record", { activity: Code, events: z.array(ActivityEvent).min(1).max(50) }),
    /** A recorded entry did not happen. The entry stays in the log. */
    of("entry.void", { entry: z.int().positive(), reason: why }),
    /** A recorded entry happened otherwise: on `effective`, with `fields`. The entry stays in the log. */
    of("entry.correct", { entry: z.int().positive(), fields: CorrectedFields.default({}), reason: why }),
    of("report.submit", report),
    of("report.review", report),
    of("report.approve", report),
    of("report.return", report),
    /** `newLines`: lines that the budget did not have, for instance of a new activity; their amounts come with the moves. */
    of("money.move", {
      moves: z.array(Move).min(1).max(500),
      newLines: z.array(BudgetLine).max(500).optional(),
    }),
    of("money.approve-move", { proposal: z.int().positive(), reference }),
    of("money.reject-move", { proposal: z.int().positive(), reference }),
    of("schedule.set-dates", { dates: ScheduledActivity }),
    of("schedule.set-dependencies", { dependencies: z.array(Dependency).max(5000) }),
    /** Something fell due: a report, a planned start. It changes no state. */
    of("reminder.record", {
      kind: Name,
      /** A path: `activities/1.1.1`, `reports/annual-2020`. */
      about: z.string().max(200),
      due: z.iso.datetime(),
    }),
  ])
  .meta({ id: "Command" });
export type Command = z.infer<typeof Command>;
/** A command as it may be sent: with defaults left out. */
export type CommandInput = z.input<typeof Command>;
/** Kind of command. */
export type CommandType = Command["type"];
