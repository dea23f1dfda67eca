import * as z from "zod";
import { STATUSES } from "../indicators/index.ts";
import type { ComputedIndicator } from "./computed-indicator.ts";
import { GOAL_REASONS, RESULT_REASONS } from "./query.ts";

const number = z.number().nullable();
const Bounds = z.object({
  /** The least that it can be. */
  low: z.number(),
  /** The most that it can be; `null` where nothing confines it from above. */
  high: number,
});

/** A result of observations as the command line prints it and the HTTP API returns it. What is absent does not apply. */
export const ResultRecord = z
  .object({
    /** Code of the indicator. */
    code: z.string(),
    /** The number; `null` where there is none, for the reason in `reason`. */
    value: number,
    /** Why `value` is null; absent where it is a number. */
    reason: z.enum(RESULT_REASONS).optional(),
    /** Both ends of what the value can be, where it is no number but reports confine it. */
    bounds: Bounds.optional(),
    /** Value ÷ target as a fraction, never capped: 1.25 is 125 %. `null`: see `undefinedBecause`. */
    percentOfTarget: number,
    /** Share of the way from baseline to target, never capped. `null`: see `undefinedBecause`. */
    progress: number,
    /** Why `percentOfTarget`, else `progress`, is null; absent where both are numbers. */
    undefinedBecause: z.enum(GOAL_REASONS).optional(),
    /** How it stands on the day that the answer is for; `null`: see `statusUndefinedBecause`. */
    status: z.enum(STATUSES).nullable(),
    /** Why `status` is null. */
    statusUndefinedBecause: z.string().optional(),
    /** Share of the total that reports disaggregate by the axes asked for; `null` where none was asked for or it is unknown. */
    coverage: number,
    /** Rows that a later row replaced. */
    replaced: z.number(),
    /** Rows that said again what another row says; they count once. */
    repeated: z.number(),
    /** The period that the value was carried forward from; absent where none of it was. */
    carried: z.string().optional(),
    /** How the value follows from other indicators, where a formula gives it. */
    derived: z
      .object({
        /** The formula by codes of indicators: `1000 * [1.1] / [1.2]`. */
        formula: z.string(),
        /** The same by their numbers. */
        working: z.string(),
        /** Codes of the indicators that have no value; the result then has none either. */
        missing: z.array(z.string()),
      })
      .optional(),
    /** One for each combination of members that has a result; none where the query splits by nothing. */
    cells: z.array(
      z.object({
        /** Member of each dimension that the query splits by: `{ sex: "female" }`. */
        at: z.record(z.string(), z.string()),
        /** The number; `null` where there is none, for the reason in `reason`. */
        value: number,
        /** The part of the value that reports state exactly; `null` where there are no parts: of a quotient, a score or a mean. */
        reported: number,
        /** Why `value` is null. */
        reason: z.enum(RESULT_REASONS).optional(),
        /** Both ends of what the value can be, where it is no number but reports confine it. */
        bounds: Bounds.optional(),
      }),
    ),
  })
  .meta({ id: "ResultRecord" });
export type ResultRecord = z.infer<typeof ResultRecord>;

/** An indicator's result as plain JSON. */
export function resultRecord(result: ComputedIndicator): ResultRecord {
  const { code, value, reason, bounds, percentOfTarget, progress, undefinedBecause, status, cells } = result;
  const { coverage, replaced, repeated, carried, derived } = result;
  return {
    code,
    value,
    ...(reason !== null && { reason }),
    ...(bounds !== null && { bounds }),
    percentOfTarget,
    progress,
    ...(undefinedBecause !== null && { undefinedBecause }),
    status: status.status,
    ...(status.reason !== null && { statusUndefinedBecause: status.reason }),
    ...{ coverage, replaced, repeated },
    ...(carried !== null && { carried }),
    ...(derived !== undefined && { derived }),
    cells: cells.map((cell) => ({
      at: cell.at,
      value: cell.value,
      reported: cell.reported,
      ...(cell.reason !== null && { reason: cell.reason }),
      ...(cell.bounds !== null && { bounds: cell.bounds }),
    })),
  };
}
