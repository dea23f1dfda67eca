import { type ObservationTable, reportCountsOf, usesOf } from "../observations/index.ts";
import { areRelated, type Geometry, periodsMeet } from "./geometry.ts";
import { axisUses } from "./kinds.ts";

// When a value is a plain sum over rows: every report states every category, and no report's place or period is part of another's.

/** Whether no row of an indicator is of a place that is part of another one's; `asked`: the query names places. */
export function placesApart(
  table: ObservationTable,
  geometry: Geometry,
  code: number,
  asked: boolean,
): boolean {
  const places = usesOf(table)[code]?.places ?? new Set<number>();
  if (places.has(0)) return places.size === 1 && !asked;
  if (!geometry.tree) return true;
  if (asked) return false;
  const all = [...places];
  return all.every((a, index) => all.slice(index + 1).every((b) => !areRelated(geometry, a, b)));
}

/** Whether no row of an indicator is of a period that shares days with another one's, or with one that is asked for. */
export function periodsApart(
  table: ObservationTable,
  geometry: Geometry,
  code: number,
  asked: Int32Array | null,
): boolean {
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
  const { known, reports } = reportCountsOf(table, time);
  return known[code] === (reports[code] ?? 0) * combinationsNeeded(table, code, axisMask);
}

/** Rows that a complete report has. */
export function combinationsNeeded(table: ObservationTable, code: number, axisMask: number): number {
  return axisUses(table, usesOf(table)[code]?.combinations ?? []).reduce(
    (product, { axis, categories }) =>
      (axisMask & (1 << axis)) === 0 ? product : product * categories.length,
    1,
  );
}
