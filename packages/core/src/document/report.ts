import * as z from "zod";
import { Evidence } from "../diagnostics/source-location.ts";
import { Language } from "../locale/language.ts";
import { Code } from "../values/code.ts";
import { CalendarDate } from "../values/date.ts";
import { extensible } from "./extensions.ts";
import { Breakdown } from "./indicator.ts";

/** Kind of progress report. */
export const ReportType = z.enum(["semi-annual", "annual", "final"]);
/** Kind of progress report. */
export type ReportType = z.infer<typeof ReportType>;

/** The parts of the report that are prose, by what they are asked for. */
export const NarrativeTopic = z.enum([
  "overall-status",
  "next-six-months",
  "structural-change",
  "human-impact",
  "outcome-progress",
  "gender-and-youth",
  "monitoring",
  "evaluation-preparations",
  "other-issues",
  "covid-adjustments",
  "covid-success-story",
]);
export type NarrativeTopic = z.infer<typeof NarrativeTopic>;

/** One answer in prose. */
export const Narrative = z
  .object({
    /** What is asked for. */
    topic: NarrativeTopic,
    /** The outcome that it speaks of, for the two topics asked per outcome. */
    outcome: Code.optional(),
    /** The answer, a line a paragraph; empty where the question was left unanswered. */
    text: z.string(),
    /** The template's limit in characters, where it gives one. */
    limit: z.int().positive().optional(),
  })
  .meta({ id: "Narrative" });
export type Narrative = z.infer<typeof Narrative>;

/** The six tick boxes of the COVID-19 part. */
export const CovidCategory = z.enum([
  "crisis-management",
  "inclusive-response",
  "cohesion-and-borders",
  "hate-speech-and-trauma",
  "ceasefire",
  "other",
]);
export type CovidCategory = z.infer<typeof CovidCategory>;

/** A value for an indicator that a reader inferred from prose. It never replaces what the table reports. */
export const ReportedClaim = z
  .object({
    /** Code of the indicator. */
    indicator: Code,
    /** The value, in the indicator's unit. */
    value: z.number(),
    /** Whether the text says that it is the running total: `bringing the total to 1,245`, `à ce jour`. */
    total: z.boolean().optional(),
    /** Its parts by group, where the sentence gives them. */
    breakdown: Breakdown.optional(),
    /** The sentence that says it. */
    evidence: Evidence,
  })
  .meta({ id: "ReportedClaim" });
export type ReportedClaim = z.infer<typeof ReportedClaim>;

/** What a progress report says beside the framework itself. */
export const Report = z
  .object({
    /** Semi-annual, annual or final; `null` where it does not say. */
    type: ReportType.nullable(),
    /** Calendar year that it reports on. */
    year: z.int().min(2000).max(2100).nullable(),
    /** Language that it is written in. */
    language: Language,
    /** Template and version that it was recognised as, `pbf-progress-report-fr/2020`. */
    template: z.string().optional(),
    /** The day that the report speaks for: the day it is due, since the template has no other date. */
    asOf: CalendarDate.nullable(),
    /** The answers in prose. */
    narratives: z.array(Narrative),
    /** Ticked or not, in the template's order; `null` for a box that was not found. */
    covidCategories: z.partialRecord(CovidCategory, z.boolean()),
    /** Other answers of the template as written, by field: who prepared it, whether it was reviewed, surveys, … Empty: no answer. */
    answers: z.record(z.string(), z.string()),
    /** Answers that were not understood, as written, by the path that they answer: `project/endDate`. */
    unread: z.record(z.string(), z.string()).optional(),
    /** Values that a reader inferred from the prose. */
    claims: z.array(ReportedClaim),
    /** Line (from 1) of each place in the document it was read from, by path. */
    lines: z.record(z.string(), z.int().positive()),
    ...extensible,
  })
  .meta({ id: "Report" });
export type Report = z.infer<typeof Report>;

/** Month and day on which a report is due (PBF: semi-annual 15 June, annual 15 November). */
const DUE: Record<Exclude<ReportType, "final">, string> = { "semi-annual": "06-15", annual: "11-15" };

/**
 * The day that a report speaks for. The template has no date of its own, so it is the day on which the report is due; a final report
 * speaks for the project's end. `null` where type, year or end are unknown.
 */
export function reportAsOf(
  type: ReportType | null,
  year: number | null,
  endDate: CalendarDate | null,
): CalendarDate | null {
  if (type === "final") return endDate;
  return type === null || year === null ? null : `${year}-${DUE[type]}`;
}
