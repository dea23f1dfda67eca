import { Bilingual, CalendarDate, Finding, FrameworkDocument, Language } from "@cadre/core";
import type { Profile } from "@cadre/core/lifecycle";
import { Observation } from "@cadre/core/observations";
import { ProjectId } from "@cadre/engine";
import { z } from "@hono/zod-openapi";

export const ProjectParam = z.object({
  project: ProjectId.meta({ description: "The project's id", example: "mli-2020" }),
});
export const LanguageQuery = z.object({
  lang: Language.default("en").meta({ description: "Language of the texts", example: "fr" }),
});

/** The language of a page: of the fund's, or one that a profile adds. */
export const pageLanguage = ({ languages }: Pick<Profile, "languages">) =>
  z.object({
    lang: z
      .enum([...Language.options, ...languages.map(({ code }) => code)])
      .default("en")
      .meta({ description: "Language of the texts", example: "fr" }),
  });

/** A revision as `ETag` and `If-Match` have it. */
const REVISION = /^(?:W\/)?"?(\d{1,15})"?$/;

/** Headers of every write. */
export const WriteHeaders = z.object({
  "idempotency-key": z.string().min(1).max(200).optional().meta({
    description:
      "Identifies the request: sent again with the same key, it gets the same answer and nothing is done twice. Without one, every request is done.",
    example: "3f0f7a52-5c0e-4a66-9d0c-6f6f1b8f1c11",
  }),
  "if-match": z.string().regex(REVISION, 'the revision of an ETag, such as "3"').optional().meta({
    description:
      "The revision (`ETag`) that the request rests on; where another is current, the answer is 409",
    example: '"3"',
  }),
});

/** The revision that `If-Match` names, or `undefined` where any will do. */
export const revisionIn = (match: string | undefined): number | undefined =>
  match === undefined ? undefined : Number(REVISION.exec(match)?.[1]);

/** A revision as an `ETag`. */
export const tagOf = (revision: number | string): string => `"${revision}"`;

export const Summary = z
  .object({
    /** The project's id. */
    project: z.string().meta({ example: "mli-2020" }),
    /** As its document writes it; `null` where it gives none, or there is no document. */
    title: z.string().nullable(),
    revision: z.number().nullable().meta({ description: "Of its document; `null` where there is none" }),
  })
  .meta({ id: "ProjectSummary" });

export const Saved = z
  .object({
    revision: z.number().meta({ description: "The value of `If-Match` of the next save", example: 3 }),
    duplicate: z.boolean().meta({ description: "The same request was done before", example: false }),
    findings: z
      .array(Finding)
      .meta({ description: "What is noticed in the document: fields that it does not have, which are kept" }),
  })
  .meta({ id: "Saved" });
export const Documented = z
  .object({ document: FrameworkDocument, revision: z.number() })
  .meta({ id: "SavedDocument" });

const RejectedRow = z
  .object({
    row: z.number().meta({ description: "Index of the row in the request, from 0" }),
    /** Name of the field; empty where the row is none at all. */
    column: z.string(),
    /** What is wrong with it: `unknown-period`. */
    code: z.string(),
    /** What was found and what was expected, in both languages. */
    message: Bilingual,
    /** What is there; `null`: nothing. */
    found: z.union([z.string(), z.number(), z.null()]),
    /** What should be there. */
    expected: z.string(),
  })
  .meta({ id: "RejectedRow" });
export const Reported = z
  .object({
    accepted: z.number().meta({ description: "Rows that were added", example: 2 }),
    rejected: z.array(RejectedRow).meta({ description: "Of more than 400, the first 400" }),
    /** Rows that were refused, all of them counted. */
    rejectedCount: z.number().meta({ example: 0 }),
    revision: z
      .number()
      .meta({ description: "Of the project's observations, after the request", example: 1 }),
    /** Whether the same request was answered before; this is its first answer. */
    duplicate: z.boolean().meta({ example: false }),
  })
  .meta({ id: "Reported" });

/** A row of observations as it is documented. Rows are validated one by one later, so that a wrong row does not reject the others. */
const ROW_EXAMPLE = { indicator: "2.1.1", period: "2020-Q1", value: 30, recordedAt: "2020-04-10" };
export const Rows = z
  .array(Observation)
  .max(20_000)
  .meta({ id: "Observations", example: [ROW_EXAMPLE] });
/** What is checked of rows before they are looked at one by one. */
export const UncheckedRows = z.array(z.record(z.string(), z.unknown())).max(20_000);

export const ResultQuery = z.object({
  by: z
    .string()
    .max(500)
    .optional()
    .meta({ description: "Axes, period, source or place, separated by commas", example: "sex,period" }),
  asOf: CalendarDate.optional().meta({
    description: "Only what was known on this day",
    example: "2020-06-30",
  }),
});

export const Findings = z.array(Finding).meta({ id: "Findings" });
export const ListQuery = z.object({
  after: z.string().max(100).optional().meta({ description: "The last project of the page before" }),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
