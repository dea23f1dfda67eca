import { groupBy } from "../values/group-by.ts";
import type { IndicatorDefinition } from "./definition.ts";
import {
  areRelated,
  type Geometry,
  periodCovers,
  periodsMeet,
  spanCovers,
  spanOf,
  timeCells,
} from "./geometry.ts";
import { combine, noOutcome, type Outcome, settle, weightiest } from "./outcome.ts";
import { isCount, isRatio } from "./plan.ts";
import type { ResultReason } from "./query.ts";
import { SEVERAL } from "./reading.ts";

/** Whether an indicator's value is a mean, of which no part is reported. */
export const isMean = ({ accumulation, combination }: IndicatorDefinition): boolean =>
  [accumulation, combination.sources, combination.places].includes("average");

/** What one source's reports say of a cell: an outcome, where and when it is of. */
export interface Worth {
  source: number;
  place: number;
  period: number;
  outcome: Outcome;
  rows: number[];
  /** Position of the earliest period that it is from. */
  from: number;
}

const grouped = (worths: readonly Worth[], of: (worth: Worth) => number): Worth[][] => [
  ...groupBy(worths, of).values(),
];
const outcomes = (worths: readonly Worth[]): Outcome[] => worths.map(({ outcome }) => outcome);

/**
 * What counts towards a value: where the largest of periods or their mean is asked for, a longer period whose days are all reported in
 * shorter ones is their total, and no period beside them.
 */
export function countedWorths(
  geometry: Geometry,
  { accumulation, measure }: IndicatorDefinition,
  worths: readonly Worth[],
): readonly Worth[] {
  const apart = measure !== "scale" && (accumulation === "max" || accumulation === "average");
  return apart && periodsTouch(geometry, worths)
    ? worths.filter((worth) => !isTotalOf(geometry, worth, worths))
    : worths;
}

/** Sources at each place, then places, then periods: of {@link countedWorths}. */
export function combineWorths(
  geometry: Geometry,
  definition: IndicatorDefinition,
  worths: readonly Worth[],
): Outcome {
  const { accumulation, combination, measure } = definition;
  if (measure === "scale") return medianOf(definition, worths);
  const one = accumulation === "latest" || accumulation === "cumulative";
  if (combination.sources === "sum" && combination.places === "sum" && (one || accumulation === "sum"))
    return combine(outcomes(worths), "sum", "no-actual", definition);
  const how = one || accumulation === "sum" ? "sum" : accumulation;
  const nested = how !== "sum" && periodsTouch(geometry, worths);
  if (areCrossed(geometry, worths, combination, one))
    return noOutcome(combination.sources === "sum" ? "places-not-combined" : "sources-not-combined");
  const over = (each: Outcome[], by: typeof combination.sources, refusal: ResultReason) =>
    combine(each, by, refusal, definition);
  const periodsOf = (each: readonly Worth[]) =>
    (one ? [[...each]] : grouped(each, ({ period }) => period)).map((period) =>
      over(
        grouped(period, ({ place }) => place).map((place) =>
          over(outcomes(place), combination.sources, "sources-not-combined"),
        ),
        combination.places,
        "places-not-combined",
      ),
    );
  const isOpen = nested && (how === "max" ? isWithin : sharesDays);
  if (isOpen === false || !worths.some((a) => worths.some((b) => isOpen(geometry, a, b))))
    return over(periodsOf(worths), how, "no-actual");
  // A longer period beside some of those that it holds: the largest of its periods is no less than the largest of the shorter ones, and no
  // more than the largest of all. So is a mean no more than that.
  const all = over(periodsOf(worths), "max", "no-actual");
  if (!isCount(definition) || worths.some(({ outcome }) => outcome.kind !== "range") || all.kind !== "range")
    return noOutcome(all.kind === "none" ? all.reason : "periods-overlap");
  const shorter = worths.filter((outer) => !worths.some((inner) => isWithin(geometry, inner, outer)));
  const least = how === "max" ? over(periodsOf(shorter), "max", "no-actual") : null;
  const low = least?.kind === "range" ? least.low : 0;
  return { kind: "range", low, high: all.high, reason: low === all.high ? null : "periods-overlap" };
}

function periodsTouch(geometry: Geometry, worths: readonly Worth[]): boolean {
  const periods = [...new Set(worths.map(({ period }) => period))];
  return periods.some((a, index) => periods.slice(index + 1).some((b) => periodsMeet(geometry, a, b)));
}

/** Whether a source's reports of two periods share days and places. */
const sharesDays = (geometry: Geometry, a: Worth, b: Worth): boolean =>
  a.source === b.source &&
  a.period !== b.period &&
  areRelated(geometry, a.place, b.place) &&
  periodsMeet(geometry, a.period, b.period);
const isWithin = (geometry: Geometry, inner: Worth, outer: Worth): boolean =>
  sharesDays(geometry, inner, outer) && periodCovers(geometry, outer.period, inner.period);

/** Whether a report is the total of other periods that the same source reported of the same place: it is no period beside them. */
function isTotalOf(geometry: Geometry, worth: Worth, worths: readonly Worth[]): boolean {
  const spans = worths.flatMap((each) =>
    each.place === worth.place && isWithin(geometry, each, worth) ? [spanOf(geometry, each.period)] : [],
  );
  return (
    spans.length > 0 &&
    timeCells([...spans, spanOf(geometry, worth.period)]).every((cell) =>
      spans.some((span) => spanCovers(span, cell)),
    )
  );
}

/**
 * Whether places or periods that are neither the same nor apart would have to be brought together: those of two sources, unless everything
 * is summed, and periods at two places of one source, where places are not summed.
 */
function areCrossed(
  geometry: Geometry,
  worths: readonly Worth[],
  { sources, places: atPlaces }: IndicatorDefinition["combination"],
  one: boolean,
): boolean {
  const crossed = (a: number, b: number, touch: (a: number, b: number) => boolean) =>
    a !== b && (a === SEVERAL || b === SEVERAL || touch(a, b));
  const spots = new Map<string, Worth>();
  for (const worth of worths) spots.set(`${worth.source},${worth.place},${one ? 0 : worth.period}`, worth);
  const places = new Set(worths.map(({ place }) => place));
  const periods = new Set(one ? [] : worths.map(({ period }) => period));
  const some = (codes: Set<number>, touch: (a: number, b: number) => boolean) =>
    [...codes].some((a) => [...codes].some((b) => crossed(a, b, touch)));
  const inPlace = (a: number, b: number) => areRelated(geometry, a, b);
  const inTime = (a: number, b: number) => periodsMeet(geometry, a, b);
  if (!some(places, inPlace) && !some(periods, inTime)) return false;
  const each = [...spots.values()];
  const summed = sources === "sum" && atPlaces === "sum";
  const inPeriods = (a: Worth, b: Worth) => !one && crossed(a.period, b.period, inTime);
  return each.some((a) =>
    each.some((b) =>
      a.source === b.source
        ? atPlaces !== "sum" && a.place !== b.place && inPeriods(a, b)
        : (!summed && crossed(a.place, b.place, inPlace)) || inPeriods(a, b),
    ),
  );
}

/** Levels are never added or averaged: the median of them, or both where two are in the middle. */
function medianOf({ accumulation, combination }: IndicatorDefinition, worths: readonly Worth[]): Outcome {
  const reason = weightiest(worths.map(({ outcome }) => (outcome.kind === "none" ? outcome.reason : null)));
  if (reason !== null) return noOutcome(reason);
  if (combination.sources === "none" && new Set(worths.map(({ source }) => source)).size > 1)
    return noOutcome("sources-not-combined");
  if (combination.places === "none" && new Set(worths.map(({ place }) => place)).size > 1)
    return noOutcome("places-not-combined");
  const levels = worths
    .flatMap(({ outcome }) => (outcome.kind === "alone" ? [outcome.value] : []))
    .sort((a, b) => a - b);
  const top = levels.at(-1);
  if (top === undefined) return noOutcome("no-actual");
  if ([accumulation, combination.sources, combination.places].includes("max"))
    return { kind: "alone", value: top };
  const [low, high] = [
    levels[Math.floor((levels.length - 1) / 2)] ?? 0,
    levels[Math.floor(levels.length / 2)] ?? 0,
  ];
  return low === high ? { kind: "alone", value: low } : noOutcome("bounds-only", [low, high]);
}

/** Reports by level, lowest first. */
export function levelsOf({ levels = [] }: IndicatorDefinition, worths: readonly Worth[]): number[] {
  const counts = levels.map(() => 0);
  for (const { outcome } of worths)
    if (outcome.kind === "alone") counts[outcome.value] = (counts[outcome.value] ?? 0) + 1;
  return counts;
}

/** An outcome in the measure's unit: a value, or a reason with bounds; NaN means none. */
export interface Shown {
  value: number;
  reason: ResultReason | null;
  low: number;
  high: number;
}

/** An outcome as it is returned: divided, and in the measure's unit. */
export function shownOf(outcome: Outcome, definition: IndicatorDefinition, scale: number): Shown {
  const unit = isRatio(definition) ? 1 : scale;
  const settled = settle(outcome, definition);
  const number = (value: number) => ({
    value: value / unit,
    reason: null,
    low: Number.NaN,
    high: Number.NaN,
  });
  if (settled.kind === "alone") return number(settled.value);
  if (settled.kind === "range" && settled.reason === null) return number(settled.low);
  if (settled.kind === "pair") throw new TypeError("a pair was not settled");
  const [low, high] =
    settled.kind === "range" ? [settled.low, settled.high] : (settled.bounds ?? [Number.NaN, Number.NaN]);
  return { value: Number.NaN, reason: settled.reason ?? "no-actual", low: low / unit, high: high / unit };
}
