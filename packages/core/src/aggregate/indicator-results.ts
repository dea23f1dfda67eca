import { STATUS_POLICY, type Status, type StatusPolicy, statusOf } from "../indicators/index.ts";
import type { ObservationTable } from "../observations/index.ts";
import { type CalendarDate, elapsedShare } from "../values/date.ts";
import type { Value } from "../values/value.ts";
import { NONE, numberValue } from "../values/value-number.ts";
import { computeResults } from "./compute.ts";
import type { Goal, IndicatorDefinition, MeasurementFramework } from "./definition.ts";
import type { Query, ResultReason, ResultRow } from "./query.ts";
import { resultAt, resultRows } from "./result-rows.ts";

/** One cell of an indicator's disaggregation. */
export interface CellResult {
  at: Record<string, string>;
  value: number | null;
  reason: ResultReason | null;
  bounds: ResultRow["bounds"];
  reported: number | null;
  carried: string | null;
}

/** An indicator in all, and by the axes that were asked for. */
export interface IndicatorResult {
  code: string;
  value: number | null;
  reason: ResultReason | null;
  bounds: ResultRow["bounds"];
  /** Fractions, never cut off: 1.25 is 125 %. */
  percentOfTarget: number | null;
  progress: number | null;
  undefinedBecause: ResultRow["undefinedBecause"];
  status: Status;
  /** Observations that the figure rests on. */
  count: number;
  /** Of a scale: reports by level, lowest first. */
  levels: number[] | null;
  /** The period that the value was carried forward from; `null` where none of it was. */
  carried: string | null;
  /** The share of the total that reports disaggregate by the axes asked for; `null` where none was asked for or it is unknown. */
  coverage: number | null;
  /** Rows that a later row replaced. */
  replaced: number;
  /** Rows that said again what another row says; they count once. */
  repeated: number;
  cells: CellResult[];
}

/** What to compute. */
export interface IndicatorResultOptions extends Omit<Query, "by"> {
  /** Axes, `period`, `source` or `place` to split the cells by; no cells without it. */
  by?: readonly string[];
  policy?: StatusPolicy;
}

/** The goal in force on a day: of those that fit, the one revised last. */
const inForce = (goals: readonly Goal[] | undefined, fits: (goal: Goal) => boolean, day: string) =>
  (goals ?? [])
    .filter((goal) => fits(goal) && (goal.since ?? "") <= day)
    .reduce<Goal | null>((last, goal) => ((goal.since ?? "") >= (last?.since ?? "") ? goal : last), null);

const goalValue = (goal: Goal | null): Value => {
  if (goal === null) return NONE;
  return goal.value === null ? { kind: "tbd" } : numberValue(goal.value);
};
const named = (goal: Goal): string[] => Object.keys(goal.at ?? {});

/** The milestone of now, or, of those for periods, that of the last period that has ended. */
function milestoneOn(
  { milestones }: IndicatorDefinition,
  framework: MeasurementFramework,
  day: CalendarDate,
): Value {
  const now = inForce(milestones, (goal) => named(goal).length === 0, day);
  if (now !== null) return goalValue(now);
  const ended = framework.periods.filter(({ end }) => end <= day).sort((a, b) => (a.end < b.end ? 1 : -1));
  for (const { id } of ended) {
    const due = inForce(milestones, (goal) => named(goal).join() === "period" && goal.at?.period === id, day);
    if (due !== null) return goalValue(due);
  }
  return NONE;
}

/**
 * The day that figures without `asOf` speak for: the end of the last period that anything was reported for. `null` where nothing
 * was.
 */
export function lastReportedDay(
  framework: MeasurementFramework,
  table: ObservationTable,
): CalendarDate | null {
  const reported = new Set(table.facets.period.map((period) => table.periods.texts[period]));
  return framework.periods.reduce<string | null>(
    (last, { id, end }) => (reported.has(id) && end > (last ?? "") ? end : last),
    null,
  );
}

/**
 * Every indicator's figure with percent of target, progress, status, and its cells on the axes asked for. The status compares with the
 * milestone, else with the share of the project's time that has passed on the day of `asOf`, or, without one, at the end of the last
 * period that was reported for.
 * @throws RangeError where the query names what neither framework nor table knows.
 */
export function indicatorResults(
  framework: MeasurementFramework,
  table: ObservationTable,
  options: IndicatorResultOptions = {},
): IndicatorResult[] {
  const { by = [], policy = STATUS_POLICY, ...query } = options;
  const totals = computeResults(framework, table, query);
  const cells = new Map<string, CellResult[]>();
  const split = by.length > 0 ? computeResults(framework, table, { ...query, by: [...by] }) : null;
  if (split !== null)
    for (const { indicator, at, value, reason, bounds, reported, carried } of resultRows(split)) {
      const list = cells.get(indicator);
      const cell = { at, value, reason, bounds, reported, carried };
      if (list === undefined) cells.set(indicator, [cell]);
      else list.push(cell);
    }
  const day = options.asOf?.slice(0, 10) ?? lastReportedDay(framework, table);
  const { start, end } = framework;
  const elapsed =
    start === undefined || end === undefined || day === null ? null : elapsedShare(start, end, day);
  const definitions = new Map(framework.indicators.map((definition) => [definition.code, definition]));
  const places = new Map((totals.dimensions[0]?.members ?? []).map((code, place) => [code, place]));
  const placeOf = new Map<number, number>();
  totals.keys?.forEach((key, at) => {
    placeOf.set(key, at);
  });
  return [...places].flatMap(([code, place]) => {
    const definition = definitions.get(code);
    const at = totals.keys === null ? place : placeOf.get(place);
    if (definition === undefined) return [];
    const row = at === undefined ? silent(code) : resultAt(totals, at);
    const { value, reason, bounds, percentOfTarget, progress, undefinedBecause, count } = row;
    const coverage = split?.coverage[place] ?? Number.NaN;
    const total = (goal: Goal) => named(goal).length === 0;
    const on = day ?? "9999-12-31";
    const status = statusOf(
      {
        baseline: goalValue(inForce(definition.baselines, total, on)),
        target: goalValue(inForce(definition.targets, total, on)),
        actual: value === null ? NONE : numberValue(value),
        milestone: milestoneOn(definition, framework, on),
        elapsed,
        ...(definition.direction !== undefined && { direction: definition.direction }),
      },
      policy,
    );
    return [
      {
        code,
        value,
        reason,
        bounds,
        percentOfTarget,
        progress,
        undefinedBecause,
        status,
        count,
        levels: row.levels,
        carried: row.carried,
        coverage: Number.isNaN(coverage) ? null : coverage,
        replaced: totals.replaced[place] ?? 0,
        repeated: totals.repeated[place] ?? 0,
        cells: cells.get(code) ?? [],
      },
    ];
  });
}

const silent = (indicator: string): ResultRow => ({
  indicator,
  at: {},
  value: null,
  reason: "no-actual",
  bounds: null,
  reported: null,
  carried: null,
  levels: null,
  count: 0,
  target: null,
  percentOfTarget: null,
  progress: null,
  undefinedBecause: "no-actual",
});
