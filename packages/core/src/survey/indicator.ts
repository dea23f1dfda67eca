import type { Indicator, ReportedValue } from "../document/index.ts";
import { directionOf } from "../indicators/performance.ts";
import type { Interval } from "../values/interval.ts";
import { numberOf } from "../values/value-number.ts";
import { compareSurveys, type SurveyDifference } from "./compare.ts";
import type { SurveyEstimate } from "./estimate.ts";
import { publishedEstimate } from "./published.ts";
import { type SurveyStatus, surveyStatus } from "./status.ts";

/** What a report's survey indicator says, with the uncertainty of its samples. Shares are fractions, though the report gives points. */
export interface SurveyIndicatorResult {
  /** Code of the indicator. */
  code: string;
  /** `null` where there is no number, or the report does not say how many were asked. */
  baseline: SurveyEstimate | null;
  /** As `baseline`. */
  actual: SurveyEstimate | null;
  /** In the unit of the estimate, a share as a fraction; `null` where it is no single number. */
  target: number | null;
  /** `null` without a target, a direction or an interval. */
  status: SurveyStatus | null;
  /** What baseline and actual say of a change; `null` where one of them is missing. */
  difference: SurveyDifference | null;
}

const isShare = ({ measurement }: Indicator): boolean => measurement?.measure === "survey-share";

/** The estimate that a column of a survey indicator states with its sample; `null` where there is no number or no sample. */
function estimateOf(
  indicator: Indicator,
  { value, sample }: ReportedValue,
  level: number,
): SurveyEstimate | null {
  const number = numberOf(value);
  const share = isShare(indicator);
  if (number === null || sample === undefined || (share && (number < 0 || number > 100))) return null;
  const { n, designEffect, se } = sample;
  return publishedEstimate(
    {
      kind: share ? "share" : "mean",
      estimate: share ? number / 100 : number,
      n,
      ...(designEffect !== undefined && { designEffect }),
      ...(se !== undefined && { se: share ? se / 100 : se }),
    },
    { level },
  );
}

/** The interval of a column of a survey indicator, in the indicator's own unit (shares in points); `null` where it has none. */
export function publishedOf(
  indicator: Indicator | undefined,
  column: "baseline" | "actual",
  { level }: { level: number },
): Interval | null {
  if (indicator === undefined) return null;
  const { low = null, high = null } = estimateOf(indicator, indicator[column], level) ?? {};
  if (low === null || high === null) return null;
  return isShare(indicator) ? { low: low * 100, high: high * 100 } : { low, high };
}

/**
 * The estimates of an indicator that was measured by a survey, from the values and samples that its report states.
 * @returns `null` where the indicator's measure is not `survey-share` or `survey-mean`.
 */
export function surveyIndicator(
  indicator: Indicator,
  { level = 0.95 }: { level?: number | undefined } = {},
): SurveyIndicatorResult | null {
  const measure = indicator.measurement?.measure;
  if (measure !== "survey-share" && measure !== "survey-mean") return null;
  const share = isShare(indicator);
  const estimate = (reported: ReportedValue) => estimateOf(indicator, reported, level);
  const [baseline, actual] = [estimate(indicator.baseline), estimate(indicator.actual)];
  const stated = numberOf(indicator.target.value);
  const target = stated === null ? null : share ? stated / 100 : stated;
  const direction = directionOf(indicator);
  const { maintain } = indicator;
  return {
    code: indicator.code,
    ...{ baseline, actual, target },
    status:
      target === null || direction === null || actual === null
        ? null
        : surveyStatus(actual, { target, direction, ...(maintain !== undefined && { maintain }) }),
    difference: baseline === null || actual === null ? null : compareSurveys(baseline, actual),
  };
}
