import { areRelated, isInside, placeCells, type Span, spanCovers, spanOf, timeCells } from "./geometry.ts";
import { type Kinds, kindsFor, kindsOfCodes } from "./kinds.ts";
import { type Node, type Reading, type Region, SEVERAL } from "./reading.ts";
import { type Range, rangesOf } from "./report-ranges.ts";

/** More unknowns than these are not solved together. */
export const MAX_ATOMS = 8192;

/** A place and a time that no report divides further; `span` `null`: whenever. */
export interface Spot {
  place: number;
  span: Span | null;
  period: number;
}

/** What is asked of reports that touch one another. */
export interface SystemInput {
  group: readonly Node[];
  /** Those of the group that what is asked for touches. */
  near: readonly Node[];
  around: readonly Node[];
  region: Region;
  spans: readonly Span[];
  /** Whether a place is asked for; `null`: every place of the region is. */
  holds: ((placeCell: number) => boolean) | null;
}

/** Reports that touch one another, as one system of unknowns: a kind of people at a spot of place and time each. */
export interface System extends Omit<SystemInput, "around"> {
  reading: Reading;
  /** What the reports state, each within limits. */
  ranges: readonly Range[];
  /** `null` where there are too many. */
  kinds: Kinds | null;
  spots: readonly Spot[];
  /** Of running totals, the statements that no later one replaces. */
  current: readonly Range[];
  /** Position in time of the last statement of the region. */
  lastOrder: number;
}

/** The system of a group of reports. */
export function systemOf(reading: Reading, { around, ...input }: SystemInput): System {
  const { group, region, spans } = input;
  const { geometry, table, uses, asks, time } = reading;
  const ranges = group.flatMap((node) => rangesOf(reading, node));
  const spoken = group.flatMap(({ ids }) => ids.flatMap(({ combinations }) => combinations));
  const kinds = kindsFor(table, uses, spoken, asks);
  const places = placeCells(geometry, [...around.map(({ place }) => place), ...(region.places ?? [])]).filter(
    (cell) => group.some(({ place }) => isInside(geometry, cell, place)),
  );
  const groupSpans = group.map(({ period }) => spanOf(geometry, period));
  const times: Omit<Spot, "place">[] =
    time === "add"
      ? timeCells([...groupSpans, ...spans])
          .filter((cell) => groupSpans.some((span) => spanCovers(span, cell)))
          .map((span) => ({ span, period: SEVERAL }))
      : time === "running"
        ? [...new Set(group.map(({ period }) => period))].map((period) => ({ span: null, period }))
        : [{ span: null, period: SEVERAL }];
  const spots = places.flatMap((place) => times.map((cell) => ({ place, ...cell })));
  const sofar = ranges.filter(({ period }) => (geometry.order[period] ?? 0) <= region.until);
  const orderOf = ({ period }: Range) => geometry.order[period] ?? 0;
  const lastOrder = Math.max(-1, ...sofar.map(orderOf));
  // Of running totals, a statement holds until a later one speaks of any of the same people.
  const current =
    time === "running"
      ? sofar.filter(
          (range) =>
            !sofar.some((later) => orderOf(later) > orderOf(range) && overlap(reading, range, later)),
        )
      : ranges;
  return { reading, ...input, ranges, kinds, spots, current, lastOrder };
}

function overlap({ geometry, uses }: Reading, a: Range, b: Range): boolean {
  return (
    areRelated(geometry, a.place, b.place) &&
    uses.every(({ axis, partition }) => {
      const [one, other] = [a.codes[axis] ?? 0, b.codes[axis] ?? 0];
      return !partition || one === 0 || other === 0 || one === other;
    })
  );
}

/** Whether what a report says of a place and period includes a spot. */
export function covers({ reading }: System, spot: Spot, place: number, period: number): boolean {
  const { geometry, time } = reading;
  if (!isInside(geometry, spot.place, place)) return false;
  if (time === "running") return (geometry.order[spot.period] ?? 0) <= (geometry.order[period] ?? 0);
  return spot.span === null || spanCovers(spanOf(geometry, period), spot.span);
}

/** The unknowns that each statement counts. */
export function setsOf(system: System, kinds: Kinds): number[][] {
  const { ranges, spots } = system;
  return ranges.map(({ place, period, codes }) => {
    const of = kindsOfCodes(kinds, codes);
    return spots.flatMap((spot, index) =>
      covers(system, spot, place, period) ? of.map((kind) => index * kinds.size + kind) : [],
    );
  });
}
