// What one source's reports of a measure without limits say: scores, levels, quotients. Nothing confines a part that was not stated.

import type { IndicatorDefinition } from "../../src/aggregate/definition.ts";
import type { ResultReason } from "../../src/aggregate/query.ts";
import { type Ask, type Element, nodesOf } from "./counts.ts";
import { quotientOf } from "./exact.ts";
import { covers, inside, meets, placeCells, related, type Span, spanOf, timeCells } from "./geometry.ts";
import { type Categories, emptyOf, isCount, isRatio, type Statement, sameCategories } from "./reports.ts";

export type Outcome =
  | { kind: "range"; low: number; high: number; reason: ResultReason | null }
  | { kind: "alone"; value: number }
  | { kind: "pair"; numerator: number; denominator: number }
  | { kind: "none"; reason: ResultReason; bounds: [number, number] | null };

/** An element with what it is worth: a range, a pair or a number alone. */
export interface Worth extends Pick<Element, "source" | "place" | "period" | "rows" | "from"> {
  outcome: Outcome;
}

const WEIGHT: ResultReason[] = [
  "sources-not-combined",
  "places-not-combined",
  "denominator-missing",
  "denominator-zero",
  "marginals-contradict",
  "periods-overlap",
  "parts-do-not-add-up",
  "not-disaggregated",
  "not-all-reported",
  "bounds-only",
  "no-actual",
];
/** The weightiest of several reasons. */
export const weightiest = (reasons: (ResultReason | null)[]): ResultReason | null =>
  WEIGHT.find((reason) => reasons.includes(reason)) ?? null;

const none = (reason: ResultReason): Outcome => ({ kind: "none", reason, bounds: null });

function statementOutcome({ value, below }: Pick<Statement, "value" | "below">): Outcome {
  if (below === undefined) return { kind: "alone", value };
  return below === null
    ? none("denominator-missing")
    : { kind: "pair", numerator: value, denominator: below };
}

function weightiestNone(outcomes: readonly Outcome[]): Outcome | null {
  const reason = weightiest(outcomes.map((each) => (each.kind === "none" ? each.reason : null)));
  return outcomes.find((each) => each.kind === "none" && each.reason === reason) ?? null;
}

/** Parts that make a whole: pairs add up, numbers alone only where the measure is a count. */
function wholeOf(parts: Outcome[], definition: IndicatorDefinition): Outcome {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first;
  const missing = weightiestNone(parts);
  if (missing !== null) return missing;
  if (isRatio(definition)) {
    const points = definition.measure === "percentage" ? 100 : 1;
    const pairs = parts.filter((part) => part.kind === "pair");
    if (pairs.length === parts.length)
      return {
        kind: "pair",
        numerator: pairs.reduce((sum, { numerator }) => sum + numerator, 0),
        denominator: pairs.reduce((sum, { denominator }) => sum + denominator, 0),
      };
    const quotients = parts.map((part) =>
      part.kind === "alone"
        ? part.value
        : part.kind === "pair" && part.denominator !== 0
          ? quotientOf(part.numerator * points, part.denominator)
          : Number.NaN,
    );
    return {
      kind: "none",
      reason: "denominator-missing",
      bounds: quotients.some(Number.isNaN) ? null : [Math.min(...quotients), Math.max(...quotients)],
    };
  }
  return {
    kind: "alone",
    value: parts.reduce((sum, part) => sum + (part.kind === "alone" ? part.value : 0), 0),
  };
}

/** What several breakdowns add up to: the same, or they contradict one another. One that says why it has no value yields to those that have one. */
function oneOf(wholes: readonly Outcome[], definition: IndicatorDefinition): Outcome | null {
  const valued = wholes.filter(({ kind }) => kind === "pair" || kind === "alone");
  const contradicts = wholes.find((each) => each.kind === "none" && each.reason === "marginals-contradict");
  if (contradicts !== undefined) return contradicts;
  const [first] = valued;
  if (first === undefined) return weightiestNone(wholes);
  if (valued.every((each) => JSON.stringify(each) === JSON.stringify(first))) return first;
  const points = definition.measure === "percentage" ? 100 : 1;
  const numbers = valued.map((each) =>
    each.kind === "alone"
      ? each.value
      : each.kind === "pair" && each.denominator !== 0
        ? quotientOf(each.numerator * points, each.denominator)
        : Number.NaN,
  );
  const bounds: [number, number] | null = numbers.some(Number.isNaN)
    ? null
    : [Math.min(...numbers), Math.max(...numbers)];
  return { kind: "none", reason: "marginals-contradict", bounds };
}

/** What one report says of some combinations of categories together. */
function inReport(ask: Ask, definition: IndicatorDefinition, statements: readonly Statement[]): Outcome {
  const adds = isRatio(definition) || isCount(definition);
  const empty = emptyOf(statements, ask.partitions);
  const at = (categories: Categories): Outcome | null => {
    const stated = statements.filter((each) => sameCategories(each.categories, categories));
    if (stated.length > 0) return wholeOf(stated.map(statementOutcome), definition);
    if (!adds) return null;
    const wholes: Outcome[] = [];
    for (const [axis, all] of Object.entries(ask.partitions)) {
      if (categories[axis] !== undefined || all.length === 0) continue;
      if (!statements.some((each) => each.categories[axis] !== undefined)) continue;
      const parts = all.map((category) => at({ ...categories, [axis]: category }));
      if (parts.includes(null)) continue;
      const unknown = { ...categories, [axis]: "unknown" };
      const rest = empty.some((each) => sameCategories(each, unknown)) ? undefined : at(unknown);
      if (rest === null) continue;
      wholes.push(wholeOf([...parts, ...(rest === undefined ? [] : [rest])] as Outcome[], definition));
    }
    return oneOf(wholes, definition);
  };
  let combinations: Categories[] = [{}];
  for (const [axis, any] of Object.entries(ask.categories))
    combinations = combinations.flatMap((each) => any.map((category) => ({ ...each, [axis]: category })));
  const found = combinations.map(at);
  const overlapping = Object.entries(ask.categories).some(
    ([axis, any]) => any.length > 1 && ask.partitions[axis] === undefined,
  );
  if (found.length > 1 && (!adds || overlapping)) return none("parts-do-not-add-up");
  if (!found.includes(null)) return wholeOf(found as Outcome[], definition);
  const partsOnly = statements.some(({ categories }) =>
    Object.entries(ask.categories).every(([axis, any]) => any.includes(categories[axis] ?? "")),
  );
  return none(partsOnly ? "parts-do-not-add-up" : "not-disaggregated");
}

/**
 * The elements of one source. What is asked for is cut into spots of place and time. A report that lies inside counts whole, the outermost
 * one of several; of stocks and running totals, the last one that speaks of a spot. A spot that some report speaks of has a value only
 * where exactly one report that counts is of it: otherwise nothing says what part of a larger or an earlier report belongs there.
 */
export function plainElements(
  definition: IndicatorDefinition,
  ask: Ask,
  source: string,
  statements: readonly Statement[],
): Worth[] {
  const { framework, places, time, order } = ask;
  const orderOf = (period: string) => order.indexOf(period);
  const until = Math.max(-1, ...ask.periods.map(orderOf));
  const spans = ask.periods.map((period) => spanOf(framework, period));
  type Report = ReturnType<typeof nodesOf>[number];
  const near = nodesOf(statements, false).filter(
    ({ place, period }) =>
      (places === null || places.some((each) => related(framework, each, place))) &&
      (time === "add"
        ? spans.some((span) => meets(span, spanOf(framework, period)))
        : time === "running"
          ? orderOf(period) <= until
          : ask.periods.includes(period)),
  );
  const speaksOfIt = ({ ids }: Report) => ids.flat().some(({ categories }) => speaks(ask, categories));
  const speaking = near.filter(speaksOfIt);
  const reports = time === "running" && speaking.length > 0 ? speaking : near;
  const cellsOfTime =
    time === "add" ? timeCells([...spans, ...reports.map(({ period }) => spanOf(framework, period))]) : [];
  const times: (string | Span)[] =
    time === "add"
      ? cellsOfTime.filter((cell) => spans.some((span) => covers(span, cell)))
      : time === "apart"
        ? [...new Set(reports.map(({ period }) => period))]
        : [""];
  const spots = placeCells(framework, [...reports.map(({ place }) => place), ...(places ?? [])])
    .filter((cell) => places === null || places.some((each) => inside(framework, cell, each)))
    .flatMap((place) => times.map((when) => ({ place, when })));
  const isOf = (report: Report, { place, when }: (typeof spots)[number]) =>
    inside(framework, place, report.place) &&
    (typeof when === "string"
      ? when === "" || when === report.period
      : covers(spanOf(framework, report.period), when));
  const isWithin = ({ place, period }: Report) =>
    (places === null || places.some((each) => inside(framework, place, each))) &&
    (time !== "add" ||
      cellsOfTime
        .filter((cell) => covers(spanOf(framework, period), cell))
        .every((cell) => spans.some((span) => covers(span, cell))));
  const later = (a: Report, b: Report) => orderOf(a.period) > orderOf(b.period);
  const last = time === "last" || time === "running";
  // Of each place the last report; of those inside what is asked for, the ones that no other one holds.
  const inForce = last
    ? reports.filter((report) => !reports.some((each) => each.place === report.place && later(each, report)))
    : reports;
  const own = inForce.filter(isWithin);
  const holds = (outer: Report, inner: Report) =>
    outer !== inner &&
    inside(framework, inner.place, outer.place) &&
    (last
      ? !later(inner, outer)
      : time === "add"
        ? covers(spanOf(framework, outer.period), spanOf(framework, inner.period))
        : outer.period === inner.period);
  const counted = own.filter((report) => !own.some((each) => holds(each, report)));
  const refused = new Map<Report, ResultReason>();
  for (const spot of spots) {
    const all = inForce.filter((report) => isOf(report, spot));
    if (all.length === 0) continue;
    const ofIt = counted.filter((report) => isOf(report, spot));
    const [only] = ofIt;
    if (only !== undefined && ofIt.length === 1 && !(last && all.some((each) => later(each, only)))) continue;
    for (const report of ofIt.length > 0 ? ofIt : all)
      if (!refused.has(report))
        refused.set(report, ofIt.length > 1 && time === "add" ? "periods-overlap" : "not-disaggregated");
  }
  return inForce
    .filter((report) => counted.includes(report) || refused.has(report))
    .flatMap((report) => {
      const { place, period, ids } = report;
      const reason = refused.get(report);
      const element = (of: Statement[][]): Worth => ({
        ...{ source, place, period, from: [period] },
        rows: of.flat().filter(({ categories }) => speaks(ask, categories)).length,
        outcome:
          reason !== undefined
            ? none(reason)
            : wholeOf(
                of.map((each) => inReport(ask, definition, each)),
                definition,
              ),
      });
      // Levels are counted report by report, never added.
      return definition.measure === "scale" ? ids.map((each) => element([each])) : [element(ids)];
    });
}

const speaks = ({ categories: asked, partitions }: Ask, categories: Categories): boolean =>
  Object.entries(asked).every(
    ([axis, any]) =>
      partitions[axis] === undefined ||
      categories[axis] === undefined ||
      any.includes(categories[axis] as string),
  );
