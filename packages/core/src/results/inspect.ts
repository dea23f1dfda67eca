import { type BudgetResult, computeBudget } from "../budget/index.ts";
import { type CheckOptions, check } from "../checks/index.ts";
import { bySeverity, type Finding } from "../diagnostics/problem.ts";
import {
  type FrameworkDocument,
  type IndicatorLevel,
  indicatorsOf,
  type Breakdown as PlainBreakdown,
  type ReportedValue,
} from "../document/index.ts";
import {
  checkBreakdown,
  percentOfTarget,
  progress,
  type UndefinedReason,
  unitOf,
} from "../indicators/index.ts";
import {
  type ActivityEventType,
  type ActivityState,
  type Cause,
  inOrderOfEffect,
  replay,
} from "../lifecycle/index.ts";
import type { CalendarDate } from "../values/date.ts";
import { type Money, toMajor } from "../values/money.ts";
import type { Value } from "../values/value.ts";

/** A breakdown with its sum and whether it agrees with its total (`null`: nothing can be said). */
export interface InspectedBreakdown {
  partition: boolean;
  parts: PlainBreakdown["parts"];
  sum: number;
  consistent: boolean | null;
}

/** An indicator with its figures and what they come to. */
export interface InspectedIndicator {
  code: string;
  level: IndicatorLevel;
  text: string;
  unit: string | null;
  baseline: Value;
  target: Value;
  milestone: Value;
  actual: Value;
  /** Fraction: 1.25 is 125 %. `null` with a reason in `undefinedBecause`. */
  percentOfTarget: number | null;
  /** Fraction of the way from baseline to target. */
  progress: number | null;
  /** Why the first of the two that is missing cannot be given. */
  undefinedBecause: UndefinedReason | null;
  breakdown: { target: InspectedBreakdown | null; actual: InspectedBreakdown | null };
}

/** An activity with its state and what led to it. */
export interface InspectedActivity {
  code: string;
  state: ActivityState;
  causes: Cause[];
  events: { type: ActivityEventType; date: string | null }[];
}

/** What a document says and what follows from it. Money in major units beside its currency, shares as fractions. */
export interface Inspection {
  project: {
    title: string | null;
    country: string | null;
    number: string | null;
    startDate: string | null;
    endDate: string | null;
    reportType: string | null;
    year: number | null;
    agencies: { name: string; convening: boolean; budget: number | null }[];
  };
  budget: BudgetResult;
  indicators: InspectedIndicator[];
  activities: InspectedActivity[];
  findings: Finding[];
}

/** What an inspection may be told beside the document. */
export interface InspectOptions extends CheckOptions {
  /** The day to measure elapsed time on, where the document has no report. */
  asOf?: CalendarDate;
  /** What a reader noticed, to stand beside what the rules notice. */
  readerFindings?: readonly Finding[];
}

const major = (amount: Money | null) => (amount === null ? null : toMajor(amount));

function inspectBreakdown(figure: ReportedValue): InspectedBreakdown | null {
  const checked = checkBreakdown(figure);
  if (checked === null || figure.breakdown === undefined) return null;
  const { partition, parts } = figure.breakdown;
  return { partition, parts, sum: checked.sum, consistent: checked.consistent };
}

function inspectIndicators(document: FrameworkDocument): InspectedIndicator[] {
  return indicatorsOf(document).map(({ level, indicator }) => {
    const [percent, way] = [percentOfTarget(indicator), progress(indicator)];
    return {
      code: indicator.code,
      level,
      text: indicator.text,
      unit: unitOf(indicator),
      baseline: indicator.baseline.value,
      target: indicator.target.value,
      milestone: indicator.milestone.value,
      actual: indicator.actual.value,
      percentOfTarget: percent.value,
      progress: way.value,
      undefinedBecause: percent.reason ?? way.reason,
      breakdown: { target: inspectBreakdown(indicator.target), actual: inspectBreakdown(indicator.actual) },
    };
  });
}

/** Everything that a document says and that follows from it, as `cadre inspect --json` prints it. */
export function inspect(document: FrameworkDocument, options: InspectOptions = {}): Inspection {
  const { project, report } = document;
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
    budget: computeBudget(document, { policy: options.policy?.budget, asOf: options.asOf }),
    indicators: inspectIndicators(document),
    activities: document.activities.map(({ code, events }) => {
      const { state, causes } = replay(events);
      return {
        code,
        state,
        causes,
        events: inOrderOfEffect(events).map(({ type, date }) => ({ type, date })),
      };
    }),
    findings: bySeverity([...(options.readerFindings ?? []), ...check(document, options)]),
  };
}
