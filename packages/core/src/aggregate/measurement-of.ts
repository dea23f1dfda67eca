import {
  type FrameworkDocument,
  indicatorsOf,
  type Measurement,
  type ReportedValue,
} from "../document/index.ts";
import { unitOf } from "../indicators/index.ts";
import type { Axis } from "../values/axis.ts";
import type { Period } from "../values/period.ts";
import type { Goal, MeasurementFramework } from "./definition.ts";

/** What observations bring that a document may not tell. */
export interface MeasurementOptions {
  /** Axes beside the document's own; one of a name that it has is left out. */
  axes?: readonly Axis[];
  /** Periods in place of the document's. */
  periods?: readonly Period[];
  revision?: string;
}

/**
 * How an indicator is measured that does not say so: percentages keep the last figure that was reported, everything else is a count
 * that each period adds to; sources and places add up.
 */
const usual = (percent: boolean): Measurement => ({
  measure: percent ? "percentage" : "count",
  accumulation: percent ? "latest" : "sum",
  combination: { sources: "sum", places: "sum" },
});

/** A figure of the table as a goal; one that is nothing, or words, is no goal. */
const goalOf = ({ value }: ReportedValue): Goal[] => {
  if (value.kind === "number") return [{ value: value.value }];
  return value.kind === "tbd" ? [{ value: null }] : [];
};

/**
 * What observations of a document's indicators are read against: its indicators with baseline, target and milestone, its axes and
 * periods. Indicators without a `measurement` are taken for counts that add up, or, where their figures are in `%`, for percentages
 * whose last figure stands.
 */
export function measurementOf(
  document: FrameworkDocument,
  options: MeasurementOptions = {},
): MeasurementFramework {
  const { startDate, endDate } = document.project;
  const reportDay = document.report?.asOf ?? null;
  const own = document.axes ?? [];
  const names = new Set(own.map(({ name }) => name));
  return {
    format: "cadre/measurement",
    ...(options.revision !== undefined && { revision: options.revision }),
    indicators: indicatorsOf(document).map(({ indicator }) => {
      const { code, text, direction, maintain, measurement, baseline, target, milestone } = indicator;
      const unit = unitOf(indicator);
      return {
        code,
        text,
        ...(unit !== null && { unit }),
        ...(direction !== undefined && { direction }),
        ...(maintain !== undefined && { maintain }),
        ...(measurement ?? usual(unit === "%")),
        baselines: goalOf(baseline),
        targets: goalOf(target),
        // A report's milestone is due on the day that the report speaks for.
        milestones: goalOf(milestone).map((goal) => (reportDay === null ? goal : { ...goal, by: reportDay })),
      };
    }),
    axes: [...own, ...(options.axes ?? []).filter(({ name }) => !names.has(name))],
    periods: [...(options.periods ?? document.periods ?? [])],
    ...(startDate !== null && { start: startDate }),
    ...(endDate !== null && { end: endDate }),
    ...(reportDay !== null && { reportDay }),
  };
}
