import { readFormula } from "../derived/index.ts";
import { parseWith } from "../diagnostics/parse.ts";
import type { Result } from "../diagnostics/problem.ts";
import { unwrap } from "../diagnostics/unwrap.ts";
import {
  type FrameworkDocument,
  type Indicator,
  type Output,
  parseFramework,
  type ReportedValue,
} from "../document/index.ts";
import type { Axis } from "../values/axis.ts";
import { money } from "../values/money.ts";
import { type Period, periodsBetween } from "../values/period.ts";
import { NONE, numberValue } from "../values/value-number.ts";
import { FrameworkInput, type IndicatorInput, type OutputInput, type ValueInput } from "./framework-input.ts";
import { MEASUREMENTS } from "./measurements.ts";

const optional = <Name extends string, T>(name: Name, value: T | undefined): { [Key in Name]?: T } =>
  (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: T };

function reportedValue(input: ValueInput | undefined, unit: string | undefined): ReportedValue {
  if (input === undefined) return { value: NONE };
  if (input === "tbd") return { value: { kind: "tbd" } };
  return typeof input === "number" ? { value: numberValue(input, { unit }) } : input;
}

function indicatorOf(input: IndicatorInput): Indicator {
  const { code, text = `Indicator ${code}`, unit, direction, measurement, disaggregation, formula } = input;
  return {
    ...{ code, text },
    ...optional("unit", unit),
    ...optional("direction", direction),
    ...optional("measurement", typeof measurement === "string" ? MEASUREMENTS[measurement] : measurement),
    ...optional("formula", typeof formula === "string" ? readFormula(formula) : formula),
    ...optional("disaggregation", disaggregation),
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
  return periodsBetween(startDate, endDate, periods ?? "quarter");
}

function documentOf(input: FrameworkInput): FrameworkDocument {
  const { title, country, number, startDate, endDate, agencies = [], budget, currency = "USD" } = input;
  const total = typeof budget === "number" ? money(budget, currency) : (budget ?? null);
  return {
    format: "cadre/framework",
    version: 1,
    project: {
      title,
      country: country ?? null,
      number: number ?? null,
      startDate: startDate ?? null,
      endDate: endDate ?? null,
      agencies: agencies
        .map((agency) => (typeof agency === "string" ? { name: agency } : agency))
        .map(({ convening, budget, ...agency }, index) => ({
          ...agency,
          convening: convening ?? index === 0,
          budget: budget ?? null,
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
    ...optional("axes", input.axes && axesOf(input.axes)),
    ...optional("periods", periodsOf(input)),
    report: null,
  };
}

/**
 * Makes a framework document of a {@link FrameworkInput} from outside, such as a JSON file. Every problem has its path, what was found and
 * what was expected; a field that the input does not have is one.
 */
export function parseFrameworkInput(input: unknown): Result<FrameworkDocument> {
  const parsed = parseWith(FrameworkInput, input, "framework-invalid");
  return parsed.ok ? parseFramework(documentOf(parsed.value)) : parsed;
}

/**
 * Creates a framework document; what is not said is filled with what means nothing: no value, no date, no money.
 *
 * @throws ResultError where the parts make no valid document.
 */
export const createFramework = (input: FrameworkInput): FrameworkDocument =>
  unwrap(parseFrameworkInput(input));
