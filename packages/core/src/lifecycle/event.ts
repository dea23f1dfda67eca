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
  /** Whether a report states it as data, or a reader concluded it from the narrative. */
  basis: Basis,
  /** `low`: a reader is not sure that it happened. It is asked about, and is no fact until it is confirmed. Default: `high`. */
  certainty: z.enum(["high", "low"]).optional(),
  /** Day of the report that states the event: an event without a date lies on or before it. */
  reportedOn: CalendarDate.optional(),
  /** Passages that state it. Absent for an event that does not come from a text. */
  evidence: z.array(Evidence).optional(),
  /** Why it happened, as written. */
  reason: z.string().optional(),
};
const held = {
  /** Each cause begins a hold-up of its own. Empty: no cause was given. */
  causes: z.array(Cause),
  /** The end that is expected of the hold-up: an expectation, not a fact. Absent: none is named. */
  expectedUntil: PartialDate.optional(),
};
const released = {
  /** Causes whose hold-ups are over. Default: all. */
  causes: z.array(Cause).optional(),
};
const decided = {
  /** What documents the decision, as written: a letter, minutes of the steering committee. */
  reference: z.string().optional(),
};

/** What may happen to an activity. */
export const ActivityEvent = z
  .discriminatedUnion("type", [
    z.object({ type: z.literal("started"), ...common }),
    z.object({ type: z.literal("delayed"), ...held, ...common }),
    z.object({ type: z.literal("suspended"), ...held, ...common }),
    /** A delay or suspension is over, without word of the work itself. Without `causes`: all of them. */
    z.object({ type: z.literal("hold-up-ended"), ...released, ...common }),
    /** Work goes on; the hold-ups of `causes`, or all of them, are over. */
    z.object({ type: z.literal("resumed"), ...released, ...common }),
    z.object({ type: z.literal("reallocation-proposed"), ...common }),
    z.object({ type: z.literal("reallocation-approved"), ...decided, ...common }),
    z.object({ type: z.literal("reallocation-rejected"), ...decided, ...common }),
    z.object({ type: z.literal("reallocation-withdrawn"), ...common }),
    z.object({ type: z.literal("reallocation-reverted"), ...decided, ...common }),
    z.object({ type: z.literal("cancelled"), ...common }),
    /** `share` below 1: completed in part so far. Default: 1. */
    z.object({
      type: z.literal("completed"),
      /** Share that is completed so far, above 0 and up to 1. Default: 1, completed as a whole. */
      share: z.number().gt(0).max(1).optional(),
      ...common,
    }),
    /** A completed activity goes on, for instance after an audit. */
    z.object({ type: z.literal("reopened"), ...decided, ...common }),
    /** A cancelled activity is taken up again. */
    z.object({ type: z.literal("reinstated"), ...decided, ...common }),
    z.object({
      type: z.literal("handed-over"),
      /** Name of the agency that is responsible from now on. */
      to: z.string().min(1),
      ...common,
    }),
    z.object({
      type: z.literal("merged"),
      /** The activity or activities that go on in its place. */
      into: Code,
      ...common,
    }),
    z.object({
      type: z.literal("split"),
      /** The activity or activities that go on in its place. */
      into: z.array(Code).min(1),
      ...common,
    }),
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
      /** The project's new last day. */
      endDate: CalendarDate,
      /** Money that is added. Absent for an extension at no cost. */
      amount: Money.optional(),
      ...decided,
      ...common,
    }),
    z.object({
      type: z.literal("suspended"),
      /** Why the project was suspended. Absent: no cause was given. */
      causes: held.causes.optional(),
      ...decided,
      ...common,
    }),
    z.object({ type: z.literal("resumed"), ...decided, ...common }),
    /** Operational closure: no activity is open any more. */
    z.object({ type: z.literal("closed"), ...decided, ...common }),
    /** Financial closure: the final financial report is accepted and the balance is returned. */
    z.object({ type: z.literal("financially-closed"), ...decided, ...common }),
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
