import {
  type CalendarDate,
  type FrameworkDocument,
  type Indicator,
  type Outcome,
  type Output,
  type ReportedValue,
  valueState,
} from "@cadre/core";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { message } from "../../messages.ts";
import type { IatiIndicator, IatiPeriod } from "../periods.ts";
import type { Losses } from "./notices.ts";
import { CODES, type Result, TYPES } from "./results-read.ts";
import { narratives, valueElements } from "./values.ts";

const PERCENT = "2";
const NONE: ReportedValue = { value: { kind: "none" } };

/** The days that reported values are placed in. `asOf`: the day that a report speaks for. */
interface Span {
  start: CalendarDate | null;
  end: CalendarDate | null;
  asOf: CalendarDate | null;
}

const isNone = ({ value, breakdown }: ReportedValue): boolean =>
  valueState(value) === "none" && breakdown === undefined;
const isPercent = (indicator: Indicator): boolean =>
  [indicator.target, indicator.actual, indicator.baseline].some(
    ({ value }) => value.kind === "number" && value.unit === "%",
  ) || indicator.unit === "%";

function periodsOf(
  indicator: Indicator,
  path: string,
  span: Span,
  percent: boolean,
  losses: Losses,
): IatiPeriod[] {
  const { start, end, asOf } = span;
  const { target, milestone, actual } = indicator;
  if ([target, milestone, actual].every(isNone)) return [];
  if (start === null || end === null) {
    losses.lose(path, message(en.projectDaysMissing, fr.projectDaysMissing));
    return [];
  }
  const data = (value: ReportedValue, column: string) =>
    valueElements(value, `${path}/${column}`, percent, losses);
  const period = (
    until: CalendarDate,
    column: "target" | "milestone",
    actuals: ReportedValue,
  ): IatiPeriod => {
    const [targeted, reached] = [data(indicator[column], column), data(actuals, "actual")];
    return {
      "period-start": { "iso-date": start },
      "period-end": { "iso-date": until },
      ...(targeted.length > 0 && { target: targeted }),
      ...(reached.length > 0 && { actual: reached }),
    };
  };
  if (asOf !== null && asOf > start && asOf < end && !(isNone(milestone) && isNone(actual)))
    return [period(asOf, "milestone", actual), ...(isNone(target) ? [] : [period(end, "target", NONE)])];
  if (!isNone(milestone))
    losses.lose(`${path}/milestone`, message(en.milestoneWithoutDay, fr.milestoneWithoutDay));
  return [period(end, "target", actual)];
}

function indicatorData(indicator: Indicator, span: Span, losses: Losses): IatiIndicator {
  const path = `indicators/${indicator.code}`;
  const percent = isPercent(indicator);
  const baseline = valueElements(indicator.baseline, `${path}/baseline`, percent, losses);
  if (baseline.length > 0 && span.start === null)
    losses.lose(`${path}/baseline`, message(en.baselineWithoutYear, fr.baselineWithoutYear));
  const { direction, disaggregation, measurement } = indicator;
  losses.loseEach({
    [`${path}/direction`]: direction === "maintain" ? direction : null,
    [`${path}/disaggregation`]: disaggregation,
    [`${path}/measurement`]: measurement,
  });
  const { start } = span;
  const periods = periodsOf(indicator, path, span, percent, losses);
  return {
    measure: percent ? PERCENT : "1",
    ...(direction === "decrease" && { ascending: "0" }),
    ...(direction === "increase" && { ascending: "1" }),
    title: narratives(indicator.text),
    ...(indicator.remark !== undefined && { description: narratives(indicator.remark) }),
    reference: [{ vocabulary: "99", code: indicator.code, "indicator-uri": CODES }],
    ...(baseline.length > 0 &&
      start !== null && { baseline: baseline.map((each) => ({ year: start.slice(0, 4), ...each })) }),
    ...(periods.length > 0 && { period: periods }),
  };
}

/** Outcomes and outputs as results. A code is on the indicators, or, of a result without any, on the result itself. */
export function resultsData(document: FrameworkDocument, losses: Losses): Result[] {
  const { startDate: start, endDate: end } = document.project;
  const span = { start, end, asOf: document.report?.asOf ?? null };
  const resultOf = (type: string, { code, title, indicators }: Outcome | Output): Result => ({
    type,
    title: narratives(title),
    // The standard wants references on the result or on its indicators, not on both.
    ...(indicators.length === 0 && { reference: [{ vocabulary: "99", code, "vocabulary-uri": CODES }] }),
    indicator: indicators.map((each) => indicatorData(each, span, losses)),
  });
  return document.outcomes.flatMap((outcome) => {
    losses.loseEach({ [`outcomes/${outcome.code}/rating`]: outcome.rating });
    return [
      resultOf(TYPES.outcome, outcome),
      ...outcome.outputs.map((output) => resultOf(TYPES.output, output)),
    ];
  });
}
