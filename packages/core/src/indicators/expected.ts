import { type CalendarDate, daysBetween } from "../values/date.ts";
import {
  addFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
} from "../values/fraction.ts";
import type { Value } from "../values/value.ts";
import { numberOf } from "../values/value-number.ts";
import { progress, shareOfWay } from "./performance.ts";

/** A level that is expected between baseline and target. */
export interface PlannedLevel {
  /** The level. */
  value: Value;
  /** The day by which it is due; `null`: unknown, so that it counts until the project's end. */
  by: CalendarDate | null;
  /**
   * The day from which all of it is expected. Default: the beginning, as for the milestone of a report. Where it equals `by`, as for the
   * milestone of a period, what is expected grows evenly up to it.
   */
  from?: CalendarDate;
}

/** What determines how much is expected on a day. */
export interface Plan {
  /** The value before the project. */
  baseline: Value;
  /** The value to be reached at the project's end. */
  target: Value;
  /** Levels on the way. Default: none. */
  milestones?: readonly PlannedLevel[];
  /** First and last day of the project. */
  start?: CalendarDate | null;
  /** Last day of the project. Default: unknown. */
  end?: CalendarDate | null;
  /** The day that is asked about. */
  on: CalendarDate | null;
}

/** What is expected by a day, as an exact share of the way from baseline to target. */
export interface Expectation {
  /** Exact fraction: 0 is the baseline, 1 the target. */
  share: Fraction;
  /** What it follows from: the target once the project has ended, a milestone until its day, otherwise the time that has passed. */
  against: "target" | "milestone" | "time";
}

/**
 * What is expected by a day. At the project's end and after it: the target. Until its own day a milestone counts; from there what is expected
 * grows evenly to the next milestone, and to the target at the end. Without milestones it grows evenly from start to end. `null` where
 * no milestone counts and start or end are unknown.
 */
export function expectedOn(input: Plan, from: number, to: number): Expectation | null {
  const { on, start = null, end = null } = input;
  if (on === null) return null;
  if (end !== null && on >= end) return { share: fraction(1), against: "target" };
  const milestones = (input.milestones ?? [])
    .filter((milestone) => comparable(input, milestone.value))
    .map(({ value, by, from: since }) => ({
      by,
      since: since ?? "",
      share: shareOfWay(from, to, numberOf(value) ?? 0),
    }))
    .sort((a, b) => ((a.by ?? "9999") < (b.by ?? "9999") ? -1 : 1));
  const due = milestones.find(({ by, since }) => since <= on && (by === null || on <= by));
  if (due !== undefined) return { share: due.share, against: "milestone" };
  const past = milestones.findLast(({ by }) => by !== null && by < on);
  const next = milestones.find(({ since }) => since > on);
  const [first, last] = [
    past === undefined ? { day: start, share: fraction(0) } : { day: past.by, share: past.share },
    next === undefined ? { day: end, share: fraction(1) } : { day: next.since, share: next.share },
  ];
  if (first.day === null || last.day === null) return null;
  if (on <= first.day) return { share: first.share, against: "time" };
  const passed = fraction(daysBetween(first.day, on), daysBetween(first.day, last.day));
  const share = addFractions(
    first.share,
    multiplyFractions(passed, subtractFractions(last.share, first.share)),
  );
  return { share, against: "time" };
}

/** Whether a milestone is a number of the same unit as baseline and target. */
const comparable = ({ baseline, target }: Plan, value: Value): boolean =>
  progress({ baseline: { value: baseline }, target: { value: target }, actual: { value } }).value !== null;
