import type { ObservationTable } from "../observations/index.ts";
import { wholeOf } from "./cell-asks.ts";
import type { AxisUse, CellAsk } from "./kinds.ts";
import { type IndicatorPlan, isCount, type Plan } from "./plan.ts";
import { readGroups } from "./read-groups.ts";
import { type Node, type Reading, type Time, timeOf } from "./reading.ts";

/** The share of the total that reports disaggregate by the axes split by; NaN where it is unknown or none is. */
export function coverageOf(
  plan: Plan,
  table: ObservationTable,
  indicatorPlan: IndicatorPlan,
  nodes: ReadonlyMap<number, Node[]>,
  uses: readonly AxisUse[],
  asks: readonly CellAsk[],
  reading: (asks: readonly CellAsk[], time: Time) => Reading,
): number {
  const { definition } = indicatorPlan;
  if (
    plan.byAxes.length === 0 ||
    !isCount(definition) ||
    plan.byAxes.some((axis) => uses[axis]?.partition !== true)
  )
    return Number.NaN;
  const whole = wholeOf(plan, table, uses);
  if (whole === null) return Number.NaN;
  const own = [...asks.map((ask) => ({ ...ask, unknownOn: [] })), whole];
  const groups = readGroups(
    plan,
    { ...indicatorPlan, offset: 0 },
    reading(
      own.map((ask, offset) => ({ ...ask, offset })),
      timeOf(definition, false),
    ),
    nodes,
    { source: false, place: false, period: false },
  );
  let covered = 0;
  for (const [offset, { worths }] of groups) {
    if (offset === asks.length) continue;
    for (const { outcome } of worths)
      if (outcome.kind === "range" && outcome.low === outcome.high) covered += outcome.low;
  }
  let all = 0;
  for (const { outcome } of groups.get(asks.length)?.worths ?? [])
    if (outcome.kind === "range" && outcome.low === outcome.high) all += outcome.low;
    else return Number.NaN;
  return all === 0 ? Number.NaN : covered / all;
}
