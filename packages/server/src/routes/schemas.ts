import { Finding, FrameworkDocument, Language, Problem } from "@cadre/core";
import { Observation } from "@cadre/core/observations";
import { Actor, ProjectId } from "@cadre/engine";
import { z } from "@hono/zod-openapi";

/** What every refusal looks like: what went wrong, with the request's id to find it in the log. */
export const Refusal = z
  .object({
    error: z.enum([
      "unauthenticated",
      "denied",
      "invalid",
      "refused",
      "conflict",
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
/** Where a project stands, as the engine tells. */
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
    duplicate: z.boolean(),
  })
  .openapi("Reported");
/** Rows are checked one by one, so that a wrong one costs no other: only that they are objects is asked here. */
export const Rows = z
  .array(z.record(z.string(), z.unknown()))
  .max(100_000)
  .openapi({
    example: [
      Observation.parse({ indicator: "2.1.1", period: "2020-Q1", value: 30, recordedAt: "2020-04-10" }),
    ],
  });

export const ReportedValue = z
  .object({
    code: z.string(),
    value: z.number().nullable(),
    reason: z.string().nullable(),
    percentOfTarget: z.number().nullable(),
    progress: z.number().nullable(),
    undefinedBecause: z.string().nullable(),
    status: z.string().nullable(),
    cells: z.array(
      z.object({
        at: z.record(z.string(), z.string()),
        value: z.number().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .openapi("ReportedValue");
export const FigureQuery = z.object({
  by: z
    .string()
    .max(500)
    .optional()
    .openapi({ description: "Axes, period, source or place, divided by commas", example: "sex,period" }),
  asOf: z
    .string()
    .max(30)
    .optional()
    .openapi({ description: "What was known on this day", example: "2020-06-30" }),
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
      .openapi({ description: "Names the command for ever: sent again, it is not done again" }),
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
export const HistoryQuery = z.object({
  from: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});
