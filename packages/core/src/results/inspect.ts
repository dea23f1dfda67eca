import { computeBudget } from "../budget/index.ts";
import { type CheckOptions, checkSteps } from "../checks/index.ts";
import { formulaValues, withDerived } from "../derived/index.ts";
import { bySeverity, type Finding } from "../diagnostics/problem.ts";
import { type FrameworkDocument, indicatorsOf, type ReportedValue } from "../document/index.ts";
import { assess, checkBreakdown, projectTime, type StatusPolicy, unitOf } from "../indicators/index.ts";
import { broaderOf, documentEffort, inOrderOfEffect, replay } from "../lifecycle/index.ts";
import type { CalendarDate } from "../values/date.ts";
import { quotient } from "../values/fraction.ts";
import { type Money, toMajor } from "../values/money.ts";
import { runSteps } from "../values/steps.ts";
import { numberOf } from "../values/value-number.ts";
import type { BreakdownResult, IndicatorResult, ProjectResult } from "./schema.ts";

/** Options of {@link inspect}. */
export interface InspectOptions extends CheckOptions {
  /** The day that elapsed time and statuses are for. Default: `asOf`, else the day that the report speaks for. */
  on?: CalendarDate;
  /** What was known by this day: later events are expectations. Default: the day that the report speaks for. */
  asOf?: CalendarDate;
  /** Thresholds of the statuses. Default: `STATUS_POLICY`. */
  statusPolicy?: StatusPolicy;
  /** What a reader found, listed beside what the rules find. */
  readerFindings?: readonly Finding[];
}

const major = (amount: Money | null) => (amount === null ? null : toMajor(amount));

function inspectBreakdown(reported: ReportedValue): BreakdownResult | null {
  const checked = checkBreakdown(reported);
  if (checked === null || reported.breakdown === undefined) return null;
  const { partition, parts } = reported.breakdown;
  return { partition, parts, sum: checked.sum, consistent: checked.consistent };
}

/** The share of a value that the parts of its partition add up to. */
function coverageOf(reported: ReportedValue, breakdown: BreakdownResult | null): number | null {
  const total = numberOf(reported.value);
  if (breakdown === null || !breakdown.partition || total === null || total <= 0) return null;
  return breakdown.sum > total ? null : quotient(breakdown.sum, total);
}

function inspectIndicators(document: FrameworkDocument, options: InspectOptions): IndicatorResult[] {
  const time = projectTime(document, { on: options.on ?? options.asOf });
  const { derivedAt } = formulaValues(document);
  return indicatorsOf(document).map(({ level, indicator }) => {
    const derived = derivedAt(indicator, "actual");
    const {
      status,
      percentBounds: _,
      ...assessment
    } = assess(indicator, time, { policy: options.statusPolicy });
    const breakdown = {
      target: inspectBreakdown(indicator.target),
      actual: inspectBreakdown(indicator.actual),
    };
    return {
      code: indicator.code,
      level,
      text: indicator.text,
      unit: unitOf(indicator),
      baseline: indicator.baseline.value,
      target: indicator.target.value,
      milestone: indicator.milestone.value,
      actual: indicator.actual.value,
      ...assessment,
      status: status.status,
      statusUndefinedBecause: status.reason,
      against: status.against,
      coverage: coverageOf(indicator.actual, breakdown.actual),
      breakdown,
      ...(derived !== null && { derived }),
    };
  });
}

/** Everything that a document says and that follows from it, as `cadre inspect --json` prints it. */
export function inspect(document: FrameworkDocument, options: InspectOptions = {}): ProjectResult {
  return runSteps(inspectSteps(document, options));
}

/** What {@link inspect} returns, in steps. */
export function* inspectSteps(
  read: FrameworkDocument,
  options: InspectOptions = {},
): Generator<void, ProjectResult, void> {
  const document = withDerived(read);
  const { project, report } = document;
  const replayed = {
    asOf: options.asOf ?? report?.asOf ?? null,
    effort: documentEffort(),
    profile: options.profile,
  };
  yield;
  const budget = computeBudget(document, {
    policy: options.policy?.budget,
    asOf: options.on ?? options.asOf,
  });
  yield;
  const indicators = inspectIndicators(document, options);
  yield;
  const activities = document.activities.map(({ code, title = null, events }) => {
    const { state, readings, causes } = replay(events, replayed);
    return {
      code,
      title,
      state,
      ...broaderOf(state, options.profile),
      ...(readings.length > 1 ? { readings } : {}),
      causes,
      events: inOrderOfEffect(events).map(({ type, date }) => ({ type, date })),
    };
  });
  yield;
  const found = yield* checkSteps(document, options);
  return {
    project: {
      title: project.title,
      country: project.country,
      number: project.number,
      startDate: project.startDate,
      endDate: project.endDate,
      reportType: report?.type ?? null,
      year: report?.year ?? null,
      agencies: project.agencies.map(({ name, convening, budget }) => ({
        name,
        convening,
        budget: major(budget),
      })),
    },
    budget,
    indicators,
    activities,
    findings: bySeverity([...(options.readerFindings ?? []), ...found]),
  };
}
