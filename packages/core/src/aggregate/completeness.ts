import type { ObservationTable } from "../observations/index.ts";
import type { Breakdown } from "../observations/report-counts.ts";
import { placesOf, reportCountsOf, usesOf } from "../observations/use.ts";
import { areRelated, type Geometry, periodsMeet } from "./geometry.ts";
import { type AxisUse, axisUses } from "./kinds.ts";

// When a value is a plain sum over rows: every report states every category, and no report's place or period is part of another's.

/** Whether no row of an indicator is of a place that is part of another one's; `asked`: the query names places. */
export function placesApart(
  table: ObservationTable,
  geometry: Geometry,
  code: number,
  asked: boolean,
): boolean {
  const kinds = usesOf(table)[code]?.placeKinds;
  if (kinds?.has(0)) return kinds.size === 1 && !asked;
  if (!geometry.tree) return true;
  if (asked) return false;
  const all = [...(placesOf(table)[code] ?? [])];
  return all.every((a, index) => all.slice(index + 1).every((b) => !areRelated(geometry, a, b)));
}

/** Whether no row of an indicator is of a period that shares days with another one's, or with one that is asked for. */
export function periodsApart(
  table: ObservationTable,
  geometry: Geometry,
  code: number,
  asked: Int32Array | null,
): boolean {
  if (!geometry.periodsMeet) return true;
  const own = [...(usesOf(table)[code]?.periods ?? [])].sort((a, b) =>
    (geometry.start[a] ?? "") < (geometry.start[b] ?? "") ? -1 : 1,
  );
  for (let index = 1; index < own.length; index += 1)
    if ((geometry.start[own[index] as number] ?? "") <= (geometry.end[own[index - 1] as number] ?? ""))
      return false;
  if (asked === null) return true;
  for (const [period, member] of asked.entries())
    if (member >= 0)
      for (const each of own) if (each !== period && periodsMeet(geometry, each, period)) return false;
  return true;
}

/** Whether every report of an indicator, whose rows all name the same axes, states every category of them. */
export function reportsComplete(
  table: ObservationTable,
  code: number,
  axisMask: number,
  time: number,
): boolean {
  if (axisMask === 0) return true;
  if (table.sameKey === "add") return false;
  return reportCountsOf(table, time)[code]?.every((each) => isComplete(table, code, each)) ?? false;
}

/**
 * Whether every report of an indicator has one breakdown, by partitions alone, and states it whole: what it says of a cell is either a sum
 * of its rows, or from nothing to the sum of those that could be of the cell.
 */
export function reportsOfOneBreakdown(table: ObservationTable, code: number, time: number): boolean {
  if (table.sameKey === "add") return false;
  const breakdowns = reportCountsOf(table, time)[code] ?? null;
  const { axes } = table.combinations;
  const isPartition = (mask: number) =>
    axes.every(({ kind }, axis) => (mask & (1 << axis)) === 0 || kind === "partition");
  return (
    breakdowns !== null &&
    breakdowns.length > 0 &&
    breakdowns.every((each) => isPartition(each.axisMask) && isComplete(table, code, each))
  );
}

/**
 * Whether reports state every combination of their categories, and where they name `unknown` on an axis, every one with it. Each row has keys
 * of its own, so that none has more: where there are as many rows as there would have to be, each report is complete.
 */
export function isComplete(
  table: ObservationTable,
  code: number,
  { axisMask, rows, reports }: Breakdown,
): boolean {
  if (axisMask === 0) return true;
  const uses = axisUses(table, usesOf(table)[code]?.combinations ?? []);
  let needed = 0;
  for (const [unknown, count] of reports) needed += count * combinationsNeeded(uses, axisMask, unknown);
  return rows === needed;
}

/** Rows that a complete report has; `unknown`: axes on which it names that category. */
function combinationsNeeded(uses: readonly AxisUse[], axisMask: number, unknown: number): number {
  return uses.reduce(
    (product, { axis, categories }) =>
      (axisMask & (1 << axis)) === 0
        ? product
        : product * (categories.length + ((unknown & (1 << axis)) === 0 ? 0 : 1)),
    1,
  );
}
