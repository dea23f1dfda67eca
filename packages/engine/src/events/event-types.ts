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
import { FUND_PROFILE, isOwnCode, type OwnCode, OwnEvent, type Profile } from "@cadre/core/lifecycle";
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

const basis = {
  /** Whether a report states it as data, or a reader concluded it from the narrative. */
  basis: Basis,
};
const reference = {
  /** What documents the decision, as written: a letter, minutes of the steering committee. */
  reference: z.string().optional(),
};
const causes = z.array(Cause);
const activity = {
  /** Code of the activity. */
  activity: Code,
  ...basis,
  /** `low`: a reader is not sure that it happened. */
  certainty: z.enum(["high", "low"]).optional(),
  /** Day of the report that states it. */
  reportedOn: CalendarDate.optional(),
};
const holdUp = {
  ...activity,
  /** Each cause begins a hold-up of its own. Empty: no cause was given. */
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
  report: z.string(),
  ...basis,
};
const proposal = z.int().positive();
const entry = {
  /** Position of the entry in this log. */
  entry: z.int().positive(),
  /** Type of its event. */
  of: z.string(),
};
const move = {
  /** Exact amounts from line to line. */
  moves: z.array(Move),
  /** Lines that the budget did not have. Absent: none. */
  newLines: z.array(BudgetLine).optional(),
  /** Share of the direct costs for gender equality, as a fraction; `null` where a line's share is unknown. */
  gewe: z.object({
    /** Before the moves. */
    before: z.number().nullable(),
    /** After the moves. */
    after: z.number().nullable(),
  }),
  /** What the policies found about it. */
  findings: z.array(Finding),
  /** The fund's rule that it was judged by. */
  policy: z.object({
    /** Names the policy: `reallocation`. */
    id: z.string(),
    /** Which of its versions: `form-3.5`. */
    version: z.string(),
  }),
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
  "project.opened": of(1, {
    /** The project as its documents plan it. */
    plan: ProjectPlan,
  }),
  "project.started": of(1, basis),
  "project.extension-approved": of(1, {
    ...basis,
    ...reference,
    /** The project's new last day. */
    endDate: CalendarDate,
    /** Money that is added. Absent for an extension at no cost. */
    amount: Money.optional(),
  }),
  "project.suspended": of(1, {
    ...basis,
    ...reference,
    /** Why it was suspended. Absent: no cause was given. */
    causes: causes.optional(),
  }),
  "project.resumed": of(1, { ...basis, ...reference }),
  "project.closed": of(1, { ...basis, ...reference }),
  "project.financially-closed": of(1, { ...basis, ...reference }),
  "activity.added": of(1, {
    /** The activity as it is planned. */
    activity: PlannedActivity,
    ...reference,
  }),
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
  "activity.completed": of(1, {
    ...activity,
    /** Share that is completed so far, above 0 and up to 1. Default: 1, completed as a whole. */
    share: z.number().gt(0).max(1).optional(),
  }),
  "activity.reopened": of(1, { ...activity, ...reference }),
  "activity.reinstated": of(1, { ...activity, ...reference }),
  "activity.handed-over": of(1, {
    ...activity,
    /** Name of the agency that is responsible from now on. */
    to: z.string(),
  }),
  "activity.merged": of(1, {
    ...activity,
    /** Code of the activity that goes on in its place. */
    into: Code,
  }),
  "activity.split": of(1, {
    ...activity,
    /** Codes of the activities that go on in its place. */
    into: z.array(Code),
  }),
  "entry.voided": of(1, entry),
  "entry.corrected": of(1, {
    ...entry,
    /** What the entry says instead. */
    fields: z.object({
      /** Causes of the delay or suspension. */
      causes: causes.optional(),
      /** The end that is expected of it; `null`: none is named. */
      expectedUntil: PartialDate.nullable().optional(),
      /** Share that is completed, above 0 and up to 1. */
      share: z.number().gt(0).max(1).optional(),
      /** Name of the agency that the activity was handed over to. */
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
    lines: z.array(
      z.object({
        /** Id of the line. */
        id: z.string(),
        /** Its amount after the moves. */
        amount: Money,
      }),
    ),
    /** The proposal that it approves. Default: none was needed. */
    proposal: proposal.optional(),
  }),
  "money.move-proposed": of(1, move),
  "money.move-rejected": of(1, {
    /** Position of the proposal in this log. */
    proposal,
    ...reference,
  }),
  "schedule.dates-set": of(1, {
    /** Planned and actual dates of one activity. */
    dates: ScheduledActivity,
  }),
  "schedule.dependencies-set": of(1, {
    /** What waits for what; it replaces what was recorded before. */
    dependencies: z.array(Dependency),
  }),
  "reminder.recorded": of(1, {
    /** What fell due: `report-due`. */
    kind: z.string(),
    /** A path: `activities/1.1.1`, `reports/annual-2020`. */
    about: z.string(),
    /** When it fell due, ISO 8601. */
    due: z.string(),
  }),
  "command.denied": of(1, {
    /** The command's type, or what else was asked for. */
    command: z.string(),
    /** Idempotency key of the command; `null` where something else was asked for. */
    key: z.string().nullable(),
    /** SHA-256 of the command; `null` where something else was asked for. */
    fingerprint: z.string().nullable(),
    /** Why it was denied. */
    reason: DenialReason,
  }),
  "stream.archived": of(1, {
    /** Name of the stream. */
    stream: z.string(),
    /** Position of its last entry. */
    position: z.number(),
    /** Hash of its last entry. */
    hash: z.string(),
    /** Name of the archive. */
    archive: z.string(),
  }),
} as const;

/** An event of an agency's own, under `activity.` and its code: `activity.river:put-on-hold`. */
export const OWN_EVENT = of(1, {
  ...activity,
  /** What it is due to. Absent: no cause was given. */
  causes: causes.optional(),
  /** Until when it is expected to last, as precise as it is known. Absent: nobody says. */
  expectedUntil: PartialDate.optional(),
  ...reference,
  /** What else the agency records of it. */
  details: OwnEvent.shape.details,
});
/** Kind of event that an agency adds. */
export type OwnActivityEventType = `activity.${OwnCode}`;
/** Kind of event that the engine records. */
export type EventType = keyof typeof EVENTS | OwnActivityEventType;
/** Data of an event. */
export type EventData<Type extends EventType> = Type extends keyof typeof EVENTS
  ? z.output<(typeof EVENTS)[Type]["data"]>
  : z.output<(typeof OWN_EVENT)["data"]>;
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

/** Kinds of events of {@link EVENTS}, in their order. */
export const EVENT_TYPES = Object.keys(EVENTS) as readonly (keyof typeof EVENTS)[];
/** The code of an agency's own event, or `null`. */
export function ownTypeOf(type: string): OwnCode | null {
  const code = type.slice("activity.".length);
  return type.startsWith("activity.") && isOwnCode(code) ? code : null;
}
/** Whether a text is a type of event that the engine records: one of {@link EVENTS}, or one that the profile adds. */
export function isEventType(
  type: string,
  { events }: Pick<Profile, "events"> = FUND_PROFILE,
): type is EventType {
  if (Object.hasOwn(EVENTS, type)) return true;
  const own = ownTypeOf(type);
  return own !== null && Object.hasOwn(events, own);
}
/** The version and the schema of a type of event. */
export const formOf = (type: EventType): { version: number; data: z.ZodObject } =>
  type in EVENTS ? EVENTS[type as keyof typeof EVENTS] : OWN_EVENT;
/** Whether an entry is an event of this code's version. Its data were checked when it was recorded, and are chained since. */
export const isEngineEvent = (
  event: RecordedEvent,
  profile?: Pick<Profile, "events">,
): event is EngineEvent => isEventType(event.type, profile) && formOf(event.type).version === event.version;
