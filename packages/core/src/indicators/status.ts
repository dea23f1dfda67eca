import * as z from "zod";
import type { Direction, Maintain } from "../document/index.ts";
import {
  compareFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
  toNumber,
} from "../values/fraction.ts";
import type { Value } from "../values/value.ts";
import { boundsOf, numberOf, numberValue } from "../values/value-number.ts";
import { type Expectation, expectedOn, type Plan } from "./expected.ts";
import {
  directionOf,
  levelOf,
  maintainOf,
  progress,
  shareOfWay,
  type UndefinedReason,
} from "./performance.ts";

/**
 * Thresholds between statuses. The fund defines none; these are this library's own, and any policy can replace them. Progress of at least
 * `onTrack` times what is expected is on track, of at least `atRisk` times at risk, below it off track. An indicator to be maintained is on
 * track within `tolerance` of its target (as a share of it), at risk within twice that.
 */
export const StatusPolicy = z
  .object({
    /** Names the thresholds, so that a status can say which ones it was given by. */
    version: z.string(),
    /** Least progress ÷ expected progress that is on track: 0.9. */
    onTrack: z.number(),
    /** Least progress ÷ expected progress that is at risk: 0.6. Below it is off track. */
    atRisk: z.number(),
    /** Of an indicator to be maintained: how far from its target is on track, as a share of the target: 0.05. */
    tolerance: z.number(),
  })
  .meta({ id: "StatusPolicy" });
export type StatusPolicy = z.infer<typeof StatusPolicy>;

/** The default thresholds. */
export const STATUS_POLICY: StatusPolicy = { version: "cadre-1", onTrack: 0.9, atRisk: 0.6, tolerance: 0.05 };

/** Names of the statuses, best first. `not-due`: nothing was expected yet and nothing has moved. */
export const STATUSES = ["achieved", "on-track", "at-risk", "off-track", "not-due"] as const;
/** Name of a status. */
export type StatusName = (typeof STATUSES)[number];

/** An indicator on a day; without a day it has no status. */
export interface StatusInput extends Plan {
  /** The value reached so far. */
  actual: Value;
  /** Which way it should go. Default: read from baseline and target. */
  direction?: Direction | undefined;
  /** How it is maintained. Default: at least at its target. */
  maintain?: Maintain | undefined;
}

/** Why there is no status. */
export type StatusReason =
  | UndefinedReason
  | "no-day"
  | "direction-contradicts-target"
  | "no-milestone-nor-time";

/** Where an indicator is against what is expected by a day, or why that is unknown. */
export interface Status {
  /** How it stands; `null`: see `reason`. */
  status: StatusName | null;
  /** Why there is no status; `null` where there is one. */
  reason: StatusReason | null;
  /** What it was compared with. `target` where the target is reached, to be maintained, or due since the project has ended. */
  against: "target" | "milestone" | "time" | null;
  /** Progress from baseline to target as a fraction, never capped: 1.4 is over-achieved, below 0 has moved away. */
  progress: number | null;
  /** Progress that was expected by the day, on the same scale. */
  expected: number | null;
}

/**
 * Status of an indicator on a day: its progress from baseline to target compared with what is expected by then (see {@link expectedOn}),
 * exactly. A target that is reached is achieved, whatever the baseline. A value that is a range has a status where both ends have the same.
 */
export function statusOf(
  input: StatusInput,
  { policy = STATUS_POLICY }: { policy?: StatusPolicy | undefined } = {},
): Status {
  const bounds = boundsOf(input.actual);
  if (bounds === null || levelOf(input.actual) !== null) return statusAt(input, policy);
  const unit = input.actual.kind === "number" ? input.actual.unit : undefined;
  const at = (level: number | null) =>
    level === null ? null : statusAt({ ...input, actual: numberValue(level, { unit }) }, policy);
  const [low, high] = [at(bounds.low), at(bounds.high)];
  const none = (reason: StatusReason): Status => ({
    ...(low ?? high ?? NOTHING),
    progress: null,
    status: null,
    reason,
  });
  const [known] = [low ?? high];
  if (known === null || known.reason !== null) return none(known?.reason ?? "bounds-only");
  if (low !== null && high !== null)
    return low.status === high.status ? { ...low, progress: null } : none("bounds-only");
  // The open end can only be better than an end that is achieved, or worse than one that is off track.
  const better = directionOf(asReported(input)) === "decrease" ? low : high;
  const settled = better === null ? known.status === "achieved" : known.status === "off-track";
  return settled ? { ...known, progress: null } : none("bounds-only");
}

const NOTHING = { against: null, expected: null } as const;

/** The values of an indicator as a document has them. */
export const asReported = ({ baseline, target, actual, direction, maintain }: StatusInput) => ({
  baseline: { value: baseline },
  target: { value: target },
  actual: { value: actual },
  ...(direction !== undefined && { direction }),
  ...(maintain !== undefined && { maintain }),
});

function statusAt(input: StatusInput, policy: StatusPolicy): Status {
  const indicator = asReported(input);
  const achieved = progress(indicator);
  const answer = (
    status: Status["status"],
    against: Status["against"],
    expected: Fraction | null = null,
  ): Status => ({
    status,
    reason: null,
    against,
    progress: achieved.value,
    expected: expected === null ? null : toNumber(expected),
  });
  const none = (reason: StatusReason): Status => ({
    ...NOTHING,
    status: null,
    reason,
    progress: achieved.value,
  });
  const [from, to, now] = [numberOf(input.baseline), numberOf(input.target), numberOf(input.actual)];
  // A missing value or a unit that differs: no comparison has a meaning.
  if (to === null || now === null || achieved.reason === "units-differ")
    return none(achieved.reason ?? "no-actual");
  if (input.on === null) return none("no-day");
  const direction = directionOf(indicator);
  if (direction === "maintain") {
    const status = maintained(now, to, maintainOf(indicator), policy);
    return status === null ? none("target-zero") : answer(status, "target");
  }
  if (from !== null && (direction === "increase" ? to < from : direction === "decrease" && to > from))
    return none("direction-contradicts-target");
  if (direction !== null && (direction === "increase" ? now >= to : now <= to))
    return answer("achieved", "target", fraction(1));
  if (achieved.reason !== null || from === null) return none(achieved.reason ?? "no-baseline");
  const expectation = expectedOn(input, from, to);
  if (expectation === null) return none("no-milestone-nor-time");
  const status = compared(shareOfWay(from, to, now), expectation, policy);
  return answer(status, expectation.against, expectation.share);
}

function compared(achieved: Fraction, { share }: Expectation, policy: StatusPolicy): StatusName {
  if (share.numerator === 0n && achieved.numerator === 0n) return "not-due";
  const reaches = (threshold: number) =>
    compareFractions(achieved, multiplyFractions(fraction(threshold), share)) >= 0;
  if (share.numerator <= 0n) return reaches(1) ? "on-track" : "off-track";
  if (reaches(policy.onTrack)) return "on-track";
  return reaches(policy.atRisk) ? "at-risk" : "off-track";
}

/** `null` where a tolerance is a share of a target of zero. */
function maintained(
  now: number,
  to: number,
  way: Maintain | "within-tolerance" | null,
  policy: StatusPolicy,
): StatusName | null {
  const oneSided = way === "at-least" || way === "at-most";
  const maintained = way === "at-least" ? now >= to : way === "at-most" ? now <= to : now === to;
  if (maintained) return "on-track";
  if (to === 0) return oneSided ? "off-track" : null;
  const tolerance = fraction(typeof way === "object" && way !== null ? way.within : policy.tolerance);
  const off = subtractFractions(fraction(Math.max(now, to)), fraction(Math.min(now, to)));
  const within = (times: number) =>
    compareFractions(off, multiplyFractions(fraction(times * Math.abs(to)), tolerance)) <= 0;
  if (!oneSided && within(1)) return "on-track";
  return within(2) ? "at-risk" : "off-track";
}
