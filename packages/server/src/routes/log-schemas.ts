import {
  BudgetLine,
  bilingual,
  CalendarDate,
  Cause,
  Evidence,
  Finding,
  PartialDate,
  Schedule,
} from "@cadre/core";
import {
  type ActivityEvent,
  ActivityState,
  activityLifecycle,
  FUND_PROFILE,
  FundEvent,
  OwnEvent,
  type OwnEventType,
  PROJECT_STATES,
  type Profile,
  ProjectEvent,
  REFUSAL_REASONS,
  REPORT_STATES,
  ReportEvent,
} from "@cadre/core/lifecycle";
import { Move } from "@cadre/core/reallocation";
import {
  Actor,
  Command,
  type CommandInput,
  type EngineEvent,
  EVENT_TYPES,
  EVENTS,
  OWN_EVENT,
  ownCommands,
} from "@cadre/engine";
import { z } from "@hono/zod-openapi";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";

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
  type.replace(/(?:^|[.:-])([a-z])/g, (_, letter: string) => letter.toUpperCase());

type Objects = [z.ZodObject, ...z.ZodObject[]];

/** The commands as the OpenAPI has them: one schema each. */
const commandsOf = (profile: Profile) =>
  ([...Command.options, ...ownCommands(profile).values()] as readonly z.ZodObject[]).map((option) => {
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

const commandBody = (profile: Profile) =>
  z
    .discriminatedUnion("type", commandsOf(profile) as unknown as Objects)
    .meta({ id: "Command" }) as unknown as z.ZodType<CommandBody, CommandBody>;

/** Schema of {@link CommandBody}: the commands of the fund. */
export const CommandBody = commandBody(FUND_PROFILE);

/** What does not count in a command's body, and what is expected instead. */
const ELSEWHERE = {
  project: bilingual(en.expectedProject, fr.expectedProject),
  actor: bilingual(en.expectedActor, fr.expectedActor),
  key: bilingual(en.expectedKey, fr.expectedKey),
  expectedPosition: bilingual(en.expectedExpectedPosition, fr.expectedExpectedPosition),
};

/** What is checked of a command before the engine judges it. */
export const UncheckedCommand = z.looseObject({ type: z.string().max(110) }).superRefine((body, context) => {
  for (const [field, expected] of Object.entries(ELSEWHERE))
    if (field in body)
      context.addIssue({
        code: "custom",
        message: expected.en,
        params: { fr: expected.fr },
        path: [field],
        input: body,
      });
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
/** The field `details` of an agency's own event; no field where its profile defines none. */
const detailsOf = ({ details }: OwnEventType) => ({ ...(details !== undefined && { details }) });

/** Schema of an entry of the log: one for each type of event. */
function recordedEvent({ events }: Profile) {
  const forms = [
    ...EVENT_TYPES.map((type) => [type, EVENTS[type].data] as const),
    ...Object.entries(events).map(
      ([code, own]) =>
        [`activity.${code}`, OWN_EVENT.data.omit({ details: true }).extend(detailsOf(own))] as const,
    ),
  ];
  const entries = forms.map(([type, data]) =>
    z.object({ type: z.literal(type), data, ...entry }).meta({ id: `${nameOf(type)}Event` }),
  );
  return z
    .discriminatedUnion("type", entries as unknown as Objects)
    .meta({ id: "RecordedEvent" }) as unknown as z.ZodType<EngineEvent>;
}

type Logged = { position: number };
/** An event of a lifecycle as the log holds it: with its position. */
const logged = <Event>(forms: readonly z.ZodObject[], name: string) => {
  const options = forms.map((option) => option.extend({ position }));
  return z
    .discriminatedUnion("type", options as unknown as Objects)
    .meta({ id: name }) as unknown as z.ZodType<Event & Logged>;
};

/** State of an activity, a report or the project, with what its lifecycle remembers. */
const statusOf = <State extends z.ZodType<string>, Event, Context extends z.ZodType>(
  state: State,
  event: z.ZodType<Event>,
  context: Context,
) => {
  return {
    state: state.meta({
      description: "`undetermined` where the order of events decides and is not known",
    }),
    readings: z.array(state).meta({ description: "Possible states" }),
    /** What the lifecycle remembers beside the state. */
    context,
    refusals: z
      .array(
        z.object({
          /** The event. */
          event,
          /** The state that did not allow it. */
          state,
          reason: z.enum(REFUSAL_REASONS).meta({ description: "Why the state does not allow the event" }),
          allowedEvents: z.array(z.string()).meta({ description: "Types of events that the state allows" }),
          requires: z.array(state).meta({ description: "States that allow the event" }),
        }),
      )
      .meta({ description: "Recorded events that the lifecycle does not allow where they are" }),
  };
};
const activityContext = {
  causes: z.array(Cause).meta({ description: "Causes of the delays and suspensions that are open" }),
  expectedUntil: PartialDate.nullable().meta({ description: "Expected end of the open delays" }),
  share: z.number().nullable().meta({ description: "Share that is completed, where it was reported" }),
  agency: z.string().nullable().meta({ description: "Responsible agency after a hand-over" }),
  into: z.array(z.string()).meta({ description: "Activities that it was merged or split into" }),
};
const activityStatus = ({ events, activity }: Profile) =>
  statusOf(
    ActivityState,
    logged<ActivityEvent>(
      [
        ...FundEvent.options,
        ...Object.entries(events).map(([code, own]) =>
          OwnEvent.omit({ details: true }).extend({ type: z.literal(code), ...detailsOf(own) }),
        ),
      ],
      "LoggedActivityEvent",
    ),
    // A lifecycle with a summary of its own shows what it likes.
    activity.summary === activityLifecycle.summary
      ? z.object(activityContext)
      : (z.object(activityContext).catchall(z.json()) as unknown as z.ZodObject<typeof activityContext>),
  );
const projectStatus = statusOf(
  z.enum(PROJECT_STATES),
  logged<ProjectEvent>(ProjectEvent.options, "LoggedProjectEvent"),
  z.object({
    endDate: CalendarDate.nullable().meta({ description: "As last extended" }),
    extensionCount: z.number().meta({ description: "How often it was extended" }),
  }),
);
const reportStatus = statusOf(
  z.enum(REPORT_STATES),
  logged<ReportEvent>(ReportEvent.options, "LoggedReportEvent"),
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
const viewOf = (profile: Profile) =>
  z
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
          .object({
            code: z.string(),
            title: text,
            agencies: z.array(z.string()),
            ...activityStatus(profile),
          })
          .meta({ id: "ActivityView" }),
      ),
      reports: z.array(
        z
          .object({
            /** Name of the report: `annual-2020`. */
            report: z.string(),
            ...reportStatus,
          })
          .meta({ id: "ReportView" }),
      ),
      lines: z.array(BudgetLine),
      proposals: z.array(Proposal).meta({ description: "Moves of money that wait for the fund" }),
      schedule: Schedule,
    })
    .meta({ id: "ProjectView" });

const doneOf = (event: z.ZodType<EngineEvent>) =>
  z
    .object({
      position: z.number().meta({ description: "Of the last entry that it recorded", example: 4 }),
      duplicate: z
        .boolean()
        .meta({ description: "It was executed before; this is its first outcome", example: false }),
      /** Findings of the policies, recorded with the events. */
      findings: z.array(Finding),
      /** The entries that it recorded. */
      events: z.array(event),
    })
    .meta({ id: "Done" });

/** The schemas of a log, with the commands, events and states that a profile adds. */
export function logSchemas(profile: Profile) {
  const event = recordedEvent(profile);
  return {
    CommandBody: commandBody(profile),
    View: viewOf(profile),
    Done: doneOf(event),
    History: z.array(event).meta({ id: "History" }),
  };
}
/** Schemas of a log. */
export type LogSchemas = ReturnType<typeof logSchemas>;

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
