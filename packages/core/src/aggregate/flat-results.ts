import type { ObservationTable } from "../observations/index.ts";
import { CHUNK, chunkOf } from "../observations/table.ts";
import { wholeOf } from "./cell-asks.ts";
import { periodsApart, placesApart } from "./completeness.ts";
import { CONTRADICTS, NAMED, REPORTED, sumFlatReports } from "./flat-reports.ts";
import type { AxisUse, CellAsk } from "./kinds.ts";
import type { PartialResult, ReadIndicatorResults } from "./partial-result.ts";
import { type IndicatorPlan, isCount, type Plan, staysExact } from "./plan.ts";
import type { Reading, Time } from "./reading.ts";

/** Whether an indicator's reports are independent of one another, and everything adds up exactly. */
export function isFlat(
  plan: Plan,
  table: ObservationTable,
  { definition, code, scale }: IndicatorPlan,
): boolean {
  const { combination } = definition;
  return (
    isCount(definition) &&
    combination.sources === "sum" &&
    combination.places === "sum" &&
    (table.profile.negative[code] ?? 0) === 0 &&
    (table.profile.unvalued[code] ?? 0) === 0 &&
    table.sameKey !== "add" &&
    table.ids.texts.length === 1 &&
    staysExact(table, code, scale) &&
    placesApart(table, plan.geometry, code, plan.memberOf.has("place")) &&
    periodsApart(table, plan.geometry, code, plan.memberOf.get("period") ?? null) &&
    (plan.strides.get("indicator") ?? 1) <= MAX_FLAT
  );
}
const MAX_FLAT = 2 ** 22;

/** The values of such an indicator. */
export function flatResults(
  plan: Plan,
  { definition, offset }: IndicatorPlan,
  reading: (asks: readonly CellAsk[], time: Time) => Reading,
  uses: readonly AxisUse[],
  asks: readonly CellAsk[],
  table: ObservationTable,
  rows: readonly number[],
  scale: number,
): ReadIndicatorResults {
  const splits = plan.byAxes.length > 0 && plan.byAxes.every((axis) => uses[axis]?.partition === true);
  const whole = splits ? wholeOf(plan, table, uses) : null;
  const covers = whole !== null;
  const all = covers ? [...asks, whole] : asks;
  const width = plan.strides.get("indicator") ?? 1;
  const sums = sumFlatReports(
    ...([plan, reading(all, "add"), rowsAsked(plan, table, rows)] as const),
    ...([scale, width, covers ? asks.length : -1] as const),
  );
  const parts = new Map<number, PartialResult>();
  const needsName = new Set(asks.filter(({ unknownOn }) => unknownOn.length > 0).map((ask) => ask.offset));
  // Offsets of cells are those of their axes alone: whether a group is of such a cell is reported by its axes' digits.
  const isUnknown = (group: number) => needsName.size > 0 && needsName.has(axesPart(plan, table, group));
  for (let group = 0; group < width; group += 1) {
    const state = sums.state[group] as number;
    if ((state & REPORTED) === 0 || ((state & NAMED) === 0 && isUnknown(group))) continue;
    const [low, high] = [sums.low[group] as number, sums.high[group] as number];
    const reason = low === high ? null : (state & CONTRADICTS) !== 0 ? "marginals-contradict" : "bounds-only";
    parts.set(offset + group, {
      value: reason === null ? low / scale : Number.NaN,
      reason,
      low: reason === null ? Number.NaN : low / scale,
      high: reason === null ? Number.NaN : high / scale,
      reported: reason === null ? low / scale : (sums.exact[group] as number) / scale,
      carried: null,
      levels: definition.measure === "scale" ? [] : null,
      rows: [],
      count: sums.count[group] as number,
    });
  }
  const { covered, total } = sums;
  return { parts, coverage: covers && total > 0 ? covered / total : Number.NaN };
}

/** Rows of the places and periods that are asked for, where none is part of another. */
function rowsAsked(plan: Plan, table: ObservationTable, rows: readonly number[]): readonly number[] {
  const [places, periods] = [plan.memberOf.get("place"), plan.memberOf.get("period")];
  if (places === undefined && periods === undefined) return rows;
  const { period } = table.cellKeys;
  return rows.filter((row) => {
    const chunk = chunkOf(table, row);
    const index = row % CHUNK;
    return (
      (places === undefined || (places[chunk.place[index] as number] as number) >= 0) &&
      (periods === undefined || (periods[period[chunk.cellKey[index] as number] as number] as number) >= 0)
    );
  });
}

/** The part of a group's number that its axes make. */
function axesPart(plan: Plan, table: ObservationTable, group: number): number {
  let part = 0;
  for (const axis of plan.byAxes) {
    const name = table.combinations.axes[axis]?.name ?? "";
    const stride = plan.strides.get(name) ?? 1;
    const size = plan.dimensions.find((dimension) => dimension.name === name)?.members.length ?? 1;
    part += (Math.floor(group / stride) % size) * stride;
  }
  return part;
}
