import type { ObservationTable } from "../observations/index.ts";
import { usesOf } from "../observations/use.ts";
import { asksOf } from "./cell-asks.ts";
import { combineWorths, countedWorths, isMean, levelsOf, shownOf } from "./combine-worths.ts";
import { coverageOf } from "./coverage.ts";
import { flatResults, isFlat } from "./flat-results.ts";
import { axisUses, type CellAsk } from "./kinds.ts";
import { nodesBySource } from "./nodes-by-source.ts";
import type { PartialResult, ReadIndicatorResults } from "./partial-result.ts";
import { type IndicatorPlan, isCount, isRatio, type Plan } from "./plan.ts";
import { type Group, readGroups } from "./read-groups.ts";
import { type Reading, type Time, timeOf } from "./reading.ts";

/** The values of one indicator from its rows in force, by group. */
export function resultsOfReports(
  plan: Plan,
  table: ObservationTable,
  indicatorPlan: IndicatorPlan,
  rows: readonly number[],
  /** Notes which rows each value rests on. */
  explain?: boolean,
): ReadIndicatorResults {
  const { definition, code } = indicatorPlan;
  const uses = axisUses(table, usesOf(table)[code]?.combinations ?? []);
  const scale =
    (isCount(definition) || isRatio(definition)) && Number.isFinite(indicatorPlan.scale)
      ? indicatorPlan.scale
      : 1;
  const time = timeOf(definition, plan.strides.has("period"));
  const asks = asksOf(plan, table, uses);
  const cut = {
    source: plan.strides.has("source"),
    place: plan.strides.has("place"),
    period: plan.strides.has("period"),
  };
  const reading = (own: readonly CellAsk[], how: Time): Reading => ({
    ...{
      table,
      geometry: plan.geometry,
      uses,
      asks: own,
      time: how,
      placesAdd: definition.combination.places === "sum",
    },
    slack: Number.isFinite(indicatorPlan.scale) ? 0 : 1e-9 * (table.profile.magnitude[code] ?? 0),
    shapes: new Map(),
  });
  if (explain !== true && asks.length > 0 && isFlat(plan, table, indicatorPlan) && time === "add")
    return flatResults(plan, indicatorPlan, reading, uses, asks, table, rows, scale);
  const nodes = nodesBySource(
    table,
    rows,
    scale,
    isCount(definition) && (table.profile.negative[code] ?? 0) === 0,
    isRatio(definition),
  );
  const groups =
    asks.length === 0
      ? new Map<number, Group>()
      : readGroups(plan, indicatorPlan, reading(asks, time), nodes, cut);
  const parts = new Map<number, PartialResult>();
  for (const [offset, group] of groups) {
    const part = partOf(plan, indicatorPlan, group, scale);
    if (part !== null) parts.set(offset, part);
  }
  return { parts, coverage: coverageOf(plan, table, indicatorPlan, nodes, uses, asks, reading) };
}

/** A group's value; `null` where nothing was reported. */
function partOf(
  plan: Plan,
  { definition }: IndicatorPlan,
  group: Group,
  scale: number,
): PartialResult | null {
  const { worths, named, seen, until } = group;
  if (worths.length === 0 || !named) return null;
  const { geometry } = plan;
  const counted = countedWorths(geometry, definition, worths);
  const shown = shownOf(combineWorths(geometry, definition, counted), definition, scale);
  const exact = counted.filter(
    ({ outcome }) => outcome.kind !== "none" && (outcome.kind !== "range" || outcome.reason === null),
  );
  const nothing = isCount(definition) ? 0 : Number.NaN;
  const stated =
    shown.reason === null
      ? shown.value
      : isMean(definition)
        ? Number.NaN
        : exact.length === 0
          ? nothing
          : shownOf(combineWorths(geometry, definition, exact), definition, scale).value;
  let carried: string | null = null;
  if (definition.accumulation === "cumulative") {
    const oldest = worths.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY);
    if (oldest < (until < 0 ? seen : until)) carried = plan.periodIds[oldest] ?? null;
  }
  return {
    ...shown,
    reported: stated,
    carried,
    levels: definition.measure === "scale" ? levelsOf(definition, worths) : null,
    rows: worths.flatMap(({ rows }) => rows),
  };
}
