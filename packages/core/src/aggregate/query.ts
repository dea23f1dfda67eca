import * as z from "zod";
import { Instant } from "../observations/index.ts";
import { CalendarDate } from "../values/date.ts";
import type { Bounds } from "../values/interval.ts";

/**
 * A cut of the observations. Values are always by indicator; `by` names further dimensions: `period`, `source`, `place`, axes.
 * `where` keeps the named members of a dimension. By period, a value is that of the period alone; of a cumulative indicator it is
 * the running total at the period's end.
 */
export const Query = z
  .object({
    /** Codes of the indicators. Default: all. */
    indicators: z.array(z.string()).optional(),
    /** Dimensions to split by. Default: none, one value for each indicator. */
    by: z.array(z.string()).optional(),
    /** Members to keep, by dimension: `{ place: ["ML-7"] }`. Default: all. */
    where: z.record(z.string(), z.array(z.string())).optional(),
    /** What was known at the end of this day, or at this instant. */
    asOf: Instant.optional(),
    /** The day whose goals hold. Default: that of `asOf`, else the day that the framework's report speaks for. */
    on: CalendarDate.optional(),
  })
  .meta({ id: "Query" });
export type Query = z.infer<typeof Query>;

/**
 * Why a value is not a number, the weightier first: where several apply, the first of them is reported.
 * `value-unknown`: a report has no value, since it is to be determined or the source has no data.
 * `marginals-contradict`: one report's breakdowns add up to different totals. `periods-overlap`: reports of periods that overlap in part.
 * `parts-do-not-add-up`: only parts of a measure such as a score were reported, which make no total. `not-disaggregated`: the measure has
 * no limits that would confine a part that was not reported. `not-all-reported`: an indicator that is rolled up reported nothing of it.
 * `bounds-only`: it was not reported, but what was confines it.
 * `suppressed`: it is withheld since it could single people out.
 */
export const RESULT_REASONS = [
  "sources-not-combined",
  "places-not-combined",
  "value-unknown",
  "denominator-missing",
  "denominator-zero",
  "marginals-contradict",
  "periods-overlap",
  "parts-do-not-add-up",
  "not-disaggregated",
  "not-all-reported",
  "bounds-only",
  "no-actual",
  "suppressed",
] as const;
/** Why a value is not a number. */
export type ResultReason = (typeof RESULT_REASONS)[number];
/** @internal A reason as a number of `ResultSet.reason`. */
export const reasonCode = (reason: ResultReason): number => 1 + RESULT_REASONS.indexOf(reason);

/**
 * Why percent of target or progress is not a number. `target-not-comparable`: of target and value of a period, one is a running total and the
 * other of the period alone. The others are those of `UndefinedReason`.
 */
export const GOAL_REASONS = [
  "target-tbd",
  "no-target",
  "no-actual",
  "decreasing-indicator",
  "target-not-comparable",
  "target-zero",
  "baseline-tbd",
  "no-baseline",
  "baseline-equals-target",
] as const;
/** Why percent of target or progress is not a number. */
export type GoalReason = (typeof GOAL_REASONS)[number];

/** A dimension of the result with its members, in the order of the framework. */
export interface Dimension {
  /** `indicator`, `period`, `source`, `place`, or an axis. */
  name: string;
  /** Codes, ids or categories. */
  members: string[];
}

/**
 * Values in columns: plain data that a worker can be sent. Group `g` has the key `keys[g]` (or `g` itself where `keys` is `null`),
 * its members in mixed radix, the last dimension running fastest. `reason[g]` is 0 where `value[g]` holds, else 1 + the place in
 * {@link RESULT_REASONS}; `percentReason`, `progressReason` likewise in {@link GOAL_REASONS}. Numbers beside a reason mean nothing.
 */
export interface ResultSet {
  /** What the groups are of; `indicator` first. */
  dimensions: Dimension[];
  /** How many groups have a result: the length of the columns. */
  size: number;
  /** Key of each group; `null` where every combination of members has a result. */
  keys: Float64Array | null;
  /** The numbers, in each indicator's unit. */
  value: Float64Array;
  /** Why `value` does not hold, by number; 0 where it does. */
  reason: Uint8Array;
  /** Observations that the value rests on. */
  count: Uint32Array;
  /** Both ends of what the value can be, where it is no number but bounds are known; NaN elsewhere. `null`: none are known. */
  bounds: {
    /** The least that each can be. */
    low: Float64Array;
    /** The most that each can be; infinite where nothing confines it from above. */
    high: Float64Array;
  } | null;
  /** The target in force for each; NaN where there is none. */
  target: Float64Array;
  /** Value ÷ target as a fraction, never capped. */
  percentOfTarget: Float64Array;
  /** Why `percentOfTarget` does not hold, by number; 0 where it does. */
  percentReason: Uint8Array;
  /** `null` where no baseline is known at all; every reason then is `no-baseline` or one of the target's. */
  progress: Float64Array | null;
  /** Why `progress` does not hold, by number; 0 where it does. */
  progressReason: Uint8Array;
  /** Where there is a reason: the part of the value that reports state exactly, NaN where it has none; `null` where none has. */
  reported: Float64Array | null;
  /** Groups whose value was carried forward from an earlier period, with that period. */
  carried: Map<number, string> | null;
  /** Groups of a scale: reports by level, lowest first. */
  levels: Map<number, number[]> | null;
  /** By indicator: the share of the total that reports disaggregate by the axes split by; NaN where it is unknown or none is. */
  coverage: Float64Array;
  /** By indicator: rows that a later row replaced, and rows that said the same again. */
  replaced: Uint32Array;
  /** By indicator: rows that said again what another row says. */
  repeated: Uint32Array;
}

/** One value as an object. Shares are fractions: 1.25 is 125 %. */
export interface ResultRow {
  /** Code of the indicator. */
  indicator: string;
  /** Member of each further dimension. */
  at: Record<string, string>;
  /** The number, in the indicator's unit; `null` where there is none, for the reason in `reason`. */
  value: number | null;
  /** Why `value` is null; `null` where it is a number. */
  reason: ResultReason | null;
  /** What it is confined to, where it is no number but bounds are known. */
  bounds: Bounds | null;
  /** The part of the value that reports state exactly; `null` where there are no parts: of a quotient, a score or a mean. */
  reported: number | null;
  /** The period that the value was carried forward from; `null` where it is of the period asked for. */
  carried: string | null;
  /** Of a scale: reports by level, lowest first. */
  levels: number[] | null;
  /** Observations that it rests on. */
  count: number;
  /** The target in force for it; `null` where there is none. */
  target: number | null;
  /** Value ÷ target, never capped. `null`: see `undefinedBecause`. */
  percentOfTarget: number | null;
  /** Share of the way from baseline to target, never capped. `null`: see `undefinedBecause`. */
  progress: number | null;
  /** Why percent of target, else progress, is no number. */
  undefinedBecause: GoalReason | null;
}
