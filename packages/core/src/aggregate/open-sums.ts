import type { ObservationTable } from "../observations/index.ts";
import { usesOf } from "../observations/use.ts";
import type { Sums } from "./accumulate.ts";
import { axisUses } from "./kinds.ts";
import type { IndicatorPlan, Plan } from "./plan.ts";
import { type ResultSet, reasonCode } from "./query.ts";

const NO_ACTUAL = reasonCode("no-actual");
const BOUNDS_ONLY = reasonCode("bounds-only");

/** Where the groups of one indicator lie, worked out once for all indicators of a plan. */
interface Layout {
  /** By group: the one whose members of all axes are the first; by block, the one that its sums are at. */
  base: Int32Array;
  inBlock: Int32Array[];
  /** By group: axes whose category is `unknown`, as bits. */
  unknown: Int32Array;
  /** By axis split by: the digit of each group. */
  members: { axis: number; digits: Int32Array }[];
}
const layouts = new WeakMap<Plan, Layout>();

function layoutOf(plan: Plan, table: ObservationTable): Layout {
  const known = layouts.get(plan);
  if (known !== undefined) return known;
  const width = plan.strides.get("indicator") ?? 1;
  const members = plan.byAxes.map((axis) => {
    const name = table.combinations.axes[axis]?.name ?? "";
    const stride = plan.strides.get(name) ?? 1;
    const size = plan.dimensions.find((dimension) => dimension.name === name)?.members.length ?? 1;
    const digits = Int32Array.from({ length: width }, (_, group) => Math.floor(group / stride) % size);
    return { axis, digits, stride, size };
  });
  const without = (mask: number) =>
    Int32Array.from({ length: width }, (_, group) =>
      members.reduce(
        (at, { axis, digits, stride }) =>
          (mask & (1 << axis)) === 0 ? at - (digits[group] as number) * stride : at,
        group,
      ),
    );
  const layout: Layout = {
    base: without(0),
    inBlock: plan.blocks.map(without),
    // `unknown` is the last member of every axis.
    unknown: Int32Array.from({ length: width }, (_, group) =>
      members.reduce(
        (bits, { axis, digits, size }) => (digits[group] === size - 1 ? bits | (1 << axis) : bits),
        0,
      ),
    ),
    members,
  };
  layouts.set(plan, layout);
  return layout;
}

/**
 * The values of an indicator some of whose reports do not break down what is asked for: a cell is at least the sum of its own rows, and at
 * most that with the rows that could be of it. Returns the share of the total that reports break down; NaN where there is none.
 */
export function settleOpen(
  plan: Plan,
  table: ObservationTable,
  results: ResultSet,
  sums: Sums,
  { offset, code, scale }: IndicatorPlan,
): number {
  const { base, inBlock, unknown, members } = layoutOf(plan, table);
  const width = base.length;
  const { blocks } = plan;
  const from = blocks.map((_, block) => (1 + block) * plan.groupCount + offset);
  const { sum, count: counts } = sums;
  // By base: whether anything was reported, and the sets of axes on which a report names the category `unknown`.
  const reported = new Uint8Array(width);
  const named: (number[] | undefined)[] = [];
  const note = (at: number, axes: number) => {
    reported[at] = 1;
    if (axes === 0) return;
    const known = named[at];
    if (known === undefined) named[at] = [axes];
    else if (!known.includes(axes)) known.push(axes);
  };
  let [covered, total] = [0, 0];
  for (let group = 0; group < width; group += 1) {
    const at = base[group] as number;
    if (counts[offset + group] !== 0) {
      note(at, unknown[group] as number);
      covered += sum[offset + group] as number;
    }
    for (let block = 0; block < blocks.length; block += 1) {
      const place = (from[block] as number) + group;
      if ((inBlock[block] as Int32Array)[group] !== group || counts[place] === 0) continue;
      note(at, (unknown[group] as number) & (blocks[block] as number));
      total += sum[place] as number;
    }
  }
  total += covered;
  const isAdmitted = admitted(plan, table, code, members);
  const { value, reason, count } = results;
  const bounds = boundsOf(results);
  const stated = statedOf(results);
  for (let group = 0; group < width; group += 1) {
    const at = base[group] as number;
    const index = offset + group;
    const asked = unknown[group] as number;
    const isNamed = asked === 0 || named[at]?.some((axes) => (axes & asked) === asked) === true;
    if (reported[at] === 0 || !isNamed || (isAdmitted !== null && !isAdmitted(group))) {
      reason[index] = NO_ACTUAL;
      continue;
    }
    const low = sum[index] as number;
    let high = low;
    let rows = counts[index] as number;
    for (let block = 0; block < blocks.length; block += 1) {
      const place = (from[block] as number) + ((inBlock[block] as Int32Array)[group] as number);
      high += sum[place] as number;
      rows += counts[place] as number;
    }
    count[index] = rows;
    if (low === high) {
      value[index] = low / scale;
      continue;
    }
    value[index] = 0;
    reason[index] = BOUNDS_ONLY;
    stated[index] = low / scale;
    bounds.low[index] = low / scale;
    bounds.high[index] = high / scale;
  }
  return plan.byAxes.length > 0 && total > 0 ? covered / total : Number.NaN;
}

const empty = (size: number): Float64Array => new Float64Array(size).fill(Number.NaN);

function boundsOf(results: ResultSet): NonNullable<ResultSet["bounds"]> {
  results.bounds ??= { low: empty(results.size), high: empty(results.size) };
  return results.bounds;
}
function statedOf(results: ResultSet): Float64Array {
  results.reported ??= empty(results.size);
  return results.reported;
}

/** Whether a group is of categories that the indicator's rows can name; `null`: all are. Of an open axis, those that they do name. */
function admitted(
  plan: Plan,
  table: ObservationTable,
  code: number,
  members: Layout["members"],
): ((group: number) => boolean) | null {
  const { axes } = table.combinations;
  if (members.every(({ axis }) => axes[axis]?.categories !== undefined)) return null;
  const uses = axisUses(table, usesOf(table)[code]?.combinations ?? []);
  const allowed = members.map(({ axis, digits }) => {
    const { categories, unknown, admitsUnknown } = uses[axis] as (typeof uses)[number];
    const memberOf = plan.memberOf.get(axes[axis]?.name ?? "");
    const found = new Set(
      [...categories, ...(admitsUnknown ? [unknown] : [])].map((each) => memberOf?.[each] ?? -1),
    );
    return (group: number) => found.has(digits[group] as number);
  });
  return (group) => allowed.every((each) => each(group));
}
