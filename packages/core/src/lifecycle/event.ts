import { z } from "zod";
import { Evidence } from "../diagnostics/source-location.ts";
import { CalendarDate, PartialDate } from "../values/date.ts";

/** Why an activity was delayed or suspended. */
export const Cause = z.enum([
  "covid-19",
  "insecurity",
  "season",
  "procurement",
  "partner",
  "approval",
  "funding",
  "dependency",
  "other",
]);
export type Cause = z.infer<typeof Cause>;

/** Whether a report states the event in so many words as data, or a reader concluded it from the narrative. */
export const Basis = z.enum(["reported", "inferred"]);
export type Basis = z.infer<typeof Basis>;

const common = {
  /** The day from which it holds, as precise as it is known; `null` where only its order is known. */
  date: PartialDate.nullable(),
  basis: Basis,
  evidence: z.array(Evidence).optional(),
  reason: z.string().optional(),
};
const causes = z.array(Cause);

/** What may happen to an activity. */
export const ActivityEvent = z
  .discriminatedUnion("type", [
    z.object({ type: z.literal("started"), ...common }),
    z.object({ type: z.literal("delayed"), causes, expectedUntil: PartialDate.optional(), ...common }),
    z.object({ type: z.literal("suspended"), causes, ...common }),
    z.object({ type: z.literal("resumed"), ...common }),
    z.object({ type: z.literal("reallocation-proposed"), ...common }),
    z.object({ type: z.literal("reallocation-approved"), reference: z.string().optional(), ...common }),
    z.object({ type: z.literal("reallocation-rejected"), reference: z.string().optional(), ...common }),
    z.object({ type: z.literal("reallocation-reverted"), reference: z.string().optional(), ...common }),
    z.object({ type: z.literal("cancelled"), ...common }),
    z.object({ type: z.literal("completed"), ...common }),
  ])
  .meta({ id: "ActivityEvent" });
export type ActivityEvent = z.infer<typeof ActivityEvent>;
/** Kind of event. */
export type ActivityEventType = ActivityEvent["type"];

/** What may happen to a project as a whole. */
export const ProjectEvent = z
  .discriminatedUnion("type", [
    /** The first transfer of funds has arrived. */
    z.object({ type: z.literal("started"), ...common }),
    /** The fund has put off the end date: without costs, or with further money. */
    z.object({
      type: z.literal("extension-approved"),
      endDate: CalendarDate,
      reference: z.string().optional(),
      ...common,
    }),
    z.object({ type: z.literal("closed"), ...common }),
  ])
  .meta({ id: "ProjectEvent" });
export type ProjectEvent = z.infer<typeof ProjectEvent>;

/** What may happen to a report on its way to the fund. */
export const ReportEvent = z
  .discriminatedUnion("type", [
    z.object({ type: z.literal("submitted"), ...common }),
    /** The PBF Secretariat in the country has read it. */
    z.object({ type: z.literal("reviewed"), ...common }),
    z.object({ type: z.literal("approved"), ...common }),
    z.object({ type: z.literal("returned"), ...common }),
  ])
  .meta({ id: "ReportEvent" });
export type ReportEvent = z.infer<typeof ReportEvent>;
