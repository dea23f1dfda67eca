import * as z from "zod";
import { BudgetResult } from "../budget/index.ts";
import type { DerivedValue as PlainDerivedValue } from "../derived/index.ts";
import { Finding } from "../diagnostics/problem.ts";
import { Direction, type IndicatorLevel, type Breakdown as PlainBreakdown } from "../document/index.ts";
import { type Assessment, STATUSES, type Status } from "../indicators/index.ts";
import { ActivityEventType, ActivityState, Cause, FundState } from "../lifecycle/index.ts";
import { Value } from "../values/value.ts";

/** A breakdown with its sum and whether it agrees with its total (`null`: nothing can be said). */
export interface BreakdownResult {
  /** Whether the parts add up to the whole; otherwise they may overlap. */
  partition: boolean;
  /** The groups with their values. */
  parts: PlainBreakdown["parts"];
  /** Sum of the parts. */
  sum: number;
  /** Whether the parts agree with the whole; `null`: nothing can be said. */
  consistent: boolean | null;
}

/** An indicator with its reported values and what they come to. Why a share is missing is in `undefinedBecause`. */
export interface IndicatorResult extends Omit<Assessment, "status" | "percentBounds"> {
  /** Code of the indicator: `1.1.1`. */
  code: string;
  /** Whether it is an indicator of an outcome or of an output. */
  level: IndicatorLevel;
  /** What is measured, as written. */
  text: string;
  /** Unit of its values, as written; `null` where none is. */
  unit: string | null;
  /** The value before the project. */
  baseline: Value;
  /** The value to be reached at the project's end. */
  target: Value;
  /** The value to be reached at the end of the reporting period. */
  milestone: Value;
  /** The value reached so far. */
  actual: Value;
  /** How it stands on the day that the result is for; `null` where nothing can be said. */
  status: Status["status"];
  /** Why `status` is null. */
  statusUndefinedBecause: Status["reason"];
  /** What the status compares with. */
  against: Status["against"];
  /** Share of the reported value that its breakdown says more of; `null` where there is no partition, or it does not add up to that much. */
  coverage: number | null;
  /** Target and value by group, where the document gives them. */
  breakdown: {
    /** Of the target; `null` where it has no parts. */
    target: BreakdownResult | null;
    /** Of the value reached so far, likewise. */
    actual: BreakdownResult | null;
  };
  /** What the indicator's formula comes to. An actual that the document states is kept. */
  derived?: PlainDerivedValue | undefined;
}

/** An activity with its state and what led to it. */
export interface ActivityResult {
  /** Code of the activity. */
  code: string;
  /** What is done, as written; `null` where the document does not say. */
  title: string | null;
  /** Its state on the day that the result is for. */
  state: ActivityState;
  /** Where `state` is an agency's own: the fund's state that it counts as. */
  broader?: FundState | undefined;
  /** Possible states where `state` is `undetermined`. */
  readings?: ActivityState[] | undefined;
  /** Causes of the delays and suspensions that are open. */
  causes: Cause[];
  /** Events in the order in which they took effect. */
  events: {
    /** Kind of event. */
    type: ActivityEventType;
    /** The day from which it holds, as precise as it is known; `null` where only its order is known. */
    date: string | null;
  }[];
}

/** What a document says and what follows from it. Money in major units beside its currency, shares as fractions. */
export interface ProjectResult {
  /** The cover page, in brief. */
  project: {
    /** As written; `null` where the document does not say. */
    title: string | null;
    /** As written, likewise. */
    country: string | null;
    /** At the MPTF Office Gateway, likewise. */
    number: string | null;
    /** Date of the first transfer of funds, ISO 8601, likewise. */
    startDate: string | null;
    /** The present end date, extensions included, likewise. */
    endDate: string | null;
    /** Semi-annual, annual or final; `null` where the document is no progress report or does not say. */
    reportType: string | null;
    /** Calendar year that it reports on, as `reportType`. */
    year: number | null;
    /** The recipient organisations. */
    agencies: {
      /** As written. */
      name: string;
      /** Whether it coordinates the others. */
      convening: boolean;
      /** Its share of the budget in major units; `null` where the document does not say. */
      budget: number | null;
    }[];
  };
  /** The money: major units beside its currency, shares as fractions. */
  budget: BudgetResult;
  /** Every indicator, in the order of the framework. */
  indicators: IndicatorResult[];
  /** Every activity, in the order of the document. */
  activities: ActivityResult[];
  /** What was noticed, errors first. */
  findings: Finding[];
}

const number = z.number().nullable();
const text = z.string().nullable();
const Bounds = z.object({ low: number, high: number }).nullable();
const BreakdownResult = z.object({
  partition: z.boolean(),
  parts: z.array(z.object({ label: z.string(), value: z.number() })),
  sum: z.number(),
  consistent: z.boolean().nullable(),
});
const UNDEFINED_REASONS = [
  "target-tbd",
  "no-target",
  "target-not-a-number",
  "actual-tbd",
  "no-actual",
  "suppressed",
  "actual-not-a-number",
  "units-differ",
  "decreasing-indicator",
  "target-zero",
  "bounds-only",
  "baseline-tbd",
  "no-baseline",
  "baseline-not-a-number",
  "baseline-equals-target",
] as const;
const VALUE_REASONS = [
  "no-actual",
  "suppressed",
  "actual-tbd",
  "actual-not-a-number",
  "bounds-only",
] as const;
const STATUS_REASONS = [
  ...UNDEFINED_REASONS,
  "no-day",
  "direction-contradicts-target",
  "no-milestone-nor-time",
] as const;

const Ends = z.object({ low: z.number(), high: z.number() });
const DerivedValue: z.ZodType<PlainDerivedValue> = z
  .object({
    formula: z.string(),
    working: z.string(),
    unit: text,
    value: number,
    bounds: Ends.nullable(),
    reason: z.enum(["missing", "division-by-zero", "bounds-only", "scale-empty"]).nullable(),
    missing: z.array(z.string()),
    estimates: z.array(z.string()),
    interval: Ends.extend({ level: z.number() }).nullable(),
  })
  .meta({ id: "DerivedValue" });

/** Schema of {@link IndicatorResult}. */
export const IndicatorResult: z.ZodType<IndicatorResult> = z
  .object({
    code: z.string(),
    level: z.enum(["outcome", "output"]),
    text: z.string(),
    unit: text,
    direction: Direction.nullable(),
    baseline: Value,
    target: Value,
    milestone: Value,
    actual: Value,
    value: number,
    bounds: Bounds,
    reason: z.enum(VALUE_REASONS).nullable(),
    percentOfTarget: number,
    progress: number,
    undefinedBecause: z.enum(UNDEFINED_REASONS).nullable(),
    status: z.enum(STATUSES).nullable(),
    statusUndefinedBecause: z.enum(STATUS_REASONS).nullable(),
    against: z.enum(["target", "milestone", "time"]).nullable(),
    coverage: number,
    breakdown: z.object({ target: BreakdownResult.nullable(), actual: BreakdownResult.nullable() }),
    derived: DerivedValue.optional(),
  })
  .meta({ id: "IndicatorResult" });

/** Schema of {@link ActivityResult}. */
export const ActivityResult: z.ZodType<ActivityResult> = z
  .object({
    code: z.string(),
    title: text,
    state: ActivityState,
    broader: FundState.optional(),
    readings: z.array(ActivityState).optional(),
    causes: z.array(Cause),
    events: z.array(z.object({ type: ActivityEventType, date: text })),
  })
  .meta({ id: "ActivityResult" });

/** Schema of {@link ProjectResult}. */
export const ProjectResult: z.ZodType<ProjectResult> = z
  .object({
    project: z.object({
      title: text,
      country: text,
      number: text,
      startDate: text,
      endDate: text,
      reportType: text,
      year: number,
      agencies: z.array(
        z.object({
          name: z.string(),
          convening: z.boolean(),
          budget: number,
        }),
      ),
    }),
    budget: BudgetResult,
    indicators: z.array(IndicatorResult),
    activities: z.array(ActivityResult),
    findings: z.array(Finding),
  })
  .meta({ id: "ProjectResult" });
