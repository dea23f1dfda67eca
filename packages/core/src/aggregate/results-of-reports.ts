import { CHUNK, chunkOf, type ObservationTable, usesOf } from "../observations/index.ts";
import { combineWorths, levelsOf, shownOf, type Worth } from "./combine-worths.ts";
import { periodsApart, placesApart } from "./completeness.ts";
import { elementsOf } from "./elements.ts";
import { CONTRADICTS, NAMED, REPORTED, sumFlatReports } from "./flat-reports.ts";
import { areRelated, isInside, periodsMeet } from "./geometry.ts";
import { type AxisUse, axisUses, type CellAsk } from "./kinds.ts";
import { plainElementsOf } from "./plain-elements.ts";
import { type IndicatorPlan, isCount, isRatio, type Plan, staysExact } from "./plan.ts";
import type { ResultReason } from "./query.ts";
import type { Node, Reading, Region, Time } from "./reading.ts";

/** A value that was read from reports. Where there is a reason, the value means nothing; NaN means none. */
export interface PartialResult {
  value: number;
  reason: ResultReason | null;
  low: number;
  high: number;
  /** The part that reports state exactly. */
  reported: number;
  /** Period that it was carried forward from. */
  carried: string | null;
  levels: number[] | null;
  /** Rows that it rests on. */
  rows: number[];
  /** Reported rows that it rests on, where those of the table mean several. */
  count?: number;
}

/** The values of one indicator by group, and what its coverage is made of. */
export interface ReadIndicatorResults {
  parts: Map<number, PartialResult>;
  /** Share of the total that reports disaggregate by the axes split by; NaN where it is unknown. */
  coverage: number;
}

interface Group {
  worths: Worth[];
  /** Position of the last period that anything was reported of. */
  seen: number;
  /** A report in scope names the category `unknown` that alone is asked for. */
  named: boolean;
  until: number;
}

/** Which dimensions a reading splits by, beside axes. */
interface Cut {
  source: boolean;
  place: boolean;
  period: boolean;
}

/** The values of one indicator from its rows in force, by group. */
export function resultsOfReports(
  plan: Plan,
  table: ObservationTable,
  course: IndicatorPlan,
  rows: readonly number[],
  /** Notes which rows each value rests on. */
  explain?: boolean,
): ReadIndicatorResults {
  const { definition, code } = course;
  const uses = axisUses(table, usesOf(table)[code]?.combinations ?? []);
  const scale =
    (isCount(definition) || isRatio(definition)) && Number.isFinite(course.scale) ? course.scale : 1;
  const time: Time =
    definition.accumulation === "cumulative"
      ? "running"
      : definition.accumulation === "sum"
        ? "add"
        : definition.accumulation === "latest" && !plan.strides.has("period")
          ? "last"
          : "apart";
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
    slack: Number.isFinite(course.scale) ? 0 : 1e-9 * (table.profile.magnitude[code] ?? 0),
    shapes: new Map(),
  });
  if (explain !== true && asks.length > 0 && isFlat(plan, table, course) && time === "add")
    return flatResults(plan, course, reading, uses, asks, table, rows, scale);
  const nodes = nodesBySource(
    table,
    rows,
    scale,
    isCount(definition) && (table.profile.negative[code] ?? 0) === 0,
    isRatio(definition),
  );
  const groups =
    asks.length === 0 ? new Map<number, Group>() : read(plan, course, reading(asks, time), nodes, cut);
  const parts = new Map<number, PartialResult>();
  for (const [offset, group] of groups) {
    const part = partOf(plan, course, group, scale);
    if (part !== null) parts.set(offset, part);
  }
  return { parts, coverage: coverageOf(plan, table, course, nodes, uses, asks, reading) };
}

/** Whether an indicator's reports are independent of one another, and everything adds up exactly. */
function isFlat(plan: Plan, table: ObservationTable, { definition, code, scale }: IndicatorPlan): boolean {
  const { combination } = definition;
  return (
    isCount(definition) &&
    combination.sources === "sum" &&
    combination.places === "sum" &&
    (table.profile.negative[code] ?? 0) === 0 &&
    table.sameKey !== "add" &&
    table.ids.texts.length === 1 &&
    staysExact(table, code, scale) &&
    placesApart(table, plan.geometry, code, plan.memberOf.has("place")) &&
    periodsApart(table, plan.geometry, code, plan.memberOf.get("period") ?? null) &&
    (plan.strides.get("indicator") ?? 1) <= MAX_FLAT
  );
}
const MAX_FLAT = 2 ** 22;

function flatResults(
  plan: Plan,
  { definition, offset }: IndicatorPlan,
  reading: (asks: readonly CellAsk[], time: Time) => Reading,
  uses: readonly AxisUse[],
  asks: readonly CellAsk[],
  table: ObservationTable,
  rows: readonly number[],
  scale: number,
): ReadIndicatorResults {
  const covers = plan.byAxes.length > 0 && plan.byAxes.every((axis) => uses[axis]?.partition === true);
  const all = covers ? [...asks, wholeOf(plan, table, asks)] : asks;
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
  const { period } = table.facets;
  return rows.filter((row) => {
    const chunk = chunkOf(table, row);
    const at = row % CHUNK;
    return (
      (places === undefined || (places[chunk.place[at] as number] as number) >= 0) &&
      (periods === undefined || (periods[period[chunk.facet[at] as number] as number] as number) >= 0)
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

/** One question for each cell of the axes split by; of open axes, categories that the indicator's rows do not name are none. */
function asksOf(plan: Plan, table: ObservationTable, uses: readonly AxisUse[]): CellAsk[] {
  let asks: CellAsk[] = [{ offset: 0, axes: [], unknownOn: [] }];
  const admitted = (axis: number): { code: number; member: number }[] => {
    const name = table.combinations.axes[axis]?.name ?? "";
    const { categories, unknown, admitsUnknown } = uses[axis] as AxisUse;
    return [...(plan.memberOf.get(name) ?? [])].flatMap((member, code) =>
      member >= 0 && ((code === unknown && admitsUnknown) || categories.includes(code))
        ? [{ code, member }]
        : [],
    );
  };
  const withAxis = (ask: CellAsk, axis: number, codes: number[], offset: number): CellAsk => ({
    offset: ask.offset + offset,
    axes: [...ask.axes, { axis, codes }],
    unknownOn: codes.every((code) => code === uses[axis]?.unknown) ? [...ask.unknownOn, axis] : ask.unknownOn,
  });
  for (const axis of plan.byAxes) {
    const stride = plan.strides.get(table.combinations.axes[axis]?.name ?? "") ?? 0;
    asks = asks.flatMap((ask) =>
      admitted(axis).map(({ code, member }) => withAxis(ask, axis, [code], member * stride)),
    );
  }
  for (const axis of plan.whereAxes) {
    const codes = admitted(axis).map(({ code }) => code);
    asks = codes.length === 0 ? [] : asks.map((ask) => withAxis(ask, axis, codes, 0));
  }
  return asks;
}

/** The rows of each source, by place and period, then `id`. */
function nodesBySource(
  table: ObservationTable,
  rows: readonly number[],
  scale: number,
  /** Rows of the same keys add up statement by statement. */
  count: boolean,
  ratio: boolean,
): Map<number, Node[]> {
  const sources = new Map<number, { nodes: Node[]; byKey: Map<number, Node> }>();
  const periods = table.periods.texts.length;
  for (const row of rows) {
    const chunk = chunkOf(table, row);
    const at = row % CHUNK;
    const facet = chunk.facet[at] as number;
    const source = chunk.source[at] as number;
    let own = sources.get(source);
    if (own === undefined) {
      own = { nodes: [], byKey: new Map() };
      sources.set(source, own);
    }
    const place = chunk.place[at] as number;
    const period = table.facets.period[facet] as number;
    const key = place * periods + period;
    let node = own.byKey.get(key);
    if (node === undefined) {
      node = { place, period, ids: [] };
      own.byKey.set(key, node);
      own.nodes.push(node);
    }
    const id = chunk.id?.[at] ?? 0;
    let report = node.ids.find((each) => each.id === id);
    if (report === undefined) {
      report = { id, combinations: [], values: [], below: [], rows: [] };
      node.ids.push(report);
    }
    // A quotient that is alone is in no unit.
    const denominator = chunk.denominator?.[at] ?? Number.NaN;
    const unit = ratio && Number.isNaN(denominator) ? 1 : scale;
    const value = unit === 1 ? (chunk.value[at] as number) : Math.round((chunk.value[at] as number) * unit);
    const combination = table.facets.cell[facet] as number;
    const before = count && table.sameKey === "add" ? report.combinations.indexOf(combination) : -1;
    if (before >= 0) {
      report.values[before] = (report.values[before] ?? 0) + value;
      report.rows[before]?.push(row);
      continue;
    }
    report.combinations.push(combination);
    report.values.push(value);
    report.below.push(denominator >= 0 && unit !== 1 ? Math.round(denominator * unit) : denominator);
    report.rows.push([row]);
  }
  const found = new Map<number, Node[]>();
  for (const [source, { nodes }] of sources) {
    for (const { ids } of nodes) for (const report of ids) inOrder(report);
    found.set(source, nodes);
  }
  return found;
}

/** Puts a report's statements in the order of their combinations, so that reports of one shape are recognised; what was said twice adds up. */
function inOrder(report: Node["ids"][number]): void {
  const { combinations, values, below, rows } = report;
  let sorted = true;
  for (let at = 1; at < combinations.length && sorted; at += 1)
    sorted = (combinations[at - 1] as number) < (combinations[at] as number);
  if (sorted) return;
  const order = combinations
    .map((_, at) => at)
    .sort((a, b) => (combinations[a] ?? 0) - (combinations[b] ?? 0));
  report.combinations = order.map((at) => combinations[at] ?? 0);
  report.values = order.map((at) => values[at] ?? 0);
  report.below = order.map((at) => below[at] ?? Number.NaN);
  report.rows = order.map((at) => rows[at] ?? []);
}

const selected = (plan: Plan, name: string, size: number): number[] => {
  const members = plan.memberOf.get(name);
  return Array.from({ length: size }, (_, code) => code).filter((code) => (members?.[code] ?? 0) >= 0);
};

/** Every element of every source, in the group that it belongs to. */
function read(
  plan: Plan,
  { definition, code, offset: first }: IndicatorPlan,
  reading: Reading,
  sources: ReadonlyMap<number, Node[]>,
  cut: Cut,
): Map<number, Group> {
  const { table, geometry, asks, time } = reading;
  const groups = new Map<number, Group>();
  const offsetIn = (name: string, code: number) =>
    (plan.memberOf.get(name)?.[code] ?? 0) * (plan.strides.get(name) ?? 0);
  const periods = selected(plan, "period", table.periods.texts.length);
  const places = plan.memberOf.has("place") ? selected(plan, "place", table.places.texts.length) : null;
  const order = (period: number) => geometry.order[period] ?? 0;
  const plain = !isCount(definition) || (table.profile.negative[code] ?? 0) === 1;
  const whole: Region = {
    places: places === null || places.includes(0) ? null : places,
    periods,
    until: periods.reduce((last, period) => Math.max(last, order(period)), -1),
  };
  const unknowns = asks.some(({ unknownOn }) => unknownOn.length > 0);
  for (const [source, all] of sources) {
    const own =
      places === null || cut.place || !places.includes(0)
        ? all
        : all.filter(
            ({ place }) =>
              place === 0 || places.some((each) => each !== 0 && isInside(geometry, place, each)),
          );
    const base = first + (cut.source ? offsetIn("source", source) : 0);
    const inPlaces: [offset: number, nodes: Node[], places: readonly number[] | null][] = cut.place
      ? (places ?? []).flatMap((place): [number, Node[], number[] | null][] => {
          const near = own.filter((node) =>
            place === 0 ? node.place === 0 : areRelated(geometry, place, node.place),
          );
          return near.length === 0 ? [] : [[offsetIn("place", place), near, place === 0 ? null : [place]]];
        })
      : [[0, own, whole.places]];
    for (const [inPlace, nodes, wanted] of inPlaces) {
      const inPeriods: [offset: number, region: Region][] = cut.period
        ? periods.flatMap((period): [number, Region][] => {
            const touched = nodes.some((node) =>
              time === "running"
                ? order(node.period) <= order(period)
                : node.period === period || (time === "add" && periodsMeet(geometry, node.period, period)),
            );
            return touched
              ? [[offsetIn("period", period), { places: wanted, periods: [period], until: order(period) }]]
              : [];
          })
        : [[0, { ...whole, places: wanted }]];
      for (const [inPeriod, region] of inPeriods) {
        const base2 = base + inPlace + inPeriod;
        const begun =
          !cut.period ||
          plan.asOfDay === null ||
          (geometry.start[region.periods[0] ?? 0] ?? "") <= plan.asOfDay;
        const scoped = nodes.filter(
          ({ place, period }) =>
            (time === "running"
              ? order(period) <= region.until
              : region.periods.includes(period) ||
                (time === "add" && region.periods.some((each) => periodsMeet(geometry, each, period)))) &&
            (region.places === null || region.places.some((each) => areRelated(geometry, each, place))),
        );
        const seen = scoped.reduce((last, { period }) => Math.max(last, order(period)), -1);
        const groupOf = (ask: CellAsk): Group => {
          const key = base2 + ask.offset;
          let group = groups.get(key);
          if (group === undefined) {
            const until = cut.period ? region.until : -1;
            group = { worths: [], seen: -1, named: ask.unknownOn.length === 0, until };
            groups.set(key, group);
          }
          group.seen = Math.max(group.seen, seen);
          return group;
        };
        if (unknowns)
          for (const ask of asks)
            if (ask.unknownOn.length > 0) {
              const group = groupOf(ask);
              group.named ||= ask.unknownOn.every((axis) => namesUnknown(reading, scoped, axis));
            }
        const elements = plain
          ? plainElementsOf(reading, definition, nodes, region)
          : elementsOf(reading, nodes, region);
        for (const { place, period, found } of elements)
          for (const [at, ask] of asks.entries()) {
            const what = found[at];
            if (what === null || what === undefined) continue;
            const to = "to" in what ? what.to : what.from;
            if (time === "running" && !begun && to !== region.until) continue;
            const outcome =
              "outcome" in what
                ? what.outcome
                : ({
                    kind: "range",
                    low: what.low,
                    high: what.high,
                    reason:
                      what.low === what.high
                        ? null
                        : what.contradicts
                          ? "marginals-contradict"
                          : what.overlaps
                            ? "periods-overlap"
                            : "bounds-only",
                  } as const);
            groupOf(ask).worths.push({ source, place, period, outcome, rows: what.rows, from: what.from });
          }
      }
    }
  }
  return groups;
}

const namesUnknown = ({ table, uses }: Reading, nodes: readonly Node[], axis: number): boolean => {
  const { codes, axes } = table.combinations;
  const unknown = uses[axis]?.unknown;
  return nodes.some(({ ids }) =>
    ids.some(({ combinations }) => combinations.some((each) => codes[each * axes.length + axis] === unknown)),
  );
};

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
  const shown = shownOf(combineWorths(geometry, definition, worths), definition, scale);
  const exact = worths.filter(
    ({ outcome }) => outcome.kind !== "none" && (outcome.kind !== "range" || outcome.reason === null),
  );
  const nothing = isCount(definition) ? 0 : Number.NaN;
  const stated =
    shown.reason === null
      ? shown.value
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

/** The question for everything that the cells are of. */
function wholeOf(plan: Plan, table: ObservationTable, asks: readonly CellAsk[]): CellAsk {
  const restricted = plan.byAxes.flatMap((axis) => {
    if (plan.query.where?.[table.combinations.axes[axis]?.name ?? ""] === undefined) return [];
    const codes = asks.flatMap(({ axes }) => axes.flatMap((each) => (each.axis === axis ? each.codes : [])));
    return [{ axis, codes: [...new Set(codes)] }];
  });
  const others = (asks[0]?.axes ?? []).filter(({ axis }) => !plan.byAxes.includes(axis));
  return { offset: 0, axes: [...others, ...restricted], unknownOn: [] };
}

function coverageOf(
  plan: Plan,
  table: ObservationTable,
  course: IndicatorPlan,
  nodes: ReadonlyMap<number, Node[]>,
  uses: readonly AxisUse[],
  asks: readonly CellAsk[],
  reading: (asks: readonly CellAsk[], time: Time) => Reading,
): number {
  const { definition } = course;
  if (
    plan.byAxes.length === 0 ||
    !isCount(definition) ||
    plan.byAxes.some((axis) => uses[axis]?.partition !== true)
  )
    return Number.NaN;
  const { accumulation } = definition;
  const time: Time =
    accumulation === "cumulative"
      ? "running"
      : accumulation === "sum"
        ? "add"
        : accumulation === "latest"
          ? "last"
          : "apart";
  const own = [...asks.map((ask) => ({ ...ask, unknownOn: [] })), wholeOf(plan, table, asks)];
  const groups = read(
    plan,
    { ...course, offset: 0 },
    reading(
      own.map((ask, offset) => ({ ...ask, offset })),
      time,
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
