import { groupBy } from "../values/group-by.ts";
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
} from "./geometry.ts";
import { type Element, type Node, type Reading, type Region, SEVERAL } from "./reading.ts";
import { answersOf } from "./report-answers.ts";
import { byOneNode } from "./report-shape.ts";
import { systemOf } from "./report-system.ts";

const connected = <T extends object>(items: readonly T[], touch: (a: T, b: T) => boolean): T[][] => {
  const left = [...items];
  const groups: T[][] = [];
  for (let first = left.shift(); first !== undefined; first = left.shift()) {
    const group: T[] = [first];
    for (const member of group)
      for (let index = left.length - 1; index >= 0; index -= 1)
        if (touch(member, left[index] as T)) group.push(...left.splice(index, 1));
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
export function touching(
  { geometry }: Pick<Reading, "geometry">,
  nodes: readonly Node[],
  touchInTime: ((a: number, b: number) => boolean) | null,
): Node[][] {
  const byPlace = placeClasses(geometry, new Set(nodes.map(({ place }) => place)));
  const periods = [...new Set(nodes.map(({ period }) => period))].map((period) => ({ period }));
  const groups = touchInTime && connected(periods, (a, b) => touchInTime(a.period, b.period));
  const byPeriod = new Map(
    groups?.flatMap((group, index) => group.map(({ period }) => [period, index] as const)),
  );
  const coarse = groupBy(
    nodes,
    ({ place, period }) => (byPlace.get(place) ?? 0) * (periods.length + 1) + (byPeriod.get(period) ?? 0),
  );
  return [...coarse.values()].flatMap((group) =>
    group.length === 1
      ? [group]
      : connected(
          group,
          (a, b) => (touchInTime?.(a.period, b.period) ?? true) && areRelated(geometry, a.place, b.place),
        ),
  );
}

/**
 * The elements of one source in a region. Reports of the rest confine it where they touch one that speaks of it: of a region's total, the
 * other places; of a half-year, the other quarter.
 */
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
  const inTime = time === "add" ? meet : time === "running" ? null : same;
  const near = new Set(nodes);
  const groups = touching(reading, near.size === all.length ? nodes : all, inTime).filter((group) =>
    group.some((node) => near.has(node)),
  );
  if (time !== "last")
    return groups.flatMap((group) => elementOf(reading, group, group, region, spans, null, near));
  // Of a stock, each spot's last report is whole.
  const around = groups.flat();
  const cells = placeCells(geometry, [...around.map(({ place }) => place), ...(region.places ?? [])]);
  const lastAt = new Map(
    cells.map((cell) => [
      cell,
      around.reduce(
        (last, { place, period }) =>
          isInside(geometry, cell, place) ? Math.max(last, order[period] ?? 0) : last,
        -1,
      ),
    ]),
  );
  return groups.flatMap((group) => {
    const when = order[group[0]?.period ?? 0];
    return elementOf(reading, group, around, region, spans, (cell) => lastAt.get(cell) === when, near);
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

function elementOf(
  reading: Reading,
  group: readonly Node[],
  around: readonly Node[],
  region: Region,
  askedSpans: readonly Span[],
  holds: ((placeCell: number) => boolean) | null,
  /** Those that what is asked for touches. */
  near: ReadonlySet<Node> | null = null,
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
  const touched = near === null ? group : group.filter((node) => near.has(node));
  const found = answersOf(
    systemOf(reading, { group, near: touched, around, region, spans: askedSpans, holds }),
  );
  if (found.every((each) => each === null)) return [];
  const top = touched.find((node) => touched.every((other) => isInside(geometry, other.place, node.place)));
  const whole = touched.find(
    ({ period }) => time !== "add" || touched.every((other) => periodCovers(geometry, period, other.period)),
  );
  return [{ place: top?.place ?? SEVERAL, period: whole?.period ?? SEVERAL, found }];
}

/** A report that is asked for whole, and that no other one touches. */
function entire(reading: Reading, node: Node): Element {
  const from = reading.geometry.order[node.period] ?? 0;
  const { place, period } = node;
  return { place, period, found: byOneNode(reading, node).map((found) => ({ ...found, from, to: from })) };
}
