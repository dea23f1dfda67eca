import * as z from "zod";
import { Evidence } from "../diagnostics/source-location.ts";
import { Code } from "../values/code.ts";
import { CalendarDate, PartialDate } from "../values/date.ts";
import { Money } from "../values/money.ts";
import { OwnCode } from "../values/own-code.ts";

/** The causes of delays and suspensions that the fund's reports name. */
export const FundCause = z.enum([
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
export type FundCause = z.infer<typeof FundCause>;

/** Why an activity was delayed or suspended: one of the fund's causes, or an agency's own. */
export const Cause = z.union([FundCause, OwnCode]).meta({ id: "Cause" });
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

/** An event of an agency's own. What it means, the agency's profile says. */
export const OwnEvent = z
  .object({
    /** The event's code: `river:put-on-hold`. */
    type: OwnCode,
    ...released,
    ...held,
    /** What it is due to. Absent: no cause was given. */
    causes: z.array(Cause).optional(),
    ...decided,
    /** What else the agency records of it. */
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
    ...common,
  })
  .meta({ id: "OwnEvent" });
export type OwnEvent = z.infer<typeof OwnEvent>;

/** What may happen to an activity, by the fund's documents. */
export const FundEvent = z
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
  .meta({ id: "FundEvent" });
export type FundEvent = z.infer<typeof FundEvent>;

/** What may happen to an activity: an event of the fund's, or an agency's own. */
export const ActivityEvent = z.union([FundEvent, OwnEvent]).meta({ id: "ActivityEvent" });
export type ActivityEvent = z.infer<typeof ActivityEvent>;
/** Whether an event is an agency's own. */
export const isOwnEvent = (event: ActivityEvent): event is OwnEvent => event.type.includes(":");
/** Kind of event of the fund's. */
export type FundEventType = FundEvent["type"];
/** Every kind of event of the fund's, in the order of `FundEvent`. */
export const ACTIVITY_EVENT_TYPES: readonly FundEventType[] = FundEvent.options.map(
  ({ shape }) => shape.type.value,
);
/** Kind of event: one of the fund's, or an agency's own. */
export const ActivityEventType = z
  .union([z.enum(ACTIVITY_EVENT_TYPES), OwnCode])
  .meta({ id: "ActivityEventType" });
export type ActivityEventType = z.infer<typeof ActivityEventType>;

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
