import { MISSING } from "../observations/table.ts";
import type { IndicatorDefinition } from "./definition.ts";
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
import { type CellAsk, codesOf, emptyCombinations } from "./kinds.ts";
import { combine, hullOf, noOutcome, type Outcome, sameOutcome, weightiest } from "./outcome.ts";
import { isCount, isRatio } from "./plan.ts";
import type { ResultReason } from "./query.ts";
import type { Node, Reading, Region, Report } from "./reading.ts";
import { speaksOf } from "./report-shape.ts";

/** What one source's report says of a cell, of a measure without limits: nothing confines a part that was not stated. */
export interface PlainElement {
  place: number;
  period: number;
  found: ({ outcome: Outcome; rows: number[]; from: number } | null)[];
}

/**
 * The elements of one source in a region. The region is cut into spots of place and time. A report inside the region counts whole, the
 * outermost of several; of stocks and running totals, the last one that speaks of a spot. Where a spot has no such report, or several,
 * nothing says what part of a larger or an earlier one belongs there.
 */
export function plainElementsOf(
  reading: Reading,
  definition: IndicatorDefinition,
  all: readonly Node[],
  region: Region,
): PlainElement[] {
  const { geometry, time, asks } = reading;
  const nodes = all.filter(
    ({ place, period }) =>
      (region.places === null || region.places.some((each) => areRelated(geometry, each, place))) &&
      (time === "running"
        ? (geometry.order[period] ?? 0) <= region.until
        : region.periods.includes(period) ||
          (time === "add" && region.periods.some((each) => periodsMeet(geometry, each, period)))),
  );
  const outcomes = new Map<Report, Outcome[]>();
  const of = (report: Report): Outcome[] => {
    let found = outcomes.get(report);
    if (found === undefined) {
      found = inReport(reading, definition, report);
      outcomes.set(report, found);
    }
    return found;
  };
  const found = new Map<Report, PlainElement>();
  const shared = time === "running" ? null : chosenNodes(reading, nodes, region);
  for (const [ask, cell] of asks.entries()) {
    const chosen = shared ?? chosenNodes(reading, speakingNodes(reading, nodes, cell), region);
    // Levels are counted report by report, never added.
    for (const [{ place, period, ids }, reason] of chosen)
      for (const reports of definition.measure === "scale" ? ids.map((report) => [report]) : [ids]) {
        const [first] = reports as [Report];
        let element = found.get(first);
        if (element === undefined) {
          element = { place, period, found: asks.map(() => null) };
          found.set(first, element);
        }
        const outcome =
          reason !== null
            ? noOutcome(reason)
            : partsOf(
                reports.map((report) => of(report)[ask] as Outcome),
                definition,
              );
        const rows = reports.flatMap((report) => speakingRows(reading, report, cell));
        element.found[ask] = { outcome, rows, from: geometry.order[period] ?? 0 };
      }
  }
  return [...found.values()];
}

/** Reports that speak of a cell; all of them where none does. */
function speakingNodes({ table, uses }: Reading, nodes: readonly Node[], cell: CellAsk): readonly Node[] {
  const speaking = nodes.filter(({ ids }) =>
    ids.some(({ combinations }) => combinations.some((each) => speaksOf(uses, codesOf(table, each), cell))),
  );
  return speaking.length === 0 ? nodes : speaking;
}

/** Reports that count, and those that only say that something was reported, with the reason why it has no value. */
function chosenNodes(
  { geometry, time }: Reading,
  nodes: readonly Node[],
  region: Region,
): Map<Node, ResultReason | null> {
  const orderOf = ({ period }: Node) => geometry.order[period] ?? 0;
  const last = time === "last" || time === "running";
  const lastAt = new Map<number, number>();
  if (last)
    for (const node of nodes) lastAt.set(node.place, Math.max(lastAt.get(node.place) ?? -1, orderOf(node)));
  const nodesInForce = last ? nodes.filter((node) => orderOf(node) === lastAt.get(node.place)) : nodes;
  const spans = region.periods.map((period) => spanOf(geometry, period));
  const inPlace = (place: number) =>
    region.places === null || region.places.some((each) => isInside(geometry, place, each));
  const chosen = new Map<Node, ResultReason | null>();
  const places = new Set(nodesInForce.map(({ place }) => place));
  const periods = new Set(nodesInForce.map(({ period }) => period));
  if (areApart(geometry, places, periods, time) && [...places].every(inPlace)) {
    if (time !== "add" || [...periods].every((period) => region.periods.includes(period))) {
      for (const node of nodesInForce) chosen.set(node, null);
      return chosen;
    }
  }
  const times: readonly (Span | null)[] =
    time === "add"
      ? timeCells([...spans, ...[...periods].map((period) => spanOf(geometry, period))])
      : [null];
  const isAsked = (cell: Span | null) => cell === null || spans.some((span) => spanCovers(span, cell));
  const cellsOf = new Map(
    [...periods].map((period) => [
      period,
      times.filter((cell) => cell === null || spanCovers(spanOf(geometry, period), cell)),
    ]),
  );
  const holds = (outer: Node, inner: Node) =>
    outer !== inner &&
    isInside(geometry, inner.place, outer.place) &&
    (last
      ? orderOf(inner) <= orderOf(outer)
      : time === "add"
        ? periodCovers(geometry, outer.period, inner.period)
        : outer.period === inner.period);
  const own = nodesInForce.filter(
    ({ place, period }) => inPlace(place) && (cellsOf.get(period) ?? []).every(isAsked),
  );
  const outer = new Set(own.filter((node) => !own.some((each) => holds(each, node))));
  for (const node of outer) chosen.set(node, null);
  const placesAsked = placeCells(geometry, [...places, ...(region.places ?? [])]).filter(inPlace);
  for (const spot of placesAsked)
    for (const when of time === "apart" ? periods : times) {
      if (typeof when !== "number" && !isAsked(when)) continue;
      const ofIt = nodesInForce.filter(
        ({ place, period }) =>
          isInside(geometry, spot, place) &&
          (typeof when === "number" ? when === period : (cellsOf.get(period) ?? []).includes(when)),
      );
      const counted = ofIt.filter((node) => outer.has(node));
      const [only] = counted;
      if (ofIt.length === 0) continue;
      if (
        only !== undefined &&
        counted.length === 1 &&
        !(last && ofIt.some((node) => orderOf(node) > orderOf(only)))
      )
        continue;
      const reason = counted.length > 1 && time === "add" ? "periods-overlap" : "not-disaggregated";
      for (const node of counted.length > 0 ? counted : ofIt) chosen.set(node, chosen.get(node) ?? reason);
    }
  return new Map(
    nodesInForce.flatMap((node) => (chosen.has(node) ? [[node, chosen.get(node) ?? null]] : [])),
  );
}

/** Whether no place is part of another and, where periods add up, no period shares days with another. */
function areApart(
  geometry: Geometry,
  places: ReadonlySet<number>,
  periods: ReadonlySet<number>,
  time: Reading["time"],
): boolean {
  const all = [...places];
  const when = time === "add" ? [...periods] : [];
  return (
    (all.length === 1 || (!geometry.tree && !places.has(0))) &&
    when.every((a, at) => when.slice(at + 1).every((b) => !periodsMeet(geometry, a, b)))
  );
}

const speakingRows = ({ table, uses }: Reading, { combinations, rows }: Report, cell: CellAsk): number[] =>
  combinations.flatMap((combination, index) =>
    speaksOf(uses, codesOf(table, combination), cell) ? (rows[index] ?? []) : [],
  );

/** Of outcomes without a value the one with the weightiest reason, in whatever order they are; `null` where all have one. */
function weightiestNone(outcomes: readonly Outcome[]): Outcome | null {
  const reason = weightiest(outcomes.map((each) => (each.kind === "none" ? each.reason : null)));
  return outcomes.find((each) => each.kind === "none" && each.reason === reason) ?? null;
}

/** Parts that make a whole: pairs add up, and numbers of a count. */
const partsOf = (parts: readonly Outcome[], definition: IndicatorDefinition): Outcome => {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first;
  const missing = weightiestNone(parts);
  if (missing !== null) return missing;
  const whole = combine(parts, "sum", "parts-do-not-add-up", definition);
  return whole.kind === "range" ? { kind: "alone", value: whole.low } : whole;
};

const statementOf = (value: number, below: number): Outcome => {
  if (Number.isNaN(below)) return { kind: "alone", value };
  if (Number.isNaN(value)) return noOutcome("value-unknown");
  return below === MISSING
    ? noOutcome("denominator-missing")
    : { kind: "pair", numerator: value, denominator: below };
};

/** What several breakdowns add up to: the same, or they contradict one another. One without a value yields to those that have one. */
function oneOf(wholes: readonly Outcome[], definition: IndicatorDefinition): Outcome | null {
  const contradicts = wholes.find((each) => each.kind === "none" && each.reason === "marginals-contradict");
  if (contradicts !== undefined || wholes.length < 2) return contradicts ?? wholes[0] ?? null;
  const valued = wholes.filter(({ kind }) => kind !== "none");
  const [first] = valued;
  if (first === undefined) return weightiestNone(wholes);
  if (valued.every((each) => sameOutcome(each, first))) return first;
  return noOutcome("marginals-contradict", hullOf(valued, definition));
}

/** What one report says of every cell. */
function inReport(reading: Reading, definition: IndicatorDefinition, report: Report): Outcome[] {
  const { table, uses, asks } = reading;
  const adds = isRatio(definition) || isCount(definition);
  const stated = report.combinations.map((combination) => codesOf(table, combination));
  const empty = new Set(emptyCombinations(uses, stated).map((codes) => codes.join()));
  const byCodes = new Map<string, Outcome[]>();
  for (const [index, codes] of stated.entries()) {
    const outcome = statementOf(report.values[index] ?? 0, report.below[index] ?? Number.NaN);
    byCodes.set(codes.join(), [...(byCodes.get(codes.join()) ?? []), outcome]);
  }
  const known = new Map<string, Outcome | null>();
  const at = (codes: readonly number[]): Outcome | null => {
    const key = codes.join();
    let found = known.get(key);
    if (found === undefined) {
      found = lookUp(codes, key);
      known.set(key, found);
    }
    return found;
  };
  const lookUp = (codes: readonly number[], key: string): Outcome | null => {
    const own = byCodes.get(key);
    if (own !== undefined) return partsOf(own, definition);
    if (!adds) return null;
    const wholes: Outcome[] = [];
    for (const { axis, partition, categories, unknown } of uses) {
      if (!partition || codes[axis] !== 0 || categories.length === 0) continue;
      if (!stated.some((each) => each[axis] !== 0)) continue;
      const parts = categories.map((code) => at(codes.with(axis, code)));
      if (parts.includes(null)) continue;
      const rest = codes.with(axis, unknown);
      const outcome = empty.has(rest.join()) ? undefined : at(rest);
      if (outcome === null) continue;
      wholes.push(partsOf([...parts, ...(outcome === undefined ? [] : [outcome])] as Outcome[], definition));
    }
    return oneOf(wholes, definition);
  };
  return asks.map(({ axes }) => {
    let combinations: number[][] = [uses.map(() => 0)];
    for (const { axis, codes } of axes)
      combinations = combinations.flatMap((each) => codes.map((code) => each.with(axis, code)));
    const found = combinations.map(at);
    const groups = axes.some(({ axis, codes }) => codes.length > 1 && uses[axis]?.partition !== true);
    if (found.length > 1 && (!adds || groups)) return noOutcome("parts-do-not-add-up");
    if (!found.includes(null)) return partsOf(found as Outcome[], definition);
    const partsOnly = stated.some((each) => axes.every(({ axis, codes }) => codes.includes(each[axis] ?? 0)));
    return noOutcome(partsOnly ? "parts-do-not-add-up" : "not-disaggregated");
  });
}
