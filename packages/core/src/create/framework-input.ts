import * as z from "zod";
import { readFormula } from "../derived/index.ts";
import {
  Agency,
  Direction,
  Formula,
  GenderMarker,
  Measurement,
  Rating,
  ReportedValue,
} from "../document/index.ts";
import { Axis } from "../values/axis.ts";
import { Code } from "../values/code.ts";
import { CalendarDate } from "../values/date.ts";
import { Money } from "../values/money.ts";
import { Calendar } from "../values/period.ts";
import { MEASUREMENTS, type MeasurementName } from "./measurements.ts";

const MeasurementNames = z.enum(Object.keys(MEASUREMENTS) as [MeasurementName, ...MeasurementName[]]);

const WrittenFormula = z.string().superRefine((text, context) => {
  try {
    readFormula(text);
  } catch (error) {
    context.addIssue({ code: "custom", message: (error as RangeError).message });
  }
});

/** A value as it is written: a number, `"tbd"` (to be determined), a reported value, or nothing. */
export const ValueInput = z.union([z.number(), z.literal("tbd"), ReportedValue]);
export type ValueInput = z.infer<typeof ValueInput>;

/** An indicator: its code, and what is known of it. */
export const IndicatorInput = z.strictObject({
  code: Code,
  /** Default: `Indicator 1.1`. */
  text: z.string().optional(),
  /** What is counted: `people`, `%`. */
  unit: z.string().optional(),
  baseline: ValueInput.optional(),
  target: ValueInput.optional(),
  milestone: ValueInput.optional(),
  actual: ValueInput.optional(),
  direction: Direction.optional(),
  /** How its values make one. Default: a count that each period adds to, or, in `%`, a percentage of which the last counts. */
  measurement: z.union([MeasurementNames, Measurement]).optional(),
  /** How it follows from other indicators: `1000 * [1.1] / [1.2]`, or the same as data. */
  formula: z.union([WrittenFormula, Formula]).optional(),
  /** Axes that it is disaggregated by. */
  disaggregation: z.array(z.string()).optional(),
});
export type IndicatorInput = z.infer<typeof IndicatorInput>;

const indicators = z.array(IndicatorInput).readonly().optional();

/** An output with its indicators. */
export const OutputInput = z.strictObject({
  code: Code,
  /** Default: `Output 1.1`. */
  title: z.string().optional(),
  indicators,
});
export type OutputInput = z.infer<typeof OutputInput>;

/** An outcome with its own indicators and its outputs. */
export const OutcomeInput = z.strictObject({
  code: Code,
  /** Default: `Outcome 1`. */
  title: z.string().optional(),
  rating: Rating.optional(),
  indicators,
  outputs: z.array(OutputInput).readonly().optional(),
});
export type OutcomeInput = z.infer<typeof OutcomeInput>;

/** A framework, as much of it as is known. */
export const FrameworkInput = z.strictObject({
  title: z.string(),
  country: z.string().optional(),
  number: z.string().optional(),
  startDate: CalendarDate.optional(),
  endDate: CalendarDate.optional(),
  /** Names, the convening agency first, or agencies with more. */
  agencies: z
    .array(z.union([z.string(), Agency.partial().required({ name: true })]))
    .readonly()
    .optional(),
  /** The total, in major units of `currency` or as money. */
  budget: z.union([z.number(), Money]).optional(),
  /** Default: `USD`. */
  currency: z.string().optional(),
  genderMarker: GenderMarker.optional(),
  /** Categories by axis, which exclude one another, or axes with more. */
  axes: z
    .union([z.record(z.string(), z.array(z.string()).readonly()).readonly(), z.array(Axis).readonly()])
    .optional(),
  /** How the project's time is cut, or a list. Default: quarters from its first to its last day; without both, none. */
  periods: Calendar.optional(),
  outcomes: z.array(OutcomeInput).readonly(),
  activities: z
    .array(z.strictObject({ code: Code, title: z.string().optional() }))
    .readonly()
    .optional(),
});
export type FrameworkInput = z.infer<typeof FrameworkInput>;
