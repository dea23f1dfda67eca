import { categoryOf } from "../observations/combinations.ts";
import type { ObservationTable } from "../observations/index.ts";
import { knownBy } from "../observations/instant.ts";
import { UNKNOWN } from "../values/axis.ts";
import { MAX_UNITS, NO_DECIMAL, powerOfTen } from "../values/decimals.ts";
import { periodsApart, placesApart, reportsComplete, reportsOfOneBreakdown } from "./completeness.ts";
import type { IndicatorDefinition, MeasurementFramework } from "./definition.ts";
import { type Geometry, geometryOf } from "./geometry.ts";
import { type GoalValues, goalsOf } from "./plan-goals.ts";
import type { Dimension, Query } from "./query.ts";
import { type ReportedPeriods, reportedPeriods } from "./reported-periods.ts";

/** Added to an offset, it stays below zero whatever else is added, and five of it are still in range: the row is not asked for. */
export const EXCLUDED = -(2 ** 54);
export const OUT_DENSE = -(2 ** 28);

/** A column's part of a row's group, by code. */
export type Offsets = Float64Array | Int32Array;

/** How one indicator is gone about. */
export interface IndicatorPlan {
  definition: IndicatorDefinition;
  /** Its code in the table; -1 where no row names it. */
  code: number;
  offset: number;
  /** Values are plain sums over its rows, in any order. Otherwise its reports are read one by one. */
  additive: boolean;
  /** Some of its reports do not break down what is asked for: their rows are summed apart, and confine the cells from above. */
  open: boolean;
  /** Units of 10⁻ᵏ that its values are whole numbers of. */
  scale: number;
}

/** A query made ready for a table: what is worked out once and not once a row. */
export interface Plan {
  framework: MeasurementFramework;
  query: Query;
  /** Rows and edition of the table's profile; a table that has outgrown the plan is planned for again. */
  size: number;
  edition: number;
  dimensions: Dimension[];
  /** Number of groups that there can be. */
  groupCount: number;
  /** A place for every group, since there are few enough. */
  dense: boolean;
  /**
   * Sets of axes that rows break down by, of those asked for, where they are not all of them. The sums of the first set's rows follow those
   * of all groups, and so on, each at the group whose member of every other axis is the first.
   */
  blocks: number[];
  knownBy: number;
  /** @internal */
  indicatorPlans: IndicatorPlan[];
  /** By table code: into `indicatorPlans`, or -1. */
  planOf: Int32Array;
  /** @internal By table code, {@link EXCLUDED} where the row is not asked for. `null`: the column does not matter. */
  offsets: {
    indicator: Offsets;
    cellKey: Offsets | null;
    source: Offsets | null;
    place: Offsets | null;
  };
  /** Position in time of each period of the table; ids of the framework's periods by position. */
  periodOrder: Int32Array;
  periodIds: string[];
  /** @internal */
  geometry: Geometry;
  /** @internal By table code, of indicators that roll others up: the periods that each of these reported in. */
  reported: Map<number, ReportedPeriods>;
  /** The day that is asked about. */
  asOfDay: string | null;
  /** Axes that are split by, and those that a category is chosen on besides. */
  byAxes: number[];
  whereAxes: number[];
  strides: Map<string, number>;
  /** Position of each member in its dimension, by table code; -1 where not asked for. */
  memberOf: Map<string, Int32Array>;
  /** @internal */
  goals: GoalValues;
}

const chronological = (framework: MeasurementFramework): string[] =>
  [...framework.periods]
    .sort((a, b) =>
      a.end < b.end ? -1 : a.end > b.end ? 1 : a.start < b.start ? -1 : a.start > b.start ? 1 : 0,
    )
    .map(({ id }) => id);

/** By table code: position in time of each period. @throws RangeError where the framework does not know one. */
export function periodOrderOf(framework: MeasurementFramework, table: ObservationTable): Int32Array {
  const orders = new Map(chronological(framework).map((id, index) => [id, index]));
  return Int32Array.from(table.periods.texts, (id) => {
    const index = orders.get(id);
    if (index === undefined) throw new RangeError(`period ${id} is not in the framework`);
    return index;
  });
}

const sorted = (texts: string[]): string[] => [...texts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** That a query names what is not there, with what is. */
const unknownName = (what: string, name: string, known: readonly string[]): RangeError =>
  new RangeError(
    `no ${what} ${name === "" ? '""' : name}; known: ${known.slice(0, MAX_NAMES).join(", ")}${known.length > MAX_NAMES ? ", …" : ""}`,
  );
const MAX_NAMES = 20;

/** A dictionary's texts and the members of the dimension that they make. */
function textsOf(
  framework: MeasurementFramework,
  table: ObservationTable,
  name: string,
): { texts: string[]; members: string[] } {
  if (name === "indicator")
    return { texts: table.indicators.texts, members: framework.indicators.map(({ code }) => code) };
  if (name === "period") return { texts: table.periods.texts, members: chronological(framework) };
  if (name === "source" || name === "place") {
    const { texts } = name === "source" ? table.sources : table.places;
    return { texts, members: sorted(texts) };
  }
  const axis = table.combinations.axes.findIndex((each) => each.name === name);
  const texts = table.combinations.categories[axis]?.texts;
  if (texts === undefined)
    throw unknownName("dimension", name, [
      ...["indicator", "period", "source", "place"],
      ...table.combinations.axes.map((each) => each.name),
    ]);
  const declared = table.combinations.axes[axis]?.categories;
  const named = texts.filter((text) => text !== "" && text !== UNKNOWN);
  return { texts, members: [...(declared ? named : sorted(named)), UNKNOWN] };
}

/** Whether a plan's look-ups cover every code of a table as it is now, and its rows are still of the kinds that it was made for. */
export const covers = (plan: Plan, table: ObservationTable): boolean => {
  const { indicator, cellKey, source, place } = plan.offsets;
  return (
    plan.edition === table.profile.edition &&
    indicator.length === table.indicators.texts.length &&
    (cellKey === null || cellKey.length === table.cellKeys.cell.length) &&
    (source === null || source.length === table.sources.texts.length) &&
    (place === null || place.length === table.places.texts.length) &&
    plan.periodOrder.length === table.periods.texts.length
  );
};

/** Whether a plan can be run on a table as it is now. */
export const fits = (plan: Plan, table: ObservationTable): boolean =>
  covers(plan, table) &&
  plan.size === table.size &&
  plan.indicatorPlans.every(({ code, additive, scale }) => !additive || staysExact(table, code, scale));

/** Whether no sum of an indicator's values, in whole units, leaves the range in which doubles are exact. */
export const staysExact = (table: ObservationTable, code: number, scale: number): boolean =>
  (table.profile.magnitude[code] ?? 0) * scale <= MAX_UNITS;

const bits = (axes: number[]): number => axes.reduce((mask, axis) => mask | (1 << axis), 0);
/** Parts of it make a total. */
export const adds = ({ measure }: IndicatorDefinition): boolean =>
  measure !== "score" && measure !== "scale" && measure !== "yes-no" && !measure.startsWith("survey-");
/** It cannot be below zero, so that a whole confines its parts. */
export const isCount = ({ measure }: IndicatorDefinition): boolean =>
  measure === "count" || measure === "currency";
export const isRatio = ({ measure }: IndicatorDefinition): boolean =>
  measure === "ratio" || measure === "percentage";

/**
 * Makes a query ready. @throws RangeError where it names what neither framework nor table knows, or where the table holds periods
 * that the framework does not.
 */
export function planQuery(
  framework: MeasurementFramework,
  table: ObservationTable,
  query: Query = {},
  /** Up to so many groups each has a place of its own; more are hashed, and empty ones are left out of the result. */
  denseUpTo = Math.min(2 ** 26, Math.max(2 ** 16, 4 * table.size)),
  /** Whether rows that do not break down what is asked for may be summed apart; a live view reads their reports. */
  mayBeOpen = true,
): Plan {
  const { by = [], where = {} } = query;
  const names = ["indicator", ...by.filter((name) => name !== "indicator")];
  const selection: Record<string, string[]> = query.indicators
    ? { ...where, indicator: query.indicators }
    : where;
  const memberOf = new Map<string, Int32Array>();
  const dimensions: Dimension[] = [];
  for (const name of new Set([...names, ...Object.keys(selection)])) {
    const { texts, members: all } = textsOf(framework, table, name);
    const chosen = selection[name] && new Set(selection[name]);
    for (const member of chosen ?? []) if (!all.includes(member)) throw unknownName(name, member, all);
    const members = chosen ? all.filter((member) => chosen.has(member)) : all;
    const places = new Map(members.map((member, index) => [member, index]));
    memberOf.set(
      name,
      Int32Array.from(texts, (text) => places.get(text) ?? -1),
    );
    if (names.includes(name)) dimensions.push({ name, members });
  }
  dimensions.sort((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
  const strides = new Map<string, number>();
  let groups = 1;
  for (const { name, members } of [...dimensions].reverse()) {
    strides.set(name, groups);
    groups *= members.length;
  }
  if (groups > Number.MAX_SAFE_INTEGER) throw new RangeError("more groups than can be numbered");
  const dense = groups <= denseUpTo;

  const periodIds = chronological(framework);
  const periodOrder = periodOrderOf(framework, table);

  const axisNumber = (name: string) => table.combinations.axes.findIndex((axis) => axis.name === name);
  const byAxes = names.map(axisNumber).filter((axis) => axis >= 0);
  const whereAxes = Object.keys(where)
    .map(axisNumber)
    .filter((axis) => axis >= 0 && !byAxes.includes(axis));
  const asked = bits([...byAxes, ...whereAxes]);

  const make = (length: number): Offsets => (dense ? new Int32Array(length) : new Float64Array(length));
  const out = dense ? OUT_DENSE : EXCLUDED;
  const column = (name: string): Offsets | null => {
    const members = memberOf.get(name);
    const stride = strides.get(name) ?? 0;
    return members
      ? make(members.length).map((_, code) =>
          (members[code] ?? -1) < 0 ? out : (members[code] ?? 0) * stride,
        )
      : null;
  };
  const overlapping = bits(
    table.combinations.axes.flatMap(({ kind }, axis) => (kind === "overlapping" ? [axis] : [])),
  );
  // Several overlapping groups chosen together make no sum.
  const several = bits(
    whereAxes.filter((axis) => (selection[table.combinations.axes[axis]?.name ?? ""]?.length ?? 0) > 1),
  );
  const geometry = geometryOf(framework, table, periodOrder);
  const time = knownBy(query.asOf);
  const axesOnly = { byPlace: memberOf.has("place"), byPeriod: memberOf.get("period") ?? null };
  const definitions = new Map(framework.indicators.map((definition) => [definition.code, definition]));
  const stride = strides.get("indicator") ?? 1;
  // What a category that is chosen leaves open is read report by report.
  const partialBreakdowns = [
    ...new Set(table.cellKeys.cell.map((each) => (table.combinations.axisMasks[each] ?? 0) & asked)),
  ].filter((mask) => mask !== asked);
  const mayOpen =
    mayBeOpen &&
    dense &&
    whereAxes.length === 0 &&
    byAxes.every((axis) => selection[table.combinations.axes[axis]?.name ?? ""] === undefined) &&
    (asked & overlapping) === 0 &&
    groups * (1 + partialBreakdowns.length) <= denseUpTo;
  const indicatorPlans = (dimensions[0]?.members ?? []).map((member, index): IndicatorPlan => {
    const definition = definitions.get(member) as IndicatorDefinition;
    const code = table.indicators.codes.get(member) ?? -1;
    const { profile } = table;
    const axisMasks = profile.axisMasks[code] ?? [];
    const decimals = profile.decimals[code] ?? 0;
    const scale = decimals === NO_DECIMAL ? Number.NaN : powerOfTen(decimals);
    const extra = (axisMasks[0] ?? 0) & ~asked;
    const { accumulation, combination } = definition;
    const summable =
      profile.unvalued[code] !== 1 &&
      accumulation === "sum" &&
      combination.sources === "sum" &&
      combination.places === "sum" &&
      staysExact(table, code, scale) &&
      placesApart(table, geometry, code, axesOnly.byPlace) &&
      periodsApart(table, geometry, code, axesOnly.byPeriod);
    const closed =
      summable &&
      axisMasks.length === 1 &&
      ((axisMasks[0] ?? 0) & asked) === asked &&
      (extra & overlapping) === 0 &&
      (several & overlapping) === 0 &&
      (adds(definition) || (extra === 0 && several === 0)) &&
      definition.measure !== "scale" &&
      !(isRatio(definition) && profile.bare[code] === 1) &&
      reportsComplete(table, code, axisMasks[0] ?? 0, time);
    const open =
      !closed &&
      summable &&
      mayOpen &&
      isCount(definition) &&
      profile.negative[code] === 0 &&
      reportsOfOneBreakdown(table, code, time);
    return { definition, code, offset: index * stride, additive: closed || open, open, scale };
  });
  const blocks = indicatorPlans.some(({ open }) => open) ? partialBreakdowns : [];
  const period = column("period");
  const cellKey = asked === 0 && period === null ? null : make(table.cellKeys.cell.length);
  cellKey?.forEach((_, number) => {
    const combination = table.cellKeys.cell[number] ?? 0;
    const named = (table.combinations.axisMasks[combination] ?? 0) & asked;
    const block = blocks.indexOf(named) + 1;
    let offset = named === asked || block > 0 ? (period?.[table.cellKeys.period[number] ?? 0] ?? 0) : out;
    if (offset >= 0) offset += block * groups;
    for (const axis of offset >= 0 ? [...byAxes, ...whereAxes] : []) {
      if ((named & (1 << axis)) === 0) continue;
      const name = table.combinations.axes[axis]?.name ?? "";
      const member = memberOf.get(name)?.[categoryOf(table.combinations, combination, axis)] ?? -1;
      offset = member < 0 || offset < 0 ? out : offset + member * (strides.get(name) ?? 0);
    }
    cellKey[number] = offset;
  });

  const planOf = new Int32Array(table.indicators.texts.length).fill(-1);
  const indicator = make(planOf.length).fill(out);
  for (const [index, { code, offset, additive }] of indicatorPlans.entries()) {
    if (code < 0) continue;
    planOf[code] = index;
    if (additive) indicator[code] = offset;
  }
  return {
    framework,
    query,
    size: table.size,
    edition: table.profile.edition,
    dimensions,
    groupCount: groups,
    dense,
    blocks,
    knownBy: time,
    geometry,
    reported: new Map(
      indicatorPlans.flatMap(({ definition: { rollsUp }, code }) =>
        rollsUp === undefined || code < 0
          ? []
          : [[code, reportedPeriods(table, code, rollsUp, time)] as const],
      ),
    ),
    periodIds,
    asOfDay: query.asOf?.slice(0, 10) ?? null,
    indicatorPlans,
    planOf,
    offsets: { indicator, cellKey, source: column("source"), place: column("place") },
    periodOrder,
    byAxes,
    whereAxes,
    strides,
    memberOf,
    goals: goalsOf(framework, query, dimensions, strides, groups, dense),
  };
}
