import * as z from "zod";
import { Code } from "../values/code.ts";
import { CalendarDate, PartialDate } from "../values/date.ts";

/** A century in days: nothing in a work plan waits or lasts longer. */
const MAX_DAYS = 36_525;

/** When an activity is planned, and when it happened. `null`: not known yet. Both days are included. */
export const ScheduledActivity = z
  .object({
    /** Code of the activity. */
    code: Code,
    /** Planned first day. */
    start: CalendarDate.nullable(),
    /** Planned last day. */
    end: CalendarDate.nullable(),
    /** As precise as they are known. */
    actualStart: PartialDate.optional(),
    /** Day on which it ended; missing while it has not. */
    actualEnd: PartialDate.optional(),
    /** Days of work that are left on the status date, where somebody has estimated them. */
    remaining: z.int().min(0).max(MAX_DAYS).optional(),
    /** The dates of the plan as last changed; `start` and `end` stay those of the original plan. */
    replanned: z
      .object({
        /** First day of the plan as last changed. */
        start: CalendarDate,
        /** Last day of the plan as last changed. */
        end: CalendarDate,
      })
      .optional(),
    /** Indicators that it moves; without them, those of its output. */
    indicators: z.array(Code).optional(),
  })
  .refine(({ start, end }) => start === null || end === null || start <= end, {
    error: "an activity that does not end before it starts",
  })
  .meta({ id: "ScheduledActivity" });
export type ScheduledActivity = z.infer<typeof ScheduledActivity>;

/**
 * `finish-to-start`: `to` starts no earlier than the day after `from` ends. `start-to-start`: no earlier than `from` starts.
 * `finish-to-finish`: `to` ends no earlier than `from` ends. `start-to-finish`: `to` ends no earlier than the day before `from` starts. `lag`:
 * so many days later still; negative, so many that they may overlap.
 */
export const Dependency = z
  .object({
    /** Code of the activity that comes first. */
    from: Code,
    /** Code of the activity that depends on it. */
    to: Code,
    /** Which ends are tied together: finish to start, and so on. */
    kind: z
      .enum(["finish-to-start", "start-to-start", "finish-to-finish", "start-to-finish"])
      .default("finish-to-start"),
    /** Days between the two. */
    lag: z.int().min(-MAX_DAYS).max(MAX_DAYS).default(0),
  })
  .meta({ id: "Dependency" });
export type Dependency = z.infer<typeof Dependency>;

/** A project's work plan. */
export const Schedule = z
  .object({
    /** Planned and actual dates. */
    activities: z.array(ScheduledActivity),
    /** What waits for what. */
    dependencies: z.array(Dependency),
  })
  .meta({ id: "Schedule" });
export type Schedule = z.infer<typeof Schedule>;
