import {
  type Breakdown,
  type CalendarDate,
  checkBreakdown,
  elapsedShare,
  type FrameworkDocument,
  type Indicator,
  type IndicatorLevel,
  type UndefinedReason,
  unitOf,
  type Value,
} from "@cadre/core";
import {
  assess,
  type Forecast,
  forecastOptions,
  forecastTo,
  measurementFor,
  type PastPoint,
  projectTime,
  type Status,
  type StatusPolicy,
  type StatusReason,
} from "@cadre/core/indicators";
import { STATUS_KEYS, type StatusKey } from "../theme/index.ts";
import { type FindingRow, findingsByCode } from "./findings.ts";

/** The parts of one of an indicator's values. */
export interface PartsOfValue {
  /** Which of its values. */
  column: "target" | "actual";
  /** Whether the parts must add up to the whole. */
  partition: boolean;
  /** Groups with their values, in the unit of the whole. */
  parts: Breakdown["parts"];
  /** Labels of parts that are withheld to protect people. */
  suppressed: string[];
  /** Of the parts, in the unit of the whole. */
  sum: number;
  /** Whether they agree with their total; `null` where nothing can be said. */
  consistent: boolean | null;
}

/** An indicator as a row: its values, and what they come to. Shares are fractions, never cut off. */
export interface IndicatorRow {
  /** `1.1.1`. */
  code: string;
  /** Whether it is of an outcome or of an output. */
  level: IndicatorLevel;
  /** Code of the outcome. */
  outcome: string;
  /** `null` for an indicator of the outcome itself. */
  output: string | null;
  /** What is measured, as written. */
  text: string;
  /** `%`, `people`; `null` where none is known. */
  unit: string | null;
  /** Before the project. */
  baseline: Value;
  /** By the end of the project. */
  target: Value;
  /** By the day of the report, or a date of its own. */
  milestone: Value;
  /** So far. */
  actual: Value;
  /** Actual over target, a fraction, never capped: 1.25 is 125 %. */
  percentOfTarget: number | null;
  /** Share of the way from baseline to target, never capped. */
  progress: number | null;
  /** Why percent of target, else progress, is not known. */
  reason: UndefinedReason | null;
  /** What the policy makes of it; `null` where nothing can be said. */
  status: Status["status"];
  /** Why there is no status; `null` where there is one. */
  statusReason: StatusReason | null;
  /** Progress expected by now. */
  expected: number | null;
  /** What it was compared with: the target, a milestone, or the time that has passed. */
  against: Status["against"];
  /** Parts of target and actual, where the document gives them. */
  parts: PartsOfValue[];
  /** What the report says of it beside its values; `null` where it says nothing. */
  remark: string | null;
  /** Past values, where observations are known. */
  series: PastPoint[];
  /** Where they lead by the project's end; `null` where no values or no end are known. */
  forecast: Forecast | null;
  /** Places in the list of findings. */
  findings: number[];
}

/** Options of rows of indicators. */
export interface IndicatorRowOptions {
  /** The day that is asked about; the report's own day without it. */
  asOf?: CalendarDate | undefined;
  policy?: StatusPolicy | undefined;
  /** Past values by indicator code, as `seriesOf` of `@cadre/core/aggregate` gives them. */
  series?: Readonly<Record<string, readonly PastPoint[]>> | undefined;
  findings?: readonly FindingRow[] | undefined;
}

function partsOf(indicator: Indicator): PartsOfValue[] {
  return (["target", "actual"] as const).flatMap((column) => {
    const item = indicator[column];
    const checked = checkBreakdown(item) ?? { sum: 0, consistent: null };
    if (item.breakdown === undefined) return [];
    const { partition, parts, suppressed = [] } = item.breakdown;
    return parts.length + suppressed.length === 0
      ? []
      : [{ column, partition, parts, suppressed, sum: checked.sum, consistent: checked.consistent }];
  });
}

/** The day that a document speaks for and the share of the project's time that has passed by then. */
export function timeOf(
  { project, report }: Pick<FrameworkDocument, "project" | "report">,
  asOf?: CalendarDate,
): { asOf: CalendarDate | null; elapsed: number | null } {
  const day = asOf ?? report?.asOf ?? null;
  const { startDate, endDate } = project;
  const known = startDate !== null && endDate !== null && day !== null;
  return { asOf: day, elapsed: known ? elapsedShare(startDate, endDate, day) : null };
}

/** Past values led on to the project's end, as `forecastIndicator` of the core does it. */
function projectionOf(
  indicator: Indicator,
  series: readonly PastPoint[],
  { endDate }: FrameworkDocument["project"],
): Forecast | null {
  if (series.length === 0 || endDate === null) return null;
  return forecastTo(series, endDate, forecastOptions(measurementFor(indicator), series));
}

/** Every indicator of the document as a row, in the framework's order. */
export function indicatorRows(
  document: FrameworkDocument,
  { asOf, policy, series = {}, findings = [] }: IndicatorRowOptions = {},
): IndicatorRow[] {
  const time = projectTime(document, { on: asOf });
  const noticed = findingsByCode(findings, "indicator");
  const row = (
    indicator: Indicator,
    level: IndicatorLevel,
    outcome: string,
    output: string | null,
  ): IndicatorRow => {
    const past = Object.hasOwn(series, indicator.code) ? [...(series[indicator.code] ?? [])] : [];
    const { percentOfTarget, progress, undefinedBecause, status } = assess(indicator, time, { policy });
    return {
      code: indicator.code,
      level,
      outcome,
      output,
      text: indicator.text,
      unit: unitOf(indicator),
      baseline: indicator.baseline.value,
      target: indicator.target.value,
      milestone: indicator.milestone.value,
      actual: indicator.actual.value,
      percentOfTarget,
      progress,
      reason: undefinedBecause,
      status: status.status,
      statusReason: status.reason,
      expected: status.expected,
      against: status.against,
      parts: partsOf(indicator),
      remark: indicator.remark ?? null,
      series: past,
      forecast: projectionOf(indicator, past, document.project),
      findings: noticed.get(indicator.code) ?? [],
    };
  };
  return document.outcomes.flatMap((outcome) => [
    ...outcome.indicators.map((indicator) => row(indicator, "outcome", outcome.code, null)),
    ...outcome.outputs.flatMap((output) =>
      output.indicators.map((indicator) => row(indicator, "output", outcome.code, output.code)),
    ),
  ]);
}

/** The status of a row, or that it is not known. */
export const statusKeyOf = ({ status }: Pick<IndicatorRow, "status">): StatusKey => status ?? "unknown";

/** How many rows have each status. */
export function countByStatus(rows: readonly Pick<IndicatorRow, "status">[]): Record<StatusKey, number> {
  const counts = Object.fromEntries(STATUS_KEYS.map((statusKey) => [statusKey, 0])) as Record<
    StatusKey,
    number
  >;
  for (const row of rows) counts[statusKeyOf(row)] += 1;
  return counts;
}
