import * as z from "zod";
import type { Bilingual } from "../locale/language.ts";

/** A day or an instant in universal time: `2020-05-14`, `2020-05-14T09:30:00Z`. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z)?$/)
  .meta({ id: "Instant", description: "YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ" });
export type Instant = z.infer<typeof Instant>;

/** Why a report has no value: it is to be determined, or the source says that it has no data. */
export const NoValueReason = z
  .enum(["to-be-determined", "no-data"])
  .meta({ id: "NoValueReason", description: "Why a report has no value" });
/** Why a report has no value. */
export type NoValueReason = z.infer<typeof NoValueReason>;

/**
 * One reported value. A count, an amount, a score or a yes/no (1 or 0) gives `value`; a ratio gives numerator and denominator, or,
 * where only the quotient is known, `value` (percentages in points). Observations are never changed: another one of the same
 * indicator, period, source, place and categories that is recorded later corrects it, and one whose `value` is `null` withdraws it. One that
 * gives a `reason` in the place of a value says that there is a value, which is not known: what it is a part of is known within bounds only.
 */
export const Observation = z
  .object({
    /** Code of the indicator. */
    indicator: z.string(),
    /** Id of the reporting period, such as `2020-Q1`. */
    period: z.string(),
    /**
     * The number: of a percentage in points (25 is 25 %), of a yes/no 1 or 0, of a scale the level's index. `null` withdraws what was
     * reported before.
     */
    value: z.number().nullable().optional(),
    /** Why there is no value. `value` is then `null` or absent, and nothing is withdrawn: the value exists and is not known. */
    reason: NoValueReason.optional(),
    /** Of a ratio or percentage: what is divided. */
    numerator: z.number().optional(),
    /** `null` where it was not reported. */
    denominator: z.number().nonnegative().nullable().optional(),
    /** Who reports. */
    source: z.string().optional(),
    /** Where it was observed. */
    place: z.string().optional(),
    /** Category on each axis that the value is disaggregated by; an axis that is not named is at its total. */
    categories: z.record(z.string(), z.string()).optional(),
    /**
     * A training, a submission: rows of one period, source, place and categories that differ in it add up, and a correction names
     * the same one.
     */
    id: z.string().optional(),
    /** When it became known. A bare day means its beginning. */
    recordedAt: Instant,
    /** What it rests on: a document, a list of participants. */
    evidence: z.string().optional(),
  })
  .meta({ id: "Observation", description: "One reported value of an indicator" });
export type Observation = z.infer<typeof Observation>;

/** Why a row was refused: row (from 0), column, what was found and what was expected. */
export interface Rejection<Row = unknown> {
  /** Index of the row in the input, from 0. */
  row: number;
  /** Name of the column or field; empty where the row is none at all. */
  column: string;
  /** What is wrong with it. */
  code:
    | "missing"
    | "not-text"
    | "not-a-number"
    | "out-of-range"
    | "negative-denominator"
    | "unknown-indicator"
    | "unknown-period"
    | "unknown-axis"
    | "unknown-category"
    | "not-an-instant"
    | "value-and-numerator"
    | "value-and-reason"
    | "not-a-reason"
    | "rows-conflict"
    | "not-a-row";
  /** What is there; `null`: nothing. */
  found: string | number | null;
  /** What should be there. */
  expected: string;
  /** What was found and what was expected, in both languages. */
  message: Bilingual;
  /** The row as it was given, to be mended and given again. */
  input: Row;
}
