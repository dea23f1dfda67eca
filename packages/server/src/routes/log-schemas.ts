import { BudgetLine, CalendarDate, Cause, Evidence, Finding, PartialDate, Schedule } from "@cadre/core";
import {
  ACTIVITY_STATES,
  ActivityEvent,
  PROJECT_STATES,
  ProjectEvent,
  REFUSAL_REASONS,
  REPORT_STATES,
  ReportEvent,
} from "@cadre/core/lifecycle";
import { Move } from "@cadre/core/reallocation";
import { Actor, Command, type CommandInput, type EngineEvent, EVENT_TYPES, EVENTS } from "@cadre/engine";
import { z } from "@hono/zod-openapi";

/** What the server knows of a command itself: from the address, the credentials and the headers. */
const OWN_FIELDS = { project: true, actor: true, key: true, expectedPosition: true } as const;

/** A command as it is sent: without project (in the address), actor (the credentials'), key (`Idempotency-Key`) and position (`If-Match`). */
export type CommandBody = CommandInput extends infer Each
  ? Each extends unknown
    ? Omit<Each, "project" | "actor" | "key" | "expectedPosition">
    : never
  : never;

/** `activity.end-hold-up` → `ActivityEndHoldUp`. */
const nameOf = (type: string): string =>
  type.replace(/(?:^|[.-])([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The commands as the OpenAPI has them: one schema each. */
const commands = (Command.options as readonly z.ZodObject[]).map((option) => {
  const { values } = option.shape.type as unknown as z.ZodLiteral<string>;
  return option.omit(OWN_FIELDS).meta({ id: nameOf([...values][0] ?? "") });
});

/** Examples of commands, by name. */
export const COMMAND_EXAMPLES = {
  start: { summary: "The work begins", value: { type: "activity.start", activity: "1.1.1" } },
  delay: {
    summary: "The rains delay it",
    value: {
      type: "activity.delay",
      activity: "1.1.1",
      causes: ["season"],
      effective: "2020-06",
      expectedUntil: "2020-09",
    },
  },
  submit: { summary: "A report is submitted", value: { type: "report.submit", report: "annual-2020" } },
} satisfies Record<string, { summary: string; value: CommandBody }>;

/** Schema of {@link CommandBody}. */
export const CommandBody = z
  .discriminatedUnion("type", commands as unknown as [z.ZodObject, ...z.ZodObject[]])
  .meta({ id: "Command" }) as unknown as z.ZodType<CommandBody, CommandBody>;

/** What does not count in a command's body, and what is expected instead. */
const ELSEWHERE = {
  project: { en: "the project in the address alone", fr: "le projet dans l’adresse seulement" },
  actor: { en: "no actor: it is the sender's", fr: "aucun acteur : c’est celui de l’expéditeur" },
  key: { en: "the header Idempotency-Key", fr: "l’en-tête Idempotency-Key" },
  expectedPosition: { en: "the header If-Match", fr: "l’en-tête If-Match" },
};

/** What is checked of a command before the engine judges it. */
export const UncheckedCommand = z.looseObject({ type: z.string().max(60) }).superRefine((body, context) => {
  for (const [field, { en, fr }] of Object.entries(ELSEWHERE))
    if (field in body)
      context.addIssue({ code: "custom", message: en, params: { fr }, path: [field], input: body });
});

const position = z.number().meta({ description: "Position in the project's log, from 1" });

const entry = {
  version: z.number().meta({ description: "Version of the form of `data`" }),
  effective: PartialDate.nullable().meta({ description: "From when on it holds" }),
  recordedAt: z.string().meta({ description: "When it was recorded, ISO 8601 in UTC" }),
  actor: Actor,
  evidence: z.array(Evidence),
  stream: z.string(),
  position,
  key: z.string().meta({ description: "The idempotency key of its command" }),
  part: z.number().meta({ description: "Its index among the events of its command" }),
  fingerprint: z.string().meta({ description: "SHA-256 of its command" }),
  hash: z.string().meta({ description: "SHA-256 over the entry before it and this one" }),
};
/** The entries of a log as the OpenAPI has them: one schema for each type of event. */
const entries = EVENT_TYPES.map((type) =>
  z.object({ type: z.literal(type), data: EVENTS[type].data, ...entry }).meta({ id: `${nameOf(type)}Event` }),
);
/** Schema of an entry of the log. */
const RecordedEvent = z
  .discriminatedUnion("type", entries as unknown as [z.ZodObject, ...z.ZodObject[]])
  .meta({ id: "RecordedEvent" }) as unknown as z.ZodType<EngineEvent>;

type Logged = { position: number };
/** An event of a lifecycle as the log holds it: with its position. */
const logged = <Event>(union: { options: readonly z.ZodObject[] }, name: string) => {
  const options = union.options.map((option) => option.extend({ position }));
  return z
    .discriminatedUnion("type", options as unknown as [z.ZodObject, ...z.ZodObject[]])
    .meta({ id: name }) as unknown as z.ZodType<Event & Logged>;
};

/** State of an activity, a report or the project, with what its lifecycle remembers. */
const statusOf = <const State extends string, Event, Context extends z.ZodType>(
  states: readonly State[],
  event: z.ZodType<Event>,
  context: Context,
) => {
  const state = z.enum(states);
  return {
    state: state.meta({
      description: "`undetermined` where the order of events decides and is not known",
    }),
    readings: z.array(state).meta({ description: "Possible states" }),
    context,
    refusals: z
      .array(
        z.object({
          event,
          state,
          reason: z.enum(REFUSAL_REASONS).meta({ description: "Why the state does not allow the event" }),
          allowedEvents: z.array(z.string()).meta({ description: "Types of events that the state allows" }),
          requires: z.array(state).meta({ description: "States that allow the event" }),
        }),
      )
      .meta({ description: "Recorded events that the lifecycle does not allow where they are" }),
  };
};
const activityStatus = statusOf(
  ACTIVITY_STATES,
  logged<ActivityEvent>(ActivityEvent, "LoggedActivityEvent"),
  z.object({
    causes: z.array(Cause).meta({ description: "Causes of the delays and suspensions that are open" }),
    expectedUntil: PartialDate.nullable().meta({ description: "Expected end of the open delays" }),
    share: z.number().nullable().meta({ description: "Share that is completed, where it was reported" }),
    agency: z.string().nullable().meta({ description: "Responsible agency after a hand-over" }),
    into: z.array(z.string()).meta({ description: "Activities that it was merged or split into" }),
  }),
);
const projectStatus = statusOf(
  PROJECT_STATES,
  logged<ProjectEvent>(ProjectEvent, "LoggedProjectEvent"),
  z.object({
    endDate: CalendarDate.nullable().meta({ description: "As last extended" }),
    extensions: z.number().meta({ description: "How often it was extended" }),
  }),
);
const reportStatus = statusOf(
  REPORT_STATES,
  logged<ReportEvent>(ReportEvent, "LoggedReportEvent"),
  z.object({ returns: z.number().meta({ description: "How often it came back" }) }),
);
const text = z.string().nullable();
const Proposal = z.object({
  proposal: position,
  moves: z.array(Move),
  newLines: z.array(BudgetLine),
  actor: z.string(),
  findings: z.array(Finding),
});
/** A project's state. */
export const View = z
  .object({
    project: z.string(),
    position: z.number().meta({ description: "Of the last entry; the value of `If-Match` of a command" }),
    title: text,
    startedOn: PartialDate.nullable(),
    endDate: text.meta({ description: "As extended so far" }),
    status: z.object(projectStatus).meta({ id: "LifecycleStatus" }),
    agencies: z.array(z.object({ name: z.string(), convening: z.boolean() })),
    activities: z.array(
      z
        .object({ code: z.string(), title: text, agencies: z.array(z.string()), ...activityStatus })
        .meta({ id: "ActivityView" }),
    ),
    reports: z.array(z.object({ report: z.string(), ...reportStatus }).meta({ id: "ReportView" })),
    lines: z.array(BudgetLine),
    proposals: z.array(Proposal).meta({ description: "Moves of money that wait for the fund" }),
    schedule: Schedule,
  })
  .meta({ id: "ProjectView" });

export const Done = z
  .object({
    position: z.number().meta({ description: "Of the last entry that it recorded", example: 4 }),
    duplicate: z
      .boolean()
      .meta({ description: "It was executed before; this is its first outcome", example: false }),
    findings: z.array(Finding),
    events: z.array(RecordedEvent),
  })
  .meta({ id: "Done" });
export const History = z.array(RecordedEvent).meta({ id: "History" });
export const EventsQuery = z.object({
  after: z
    .string()
    .max(40)
    .optional()
    .meta({ description: "Position after which to begin; `Last-Event-ID` prevails", example: "17" }),
});
export const HistoryQuery = z.object({
  from: z.coerce.number().int().min(1).default(1).meta({ description: "First position", example: 1 }),
  limit: z.coerce.number().int().min(1).max(1000).default(200).meta({ description: "Entries of the page" }),
});
