import * as z from "zod";
import { ActivityEvent } from "../lifecycle/event.ts";
import { Axis } from "../values/axis.ts";
import { Code } from "../values/code.ts";
import { Period } from "../values/period.ts";
import { extensible } from "./extensions.ts";
import { Indicator } from "./indicator.ts";
import { Budget, Project } from "./project.ts";
import { ProjectDocument } from "./project-document.ts";
import { Report } from "./report.ts";
import { Schedule } from "./work-plan.ts";

/** Rating of an outcome's progress in the reporting period. */
export const Rating = z.enum(["off-track", "on-track", "on-track-with-peacebuilding-results"]);
export type Rating = z.infer<typeof Rating>;

/** Output (produit): what the project delivers towards an outcome. */
export const Output = z
  .object({
    /** `1.1`. */
    code: Code,
    /** What is delivered, as written. */
    title: z.string(),
    /** Indicators of the output. */
    indicators: z.array(Indicator),
    ...extensible,
  })
  .meta({ id: "Output" });
export type Output = z.infer<typeof Output>;

/** Outcome (résultat): the change that the project promises. */
export const Outcome = z
  .object({
    /** `1`. */
    code: Code,
    /** The change that is aimed at, as written. */
    title: z.string(),
    /** How the agencies rate their progress; `null` where they do not. */
    rating: Rating.nullable(),
    /** Indicators of the outcome itself. */
    indicators: z.array(Indicator),
    /** Its outputs. */
    outputs: z.array(Output),
    ...extensible,
  })
  .meta({ id: "Outcome" });
export type Outcome = z.infer<typeof Outcome>;

/** An activity and what happened to it. Its code is in a name space of its own. */
export const Activity = z
  .object({
    /** Its code in the framework: `1.1.1`. */
    code: Code,
    /** What is done, as written. */
    title: z.string().optional(),
    /** What happened to it, in the order of the document. */
    events: z.array(ActivityEvent),
    ...extensible,
  })
  .meta({ id: "Activity" });
export type Activity = z.infer<typeof Activity>;

/**
 * A project's results framework with its money, its activities and, where it was read from one, the report:
 * plain JSON, the one document that everything in Cadre reads and writes.
 */
export const FrameworkDocument = z
  .object({
    /** Names the format. */
    format: z.literal("cadre/framework"),
    /** Version of the format. */
    version: z.literal(1),
    /** The cover page. */
    project: Project,
    /** The money. */
    budget: Budget,
    /** The results framework: outcomes with their outputs and indicators. */
    outcomes: z.array(Outcome),
    /** The activities with their events. */
    activities: z.array(Activity),
    /** The work plan: when activities are planned, and which waits for which. */
    schedule: Schedule.optional(),
    /** Axes that observations are disaggregated by. */
    axes: z.array(Axis).optional(),
    /** Periods that observations are reported for. */
    periods: z.array(Period).optional(),
    /** What a progress report says beside the framework; missing where it is none. */
    report: Report.nullable(),
    /** Where the document is a project document, what it says beside the framework. */
    projectDocument: ProjectDocument.optional(),
    /** Where each value is in the file that it was read from, by path: `budget/lines/3/amount` → `Budget!F12`. */
    locations: z.record(z.string(), z.string()).optional(),
    ...extensible,
  })
  .meta({ id: "FrameworkDocument", title: "Cadre framework document" });
export type FrameworkDocument = z.infer<typeof FrameworkDocument>;
