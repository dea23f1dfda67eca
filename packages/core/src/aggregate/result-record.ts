import * as z from "zod";
import { STATUSES } from "../indicators/index.ts";
import type { ComputedIndicator } from "./computed-indicator.ts";
import { GOAL_REASONS, RESULT_REASONS } from "./query.ts";

const number = z.number().nullable();
const Bounds = z.object({ low: z.number(), high: number });

/** A result of observations as the command line prints it and the HTTP API returns it. What is absent does not apply. */
export const ResultRecord = z
  .object({
    code: z.string(),
    value: number,
    reason: z.enum(RESULT_REASONS).optional().describe("Why `value` is null"),
    bounds: Bounds.optional().describe("What the reports confine the value to"),
    percentOfTarget: number.describe("A fraction, never capped: 1.25 is 125 %"),
    progress: number.describe("Share of the way from baseline to target, never capped"),
    undefinedBecause: z
      .enum(GOAL_REASONS)
      .optional()
      .describe("Why `percentOfTarget`, else `progress`, is null"),
    status: z.enum(STATUSES).nullable(),
    statusUndefinedBecause: z.string().optional().describe("Why `status` is null"),
    coverage: number.describe("Share of the total that reports disaggregate by the axes asked for"),
    replaced: z.number().describe("Rows that a later row replaced"),
    repeated: z.number().describe("Rows that said again what another row says"),
    carried: z.string().optional().describe("The period that the value was carried forward from"),
    derived: z
      .object({ formula: z.string(), working: z.string(), missing: z.array(z.string()) })
      .optional()
      .describe("How the value follows from other indicators"),
    cells: z.array(
      z.object({
        at: z.record(z.string(), z.string()).describe("The category of each axis asked for"),
        value: number,
        reported: number.describe("The part of the value that reports state exactly"),
        reason: z.enum(RESULT_REASONS).optional(),
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
