import type { Direction, FrameworkDocument, Indicator } from "../document/index.ts";
import type { CalendarDate } from "../values/date.ts";
import type { OpenBounds } from "../values/interval.ts";
import type { Value } from "../values/value.ts";
import { boundsOf } from "../values/value-number.ts";
import { directionOf, levelOf, percentOfTarget, progress, type UndefinedReason } from "./performance.ts";
import { type Status, type StatusPolicy, statusOf } from "./status.ts";

/** The days that a project's indicators are assessed by. `null`: unknown. */
export interface ProjectTime {
  /** First day of the project. */
  start: CalendarDate | null;
  /** Last day of the project. */
  end: CalendarDate | null;
  /** The day that is asked about. */
  on: CalendarDate | null;
  /** The day that the report speaks for: its milestones count until then. */
  reportDay: CalendarDate | null;
}

/** The days of a document; without a day asked about, that of its report. */
export function projectTime(
  { project, report }: Pick<FrameworkDocument, "project" | "report">,
  { on }: { on?: CalendarDate | undefined } = {},
): ProjectTime {
  const reportDay = report?.asOf ?? null;
  return { start: project.startDate, end: project.endDate, on: on ?? reportDay, reportDay };
}

/** Why a reported value is no number. */
export type ValueReason = "no-actual" | "suppressed" | "actual-tbd" | "actual-not-a-number" | "bounds-only";

/** What an indicator's reported values come to on a day. */
export interface Assessment {
  /** Whether more or less of it is better. */
  direction: Direction | null;
  /** The value where it is one number. */
  value: number | null;
  /** What a value that is a range or a limit leaves possible. */
  bounds: OpenBounds | null;
  /** Why `value` is null. */
  reason: ValueReason | null;
  /** Fractions, never capped: 1.25 is 125 %. */
  percentOfTarget: number | null;
  /** Share of the way from baseline to target, as a fraction, never capped. */
  progress: number | null;
  /** Both where the value is a range. */
  percentBounds: OpenBounds | null;
  /** Why percent of target, else progress, is `null`. */
  undefinedBecause: UndefinedReason | null;
  /** How it stands. */
  status: Status;
}

function valueReason(actual: Value): ValueReason {
  if (actual.kind === "tbd") return "actual-tbd";
  if (actual.kind === "none") return actual.because === "suppressed" ? "suppressed" : "no-actual";
  return boundsOf(actual) === null ? "actual-not-a-number" : "bounds-only";
}

/** Percent of target, progress and status of an indicator of a document on one day. */
export function assess(
  indicator: Indicator,
  time: ProjectTime,
  { policy }: { policy?: StatusPolicy | undefined } = {},
): Assessment {
  const { baseline, target, milestone, actual, direction, maintain } = indicator;
  const value = levelOf(actual.value);
  const [percent, way] = [percentOfTarget(indicator), progress(indicator)];
  const { start, end, on, reportDay } = time;
  return {
    direction: directionOf(indicator),
    value,
    bounds: value === null ? boundsOf(actual.value) : null,
    reason: value === null ? valueReason(actual.value) : null,
    percentOfTarget: percent.value,
    progress: way.value,
    percentBounds: percent.reason === null ? null : (percent.bounds ?? null),
    undefinedBecause: percent.reason ?? way.reason,
    status: statusOf(
      {
        baseline: baseline.value,
        target: target.value,
        actual: actual.value,
        milestones: [{ value: milestone.value, by: reportDay }],
        start,
        end,
        on,
        direction,
        maintain,
      },
      { policy },
    ),
  };
}
