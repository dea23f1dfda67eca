import { BudgetLine, CalendarDate, Code, type FrameworkDocument, GenderMarker, Schedule } from "@cadre/core";
import * as z from "zod";

/** An activity and the agencies that carry it out; none where the documents do not say. */
export const PlannedActivity = z
  .object({
    /** `1.1.1`. */
    code: Code,
    /** `null` where the documents give none. */
    title: z.string().max(1000).nullable(),
    /** Names of the agencies that carry it out. Empty where the documents do not say. */
    agencies: z.array(z.string().min(1).max(200)).max(50),
  })
  .meta({ id: "PlannedActivity" });
export type PlannedActivity = z.infer<typeof PlannedActivity>;

/** What the engine has to know of a project when its log begins. */
export const ProjectPlan = z
  .object({
    /** `null` where the documents give none. */
    title: z.string().max(1000).nullable(),
    /** Planned end, without extensions. `null` where it is not known. */
    endDate: CalendarDate.nullable(),
    /** The project's gender marker, 0 to 3. `null` where it is not known. */
    genderMarker: GenderMarker.nullable(),
    /** Recipient organisations. */
    agencies: z
      .array(
        z.object({
          /** By which lines and activities refer to it. */
          name: z.string().min(1).max(200),
          /** Whether it coordinates the others. */
          convening: z.boolean(),
        }),
      )
      .max(100),
    /** Activities of all outputs. */
    activities: z.array(PlannedActivity).max(2000),
    /** The budget annex; empty where it is not known: no money can be moved then. */
    lines: z.array(BudgetLine).max(5000),
    /** Planned and actual dates of the activities, and what depends on what. */
    schedule: Schedule,
  })
  .meta({ id: "ProjectPlan" });
export type ProjectPlan = z.infer<typeof ProjectPlan>;

/** The plan that a framework document holds. An activity is carried out by the agencies that have a budget line for it. */
export function planOf(document: FrameworkDocument): ProjectPlan {
  const { project, budget, activities, schedule } = document;
  const lines = budget.lines ?? [];
  return {
    title: project.title,
    endDate: project.endDate,
    genderMarker: project.genderMarker,
    agencies: project.agencies.map(({ name, convening }) => ({ name, convening })),
    activities: activities.map(({ code, title }) => ({
      code,
      title: title ?? null,
      agencies: [...new Set(lines.filter(({ activity }) => activity === code).map(({ agency }) => agency))],
    })),
    lines,
    schedule: schedule ?? { activities: [], dependencies: [] },
  };
}
