import { askOf, endsOf, familyOf } from "../bounds/known-sums.ts";
import {
  areRelated,
  isInside,
  periodCovers,
  periodsMeet,
  placeCells,
  type Span,
  spanCovers,
  spanOf,
  timeCells,
} from "./geometry.ts";
import { type CellAsk, type Kinds, kindsFor, kindsOfAsk, kindsOfCodes } from "./kinds.ts";
import { type Found, type Node, type Reading, type Region, SEVERAL } from "./reading.ts";
import { type Range, rangesOf } from "./report-ranges.ts";
import { byOneNode, byOneReport, speaksOf } from "./report-shape.ts";

/** More unknowns than these are not solved together. */
const MAX_ATOMS = 8192;
/** Contradictions that are looked for among reports that touch one another. */
const MAX_CONFLICTS = 5;

/**
 * As few statements as do not agree, in addition to what holds anyhow (U. Junker, QuickXplain, 2004): halves that are not needed are left out.
 */
function smallestConflict(
  agree: (some: readonly number[]) => boolean,
  holds: readonly number[],
  from: readonly number[],
  changed = false,
): number[] {
  if (changed && !agree(holds)) return [];
  if (from.length <= 1) return [...from];
  const half = Math.ceil(from.length / 2);
  const [first, second] = [from.slice(0, half), from.slice(half)];
  const inSecond = smallestConflict(agree, [...holds, ...first], second, true);
  const inFirst = smallestConflict(agree, [...holds, ...inSecond], first, inSecond.length > 0);
  return [...inFirst, ...inSecond];
}

/** Reports that touch one another, as one system of unknowns: a kind of people at a spot of place and time each. */
export class System {
  private readonly reading: Reading;
  private readonly group: readonly Node[];
  private readonly near: readonly Node[];
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
    /** Those of the group that what is asked for touches. */
    near: readonly Node[],
    around: readonly Node[],
    region: Region,
    spans: readonly Span[],
    holds: ((placeCell: number) => boolean) | null,
  ) {
    const { geometry, table, uses, asks, time } = reading;
    this.reading = reading;
    this.group = group;
    this.near = near;
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
    const orderOf = ({ period }: Range) => geometry.order[period] ?? 0;
    this.lastOrder = Math.max(-1, ...sofar.map(orderOf));
    // Of running totals, a statement holds until a later one speaks of any of the same people.
    this.current =
      time === "running"
        ? sofar.filter(
            (range) => !sofar.some((later) => orderOf(later) > orderOf(range) && this.overlap(range, later)),
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

  /** The unknowns that each statement counts. */
  private setsOf(kinds: Kinds): number[][] {
    const { ranges, spots } = this;
    return ranges.map(({ place, period, codes }) => {
      const of = kindsOfCodes(kinds, codes);
      return spots.flatMap((spot, index) =>
        this.covers(spot, place, period) ? of.map((kind) => index * kinds.size + kind) : [],
      );
    });
  }

  /** Rows of statements that cannot hold together: sets without a row in common, each as small as contradicts itself. */
  conflicts(): number[][] {
    const { reading, kinds, ranges, spots } = this;
    if (kinds === null || kinds.size * spots.length > MAX_ATOMS) return [];
    const sets = this.setsOf(kinds);
    const agree = (some: readonly number[]): boolean => {
      const family = familyOf(
        kinds.size * spots.length,
        some.map((index) => sets[index] ?? []),
      );
      const ends = (of: "low" | "high") => some.map((index) => ranges[index]?.[of] ?? 0);
      return endsOf(family, ends("low"), ends("high"), [], reading.slack === 0) !== null;
    };
    const implied = [...ranges.keys()].filter((index) => ranges[index]?.rows.length === 0);
    let stated = [...ranges.keys()].filter((index) => !implied.includes(index));
    const found: number[][] = [];
    while (found.length < MAX_CONFLICTS && !agree([...implied, ...stated])) {
      const conflict = smallestConflict(agree, implied, stated);
      if (conflict.length === 0) break;
      found.push(conflict.flatMap((index) => ranges[index]?.rows ?? []));
      stated = stated.filter((index) => !conflict.includes(index));
    }
    return found;
  }

  answers(): (Found | null)[] {
    const { reading, kinds, ranges, spots, group, near } = this;
    const { asks, geometry, time } = reading;
    if (kinds === null || kinds.size * spots.length > MAX_ATOMS)
      return this.apart(
        asks.map(() => [0]),
        [],
        false,
      );
    const sets = this.setsOf(kinds);
    // Nobody is where nobody is left: those unknowns are none.
    const emptyAtoms = new Set(ranges.flatMap(({ high }, index) => (high === 0 ? (sets[index] ?? []) : [])));
    const from = this.kindsFrom(kinds);
    const indexes = asks.map((ask) => {
      const of = kindsOfAsk(kinds, ask);
      return spots.flatMap((spot, index) => {
        if (!this.isAsked(spot)) return [];
        return of
          .filter(
            (kind) => time !== "running" || (geometry.order[spot.period] ?? 0) <= from(spot.place, kind),
          )
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
      return this.current.flatMap((range) => {
        if (!speaksOf(reading.uses, range.codes, asks[ask] as CellAsk)) return [];
        const index = ranges.indexOf(range);
        return sets[index]?.some((atom) => own.has(atom)) ? range.rows : [];
      });
    };
    const about = asks.map((_, ask) => {
      const positions = (indexes[ask] ?? []).map((atom) =>
        from((spots[Math.floor(atom / kinds.size)] as System["spots"][number]).place, atom % kinds.size),
      );
      return {
        rows: rowsOf(ask),
        from: positions.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY),
        to: positions.reduce((last, each) => Math.max(last, each), -1),
      };
    });
    if (ends === null) return this.apart(indexes, about, true);
    return asks.map((_, ask): Found | null => {
      const found = ends[ask];
      if (found === undefined || indexes[ask]?.length === 0) return null;
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

  /**
   * Where reports contradict one another, or are too many to be solved together, the one about more counts, and each is read by itself.
   * What no report inside is about, the reports that reach beyond confine from above.
   */
  private apart(
    indexes: readonly (readonly number[])[],
    about: readonly Pick<Found, "rows" | "from" | "to">[],
    contradicts: boolean,
  ): (Found | null)[] {
    const { reading, group, region } = this;
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
        this.spots.flatMap((spot, at) => (this.covers(spot, node.place, node.period) ? [at] : [])),
      ]),
    );
    const asked = this.spots.map((spot) => this.isAsked(spot));
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
        overlaps: false,
        rows: [],
        from: 0,
        to: 0,
        ...about[ask],
      };
      for (const node of [...counted, ...confining]) {
        found.high += of(node).high;
        if (about[ask] === undefined) found.rows.push(...of(node).rows);
      }
      return found;
    });
  }
}
