import * as z from "zod";

/** Kinds of reminders. Each is recorded as an event of the project; none changes a state. */
export const ReminderKind = z.enum([
  /** A report is due soon, or today. */
  "report-due",
  /** A report was due, and none was submitted. */
  "report-overdue",
  /** The planned start has passed and the activity has not started: is it delayed, and why? */
  "delay-proposed",
  /** The planned end has passed, and the activity is not done. */
  "end-passed",
  /** An activity is delayed still, though the day until which that was expected is over. */
  "delay-expired",
]);
export type ReminderKind = z.infer<typeof ReminderKind>;

const days = z.array(z.int());

/** When reminders fall due, as data. */
export const ReminderPolicy = z
  .object({
    /** The policy's name. */
    id: z.string(),
    /** Changes whenever the reminders do. */
    version: z.string(),
    /** Where the rule is written. */
    source: z.string(),
    /** Reports that are due each year on a day, `MM-DD`. One is named by its kind and year: `annual-2020`, as `report.submit` names it. */
    reports: z.array(
      z.object({
        /** What the report is called: `annual`. */
        kind: z.string().regex(/^[a-z-]{1,40}$/),
        /** The day of each year, `MM-DD`. */
        due: z.string().regex(/^\d{2}-\d{2}$/),
      }),
    ),
    /** Days before a report is due; 0: on the day; negative: days after it. */
    reportDays: days,
    /** Days after a planned start; negative: before it. */
    startDays: days,
    /** Days after a planned end; negative: before it. */
    endDays: days,
    /** Days after the last day until which a delay was expected. */
    delayDays: days,
    /** Hour of the day, in the engine's time zone, from which a reminder is due. */
    hour: z.int().min(0).max(23),
    /** States of an activity that has yet to start. */
    waiting: z.array(z.string()),
    /** States of an activity that is held up. */
    heldUp: z.array(z.string()),
    /** States of an activity after which nothing follows. */
    ended: z.array(z.string()),
    /** States of a report that is not yet submitted. */
    unreported: z.array(z.string()),
    /** States of a project that has to report. */
    reporting: z.array(z.string()),
  })
  .meta({ id: "ReminderPolicy" });
export type ReminderPolicy = z.infer<typeof ReminderPolicy>;

/** The fund's two dates. The days before and after them are Cadre's choice. */
export const PBF_REMINDERS: ReminderPolicy = {
  id: "pbf-reminders",
  version: "cadre-1",
  source:
    "PBF project progress report, template since 2018: 15 June and 15 November; days before and after are Cadre's",
  reports: [
    { kind: "semi-annual", due: "06-15" },
    { kind: "annual", due: "11-15" },
  ],
  reportDays: [30, 7, 0, -1],
  startDays: [1],
  endDays: [1],
  delayDays: [1],
  hour: 6,
  waiting: ["planned", "reallocated"],
  heldUp: ["delayed", "suspended"],
  ended: ["done", "cancelled", "merged", "split"],
  unreported: ["draft", "returned"],
  reporting: ["running", "extended"],
};
