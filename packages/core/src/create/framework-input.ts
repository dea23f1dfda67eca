import * as z from "zod";
import { type FormulaError, readFormula } from "../derived/index.ts";
import {
  Agency,
  Direction,
  Formula,
  GenderMarker,
  Measurement,
  Rating,
  ReportedValue,
} from "../document/index.ts";
import { bilingual } from "../locale/bilingual.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
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
    const { reason } = error as FormulaError;
    const expected = bilingual(en.formulaNeeded, fr.formulaNeeded, reason);
    const params = { fr: expected.fr, expected: "1000 * [1.1] / [1.2]" };
    context.addIssue({ code: "custom", message: expected.en, params });
  }
});

/** A value as it is written: a number, `"tbd"` (to be determined), a reported value, or nothing. */
export const ValueInput = z.union([z.number(), z.literal("tbd"), ReportedValue]);
export type ValueInput = z.infer<typeof ValueInput>;

/** An indicator: its code, and what is known of it. */
export const IndicatorInput = z.strictObject({
  /** Code of the indicator: `1.1.1`. */
  code: Code,
  /** Default: `Indicator 1.1`. */
  text: z.string().optional(),
  /** What is counted: `people`, `%`. */
  unit: z.string().optional(),
  /** The value before the project. Default: none. */
  baseline: ValueInput.optional(),
  /** The value to be reached at the project's end. Default: none. */
  target: ValueInput.optional(),
  /** The value to be reached at the end of the reporting period. Default: none. */
  milestone: ValueInput.optional(),
  /** The value reached so far. Default: none. */
  actual: ValueInput.optional(),
  /** Which way it should go. Default: read from baseline and target. */
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
  /** Code of the output: `1.1`. */
  code: Code,
  /** Default: `Output 1.1`. */
  title: z.string().optional(),
  /** Indicators of the output. Default: none. */
  indicators,
});
export type OutputInput = z.infer<typeof OutputInput>;

/** An outcome with its own indicators and its outputs. */
export const OutcomeInput = z.strictObject({
  /** Code of the outcome: `1`. */
  code: Code,
  /** Default: `Outcome 1`. */
  title: z.string().optional(),
  /** How the agencies rate its progress. Default: not rated. */
  rating: Rating.optional(),
  /** Indicators of the outcome itself. Default: none. */
  indicators,
  /** Its outputs. Default: none. */
  outputs: z.array(OutputInput).readonly().optional(),
});
export type OutcomeInput = z.infer<typeof OutcomeInput>;

/** A framework, as much of it as is known. */
export const FrameworkInput = z.strictObject({
  /** Title of the project. */
  title: z.string(),
  /** As it should be written. Default: not known. */
  country: z.string().optional(),
  /** At the MPTF Office Gateway. Default: not known. */
  number: z.string().optional(),
  /** Date of the first transfer of funds. Default: not known. */
  startDate: CalendarDate.optional(),
  /** The last day of the project. Default: not known. */
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
  /** As declared. Default: none is. */
  genderMarker: GenderMarker.optional(),
  /** Categories by axis, which exclude one another, or axes with more. */
  axes: z
    .union([z.record(z.string(), z.array(z.string()).readonly()).readonly(), z.array(Axis).readonly()])
    .optional(),
  /** How the project's time is cut, or a list. Default: quarters from its first to its last day; without both, none. */
  periods: Calendar.optional(),
  /** The changes that the project promises, with what they are measured by. */
  outcomes: z.array(OutcomeInput).readonly(),
  /** What is done. Default: no activities. */
  activities: z
    .array(
      z.strictObject({
        /** Code of the activity: `1.1.1`. */
        code: Code,
        /** What is done. Default: not said. */
        title: z.string().optional(),
      }),
    )
    .readonly()
    .optional(),
});
export type FrameworkInput = z.infer<typeof FrameworkInput>;
