import * as z from "zod";
import { Language } from "../locale/language.ts";

/** The fund's facilities: immediate response, peacebuilding and recovery. */
export const Modality = z.enum(["IRF", "PRF"]).meta({ id: "Modality" });
export type Modality = z.infer<typeof Modality>;

/** The fund's priority windows. */
export const PriorityWindow = z
  .enum(["gender-promotion", "youth-promotion", "transition", "cross-border"])
  .meta({ id: "PriorityWindow" });
export type PriorityWindow = z.infer<typeof PriorityWindow>;

/**
 * What a project document says beside the framework itself: the document that the fund approves a project by. Its baselines, targets and
 * milestones are the plan that reports are held to. `null`: not said.
 */
export const ProjectDocument = z
  .object({
    /** Language of the document. */
    language: Language,
    /** The facility that funds it. */
    modality: Modality.nullable(),
    /** Planned duration, in months. */
    durationMonths: z.int().positive().nullable(),
    /** Where the project works, as written. */
    geography: z.string().nullable(),
    /** Types of the recipient organisations as written, by their names: `UN`, `local CSO`. */
    organizationTypes: z.record(z.string(), z.string()),
    /** Implementing partners, as written. */
    partners: z.array(z.string()),
    /** Priority windows that are ticked. */
    windows: z.array(PriorityWindow),
    /** Whether it is new or amends an approved one. */
    submission: z.enum(["new", "amendment"]).nullable(),
    /** Share of the budget for gender equality and women's empowerment, as a fraction: 0.385. */
    geweShare: z.number().min(0).max(1).nullable(),
    /** Other answers of the cover page as written, by field. */
    answers: z.record(z.string(), z.string()),
    /** Line (from 1) of each place in the document that it was read from, by path. */
    lines: z.record(z.string(), z.int().positive()),
  })
  .meta({ id: "ProjectDocument" });
export type ProjectDocument = z.infer<typeof ProjectDocument>;
