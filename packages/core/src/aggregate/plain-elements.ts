import { MISSING } from "../observations/index.ts";
import type { IndicatorDefinition } from "./definition.ts";
import { areRelated, isInside, periodCovers, periodsMeet } from "./geometry.ts";
import { type CellAsk, codesOf, emptyCombinations } from "./kinds.ts";
import { combine, noOutcome, type Outcome } from "./outcome.ts";
import { isCount, isRatio } from "./plan.ts";
import type { Node, Reading, Region, Report } from "./reading.ts";
import { speaksOf } from "./report-shape.ts";

/** What one source's report says of a cell, of a measure without limits: nothing confines a part that was not stated. */
export interface PlainElement {
  place: number;
  period: number;
  found: ({ outcome: Outcome; rows: number[]; from: number } | null)[];
}

/** The elements of one source in a region: each report is read by itself, the outermost of those inside what is asked for. */
export function plainElementsOf(
  reading: Reading,
  definition: IndicatorDefinition,
  all: readonly Node[],
  region: Region,
): PlainElement[] {
  const { geometry, time, asks } = reading;
  const { order } = geometry;
  const orderOf = ({ period }: Node) => order[period] ?? 0;
  const nodes = all.filter(
    ({ place, period }) =>
      (region.places === null || region.places.some((each) => areRelated(geometry, each, place))) &&
      (time === "running"
        ? (order[period] ?? 0) <= region.until
        : region.periods.includes(period) ||
          (time === "add" && region.periods.some((each) => periodsMeet(geometry, each, period)))),
  );
  const outcomes = new Map<Node, Outcome[]>();
  const of = (node: Node): Outcome[] => {
    let found = outcomes.get(node);
    if (found === undefined) {
      const each = node.ids.map((report) => inReport(reading, definition, report));
      found = asks.map((_, ask) =>
        partsOf(
          each.map((one) => one[ask] as Outcome),
          definition,
        ),
      );
      outcomes.set(node, found);
    }
    return found;
  };
  const isOwn = ({ place, period }: Node) =>
    (region.places === null || region.places.some((each) => isInside(geometry, place, each))) &&
    (time !== "add" || region.periods.some((each) => periodCovers(geometry, each, period)));
  const more = (outer: Node, inner: Node) =>
    outer !== inner &&
    isInside(geometry, inner.place, outer.place) &&
    (time === "running" || time === "last"
      ? true
      : time === "add"
        ? periodCovers(geometry, outer.period, inner.period)
        : outer.period === inner.period);
  const choose = (reports: readonly Node[]): { own: boolean; nodes: Node[] } => {
    const own = reports.filter(isOwn);
    return own.length > 0
      ? { own: true, nodes: own.filter((node) => !own.some((outer) => more(outer, node))) }
      : { own: false, nodes: reports.filter((node) => !reports.some((inner) => more(node, inner))) };
  };
  // Of stocks and running totals, the last report of each place; of the latter the last that says something of the cell.
  const lastOf = (ask: number): Node[] =>
    [...new Set(nodes.map(({ place }) => place))].flatMap((place) => {
      const own = nodes.filter((node) => node.place === place).sort((a, b) => orderOf(b) - orderOf(a));
      return (
        (time === "last" ? own[0] : (own.find((node) => of(node)[ask]?.kind !== "none") ?? own[0])) ?? []
      );
    });
  const found = new Map<Node, PlainElement>();
  const shared = time === "running" ? null : choose(time === "last" ? lastOf(0) : nodes);
  for (const [ask, cell] of asks.entries()) {
    const { own, nodes: chosen } = shared ?? choose(lastOf(ask));
    for (const node of chosen) {
      let element = found.get(node);
      if (element === undefined) {
        element = { place: node.place, period: node.period, found: asks.map(() => null) };
        found.set(node, element);
      }
      element.found[ask] = {
        outcome: own ? (of(node)[ask] as Outcome) : noOutcome("not-disaggregated"),
        rows: node.ids.flatMap((report) => speakingRows(reading, report, cell)),
        from: orderOf(node),
      };
    }
  }
  return [...found.values()];
}

const speakingRows = ({ table, uses }: Reading, { combinations, rows }: Report, cell: CellAsk): number[] =>
  combinations.flatMap((combination, index) =>
    speaksOf(uses, codesOf(table, combination), cell) ? (rows[index] ?? []) : [],
  );

/** Parts that make a whole: pairs add up, and numbers of a count. */
const partsOf = (parts: readonly Outcome[], definition: IndicatorDefinition): Outcome => {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first;
  const missing = parts.find(({ kind }) => kind === "none");
  if (missing !== undefined) return missing;
  const whole = combine(parts, "sum", "parts-do-not-add-up", definition);
  return whole.kind === "range" ? { kind: "alone", value: whole.low } : whole;
};

const statementOf = (value: number, below: number): Outcome => {
  if (Number.isNaN(below)) return { kind: "alone", value };
  return below === MISSING
    ? noOutcome("denominator-missing")
    : { kind: "pair", numerator: value, denominator: below };
};

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
    for (const { axis, partition, categories, unknown } of uses) {
      if (!partition || codes[axis] !== 0 || categories.length === 0) continue;
      if (!stated.some((each) => each[axis] !== 0)) continue;
      const parts = categories.map((code) => at(codes.with(axis, code)));
      if (parts.includes(null)) continue;
      const rest = codes.with(axis, unknown);
      const outcome = empty.has(rest.join()) ? undefined : at(rest);
      if (outcome === null) continue;
      return partsOf([...parts, ...(outcome === undefined ? [] : [outcome])] as Outcome[], definition);
    }
    return null;
  };
  return asks.map(({ axes }) => {
    let wanted: number[][] = [uses.map(() => 0)];
    for (const { axis, codes } of axes)
      wanted = wanted.flatMap((each) => codes.map((code) => each.with(axis, code)));
    const found = wanted.map(at);
    const groups = axes.some(({ axis, codes }) => codes.length > 1 && uses[axis]?.partition !== true);
    if (found.length > 1 && (!adds || groups)) return noOutcome("parts-do-not-add-up");
    if (!found.includes(null)) return partsOf(found as Outcome[], definition);
    const partsOnly = stated.some((each) => axes.every(({ axis, codes }) => codes.includes(each[axis] ?? 0)));
    return noOutcome(partsOnly ? "parts-do-not-add-up" : "not-disaggregated");
  });
}
