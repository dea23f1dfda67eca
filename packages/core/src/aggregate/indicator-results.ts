import { STATUS_POLICY, type StatusPolicy, statusOf } from "../indicators/index.ts";
import type { ObservationTable } from "../observations/index.ts";
import { groupBy } from "../values/group-by.ts";
import { computeResults } from "./compute.ts";
import type { CellResult, ComputedIndicator } from "./computed-indicator.ts";
import type { MeasurementFramework } from "./definition.ts";
import { deriveResults } from "./derive-results.ts";
import { goalDay } from "./goals.ts";
import type { Query, ResultRow } from "./query.ts";
import { resultAt, resultRows } from "./result-rows.ts";
import { statusInput } from "./status-input.ts";

/** What to compute. */
export interface IndicatorResultOptions extends Omit<Query, "by"> {
  /** Axes, `period`, `source` or `place` to split the cells by; no cells without it. */
  by?: readonly string[];
  /** Thresholds of the statuses. Default: `STATUS_POLICY`. */
  policy?: StatusPolicy;
}

/**
 * Every indicator's value with percent of target, progress, status, and its cells on the axes asked for. One day holds for all of them: `on`,
 * else the day of `asOf`, else the day that the framework's report speaks for. The target, baseline and milestones in force on it are used;
 * without a day there is no status.
 * @throws RangeError where the query names what neither framework nor table knows.
 */
export function indicatorResults(
  framework: MeasurementFramework,
  table: ObservationTable,
  options: IndicatorResultOptions = {},
): ComputedIndicator[] {
  const { by = [], policy = STATUS_POLICY, ...query } = options;
  const totals = computeResults(framework, table, query);
  const split = by.length > 0 ? computeResults(framework, table, { ...query, by: [...by] }) : null;
  const cells = groupBy(split === null ? [] : resultRows(split), ({ indicator }) => indicator);
  const day = goalDay(framework, query);
  const definitions = new Map(framework.indicators.map((definition) => [definition.code, definition]));
  const members = totals.dimensions[0]?.members ?? [];
  const indexOfKey = new Map(Array.from(totals.keys ?? members.keys(), (key, index) => [key, index]));
  const results = members.flatMap((code, indicator): ComputedIndicator[] => {
    const definition = definitions.get(code);
    if (definition === undefined) return [];
    const index = indexOfKey.get(indicator);
    const row = index === undefined ? silent(code) : resultAt(totals, index);
    const { value, reason, bounds, percentOfTarget, progress, undefinedBecause, count } = row;
    const coverage = split?.coverage[indicator] ?? Number.NaN;
    return [
      {
        code,
        value,
        reason,
        bounds,
        percentOfTarget,
        progress,
        undefinedBecause,
        status: statusOf(statusInput(definition, framework, row, day), { policy }),
        count,
        levels: row.levels,
        carried: row.carried,
        coverage: Number.isNaN(coverage) ? null : coverage,
        replaced: totals.replaced[indicator] ?? 0,
        repeated: totals.repeated[indicator] ?? 0,
        cells: cells.get(code)?.map(cellOf) ?? [],
      },
    ];
  });
  return deriveResults(framework, results, { on: day, policy });
}

const cellOf = ({ indicator, levels, count, progress, undefinedBecause, ...cell }: ResultRow): CellResult =>
  cell;

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
