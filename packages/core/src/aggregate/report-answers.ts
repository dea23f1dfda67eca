import { askOf, endsOf, familyOf } from "../bounds/known-sums.ts";
import { isInside, periodCovers, periodsMeet, type Span, spanCovers } from "./geometry.ts";
import { type CellAsk, type Kinds, kindsOfAsk, kindsOfCodes } from "./kinds.ts";
import type { Found, Node } from "./reading.ts";
import { byOneNode, byOneReport, speaksOf } from "./report-shape.ts";
import { covers, MAX_ATOMS, type Spot, type System, setsOf } from "./report-system.ts";

/** What the reports say of every cell that is asked for; `null` where they say nothing of it. */
export function answersOf(system: System): (Found | null)[] {
  const { reading, kinds, ranges, spots, group, near } = system;
  const { asks, geometry, time } = reading;
  if (kinds === null || kinds.size * spots.length > MAX_ATOMS)
    return apart(
      system,
      asks.map(() => [0]),
      [],
      false,
    );
  const sets = setsOf(system, kinds);
  // Nobody is where nobody is left: those unknowns are none.
  const emptyAtoms = new Set(ranges.flatMap(({ high }, index) => (high === 0 ? (sets[index] ?? []) : [])));
  const from = kindsFrom(system, kinds);
  const indexes = asks.map((ask) => {
    const of = kindsOfAsk(kinds, ask);
    return spots.flatMap((spot, index) => {
      if (!isAsked(system, spot)) return [];
      return of
        .filter((kind) => time !== "running" || (geometry.order[spot.period] ?? 0) <= from(spot.place, kind))
        .map((kind) => index * kinds.size + kind);
    });
  });
  const overlaps =
    time === "add" &&
    near.some((a) =>
      near.some(
        (b) =>
          periodsMeet(geometry, a.period, b.period) &&
          !periodCovers(geometry, a.period, b.period) &&
          !periodCovers(geometry, b.period, a.period),
      ),
    );
  const self = group.some(({ ids }) => ids.some((report) => byOneReport(reading, report, []).contradicts));
  const unvalued = group.some(({ ids }) => ids.some(({ values }) => values.some(Number.isNaN)));
  const family = familyOf(
    kinds.size * spots.length,
    sets.map((set) => set.filter((atom) => !emptyAtoms.has(atom))),
  );
  const ends = self
    ? null
    : endsOf(
        family,
        ranges.map(({ low }) => low),
        ranges.map(({ high }) => high),
        indexes.map((atoms) =>
          askOf(
            family,
            atoms.filter((atom) => !emptyAtoms.has(atom)),
          ),
        ),
        reading.slack === 0,
      );
  const rowsOf = (ask: number): number[] => {
    const own = new Set(indexes[ask]);
    return system.current.flatMap((range) => {
      if (!speaksOf(reading.uses, range.codes, asks[ask] as CellAsk)) return [];
      const index = ranges.indexOf(range);
      return sets[index]?.some((atom) => own.has(atom)) ? range.rows : [];
    });
  };
  const about = asks.map((_, ask) => {
    const positions = (indexes[ask] ?? []).map((atom) =>
      from((spots[Math.floor(atom / kinds.size)] as Spot).place, atom % kinds.size),
    );
    return {
      rows: rowsOf(ask),
      from: positions.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY),
      to: positions.reduce((last, each) => Math.max(last, each), -1),
    };
  });
  if (ends === null) return apart(system, indexes, about, true);
  return asks.map((_, ask): Found | null => {
    const found = ends[ask];
    if (found === undefined || indexes[ask]?.length === 0) return null;
    return { ...found, contradicts: false, overlaps, unvalued, ...(about[ask] as (typeof about)[number]) };
  });
}

/** Of running totals: the position of the period that each kind of people at a place is from. */
function kindsFrom(
  { reading, current, lastOrder }: System,
  kinds: Kinds,
): (place: number, kind: number) => number {
  if (reading.time !== "running") return () => 0;
  const { geometry } = reading;
  const known = new Map<number, Int32Array>();
  return (place, kind) => {
    let found = known.get(place);
    if (found === undefined) {
      found = new Int32Array(kinds.size).fill(-1);
      for (const { place: index, period, codes } of current)
        if (isInside(geometry, place, index))
          for (const each of kindsOfCodes(kinds, codes))
            found[each] = Math.max(found[each] as number, geometry.order[period] ?? 0);
      known.set(place, found);
    }
    const position = found[kind] as number;
    return position < 0 ? lastOrder : position;
  };
}

function isAsked(system: System, spot: Spot): boolean {
  const { reading, region, group, holds, spans } = system;
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
    group.some(({ place, period }) => covers(system, spot, place, period)) &&
    (spot.span === null || spans.some((span) => spanCovers(span, spot.span as Span)))
  );
}

/**
 * Where reports contradict one another, or are too many to be solved together, the one about more counts, and each is read by itself.
 * What no report inside is about, the reports that reach beyond confine from above.
 */
function apart(
  system: System,
  indexes: readonly (readonly number[])[],
  about: readonly Pick<Found, "rows" | "from" | "to">[],
  contradicts: boolean,
): (Found | null)[] {
  const { reading, group, region, spots } = system;
  const { geometry, time, asks } = reading;
  const orderOf = ({ period }: Node) => geometry.order[period] ?? 0;
  const more = (outer: Node, inner: Node) =>
    outer !== inner &&
    isInside(geometry, inner.place, outer.place) &&
    (time !== "add" || periodCovers(geometry, outer.period, inner.period)) &&
    !(outer.place === inner.place && outer.period === inner.period);
  const each = new Map(group.map((node) => [node, byOneNode(reading, node)]));
  const spotsOf = new Map(
    group.map((node) => [
      node,
      spots.flatMap((spot, at) => (covers(system, spot, node.place, node.period) ? [at] : [])),
    ]),
  );
  const asked = spots.map((spot) => isAsked(system, spot));
  const within = (node: Node) => spotsOf.get(node) ?? [];
  return asks.map((_, ask): Found | null => {
    if (indexes[ask]?.length === 0) return null;
    const of = (node: Node) => each.get(node)?.[ask] as Found;
    let candidates = [...group];
    if (time === "running") {
      const before = group.filter((node) => orderOf(node) <= region.until);
      // The last report of each place that speaks of what is asked for or confines it from above, else the last one.
      const speaks = (node: Node) => of(node).high < Number.POSITIVE_INFINITY || of(node).rows.length > 0;
      candidates = [...new Set(before.map(({ place }) => place))].flatMap((place) => {
        const own = before.filter((node) => node.place === place).sort((a, b) => orderOf(b) - orderOf(a));
        return own.find(speaks) ?? own[0] ?? [];
      });
    }
    const own = candidates.filter((node) => within(node).every((spot) => asked[spot]));
    const counted = own.filter((node) => !own.some((outer) => more(outer, node)));
    const left = new Set(candidates.flatMap(within).filter((spot) => asked[spot]));
    let shared = false;
    const seen = new Set<number>();
    for (const spot of counted.flatMap(within)) {
      shared ||= seen.has(spot);
      seen.add(spot);
      left.delete(spot);
    }
    const beyond = candidates.filter((node) => within(node).some((spot) => left.has(spot)));
    const confining = beyond.filter((node) =>
      within(node).some(
        (spot) =>
          left.has(spot) && !beyond.some((inner) => more(node, inner) && within(inner).includes(spot)),
      ),
    );
    const lows = counted.map((node) => of(node).low);
    const found: Found = {
      low: shared ? Math.max(...lows) : lows.reduce((sum, low) => sum + low, 0),
      high: 0,
      contradicts,
      ...{ overlaps: false, unvalued: false },
      rows: [],
      from: 0,
      to: 0,
      ...about[ask],
    };
    for (const node of [...counted, ...confining]) {
      found.high += of(node).high;
      found.unvalued ||= of(node).unvalued;
      if (about[ask] === undefined) found.rows.push(...of(node).rows);
    }
    return found;
  });
}
