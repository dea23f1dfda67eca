import * as z from "zod";
import { Evidence } from "../diagnostics/source-location.ts";
import { Code } from "../values/code.ts";
import { CalendarDate, PartialDate } from "../values/date.ts";
import { Money } from "../values/money.ts";

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
  /** `low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`. */
  certainty: z.enum(["high", "low"]).optional(),
  /** Day of the report that states the event: an event without a date lies on or before it. */
  reportedOn: CalendarDate.optional(),
  evidence: z.array(Evidence).optional(),
  reason: z.string().optional(),
};
const causes = z.array(Cause);
const reference = z.string().optional();
/** The end that is expected of a hold-up. An expectation, not a fact. */
const expectedUntil = PartialDate.optional();

/** What may happen to an activity. */
export const ActivityEvent = z
  .discriminatedUnion("type", [
    z.object({ type: z.literal("started"), ...common }),
    z.object({ type: z.literal("delayed"), causes, expectedUntil, ...common }),
    z.object({ type: z.literal("suspended"), causes, expectedUntil, ...common }),
    /** A delay or suspension is over, without word of the work itself. Without `causes`: all of them. */
    z.object({ type: z.literal("hold-up-ended"), causes: causes.optional(), ...common }),
    /** Work goes on; the hold-ups of `causes`, or all of them, are over. */
    z.object({ type: z.literal("resumed"), causes: causes.optional(), ...common }),
    z.object({ type: z.literal("reallocation-proposed"), ...common }),
    z.object({ type: z.literal("reallocation-approved"), reference, ...common }),
    z.object({ type: z.literal("reallocation-rejected"), reference, ...common }),
    z.object({ type: z.literal("reallocation-withdrawn"), ...common }),
    z.object({ type: z.literal("reallocation-reverted"), reference, ...common }),
    z.object({ type: z.literal("cancelled"), ...common }),
    /** `share` below 1: completed in part so far. Default: 1. */
    z.object({ type: z.literal("completed"), share: z.number().gt(0).max(1).optional(), ...common }),
    /** A completed activity goes on, for instance after an audit. */
    z.object({ type: z.literal("reopened"), reference, ...common }),
    /** A cancelled activity is taken up again. */
    z.object({ type: z.literal("reinstated"), reference, ...common }),
    z.object({ type: z.literal("handed-over"), to: z.string().min(1), ...common }),
    z.object({ type: z.literal("merged"), into: Code, ...common }),
    z.object({ type: z.literal("split"), into: z.array(Code).min(1), ...common }),
  ])
  .meta({ id: "ActivityEvent" });
export type ActivityEvent = z.infer<typeof ActivityEvent>;
/** Kind of event. */
export type ActivityEventType = ActivityEvent["type"];
/** Every kind of event, in the order of `ActivityEvent`. */
export const ACTIVITY_EVENT_TYPES: readonly ActivityEventType[] = ActivityEvent.options.map(
  ({ shape }) => shape.type.value,
);

/** What may happen to a project as a whole. */
export const ProjectEvent = z
  .discriminatedUnion("type", [
    /** The first transfer of funds has arrived. */
    z.object({ type: z.literal("started"), ...common }),
    /** The fund has approved a later end date: at no cost, or with `amount` more. */
    z.object({
      type: z.literal("extension-approved"),
      endDate: CalendarDate,
      amount: Money.optional(),
      reference,
      ...common,
    }),
    z.object({ type: z.literal("suspended"), causes: causes.optional(), reference, ...common }),
    z.object({ type: z.literal("resumed"), reference, ...common }),
    /** Operational closure: no activity is open any more. */
    z.object({ type: z.literal("closed"), reference, ...common }),
    /** Financial closure: the final financial report is accepted and the balance is returned. */
    z.object({ type: z.literal("financially-closed"), reference, ...common }),
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
