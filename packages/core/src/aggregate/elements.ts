import {
  type Asked,
  askOf,
  endsByRemainder,
  endsOf,
  type Family,
  familyOf,
  remainders,
} from "../bounds/known-sums.ts";
import type { ObservationTable } from "../observations/index.ts";
import {
  areRelated,
  type Geometry,
  isInside,
  periodCovers,
  periodsMeet,
  placeCells,
  type Span,
  spanCovers,
  spanOf,
  timeCells,
} from "./geometry.ts";
import {
  type AxisUse,
  type CellAsk,
  codesOf,
  emptyCombinations,
  type Kinds,
  kindsFor,
  kindsOfAsk,
  kindsOfCodes,
  kindsOfCombination,
} from "./kinds.ts";

/** How reports of several periods go together: they add up, each is alone, the last one counts, or they are running totals. */
export type Time = "add" | "apart" | "last" | "running";

/** One report: what a source says of one period and place under one `id`. */
export interface Report {
  id: number;
  /** Combinations of categories, by code, with the values stated, in whole units. */
  combinations: number[];
  values: number[];
  /** NaN: no denominator; -1: not reported. */
  below: number[];
  /** The rows of each statement: several where rows of the same keys add up. */
  rows: number[][];
}

/** The reports of one place and period. */
export interface Node {
  place: number;
  period: number;
  ids: Report[];
}

/** What is asked of where and when; `places` `null`: wherever it was reported. */
export interface Region {
  places: readonly number[] | null;
  periods: readonly number[];
  /** Position in time of the last period. */
  until: number;
}

/** What one source says of a cell. */
export interface Found {
  low: number;
  high: number;
  contradicts: boolean;
  overlaps: boolean;
  /** Rows that speak of the people asked for. */
  rows: number[];
  /** Positions of the earliest and the latest period that it is from. */
  from: number;
  to: number;
}

/** A source's reports that touch one another, with what they say of every cell; `null` where they say nothing of it. */
export interface Element {
  place: number;
  period: number;
  found: (Found | null)[];
}

/** What is needed to read the reports of one indicator. */
export interface Reading {
  table: ObservationTable;
  geometry: Geometry;
  uses: readonly AxisUse[];
  asks: readonly CellAsk[];
  time: Time;
  placesAdd: boolean;
  /** Sums of fractions that are no short decimals differ by less. */
  slack: number;
  shapes: Map<string, Shape>;
}

/** Several places, or several periods. */
export const SEVERAL = -1;

/** Reports that state the same combinations, prepared once. */
export interface Shape {
  family: Family;
  asked: Asked[];
  /** By question: place in the report of the statement of just that, or -1. */
  stated: number[];
  /** By question: places in the report of the statements that speak of the people asked for. */
  speaking: number[][];
  empty: number[][];
  /** Statements by the set of axes that they name. */
  breakdowns: number[][];
}

const connected = <T extends object>(items: readonly T[], touch: (a: T, b: T) => boolean): T[][] => {
  const left = [...items];
  const groups: T[][] = [];
  for (let first = left.shift(); first !== undefined; first = left.shift()) {
    const group: T[] = [first];
    for (const member of group)
      for (let at = left.length - 1; at >= 0; at -= 1)
        if (touch(member, left[at] as T)) group.push(...left.splice(at, 1));
    groups.push(group);
  }
  return groups;
};

/** Places by the outermost one that they are part of. */
function placeClasses({ up }: Geometry, places: ReadonlySet<number>): Map<number, number> {
  return new Map(
    [...places].map((place) => [place, up[place]?.findLast((each) => places.has(each)) ?? place]),
  );
}

/** Groups of nodes that touch in place and time; those whose places or periods never touch are distinguished first. */
function touching(
  { geometry }: Reading,
  nodes: readonly Node[],
  touchInTime: ((a: number, b: number) => boolean) | null,
): Node[][] {
  const byPlace = placeClasses(geometry, new Set(nodes.map(({ place }) => place)));
  const periods = [...new Set(nodes.map(({ period }) => period))].map((period) => ({ period }));
  const groups = touchInTime && connected(periods, (a, b) => touchInTime(a.period, b.period));
  const byPeriod = new Map(groups?.flatMap((group, at) => group.map(({ period }) => [period, at] as const)));
  const coarse = new Map<number, Node[]>();
  for (const node of nodes) {
    const key = (byPlace.get(node.place) ?? 0) * (periods.length + 1) + (byPeriod.get(node.period) ?? 0);
    const group = coarse.get(key);
    if (group === undefined) coarse.set(key, [node]);
    else group.push(node);
  }
  return [...coarse.values()].flatMap((group) =>
    group.length === 1
      ? [group]
      : connected(
          group,
          (a, b) => (touchInTime?.(a.period, b.period) ?? true) && areRelated(geometry, a.place, b.place),
        ),
  );
}

/** Whether a statement can speak of people asked for: it names no other category of a partition. */
const speaksOf = (uses: readonly AxisUse[], codes: readonly number[], { axes }: CellAsk): boolean =>
  axes.every(({ axis, codes: any }) => {
    const code = codes[axis] ?? 0;
    return code === 0 || uses[axis]?.partition !== true || any.includes(code);
  });

export function shapeOf(reading: Reading, combinations: readonly number[], asks = reading.asks): Shape {
  const key = combinations.join();
  const known = asks === reading.asks ? reading.shapes.get(key) : undefined;
  if (known !== undefined) return known;
  const { table, uses } = reading;
  const codes = combinations.map((combination) => codesOf(table, combination));
  const empty = emptyCombinations(uses, codes);
  const kinds = kindsFor(table, uses, combinations, asks) ?? { axes: [], size: 0 };
  const gone = new Set(empty.flatMap((each) => kindsOfCodes(kinds, each)));
  const without = (atoms: number[]) => (gone.size === 0 ? atoms : atoms.filter((atom) => !gone.has(atom)));
  const family =
    kinds.size === 0
      ? familyOf(0, [])
      : familyOf(
          kinds.size,
          combinations.map((combination) => without(kindsOfCombination(table, kinds, combination))),
        );
  const { signatures } = table.combinations;
  const bySignature = new Map<number, number[]>();
  for (const [at, combination] of combinations.entries()) {
    const signature = signatures[combination] ?? 0;
    bySignature.set(signature, [...(bySignature.get(signature) ?? []), at]);
  }
  const shape: Shape = {
    family,
    asked: asks.map((ask) => askOf(family, kinds.size === 0 ? [] : without(kindsOfAsk(kinds, ask)))),
    speaking: asks.map((ask) => codes.flatMap((each, at) => (speaksOf(uses, each, ask) ? [at] : []))),
    stated: asks.map((ask) => {
      const single = uses.map(({ axis }) => {
        const wanted = ask.axes.find((each) => each.axis === axis)?.codes ?? [0];
        return wanted.length === 1 ? wanted[0] : -1;
      });
      return codes.findIndex((each) => each.every((code, axis) => code === single[axis]));
    }),
    empty,
    breakdowns: [...bySignature.values()],
  };
  if (asks === reading.asks) reading.shapes.set(key, shape);
  return shape;
}

interface OneReport {
  ends: { low: number; high: number }[];
  contradicts: boolean;
  shape: Shape;
}

/** What one report says by itself; where it contradicts itself, what it states counts, and the rest is reported by each breakdown apart. */
export function byOneReport(
  reading: Reading,
  { combinations, values }: Report,
  asks = reading.asks,
): OneReport {
  const shape = shapeOf(reading, combinations, asks);
  const { family, asked, breakdowns } = shape;
  if (family.atoms > 0 && family.nested !== null) {
    const left = remainders(family, values, reading.slack);
    if (left !== null)
      return { ends: asked.map((each) => endsByRemainder(each, left)), contradicts: false, shape };
  } else {
    const ends =
      family.atoms === 0
        ? byContainment(reading, combinations, values, asks)
        : endsOf(family, values, values, asked, reading.slack === 0);
    if (ends !== null) return { ends, contradicts: false, shape };
  }
  const apart = breakdowns.map(
    (statements) =>
      byOneReport(
        { ...reading, shapes: new Map() },
        {
          id: 0,
          combinations: statements.map((at) => combinations[at] ?? 0),
          values: statements.map((at) => values[at] ?? 0),
          below: [],
          rows: [],
        },
        asks,
      ).ends,
  );
  const ends = asked.map((_, ask) => {
    const value = values[shape.stated[ask] ?? -1];
    if (value !== undefined) return { low: value, high: value };
    return {
      low: Math.min(...apart.map((each) => each[ask]?.low ?? 0)),
      high: Math.max(...apart.map((each) => each[ask]?.high ?? Number.POSITIVE_INFINITY)),
    };
  });
  return { ends, contradicts: true, shape };
}

/** Too many kinds of people to distinguish: a part is no more than what holds it, a whole no less than what it holds. */
function byContainment(
  { table, uses }: Reading,
  combinations: readonly number[],
  values: readonly number[],
  asks: readonly CellAsk[],
): { low: number; high: number }[] {
  const all = combinations.map((combination) => codesOf(table, combination));
  return asks.map(({ axes }) => {
    let [low, high] = [0, Number.POSITIVE_INFINITY];
    for (const [at, codes] of all.entries()) {
      const value = values[at] ?? 0;
      const single = uses.map(({ axis }) => {
        const wanted = axes.find((each) => each.axis === axis)?.codes;
        return wanted === undefined ? 0 : wanted.length === 1 ? (wanted[0] ?? 0) : -1;
      });
      if (codes.every((code, axis) => code === 0 || code === single[axis])) high = Math.min(high, value);
      if (axes.every(({ axis, codes: any }) => any.includes(codes[axis] ?? 0))) low = Math.max(low, value);
    }
    return { low: Math.min(low, high), high };
  });
}

const pickRows = (report: Report, shape: Shape, ask: number): number[] =>
  (shape.speaking[ask] ?? []).flatMap((at) => report.rows[at] ?? []);

/** What the reports of one place and period say together. */
function byOneNode(reading: Reading, { ids }: Node, asks = reading.asks): Found[] {
  const each = ids.map((report) => byOneReport(reading, report, asks));
  return asks.map((_, ask) => {
    const found: Found = { low: 0, high: 0, contradicts: false, overlaps: false, rows: [], from: 0, to: 0 };
    for (const [at, { ends, contradicts, shape }] of each.entries()) {
      found.low += ends[ask]?.low ?? 0;
      found.high += ends[ask]?.high ?? 0;
      found.contradicts ||= contradicts;
      found.rows.push(...pickRows(ids[at] as Report, shape, ask));
    }
    return found;
  });
}

/** The elements of one source in a region. */
export function elementsOf(reading: Reading, all: readonly Node[], region: Region): Element[] {
  const { geometry, time, placesAdd } = reading;
  const { order } = geometry;
  const chosen = new Set(region.periods);
  const spans = region.periods.map((period) => spanOf(geometry, period));
  const nodes = all.filter(
    ({ place, period }) =>
      (time === "running" ||
        chosen.has(period) ||
        (time === "add" && region.periods.some((each) => periodsMeet(geometry, each, period)))) &&
      (region.places === null || region.places.some((each) => areRelated(geometry, each, place))),
  );
  const touchInTime = (a: Node, b: Node) =>
    time === "add" ? periodsMeet(geometry, a.period, b.period) : time === "running" || a.period === b.period;
  if (!placesAdd) {
    const outer = outermost(reading, nodes, region, (a, b) => time === "last" || touchInTime(a, b));
    return connected(outer, (a, b) => a.place === b.place && time !== "last" && touchInTime(a, b)).flatMap(
      (group) => elementOf(reading, group, group, region, spans, null),
    );
  }
  const same = (a: number, b: number) => a === b;
  const meet = (a: number, b: number) => periodsMeet(geometry, a, b);
  if (time !== "last")
    return touching(reading, nodes, time === "add" ? meet : time === "running" ? null : same).flatMap(
      (group) => elementOf(reading, group, group, region, spans, null),
    );
  // Of a stock, each spot's last report is whole.
  const cells = placeCells(geometry, [...nodes.map(({ place }) => place), ...(region.places ?? [])]);
  const lastAt = new Map(
    cells.map((cell) => [
      cell,
      nodes.reduce(
        (last, { place, period }) =>
          isInside(geometry, cell, place) ? Math.max(last, order[period] ?? 0) : last,
        -1,
      ),
    ]),
  );
  return touching(reading, nodes, same).flatMap((group) => {
    const when = order[group[0]?.period ?? 0];
    return elementOf(reading, group, nodes, region, spans, (cell) => lastAt.get(cell) === when);
  });
}

/** Reports that no other one of these is about more than. */
function outermost(
  { geometry, time }: Reading,
  nodes: readonly Node[],
  { places }: Region,
  touch: (a: Node, b: Node) => boolean,
): Node[] {
  const strictly = (inner: Node, outer: Node) =>
    inner.place !== outer.place && isInside(geometry, inner.place, outer.place) && touch(inner, outer);
  const own = nodes.filter(
    ({ place }) => places === null || places.some((each) => isInside(geometry, place, each)),
  );
  if (own.length === 0) return nodes.filter((node) => !nodes.some((other) => strictly(other, node)));
  const outer = own.filter((node) => !own.some((other) => strictly(node, other)));
  if (time !== "last") return outer;
  const { order } = geometry;
  return outer.filter(
    ({ place, period }) =>
      !outer.some((other) => other.place === place && (order[other.period] ?? 0) > (order[period] ?? 0)),
  );
}

interface Range {
  place: number;
  period: number;
  codes: number[];
  low: number;
  high: number;
  rows: number[];
}

/** What a node states, summed over its `id`s; what it leaves unsaid and means is a statement of nobody. */
function rangesOf(reading: Reading, { place, period, ids }: Node): Range[] {
  const { table } = reading;
  const [only] = ids;
  if (ids.length === 1 && only !== undefined) {
    const { empty } = shapeOf(reading, only.combinations);
    return [
      ...only.combinations.map((combination, at) => ({
        ...{ place, period, codes: codesOf(table, combination) },
        ...{ low: only.values[at] ?? 0, high: only.values[at] ?? 0, rows: only.rows[at] ?? [] },
      })),
      ...empty.map((codes) => ({ place, period, codes, low: 0, high: 0, rows: [] })),
    ];
  }
  const stated = new Map<string, { codes: number[]; rows: number[] }>();
  for (const report of ids) {
    const each = [
      ...report.combinations.map((combination, at) => ({
        codes: codesOf(table, combination),
        rows: report.rows[at] ?? [],
      })),
      ...shapeOf(reading, report.combinations).empty.map((codes) => ({ codes, rows: [] })),
    ];
    for (const { codes, rows } of each) {
      const before = stated.get(codes.join());
      stated.set(codes.join(), { codes, rows: [...(before?.rows ?? []), ...rows] });
    }
  }
  return [...stated.values()].map(({ codes, rows }) => {
    const ask: CellAsk = {
      offset: 0,
      axes: codes.flatMap((code, axis) => (code === 0 ? [] : [{ axis, codes: [code] }])),
      unknownOn: [],
    };
    const [found] = byOneNode({ ...reading, shapes: new Map() }, { place, period, ids }, [ask]);
    return { place, period, codes, low: found?.low ?? 0, high: found?.high ?? 0, rows };
  });
}

function elementOf(
  reading: Reading,
  group: readonly Node[],
  around: readonly Node[],
  region: Region,
  askedSpans: readonly Span[],
  holds: ((placeCell: number) => boolean) | null,
): Element[] {
  const { geometry, time } = reading;
  const { order } = geometry;
  const [only] = group as [Node];
  const inPlaces = (place: number) =>
    region.places === null || region.places.some((each) => isInside(geometry, place, each));
  if (time === "running" && !group.some(({ period }) => (order[period] ?? 0) <= region.until)) return [];
  const alone = group.length === 1 && inPlaces(only.place);
  if (alone && holds !== null) {
    const cells = placeCells(geometry, [
      ...around.map(({ place }) => place),
      ...(region.places ?? []),
    ]).filter((cell) => isInside(geometry, cell, only.place));
    const held = cells.filter(holds);
    if (held.length === 0) return [];
    if (held.length === cells.length) return [entire(reading, only)];
  } else if (alone && time !== "running") {
    const span = spanOf(geometry, only.period);
    if (time !== "add" || askedSpans.some((each) => spanCovers(each, span))) return [entire(reading, only)];
  } else if (alone) return [entire(reading, only)];
  const system = new System(reading, group, around, region, askedSpans, holds);
  const found = system.answers();
  if (found.every((each) => each === null)) return [];
  const top = group.find((node) => group.every((other) => isInside(geometry, other.place, node.place)));
  const whole = group.find(
    ({ period }) => time !== "add" || group.every((other) => periodCovers(geometry, period, other.period)),
  );
  return [{ place: top?.place ?? SEVERAL, period: whole?.period ?? SEVERAL, found }];
}

/** A report that is asked for whole, and that no other one touches. */
function entire(reading: Reading, node: Node): Element {
  const from = reading.geometry.order[node.period] ?? 0;
  const { place, period } = node;
  return { place, period, found: byOneNode(reading, node).map((found) => ({ ...found, from, to: from })) };
}

/** Reports that touch one another, as one system of unknowns: a kind of people at a spot of place and time each. */
class System {
  private readonly reading: Reading;
  private readonly group: readonly Node[];
  private readonly region: Region;
  private readonly spans: readonly Span[];
  private readonly ranges: Range[];
  private readonly kinds: Kinds | null;
  private readonly spots: { place: number; span: Span | null; period: number }[];
  private readonly current: Range[];
  private readonly lastOrder: number;
  private readonly holds: ((placeCell: number) => boolean) | null;

  constructor(
    reading: Reading,
    group: readonly Node[],
    around: readonly Node[],
    region: Region,
    spans: readonly Span[],
    holds: ((placeCell: number) => boolean) | null,
  ) {
    const { geometry, table, uses, asks, time } = reading;
    this.reading = reading;
    this.group = group;
    this.region = region;
    this.spans = spans;
    this.holds = holds;
    this.ranges = group.flatMap((node) => rangesOf(reading, node));
    const spoken = group.flatMap(({ ids }) => ids.flatMap(({ combinations }) => combinations));
    this.kinds = kindsFor(table, uses, spoken, asks);
    const places = placeCells(geometry, [
      ...around.map(({ place }) => place),
      ...(region.places ?? []),
    ]).filter((cell) => group.some(({ place }) => isInside(geometry, cell, place)));
    const groupSpans = group.map(({ period }) => spanOf(geometry, period));
    const times: { span: Span | null; period: number }[] =
      time === "add"
        ? timeCells([...groupSpans, ...spans])
            .filter((cell) => groupSpans.some((span) => spanCovers(span, cell)))
            .map((span) => ({ span, period: SEVERAL }))
        : time === "running"
          ? [...new Set(group.map(({ period }) => period))].map((period) => ({ span: null, period }))
          : [{ span: null, period: SEVERAL }];
    this.spots = places.flatMap((place) => times.map((cell) => ({ place, ...cell })));
    const sofar = this.ranges.filter(({ period }) => (geometry.order[period] ?? 0) <= region.until);
    const rank = ({ period }: Range) => geometry.order[period] ?? 0;
    this.lastOrder = Math.max(-1, ...sofar.map(rank));
    // Of running totals, a statement holds until a later one speaks of any of the same people.
    this.current =
      time === "running"
        ? sofar.filter(
            (range) => !sofar.some((later) => rank(later) > rank(range) && this.overlap(range, later)),
          )
        : this.ranges;
  }

  private overlap(a: Range, b: Range): boolean {
    const { geometry, uses } = this.reading;
    return (
      areRelated(geometry, a.place, b.place) &&
      uses.every(({ axis, partition }) => {
        const [one, other] = [a.codes[axis] ?? 0, b.codes[axis] ?? 0];
        return !partition || one === 0 || other === 0 || one === other;
      })
    );
  }

  private covers(spot: System["spots"][number], place: number, period: number): boolean {
    const { geometry, time } = this.reading;
    if (!isInside(geometry, spot.place, place)) return false;
    if (time === "running") return (geometry.order[spot.period] ?? 0) <= (geometry.order[period] ?? 0);
    return spot.span === null || spanCovers(spanOf(geometry, period), spot.span);
  }

  answers(): (Found | null)[] {
    const { reading, kinds, ranges, spots, group } = this;
    const { asks, geometry, time } = reading;
    if (kinds === null || kinds.size * spots.length > 8192)
      return this.apart(
        asks.map(() => [0]),
        [],
      );
    const atomsOf = (inSpot: (spot: System["spots"][number]) => boolean, of: readonly number[]) =>
      spots.flatMap((spot, at) => (inSpot(spot) ? of.map((kind) => at * kinds.size + kind) : []));
    const kindsOfRange = ranges.map(({ codes }) => kindsOfCodes(kinds, codes));
    const sets = ranges.map(({ place, period }, at) =>
      atomsOf((spot) => this.covers(spot, place, period), kindsOfRange[at] ?? []),
    );
    // Nobody is where nobody is left: those unknowns are none.
    const gone = new Set(ranges.flatMap(({ high }, at) => (high === 0 ? (sets[at] ?? []) : [])));
    const from = this.kindsFrom(kinds);
    const wanted = asks.map((ask) => {
      const of = kindsOfAsk(kinds, ask);
      return spots.flatMap((spot, at) => {
        if (!this.isAsked(spot)) return [];
        return of
          .filter(
            (kind) => time !== "running" || (geometry.order[spot.period] ?? 0) <= from(spot.place, kind),
          )
          .map((kind) => at * kinds.size + kind);
      });
    });
    const overlaps =
      time === "add" &&
      group.some((a) =>
        group.some(
          (b) =>
            periodsMeet(geometry, a.period, b.period) &&
            !periodCovers(geometry, a.period, b.period) &&
            !periodCovers(geometry, b.period, a.period),
        ),
      );
    const self = group.some(({ ids }) => ids.some((report) => byOneReport(reading, report, []).contradicts));
    const family = familyOf(
      kinds.size * spots.length,
      sets.map((set) => set.filter((atom) => !gone.has(atom))),
    );
    const ends = self
      ? null
      : endsOf(
          family,
          ranges.map(({ low }) => low),
          ranges.map(({ high }) => high),
          wanted.map((atoms) =>
            askOf(
              family,
              atoms.filter((atom) => !gone.has(atom)),
            ),
          ),
        );
    const rowsOf = (ask: number): number[] => {
      const own = new Set(wanted[ask]);
      return this.current.flatMap((range) => {
        if (!speaksOf(reading.uses, range.codes, asks[ask] as CellAsk)) return [];
        const at = ranges.indexOf(range);
        return sets[at]?.some((atom) => own.has(atom)) ? range.rows : [];
      });
    };
    const about = asks.map((_, ask) => {
      const positions = (wanted[ask] ?? []).map((atom) =>
        from((spots[Math.floor(atom / kinds.size)] as System["spots"][number]).place, atom % kinds.size),
      );
      return {
        rows: rowsOf(ask),
        from: positions.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY),
        to: positions.reduce((most, each) => Math.max(most, each), -1),
      };
    });
    if (ends === null) return this.apart(wanted, about);
    return asks.map((_, ask): Found | null => {
      const found = ends[ask];
      if (found === undefined || wanted[ask]?.length === 0) return null;
      return { ...found, contradicts: false, overlaps, ...(about[ask] as (typeof about)[number]) };
    });
  }

  /** Of running totals: the position of the period that each kind of people at a place is from. */
  private kindsFrom(kinds: Kinds): (place: number, kind: number) => number {
    const { reading, current, lastOrder } = this;
    if (reading.time !== "running") return () => 0;
    const { geometry } = reading;
    const known = new Map<number, Int32Array>();
    return (place, kind) => {
      let found = known.get(place);
      if (found === undefined) {
        found = new Int32Array(kinds.size).fill(-1);
        for (const { place: at, period, codes } of current)
          if (isInside(geometry, place, at))
            for (const each of kindsOfCodes(kinds, codes))
              found[each] = Math.max(found[each] as number, geometry.order[period] ?? 0);
        known.set(place, found);
      }
      const at = found[kind] as number;
      return at < 0 ? lastOrder : at;
    };
  }

  private isAsked(spot: System["spots"][number]): boolean {
    const { reading, region, group, holds, spans } = this;
    const { geometry, time } = reading;
    if (region.places !== null && !region.places.some((place) => isInside(geometry, spot.place, place)))
      return false;
    if (holds !== null && !holds(spot.place)) return false;
    if (time === "running")
      return group.some(
        ({ place, period }) =>
          (geometry.order[period] ?? 0) <= region.until && isInside(geometry, spot.place, place),
      );
    return (
      group.some(({ place, period }) => this.covers(spot, place, period)) &&
      (spot.span === null || spans.some((span) => spanCovers(span, spot.span as Span)))
    );
  }

  /** Where reports contradict one another, the one about more counts, and each is read by itself. */
  private apart(
    wanted: readonly (readonly number[])[],
    about: readonly Pick<Found, "rows" | "from" | "to">[],
  ): (Found | null)[] {
    const { reading, group, region, spans } = this;
    const { geometry, time, asks } = reading;
    const rank = ({ period }: Node) => geometry.order[period] ?? 0;
    const more = (outer: Node, inner: Node) =>
      outer !== inner &&
      isInside(geometry, inner.place, outer.place) &&
      (time !== "add" || periodCovers(geometry, outer.period, inner.period)) &&
      !(outer.place === inner.place && outer.period === inner.period);
    const isOwn = ({ place, period }: Node) =>
      (region.places === null || region.places.some((each) => isInside(geometry, place, each))) &&
      (time !== "add" || spans.some((span) => spanCovers(span, spanOf(geometry, period))));
    const each = new Map(group.map((node) => [node, byOneNode(reading, node)]));
    return asks.map((_, ask): Found | null => {
      if (wanted[ask]?.length === 0) return null;
      const of = (node: Node) => each.get(node)?.[ask] as Found;
      let candidates = [...group];
      if (time === "running") {
        const before = group.filter((node) => rank(node) <= region.until);
        // The last report of each place that confines what is asked for from above, else the last one.
        candidates = [...new Set(before.map(({ place }) => place))].flatMap((place) => {
          const own = before.filter((node) => node.place === place).sort((a, b) => rank(b) - rank(a));
          return own.find((node) => of(node).high < Number.POSITIVE_INFINITY) ?? own[0] ?? [];
        });
      }
      const own = candidates.filter(isOwn);
      const chosen =
        own.length > 0
          ? own.filter((node) => !own.some((outer) => more(outer, node)))
          : candidates.filter((node) => !candidates.some((inner) => more(node, inner)));
      const found: Found = {
        low: 0,
        high: 0,
        contradicts: true,
        overlaps: false,
        rows: [],
        from: 0,
        to: 0,
        ...about[ask],
      };
      for (const node of chosen) {
        found.low += own.length > 0 ? of(node).low : 0;
        found.high += of(node).high;
        if (about[ask] === undefined) found.rows.push(...of(node).rows);
      }
      return found;
    });
  }
}
