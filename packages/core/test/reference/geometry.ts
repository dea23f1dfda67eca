// Where and when reports are of: places form a tree, periods are spans of days. A region is cut into cells that no report divides.

import type { MeasurementFramework } from "../../src/aggregate/definition.ts";

export interface Span {
  start: string;
  end: string;
}

/** The places above a place, itself first; the whole area, `""`, last. */
export function upFrom({ places = [] }: MeasurementFramework, place: string): string[] {
  const up: string[] = [];
  for (let at = place; at !== "" && !up.includes(at); at = places.find(({ id }) => id === at)?.parent ?? "")
    up.push(at);
  return [...up, ""];
}
export const inside = (framework: MeasurementFramework, inner: string, outer: string): boolean =>
  upFrom(framework, inner).includes(outer);
export const related = (framework: MeasurementFramework, a: string, b: string): boolean =>
  inside(framework, a, b) || inside(framework, b, a);

/** Cells of the area: each place means what of it is in no other; none where places below make up the whole of it. */
export function placeCells(framework: MeasurementFramework, named: readonly string[]): string[] {
  const all = [...new Set(named)];
  return all.filter((place) => {
    const below = (framework.places ?? []).filter(({ parent = "" }) => place !== "" && parent === place);
    return below.length === 0 || !below.every(({ id }) => all.includes(id));
  });
}

export function spanOf({ periods }: MeasurementFramework, id: string): Span {
  const period = periods.find((each) => each.id === id);
  if (period === undefined) throw new RangeError(id);
  return period;
}
export const meets = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;
export const covers = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** Cells of time: stretches of days that no span divides. */
export function timeCells(spans: readonly Span[]): Span[] {
  const cuts = [...new Set(spans.flatMap(({ start, end }) => [start, dayAfter(end)]))].sort();
  return cuts.slice(0, -1).flatMap((start, index) => {
    const end = new Date(Date.parse(cuts[index + 1] ?? "") - 86_400_000).toISOString().slice(0, 10);
    return spans.some((span) => covers(span, { start, end })) ? [{ start, end }] : [];
  });
}

/** Position of each period in time: by end, then start. */
export const periodOrder = ({ periods }: MeasurementFramework): string[] =>
  [...periods].sort((a, b) => (a.end + a.start < b.end + b.start ? -1 : 1)).map(({ id }) => id);
