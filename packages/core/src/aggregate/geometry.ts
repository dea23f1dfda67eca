import type { ObservationTable } from "../observations/index.ts";
import type { MeasurementFramework } from "./definition.ts";

/** Where and when rows of a table are of, by code: the tree of places, and periods as stretches of days. */
export interface Geometry {
  /** By place: itself and the places above it; the whole area, code 0, last. */
  up: number[][];
  /** By place: the places right below it that the framework declares; -1 for one that the table does not know. */
  below: number[][];
  /** By period: first and last day. */
  start: string[];
  end: string[];
  /** By period: position in time, by end, then start. */
  order: Int32Array;
  /** Some place that the framework declares is part of another. */
  tree: boolean;
  /** Some two periods of the table share days. */
  periodsMeet: boolean;
}

/** @throws RangeError where the table holds periods that the framework does not. */
export function geometryOf(
  framework: MeasurementFramework,
  table: ObservationTable,
  order: Int32Array,
): Geometry {
  const parents = new Map((framework.places ?? []).map(({ id, parent = "" }) => [id, parent]));
  const { texts, codes } = table.places;
  const up = texts.map((text) => {
    const names = [text];
    for (
      let at = parents.get(text);
      at !== undefined && at !== "" && !names.includes(at);
      at = parents.get(at)
    )
      names.push(at);
    return [...names.filter((name) => name !== "").flatMap((name) => codes.get(name) ?? []), 0];
  });
  const below: number[][] = texts.map(() => []);
  for (const [id, parent] of parents) {
    const index = parent === "" ? undefined : codes.get(parent);
    if (index !== undefined) below[index]?.push(codes.get(id) ?? -1);
  }
  const byId = new Map(framework.periods.map((period) => [period.id, period]));
  const spans = table.periods.texts.map((id): Span => byId.get(id) ?? { start: "", end: "" });
  const inTime = [...spans].sort((a, b) => (a.start < b.start ? -1 : 1));
  return {
    up,
    below,
    start: spans.map(({ start }) => start),
    end: spans.map(({ end }) => end),
    order,
    tree: [...parents.values()].some((parent) => parent !== ""),
    periodsMeet: inTime.some(({ start }, index) => index > 0 && start <= (inTime[index - 1]?.end ?? "")),
  };
}

export const isInside = ({ up }: Geometry, inner: number, outer: number): boolean =>
  outer === 0 || inner === outer || (up[inner]?.includes(outer) ?? false);
export const areRelated = (geometry: Geometry, a: number, b: number): boolean =>
  isInside(geometry, a, b) || isInside(geometry, b, a);

export interface Span {
  start: string;
  end: string;
}
export const spanOf = ({ start, end }: Geometry, period: number): Span => ({
  start: start[period] ?? "",
  end: end[period] ?? "",
});
export const spansMeet = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;
export const spanCovers = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
export const periodsMeet = (geometry: Geometry, a: number, b: number): boolean =>
  spansMeet(spanOf(geometry, a), spanOf(geometry, b));
export const periodCovers = (geometry: Geometry, outer: number, inner: number): boolean =>
  spanCovers(spanOf(geometry, outer), spanOf(geometry, inner));

/** Cells of the area: each place means what of it is in no other; none where the places below make up the whole of it. */
export function placeCells({ below }: Geometry, named: Iterable<number>): number[] {
  const all = new Set(named);
  return [...all].filter((place) => {
    const parts = below[place] ?? [];
    return parts.length === 0 || !parts.every((part) => all.has(part));
  });
}

const DAY = 86_400_000;
const shifted = (day: string, by: number): string =>
  new Date(Date.parse(day) + by * DAY).toISOString().slice(0, 10);

/** Cells of time: stretches of days that no span divides. */
export function timeCells(spans: readonly Span[]): Span[] {
  const cuts = [...new Set(spans.flatMap(({ start, end }) => [start, shifted(end, 1)]))].sort();
  return cuts.slice(0, -1).flatMap((start, index) => {
    const cell = { start, end: shifted(cuts[index + 1] ?? start, -1) };
    return spans.some((span) => spanCovers(span, cell)) ? [cell] : [];
  });
}
