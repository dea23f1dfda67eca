// What one source's reports of a measure without limits say: scores, levels, quotients. Nothing confines a part that was not stated.

import type { IndicatorDefinition } from "../../src/aggregate/definition.ts";
import type { ResultReason } from "../../src/aggregate/query.ts";
import { type Ask, type Element, nodesOf } from "./counts.ts";
import { quotientOf } from "./exact.ts";
import { covers, inside, meets, related, spanOf } from "./geometry.ts";
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

const none = (reason: ResultReason): Outcome => ({ kind: "none", reason, bounds: null });

function statementOutcome({ value, below }: Pick<Statement, "value" | "below">): Outcome {
  if (below === undefined) return { kind: "alone", value };
  return below === null
    ? none("denominator-missing")
    : { kind: "pair", numerator: value, denominator: below };
}

/** Parts that make a whole: pairs add up, numbers alone only where the measure is a count. */
function wholeOf(parts: Outcome[], definition: IndicatorDefinition): Outcome {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first;
  const missing = parts.find(({ kind }) => kind === "none");
  if (missing !== undefined) return missing;
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

/** What one report says of some combinations of categories together. */
function inReport(ask: Ask, definition: IndicatorDefinition, statements: readonly Statement[]): Outcome {
  const adds = isRatio(definition) || isCount(definition);
  const empty = emptyOf(statements, ask.partitions);
  const at = (categories: Categories): Outcome | null => {
    const stated = statements.filter((each) => sameCategories(each.categories, categories));
    if (stated.length > 0) return wholeOf(stated.map(statementOutcome), definition);
    if (!adds) return null;
    for (const [axis, all] of Object.entries(ask.partitions)) {
      if (categories[axis] !== undefined || all.length === 0) continue;
      if (!statements.some((each) => each.categories[axis] !== undefined)) continue;
      const parts = all.map((category) => at({ ...categories, [axis]: category }));
      if (parts.includes(null)) continue;
      const unknown = { ...categories, [axis]: "unknown" };
      const rest = empty.some((each) => sameCategories(each, unknown)) ? undefined : at(unknown);
      if (rest === null) continue;
      return wholeOf([...parts, ...(rest === undefined ? [] : [rest])] as Outcome[], definition);
    }
    return null;
  };
  let wanted: Categories[] = [{}];
  for (const [axis, any] of Object.entries(ask.categories))
    wanted = wanted.flatMap((each) => any.map((category) => ({ ...each, [axis]: category })));
  const found = wanted.map(at);
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

/** The elements of one source: each report is read by itself, the outermost of those inside what is asked for. */
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
  let reports = nodesOf(statements, false).filter(
    ({ place, period }) =>
      (places === null || places.some((each) => related(framework, each, place))) &&
      (time === "add"
        ? spans.some((span) => meets(span, spanOf(framework, period)))
        : time === "running"
          ? orderOf(period) <= until
          : ask.periods.includes(period)),
  );
  if (time === "running" || time === "last")
    reports = [...new Set(reports.map(({ place }) => place))].flatMap((place) => {
      const own = reports
        .filter((each) => each.place === place)
        .sort((a, b) => orderOf(b.period) - orderOf(a.period));
      const says = (report: Report) => outcomeOf(report).kind !== "none" || time === "last";
      return own.find(says) ?? own[0] ?? [];
    });
  const isInside = ({ place, period }: Report) =>
    (places === null || places.some((each) => inside(framework, place, each))) &&
    (time !== "add" || spans.some((span) => covers(span, spanOf(framework, period))));
  const more = (outer: Report, inner: Report) =>
    outer !== inner &&
    inside(framework, inner.place, outer.place) &&
    (time === "running" || time === "last"
      ? true
      : time === "add"
        ? covers(spanOf(framework, outer.period), spanOf(framework, inner.period))
        : outer.period === inner.period);
  function outcomeOf({ ids }: Report): Outcome {
    return wholeOf(
      ids.map((each) => inReport(ask, definition, each)),
      definition,
    );
  }
  const own = reports.filter(isInside);
  const chosen =
    own.length > 0
      ? own.filter((report) => !own.some((outer) => more(outer, report)))
      : reports.filter((report) => !reports.some((inner) => more(report, inner)));
  return chosen.map((report) => ({
    source,
    place: report.place,
    period: report.period,
    rows: report.ids.flat().filter(({ categories }) => speaks(ask, categories)).length,
    from: [report.period],
    outcome: own.length > 0 ? outcomeOf(report) : none("not-disaggregated"),
  }));
}

const speaks = ({ categories: asked, partitions }: Ask, categories: Categories): boolean =>
  Object.entries(asked).every(
    ([axis, any]) =>
      partitions[axis] === undefined ||
      categories[axis] === undefined ||
      any.includes(categories[axis] as string),
  );
