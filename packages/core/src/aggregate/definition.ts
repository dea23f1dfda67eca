import * as z from "zod";
import { Direction, Formula, Maintain, Measurement } from "../document/index.ts";
import { Axis } from "../values/axis.ts";
import { CalendarDate } from "../values/date.ts";
import { Period } from "../values/period.ts";
import { Place } from "../values/place.ts";

/**
 * A baseline, target or milestone. `at` says what it is for: nothing for the end of the project, `{ period: "2020-Q4" }` for a
 * milestone, `{ sex: "female" }` for a cell, any of `period`, `source`, `place` and axes together.
 */
export const Goal = z
  .object({
    /** `null` where it is to be determined. */
    value: z.number().nullable(),
    /** What it is for, by dimension. Default: the whole, at the end of the project. */
    at: z.record(z.string(), z.string()).optional(),
    /** Of a milestone: the day by which it is due. Default: the end of the period that `at` names; without one, the project's end. */
    by: CalendarDate.optional(),
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
    /** What is measured, as written. */
    text: z.string().optional(),
    /** What is counted or measured: `%`, `people`. For money, the currency. */
    unit: z.string().optional(),
    /** Which way it should go. Default: read from baseline and target. */
    direction: Direction.optional(),
    /** How it is maintained; only for an indicator whose `direction` is `maintain`. */
    maintain: Maintain.optional(),
    ...Measurement.shape,
    /**
     * Of a common indicator: the indicators that it rolls up. Its sources are named by one of them and the source, `ml/1.1 · UNDP`. Where one
     * of them reported nothing of what is asked for, there is no value, but bounds or a reason.
     */
    rollsUp: z.array(z.string()).optional(),
    /** How its value follows from those of other indicators, where no row reports it. */
    formula: Formula.optional(),
    /** Values before the project: one for the whole, others for cells or with a later `since`. */
    baselines: z.array(Goal).optional(),
    /** Values to be reached by the project's end, or by the end of the period that `at` names; one for the whole, others for cells. */
    targets: z.array(Goal).optional(),
    /**
     * What the targets of periods are: of each period alone, or running totals. Default: `per-period` where periods add up, else `running-total`.
     */
    periodTargets: z.enum(["per-period", "running-total"]).optional(),
    /** What should be reached by a day: see `Goal.by`. */
    milestones: z.array(Goal).optional(),
  })
  .refine(
    ({ measure, accumulation, combination }) =>
      (measure !== "ratio" && measure !== "percentage") ||
      ![accumulation, combination.sources, combination.places].includes("average"),
    { error: "a ratio that adds numerators and denominators and is not averaged" },
  )
  .refine(
    ({ measure, accumulation, combination }) =>
      !measure.startsWith("survey-") ||
      (accumulation === "latest" && combination.sources === "none" && combination.places === "none"),
    { error: "an estimate from a sample whose last value counts and that is not combined" },
  )
  .meta({ id: "IndicatorDefinition" });
export type IndicatorDefinition = z.infer<typeof IndicatorDefinition>;

/** What is measured: indicators, axes, periods. Everything that observations are read against. */
export const MeasurementFramework = z
  .object({
    format: z.literal("cadre/measurement"),
    /** Names the revision, so that a value can say which one it was computed under. */
    revision: z.string().optional(),
    /** What is measured. */
    indicators: z.array(IndicatorDefinition),
    /** What observations are disaggregated by. Axes that it does not name are refused. */
    axes: z.array(Axis),
    /** What observations are reported for. */
    periods: z.array(Period),
    /** The tree of places. A place that it does not name is part of the whole area. */
    places: z.array(Place).optional(),
    /** First and last day of the project, for the share of time elapsed. */
    start: CalendarDate.optional(),
    /** The project's last day. */
    end: CalendarDate.optional(),
    /** The day that the report speaks for which the framework was read from. */
    reportDay: CalendarDate.optional(),
  })
  .meta({ id: "MeasurementFramework" });
export type MeasurementFramework = z.infer<typeof MeasurementFramework>;
