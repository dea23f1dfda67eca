import { type FrameworkDocument, indicatorsOf, type ReportedValue } from "../document/index.ts";
import { measurementFor, unitOf } from "../indicators/index.ts";
import type { Axis } from "../values/axis.ts";
import type { Period } from "../values/period.ts";
import { cellGoals } from "./cell-goals.ts";
import type { Goal, MeasurementFramework } from "./definition.ts";

/** What observations bring that a document may not state. */
export interface MeasurementOptions {
  /** Axes beside the document's own; one of a name that it has is left out. */
  axes?: readonly Axis[];
  /** Periods in place of the document's. */
  periods?: readonly Period[];
  /** Names the revision of the framework, so that a value can say which one it was computed under. Default: none. */
  revision?: string;
}

/** A value of the table as a goal; one that is nothing, or words, is no goal. */
const goalOf = ({ value }: ReportedValue): Goal[] => {
  if (value.kind === "number") return [{ value: value.value }];
  return value.kind === "tbd" ? [{ value: null }] : [];
};

/**
 * What observations of a document's indicators are read against: its indicators with baseline, target and milestone, its axes and
 * periods. Indicators without a `measurement` are taken for counts that add up, or, where their values are in `%`, for percentages
 * whose last value counts.
 */
export function measurementOf(
  document: FrameworkDocument,
  options: MeasurementOptions = {},
): MeasurementFramework {
  const { startDate, endDate } = document.project;
  const reportDay = document.report?.asOf ?? null;
  const own = document.axes ?? [];
  const names = new Set(own.map(({ name }) => name));
  const axes = [...own, ...(options.axes ?? []).filter(({ name }) => !names.has(name))];
  return {
    format: "cadre/measurement",
    ...(options.revision !== undefined && { revision: options.revision }),
    indicators: indicatorsOf(document).map(({ indicator }) => {
      const { code, text, direction, maintain, formula, baseline, target, milestone } = indicator;
      const unit = unitOf(indicator);
      return {
        code,
        text,
        ...(unit !== null && { unit }),
        ...(direction !== undefined && { direction }),
        ...(maintain !== undefined && { maintain }),
        ...measurementFor(indicator),
        ...(formula !== undefined && { formula }),
        baselines: [...goalOf(baseline), ...cellGoals(baseline, axes)],
        targets: [...goalOf(target), ...cellGoals(target, axes)],
        // A report's milestone is due on the day that the report speaks for.
        milestones: goalOf(milestone).map((goal) => (reportDay === null ? goal : { ...goal, by: reportDay })),
      };
    }),
    axes,
    periods: [...(options.periods ?? document.periods ?? [])],
    ...(startDate !== null && { start: startDate }),
    ...(endDate !== null && { end: endDate }),
    ...(reportDay !== null && { reportDay }),
  };
}
