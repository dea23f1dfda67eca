import type { ObservationTable } from "../observations/index.ts";
import { rowsBesideOf } from "../observations/use.ts";
import { quotient } from "../values/fraction.ts";
import type { Sums } from "./accumulate.ts";
import { compareGoals } from "./compare-goals.ts";
import { settleOpen } from "./open-sums.ts";
import type { PartialResult } from "./partial-result.ts";
import { type IndicatorPlan, isCount, isRatio, type Plan } from "./plan.ts";
import { reasonCode as code, type ResultSet } from "./query.ts";
import { applySilence } from "./silence.ts";

const NO_ACTUAL = code("no-actual");
const DENOMINATOR_MISSING = code("denominator-missing");
const DENOMINATOR_ZERO = code("denominator-zero");

/** Sums and parts made values, with what is wanted of them beside. `own`: the sums are not needed afterwards and become the values. */
export function finish(
  plan: Plan,
  table: ObservationTable,
  sums: Sums,
  parts: ReadonlyMap<number, PartialResult>,
  coverage: ReadonlyMap<IndicatorPlan, number>,
  own = false,
): ResultSet {
  const used = sums.keyIndex?.size ?? plan.groupCount;
  const group = sums.keyIndex === null ? null : sparseKeys(sums, parts);
  const size = group?.length ?? used;
  const { target, baseline } = plan.goals;
  const reuse = own && group === null;
  const results: ResultSet = {
    dimensions: plan.dimensions,
    size,
    keys: group,
    value: reuse ? sums.sum.subarray(0, size) : new Float64Array(size),
    reason: new Uint8Array(size),
    count: reuse ? sums.count.subarray(0, size) : new Uint32Array(size),
    bounds: null,
    target:
      target instanceof Map ? Float64Array.from(group ?? [], (key) => target.get(key) ?? Number.NaN) : target,
    percentOfTarget: new Float64Array(size),
    percentReason: new Uint8Array(size),
    progress: baseline && new Float64Array(size),
    progressReason: new Uint8Array(size),
    reported: null,
    carried: null,
    levels: null,
    coverage: Float64Array.from(
      plan.indicatorPlans,
      (indicatorPlan) => coverage.get(indicatorPlan) ?? Number.NaN,
    ),
    ...rowsBeside(plan, table),
  };
  if (group === null) {
    const width = plan.indicatorPlans.length === 0 ? 0 : plan.groupCount / plan.indicatorPlans.length;
    for (const indicatorPlan of plan.indicatorPlans) {
      const from = indicatorPlan.offset;
      if (indicatorPlan.open) {
        results.coverage[plan.indicatorPlans.indexOf(indicatorPlan)] = settleOpen(
          plan,
          table,
          results,
          sums,
          indicatorPlan,
        );
      } else if (isRatio(indicatorPlan.definition))
        settleRatios(results, sums, indicatorPlan, from, from + width);
      else settleSums(results, sums, indicatorPlan.scale, from, from + width);
    }
    for (const [key, part] of parts) putPart(results, key, part);
  } else {
    const width = plan.strides.get("indicator") ?? 1;
    const slotOfKey = new Map(Array.from({ length: used }, (_, slot) => [sums.keyIndex?.keys[slot], slot]));
    for (const [index, key] of group.entries()) {
      const part = parts.get(key);
      const slot = slotOfKey.get(key);
      const indicatorPlan = plan.indicatorPlans[Math.floor(key / width)];
      if (slot !== undefined && indicatorPlan !== undefined)
        settleAt(results, index, sums, slot, indicatorPlan);
      if (part !== undefined) putPart(results, index, part);
    }
  }
  for (const [index, indicatorPlan] of plan.indicatorPlans.entries())
    if (
      indicatorPlan.additive &&
      !indicatorPlan.open &&
      !coverage.has(indicatorPlan) &&
      disaggregates(plan, table, indicatorPlan)
    )
      results.coverage[index] = wholly(results, plan, indicatorPlan);
  applySilence(plan, table, results);
  compareGoals(plan, results);
  return results;
}

/** Whether what reports break down is asked for, of an indicator whose reports all do. */
const disaggregates = (plan: Plan, table: ObservationTable, { definition, code }: IndicatorPlan): boolean =>
  plan.byAxes.length > 0 &&
  isCount(definition) &&
  (table.profile.negative[code] ?? 0) === 0 &&
  plan.byAxes.every((axis) => table.combinations.axes[axis]?.kind === "partition");

/** 1, where there is anything at all of the indicator. */
function wholly({ keys, value, reason, size }: ResultSet, plan: Plan, { offset }: IndicatorPlan): number {
  const width = plan.strides.get("indicator") ?? 1;
  if (keys === null) {
    for (let index = offset; index < offset + width; index += 1)
      if (reason[index] === 0 && (value[index] as number) > 0) return 1;
    return Number.NaN;
  }
  for (let index = 0; index < size; index += 1) {
    const key = keys[index] as number;
    if (key >= offset && key < offset + width && reason[index] === 0 && (value[index] as number) > 0)
      return 1;
  }
  return Number.NaN;
}

/** By indicator: rows that were replaced and rows that were repeated. */
function rowsBeside(
  { indicatorPlans, knownBy }: Plan,
  table: ObservationTable,
): Pick<ResultSet, "replaced" | "repeated"> {
  const { replaced, repeated } = rowsBesideOf(table, knownBy);
  return {
    replaced: Uint32Array.from(indicatorPlans, ({ code }) => replaced[code] ?? 0),
    repeated: Uint32Array.from(indicatorPlans, ({ code }) => repeated[code] ?? 0),
  };
}

function sparseKeys(sums: Sums, parts: ReadonlyMap<number, PartialResult>): Float64Array {
  const { keys, size } = sums.keyIndex ?? { keys: new Float64Array(0), size: 0 };
  const used = [...keys.subarray(0, size)].filter((_, slot) => (sums.count[slot] ?? 0) > 0);
  return Float64Array.from([...used, ...parts.keys()]).sort();
}

function settleSums(results: ResultSet, sums: Sums, scale: number, from: number, to: number): void {
  const { value, reason, count } = results;
  if (value.buffer === sums.sum.buffer && scale === 1) {
    for (let index = from; index < to; index += 1) if (count[index] === 0) reason[index] = NO_ACTUAL;
    return;
  }
  for (let index = from; index < to; index += 1) {
    const rows = sums.count[index] as number;
    count[index] = rows;
    if (rows === 0) reason[index] = NO_ACTUAL;
    else value[index] = (sums.sum[index] as number) / scale;
  }
}

const settleRatios = (
  results: ResultSet,
  sums: Sums,
  indicatorPlan: Plan["indicatorPlans"][number],
  from: number,
  to: number,
): void => {
  for (let index = from; index < to; index += 1) settleAt(results, index, sums, index, indicatorPlan);
};

function settleAt(
  results: ResultSet,
  index: number,
  sums: Sums,
  slot: number,
  indicatorPlan: Plan["indicatorPlans"][number],
): void {
  const { scale, definition } = indicatorPlan;
  const rows = sums.count[slot] ?? 0;
  const sum = sums.sum[slot] ?? 0;
  results.count[index] = rows;
  const bare = isRatio(definition) ? (sums.bare?.[slot] ?? 0) : rows;
  const below = sums.denominator?.[slot] ?? 0;
  if (rows === 0) results.reason[index] = NO_ACTUAL;
  else if (!isRatio(definition) || (bare === 1 && rows === 1)) results.value[index] = sum / scale;
  else if ((sums.missing?.[slot] ?? 0) > 0 || bare > 0) results.reason[index] = DENOMINATOR_MISSING;
  else if (below === 0) results.reason[index] = DENOMINATOR_ZERO;
  // Points before the division: 29 of 100 is 29 %, exactly.
  else results.value[index] = quotient(sum * (definition.measure === "percentage" ? 100 : 1), below);
}

function putPart(results: ResultSet, index: number, part: PartialResult): void {
  results.count[index] = part.count ?? part.rows.length;
  results.reason[index] = part.reason === null ? 0 : code(part.reason);
  results.value[index] = part.reason === null ? part.value : 0;
  if (part.carried !== null) {
    results.carried ??= new Map();
    results.carried.set(index, part.carried);
  }
  if (part.levels !== null) {
    results.levels ??= new Map();
    results.levels.set(index, part.levels);
  }
  if (part.reason !== null) {
    results.reported ??= new Float64Array(results.size).fill(Number.NaN);
    results.reported[index] = part.reported;
  }
  if (part.reason === null || Number.isNaN(part.low)) return;
  results.bounds ??= {
    low: new Float64Array(results.size).fill(Number.NaN),
    high: new Float64Array(results.size).fill(Number.NaN),
  };
  results.bounds.low[index] = part.low;
  results.bounds.high[index] = part.high;
}
