import {
  Basis,
  BudgetLine,
  CalendarDate,
  Cause,
  Code,
  Dependency,
  Finding,
  Money,
  PartialDate,
  ScheduledActivity,
} from "@cadre/core";
import { Move } from "@cadre/core/reallocation";
import * as z from "zod";
import type { NewEvent, RecordedEvent } from "../log/index.ts";
import { PlannedActivity, ProjectPlan } from "./plan.ts";

const of = <Shape extends z.ZodRawShape>(version: number, shape: Shape) => ({
  version,
  data: z
    .object({
      /** Why, in the sender's words. Absent: none was given. */
      reason: z.string().optional(),
    })
    .extend(shape),
});

const basis = { basis: Basis };
const reference = { reference: z.string().optional() };
const causes = z.array(Cause);
const activity = {
  activity: Code,
  ...basis,
  /** `low`: a reader is not sure that it happened. */
  certainty: z.enum(["high", "low"]).optional(),
  /** Day of the report that states it. */
  reportedOn: CalendarDate.optional(),
};
const holdUp = { ...activity, causes, expectedUntil: PartialDate.optional() };
const endOfHoldUp = { ...activity, causes: causes.optional() };
const report = { report: z.string(), ...basis };
const proposal = z.int().positive();
const entry = { entry: z.int().positive(), of: z.string() };
const move = {
  moves: z.array(Move),
  newLines: z.array(BudgetLine).optional(),
  gewe: z.object({ before: z.number().nullable(), after: z.number().nullable() }),
  findings: z.array(Finding),
  policy: z.object({ id: z.string(), version: z.string() }),
};

/** Why an actor is denied. `unknown-actor` and `role-not-held`: the claimed role is not theirs. */
export const DenialReason = z.enum([
  "unknown-actor",
  "role-not-held",
  "other-project",
  "not-for-this-role",
  "other-agency",
]);
export type DenialReason = z.infer<typeof DenialReason>;

/** Every event of the engine: the version of its data that this code writes, and their schema. Older versions are upcast, newer ones refused. */
export const EVENTS = {
  "project.opened": of(1, { plan: ProjectPlan }),
  "project.started": of(1, basis),
  "project.extension-approved": of(1, {
    ...basis,
    ...reference,
    endDate: CalendarDate,
    amount: Money.optional(),
  }),
  "project.suspended": of(1, { ...basis, ...reference, causes: causes.optional() }),
  "project.resumed": of(1, { ...basis, ...reference }),
  "project.closed": of(1, { ...basis, ...reference }),
  "project.financially-closed": of(1, { ...basis, ...reference }),
  "activity.added": of(1, { activity: PlannedActivity, ...reference }),
  "activity.started": of(1, activity),
  "activity.delayed": of(1, holdUp),
  "activity.suspended": of(1, holdUp),
  "activity.hold-up-ended": of(1, endOfHoldUp),
  "activity.resumed": of(1, endOfHoldUp),
  "activity.reallocation-proposed": of(1, activity),
  "activity.reallocation-approved": of(1, { ...activity, ...reference }),
  "activity.reallocation-rejected": of(1, { ...activity, ...reference }),
  "activity.reallocation-withdrawn": of(1, activity),
  "activity.reallocation-reverted": of(1, { ...activity, ...reference }),
  "activity.cancelled": of(1, activity),
  "activity.completed": of(1, { ...activity, share: z.number().gt(0).max(1).optional() }),
  "activity.reopened": of(1, { ...activity, ...reference }),
  "activity.reinstated": of(1, { ...activity, ...reference }),
  "activity.handed-over": of(1, { ...activity, to: z.string() }),
  "activity.merged": of(1, { ...activity, into: Code }),
  "activity.split": of(1, { ...activity, into: z.array(Code) }),
  "entry.voided": of(1, entry),
  "entry.corrected": of(1, {
    ...entry,
    /** What the entry says instead. */
    fields: z.object({
      causes: causes.optional(),
      expectedUntil: PartialDate.nullable().optional(),
      share: z.number().gt(0).max(1).optional(),
      to: z.string().optional(),
      ...reference,
    }),
    /** Whether its date is corrected too: to the date of this event. */
    dated: z.boolean(),
  }),
  "report.submitted": of(1, report),
  "report.reviewed": of(1, report),
  "report.approved": of(1, report),
  "report.returned": of(1, report),
  "money.moved": of(1, {
    ...move,
    ...reference,
    /** The lines that it changes, with their amounts after it. */
    lines: z.array(z.object({ id: z.string(), amount: Money })),
    /** The proposal that it approves. Default: none was needed. */
    proposal: proposal.optional(),
  }),
  "money.move-proposed": of(1, move),
  "money.move-rejected": of(1, { proposal, ...reference }),
  "schedule.dates-set": of(1, { dates: ScheduledActivity }),
  "schedule.dependencies-set": of(1, { dependencies: z.array(Dependency) }),
  "reminder.recorded": of(1, { kind: z.string(), about: z.string(), due: z.string() }),
  "command.denied": of(1, {
    /** The command's type, or what else was asked for. */
    command: z.string(),
    key: z.string().nullable(),
    fingerprint: z.string().nullable(),
    reason: DenialReason,
  }),
  "stream.archived": of(1, {
    stream: z.string(),
    position: z.number(),
    hash: z.string(),
    /** Name of the archive. */
    archive: z.string(),
  }),
} as const;

/** Kind of event that the engine records. */
export type EventType = keyof typeof EVENTS;
/** Data of an event. */
export type EventData<Type extends EventType> = z.output<(typeof EVENTS)[Type]["data"]>;
/** An event with one of the types of {@link EVENTS}, and the data of that type. */
export type TypedEvent<Base, Type extends EventType> = Type extends EventType
  ? Omit<Base, "type" | "data"> & {
      /** What happened: `activity.delayed`, `money.moved`. */
      type: Type;
      /** The particulars, in the form that the type has in {@link EVENTS}. */
      data: EventData<Type>;
    }
  : never;
/** An event of the engine before it is recorded: one of the types of {@link EVENTS}, with its data. */
export type NewEngineEvent<Type extends EventType = EventType> = TypedEvent<NewEvent, Type>;
/** A recorded event of the engine in the version of this code: one of the types of {@link EVENTS}, with its data. */
export type EngineEvent<Type extends EventType = EventType> = TypedEvent<RecordedEvent, Type>;

/** Kinds of events, in the order of {@link EVENTS}. */
export const EVENT_TYPES = Object.keys(EVENTS) as readonly EventType[];
/** Whether a text is a type of event that the engine records. */
export const isEventType = (type: string): type is EventType => Object.hasOwn(EVENTS, type);
/** Whether an entry is an event of this code's version. Its data were checked when it was recorded, and are chained since. */
export const isEngineEvent = (event: RecordedEvent): event is EngineEvent =>
  isEventType(event.type) && EVENTS[event.type].version === event.version;
