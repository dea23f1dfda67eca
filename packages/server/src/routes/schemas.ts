import { CalendarDate, Finding, FrameworkDocument, Language, Problem } from "@cadre/core";
import { Observation } from "@cadre/core/observations";
import { Actor, ProjectId } from "@cadre/engine";
import { z } from "@hono/zod-openapi";

/** The body of every refusal: the problems, and the id of the request in the log. */
export const Refusal = z
  .object({
    error: z.enum([
      "unauthenticated",
      "denied",
      "invalid",
      "refused",
      "conflict",
      "key-reused",
      "out-of-range",
      "not-found",
      "too-large",
      "too-many-requests",
      "unavailable",
      "internal",
    ]),
    problems: z.array(Problem),
    requestId: z.string(),
  })
  .openapi("Refusal");

export const ProjectParam = z.object({ project: ProjectId });
export const LanguageQuery = z.object({ lang: Language.default("en") });

const Status = z.object({ state: z.string() }).loose();
/** A project's state. */
export const View = z
  .object({
    project: z.string(),
    position: z.number(),
    title: z.string().nullable(),
    endDate: z.string().nullable(),
    status: Status,
    activities: z.array(Status.extend({ code: z.string() }).loose()),
    reports: z.array(Status.extend({ report: z.string() }).loose()),
  })
  .loose()
  .openapi("ProjectView");

export const Summary = z
  .object({ project: z.string(), title: z.string().nullable(), revision: z.number().nullable() })
  .openapi("ProjectSummary");

export const Saved = z.object({ revision: z.number(), duplicate: z.boolean() }).openapi("Saved");
export const Documented = z
  .object({ document: FrameworkDocument, revision: z.number() })
  .openapi("SavedDocument");

export const Reported = z
  .object({
    accepted: z.number(),
    rejected: z.array(
      z
        .object({
          row: z.number(),
          column: z.string(),
          code: z.string(),
          message: z.object({ en: z.string(), fr: z.string() }),
        })
        .loose(),
    ),
    /** Of more than 500 rejected rows, the first 500 are listed. */
    rejectedCount: z.number(),
    duplicate: z.boolean(),
  })
  .openapi("Reported");
/** Rows are validated one by one later, so that a wrong row does not reject the others. */
export const Rows = z
  .array(z.record(z.string(), z.unknown()))
  .max(20_000)
  .openapi({
    example: [
      Observation.parse({ indicator: "2.1.1", period: "2020-Q1", value: 30, recordedAt: "2020-04-10" }),
    ],
  })
  .openapi("ObservationRows");

export const FigureQuery = z.object({
  by: z
    .string()
    .max(500)
    .optional()
    .openapi({ description: "Axes, period, source or place, separated by commas", example: "sex,period" }),
  asOf: CalendarDate.optional().openapi({
    description: "Only what was known on this day",
    example: "2020-06-30",
  }),
});

export const Findings = z.array(Finding).openapi("Findings");
/** A command without what the server knows itself: project and actor. */
export const CommandBody = z
  .looseObject({
    type: z.string().max(60).openapi({ example: "activity.delay" }),
    key: z
      .string()
      .min(1)
      .max(200)
      .openapi({ description: "Identifies the command: sent again, it is not executed again" }),
  })
  .openapi("CommandBody");
export const Done = z
  .object({ position: z.number(), duplicate: z.boolean(), findings: Findings, events: z.array(z.unknown()) })
  .openapi("Done");
export const History = z
  .array(
    z
      .object({
        position: z.number(),
        type: z.string(),
        effective: z.string().nullable(),
        recordedAt: z.string(),
        actor: Actor,
        hash: z.string(),
      })
      .loose(),
  )
  .openapi("History");
export const EventsQuery = z.object({
  after: z
    .string()
    .max(40)
    .optional()
    .openapi({ description: "Position after which to begin; `Last-Event-ID` prevails", example: "17" }),
});
export const ListQuery = z.object({
  after: z.string().max(100).optional().openapi({ description: "The last project of the page before" }),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export const HistoryQuery = z.object({
  from: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});
