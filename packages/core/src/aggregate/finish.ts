import { quotient } from "../values/fraction.ts";
import type { Sums } from "./accumulate.ts";
import type { PartialResult } from "./accumulate-reports.ts";
import { compareGoals } from "./compare-goals.ts";
import { isRatio, type Plan } from "./plan.ts";
import { RESULT_REASONS, type ResultReason, type ResultSet } from "./query.ts";

const code = (reason: ResultReason): number => 1 + RESULT_REASONS.indexOf(reason);
const NO_ACTUAL = code("no-actual");
const DENOMINATOR_MISSING = code("denominator-missing");
const DENOMINATOR_ZERO = code("denominator-zero");

/** Sums and parts made figures, with what is wanted of them beside. `own`: the sums are not needed afterwards and become the figures. */
export function finish(plan: Plan, sums: Sums, parts: Map<number, PartialResult>, own = false): ResultSet {
  const slots = sums.slots?.size ?? plan.groups;
  const group = sums.slots === null ? null : sparseKeys(sums, parts);
  const size = group?.length ?? slots;
  const { target, baseline } = plan.goals;
  const given = own && group === null;
  const figures: ResultSet = {
    dimensions: plan.dimensions,
    size,
    keys: group,
    value: given ? sums.sum.subarray(0, size) : new Float64Array(size),
    reason: new Uint8Array(size),
    count: given ? sums.count.subarray(0, size) : new Uint32Array(size),
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
    coverage: new Float64Array(plan.courses.length).fill(Number.NaN),
    replaced: new Uint32Array(plan.courses.length),
    repeated: new Uint32Array(plan.courses.length),
  };
  if (group === null) {
    const width = plan.courses.length === 0 ? 0 : plan.groups / plan.courses.length;
    for (const course of plan.courses) {
      const from = course.offset;
      if (isRatio(course.definition)) settleRatios(figures, sums, course, from, from + width);
      else settleSums(figures, sums, course.scale, from, from + width);
    }
    for (const [key, part] of parts) putPart(figures, key, part);
  } else {
    const width = plan.strides.get("indicator") ?? 1;
    const slotOfKey = new Map(Array.from({ length: slots }, (_, slot) => [sums.slots?.keys[slot], slot]));
    for (const [at, key] of group.entries()) {
      const part = parts.get(key);
      const slot = slotOfKey.get(key);
      const course = plan.courses[Math.floor(key / width)];
      if (slot !== undefined && course !== undefined) settleAt(figures, at, sums, slot, course);
      if (part !== undefined) putPart(figures, at, part);
    }
  }
  compareGoals(plan, figures);
  return figures;
}

function sparseKeys(sums: Sums, parts: Map<number, PartialResult>): Float64Array {
  const { keys, size } = sums.slots ?? { keys: new Float64Array(0), size: 0 };
  const used = [...keys.subarray(0, size)].filter((_, slot) => (sums.count[slot] ?? 0) > 0);
  return Float64Array.from([...used, ...parts.keys()]).sort();
}

function settleSums(figures: ResultSet, sums: Sums, scale: number, from: number, to: number): void {
  const { value, reason, count } = figures;
  if (value.buffer === sums.sum.buffer && scale === 1) {
    for (let at = from; at < to; at += 1) if (count[at] === 0) reason[at] = NO_ACTUAL;
    return;
  }
  for (let at = from; at < to; at += 1) {
    const rows = sums.count[at] as number;
    count[at] = rows;
    if (rows === 0) reason[at] = NO_ACTUAL;
    else value[at] = (sums.sum[at] as number) / scale;
  }
}

const settleRatios = (
  figures: ResultSet,
  sums: Sums,
  course: Plan["courses"][number],
  from: number,
  to: number,
): void => {
  for (let at = from; at < to; at += 1) settleAt(figures, at, sums, at, course);
};

function settleAt(
  figures: ResultSet,
  at: number,
  sums: Sums,
  slot: number,
  course: Plan["courses"][number],
): void {
  const { scale, definition } = course;
  const rows = sums.count[slot] ?? 0;
  const sum = sums.sum[slot] ?? 0;
  figures.count[at] = rows;
  const bare = isRatio(definition) ? (sums.bare?.[slot] ?? 0) : rows;
  const below = sums.denominator?.[slot] ?? 0;
  if (rows === 0) figures.reason[at] = NO_ACTUAL;
  else if (!isRatio(definition) || (bare === 1 && rows === 1)) figures.value[at] = sum / scale;
  else if ((sums.missing?.[slot] ?? 0) > 0 || bare > 0) figures.reason[at] = DENOMINATOR_MISSING;
  else if (below === 0) figures.reason[at] = DENOMINATOR_ZERO;
  // Points before the division: 29 of 100 is 29 %, exactly.
  else figures.value[at] = quotient(sum * (definition.measure === "percentage" ? 100 : 1), below);
}

function putPart(figures: ResultSet, at: number, part: PartialResult): void {
  figures.count[at] = part.count ?? part.rows.length;
  figures.reason[at] = part.reason === null ? 0 : code(part.reason);
  figures.value[at] = part.reason === null ? part.value : 0;
  if (part.reason === null || Number.isNaN(part.low)) return;
  figures.bounds ??= {
    low: new Float64Array(figures.size).fill(Number.NaN),
    high: new Float64Array(figures.size).fill(Number.NaN),
  };
  figures.bounds.low[at] = part.low;
  figures.bounds.high[at] = part.high;
}
