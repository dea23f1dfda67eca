import { z } from "zod";
import { CalendarDate } from "../date.ts";
import { Direction } from "../framework/index.ts";
import { Axis } from "../observations/index.ts";
import { Period } from "../period.ts";

/**
 * What kind of thing is measured. `ratio` and `percentage` carry numerator and denominator; a `percentage` is given in points
 * (25 is 25 %); a `scale` is the position of a level, from 0; `yes-no` is 1 or 0.
 */
export const Measure = z.enum(["count", "ratio", "percentage", "currency", "score", "scale", "yes-no"]);
export type Measure = z.infer<typeof Measure>;

/**
 * How a figure grows over periods. `sum`: each period adds. `latest`: a stock, the last reported stands. `cumulative`: each source
 * reports a running total, which is carried forward until its next one. `max`, `average`: over the periods' figures.
 */
export const Accumulation = z.enum(["sum", "latest", "cumulative", "max", "average"]);
export type Accumulation = z.infer<typeof Accumulation>;

/** How figures of several sources, or of several places, make one. `none`: they do not. */
export const Combination = z.enum(["sum", "max", "average", "none"]);
export type Combination = z.infer<typeof Combination>;

/**
 * A baseline, target or milestone. `at` says what it is for: nothing for the end of the project, `{ period: "2020-Q4" }` for a
 * milestone, `{ sex: "female" }` for a cell, any of `period`, `source`, `place` and axes together.
 */
export const Goal = z
  .object({
    /** `null` where it is to be determined. */
    value: z.number().nullable(),
    at: z.record(z.string(), z.string()).optional(),
    /** The day from which it is in force; a later one revises it. Without it, from the beginning. */
    since: CalendarDate.optional(),
  })
  .meta({ id: "Goal" });
export type Goal = z.infer<typeof Goal>;

/** How an indicator is measured and what is wanted of it. */
export const IndicatorDefinition = z
  .object({
    /** Code in the framework, or any id that is unique over a portfolio. */
    code: z.string().min(1),
    text: z.string().optional(),
    measure: Measure,
    unit: z.string().optional(),
    direction: Direction.optional(),
    accumulation: Accumulation,
    combination: z.object({ sources: Combination, places: Combination }),
    /** The levels of a qualitative scale, lowest first. */
    levels: z.array(z.string()).optional(),
    baselines: z.array(Goal).optional(),
    targets: z.array(Goal).optional(),
  })
  .refine(
    ({ measure, accumulation, combination }) =>
      (measure !== "ratio" && measure !== "percentage") ||
      ![accumulation, combination.sources, combination.places].includes("average"),
    { error: "ratios add numerators and denominators; they are never averaged" },
  )
  .meta({ id: "IndicatorDefinition" });
export type IndicatorDefinition = z.infer<typeof IndicatorDefinition>;

/** What is measured: indicators, axes, periods. Everything that observations are read against. */
export const MeasurementFramework = z
  .object({
    format: z.literal("cadre/measurement"),
    /** Names the revision, so that a figure can say which one it was computed under. */
    revision: z.string().optional(),
    indicators: z.array(IndicatorDefinition),
    axes: z.array(Axis),
    periods: z.array(Period),
  })
  .meta({ id: "MeasurementFramework" });
export type MeasurementFramework = z.infer<typeof MeasurementFramework>;
