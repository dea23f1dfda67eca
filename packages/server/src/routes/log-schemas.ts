import { BudgetLine, Evidence, Finding, PartialDate, Schedule } from "@cadre/core";
import { Move } from "@cadre/core/reallocation";
import { Actor, Command, type CommandInput } from "@cadre/engine";
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

/** An entry of the log. */
const RecordedEvent = z
  .object({
    type: z.string().meta({ example: "activity.delayed" }),
    version: z.number().meta({ description: "Version of the form of `data`" }),
    effective: PartialDate.nullable().meta({ description: "From when on it holds" }),
    recordedAt: z.string().meta({ description: "When it was recorded, ISO 8601 in UTC" }),
    actor: Actor,
    evidence: z.array(Evidence),
    data: z.record(z.string(), z.unknown()),
    stream: z.string(),
    position,
    key: z.string().meta({ description: "The idempotency key of its command" }),
    part: z.number().meta({ description: "Its index among the events of its command" }),
    fingerprint: z.string().meta({ description: "SHA-256 of its command" }),
    hash: z.string().meta({ description: "SHA-256 over the entry before it and this one" }),
  })
  .meta({ id: "RecordedEvent" });

const status = {
  state: z
    .string()
    .meta({ description: "`undetermined` where the order of events decides and is not known" }),
  readings: z.array(z.string()).meta({ description: "Possible states" }),
  context: z.record(z.string(), z.unknown()).meta({ description: "Causes, dates, counts" }),
  refusals: z
    .array(
      z.object({
        event: z.record(z.string(), z.unknown()),
        state: z.string(),
        reason: z.string(),
        admits: z.array(z.string()),
        requires: z.array(z.string()),
      }),
    )
    .meta({ description: "Recorded events that the lifecycle does not allow where they are" }),
};
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
    status: z.object(status).meta({ id: "LifecycleStatus" }),
    agencies: z.array(z.object({ name: z.string(), convening: z.boolean() })),
    activities: z.array(
      z
        .object({ code: z.string(), title: text, agencies: z.array(z.string()), ...status })
        .meta({ id: "ActivityView" }),
    ),
    reports: z.array(z.object({ report: z.string(), ...status }).meta({ id: "ReportView" })),
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
