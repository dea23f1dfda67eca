import { readFormula } from "../derived/index.ts";
import { unwrap } from "../diagnostics/unwrap.ts";
import {
  type Agency,
  type Direction,
  type Expression,
  type FrameworkDocument,
  type GenderMarker,
  type Indicator,
  type Measurement,
  type Output,
  parseFramework,
  type Rating,
  type ReportedValue,
} from "../document/index.ts";
import type { Axis } from "../values/axis.ts";
import type { CalendarDate } from "../values/date.ts";
import { type Money, money } from "../values/money.ts";
import { type Calendar, type Period, periodsBetween } from "../values/period.ts";
import { NONE, numberValue } from "../values/value-number.ts";
import { MEASUREMENTS, type MeasurementName } from "./measurements.ts";

/** A value as it is written: a number, `"tbd"` (to be determined), a reported value, or nothing. */
export type ValueInput = number | "tbd" | ReportedValue;

/** An indicator: its code, and what is known of it. */
export interface IndicatorInput {
  code: string;
  /** Default: `Indicator 1.1`. */
  text?: string;
  /** What is counted: `people`, `%`. */
  unit?: string;
  baseline?: ValueInput;
  target?: ValueInput;
  milestone?: ValueInput;
  actual?: ValueInput;
  direction?: Direction;
  /** How its values make one. Default: a count that each period adds to, or, in `%`, a percentage of which the last counts. */
  measurement?: MeasurementName | Measurement;
  /** How it follows from other indicators: `1000 * [1.1] / [1.2]`, or the same as data. */
  formula?: string | Expression;
  /** Axes that it is disaggregated by. */
  disaggregation?: string[];
}

/** An output with its indicators. */
export interface OutputInput {
  code: string;
  /** Default: `Output 1.1`. */
  title?: string;
  indicators?: readonly IndicatorInput[];
}

/** An outcome with its own indicators and its outputs. */
export interface OutcomeInput {
  code: string;
  /** Default: `Outcome 1`. */
  title?: string;
  rating?: Rating;
  indicators?: readonly IndicatorInput[];
  outputs?: readonly OutputInput[];
}

/** A framework, as much of it as is known. */
export interface FrameworkInput {
  title: string;
  country?: string;
  number?: string;
  startDate?: CalendarDate;
  endDate?: CalendarDate;
  /** Names, the convening agency first, or agencies with more. */
  agencies?: readonly (string | (Pick<Agency, "name"> & Partial<Agency>))[];
  /** The total, in major units of `currency` or as money. */
  budget?: number | Money;
  /** Default: `USD`. */
  currency?: string;
  genderMarker?: GenderMarker;
  /** Categories by axis, which exclude one another, or axes with more. */
  axes?: Readonly<Record<string, readonly string[]>> | readonly Axis[];
  /** How the project's time is cut, or a list. Default: quarters from its first to its last day; without both, none. */
  periods?: Calendar;
  outcomes: readonly OutcomeInput[];
  activities?: readonly { code: string; title?: string }[];
}

const given = <Name extends string, T>(name: Name, value: T | undefined): { [Key in Name]?: T } =>
  (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: T };

function reportedValue(input: ValueInput | undefined, unit: string | undefined): ReportedValue {
  if (input === undefined) return { value: NONE };
  if (input === "tbd") return { value: { kind: "tbd" } };
  return typeof input === "number" ? { value: numberValue(input, unit) } : input;
}

function indicatorOf(input: IndicatorInput): Indicator {
  const { code, text = `Indicator ${code}`, unit, direction, measurement, disaggregation, formula } = input;
  return {
    ...{ code, text },
    ...given("unit", unit),
    ...given("direction", direction),
    ...given("measurement", typeof measurement === "string" ? MEASUREMENTS[measurement] : measurement),
    ...given("formula", typeof formula === "string" ? readFormula(formula) : formula),
    ...given("disaggregation", disaggregation),
    baseline: reportedValue(input.baseline, unit),
    target: reportedValue(input.target, unit),
    milestone: reportedValue(input.milestone, unit),
    actual: reportedValue(input.actual, unit),
  };
}

const outputOf = ({ code, title = `Output ${code}`, indicators = [] }: OutputInput): Output => ({
  ...{ code, title },
  indicators: indicators.map(indicatorOf),
});

const isList = (axes: FrameworkInput["axes"]): axes is readonly Axis[] => Array.isArray(axes);
const axesOf = (axes: NonNullable<FrameworkInput["axes"]>): Axis[] =>
  isList(axes)
    ? [...axes]
    : Object.entries(axes).map(([name, categories]) => ({
        ...{ name, kind: "partition" as const },
        categories: [...categories],
      }));

function periodsOf({ periods, startDate, endDate }: FrameworkInput): Period[] | undefined {
  if (Array.isArray(periods)) return periods;
  if (startDate === undefined || endDate === undefined) return undefined;
  return periodsBetween(periods ?? "quarter", startDate, endDate);
}

/**
 * Creates a framework document; what is not said is filled with what means nothing: no value, no date, no money.
 *
 * @throws ResultError where the parts make no valid document.
 */
export function createFramework(input: FrameworkInput): FrameworkDocument {
  const { title, country, number, startDate, endDate, agencies = [], budget, currency = "USD" } = input;
  const total = typeof budget === "number" ? money(budget, currency) : (budget ?? null);
  const document: FrameworkDocument = {
    format: "cadre/framework",
    version: 1,
    project: {
      title,
      country: country ?? null,
      number: number ?? null,
      startDate: startDate ?? null,
      endDate: endDate ?? null,
      agencies: agencies.map((agency, index) => ({
        ...{ convening: index === 0, budget: null },
        ...(typeof agency === "string" ? { name: agency } : agency),
      })),
      genderMarker: input.genderMarker ?? null,
      riskMarker: null,
      focusArea: null,
    },
    budget: {
      ...{ total, deliveryRate: null, covidAdjustment: null, evaluation: null },
      gewe: { allocated: null, spent: null },
    },
    outcomes: input.outcomes.map((outcome) => ({
      code: outcome.code,
      title: outcome.title ?? `Outcome ${outcome.code}`,
      rating: outcome.rating ?? null,
      indicators: (outcome.indicators ?? []).map(indicatorOf),
      outputs: (outcome.outputs ?? []).map(outputOf),
    })),
    activities: (input.activities ?? []).map((activity) => ({ ...activity, events: [] })),
    ...given("axes", input.axes && axesOf(input.axes)),
    ...given("periods", periodsOf(input)),
    report: null,
  };
  return unwrap(parseFramework(document));
}
