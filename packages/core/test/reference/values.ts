// What an indicator's value is, from what every source says. Written from the decision alone.

import type { IndicatorDefinition, MeasurementFramework } from "../../src/aggregate/definition.ts";
import type { Query, ResultReason } from "../../src/aggregate/query.ts";
import type { Observation } from "../../src/observations/index.ts";
import { type Ask, countElements, type Time } from "./counts.ts";
import { quotientOf } from "./exact.ts";
import { inside, meets, periodOrder, related, spanOf } from "./geometry.ts";
import { type Outcome, plainElements, type Worth, weightiest } from "./plain.ts";
import {
  inForce,
  isCount,
  isRatio,
  partitionsOf,
  type SameKey,
  type Statement,
  statementsOf,
  unitOf,
} from "./reports.ts";

export interface ReferenceValue {
  value: number | null;
  reason: ResultReason | null;
  bounds: { low: number; high: number | null } | null;
  reported: number | null;
  carried: string | null;
  levels: number[] | null;
  count: number;
}

const SILENT: ReferenceValue = {
  ...{
    value: null,
    reason: "no-actual",
    bounds: null,
    reported: null,
    carried: null,
    levels: null,
    count: 0,
  },
};

interface Scope {
  definition: IndicatorDefinition;
  statements: Statement[];
  ask: Ask;
  unit: number;
  /** Something below zero was ever reported: nothing confines a part. */
  negative: boolean;
}

/** Everything that a query asks of an indicator at some members. */
function scopeOf(
  framework: MeasurementFramework,
  observations: readonly Observation[],
  query: Query,
  code: string,
  at: Record<string, string>,
  sameKey: SameKey,
): Scope {
  const definition = framework.indicators.find((each) => each.code === code) as IndicatorDefinition;
  const all = observations.filter(({ indicator }) => indicator === code);
  const unit = unitOf(all);
  const { where = {} } = query;
  const members = (name: string): string[] | null =>
    at[name] !== undefined ? [at[name] as string] : (where[name] ?? null);
  const [sources, places, periods] = [members("source"), members("place"), members("period")];
  const statements = statementsOf(inForce(all, query.asOf, sameKey).rows, unit, isRatio(definition)).filter(
    ({ source, place }) =>
      (sources?.includes(source) ?? true) &&
      // Without a place is what was reported so, and nothing that was reported of a place.
      (places === null ||
        !places.includes("") ||
        place === "" ||
        places.some((each) => each !== "" && inside(framework, place, each))),
  );
  const { accumulation, combination } = definition;
  const apart = accumulation === "sum" ? "add" : accumulation === "latest" ? "last" : "apart";
  const time: Time =
    accumulation === "cumulative" ? "running" : apart === "last" && at.period !== undefined ? "apart" : apart;
  return {
    definition,
    statements,
    unit,
    negative: all.some(({ value, numerator }) => (value ?? numerator ?? 0) < 0),
    ask: {
      framework,
      partitions: partitionsOf(framework, all),
      categories: Object.fromEntries(
        framework.axes.flatMap(({ name, categories }) => {
          // Of an open axis, a category that no row of the indicator names is none of it.
          const any = members(name)?.filter(
            (category) => categories !== undefined || all.some((row) => row.categories?.[name] === category),
          );
          return any === undefined ? [] : [[name, any]];
        }),
      ),
      places: places === null || places.includes("") ? null : places,
      periods: periods ?? framework.periods.map(({ id }) => id),
      time,
      placesAdd: combination.places === "sum",
      order: periodOrder(framework),
    },
  };
}

function worthsOf({ definition, statements, ask, negative }: Scope): Worth[] {
  const bySource = [...new Set(statements.map(({ source }) => source))].sort();
  return bySource.flatMap((source) => {
    const own = statements.filter((each) => each.source === source);
    if (!isCount(definition) || negative) return plainElements(definition, ask, source, own);
    return countElements(ask, source, own).map(
      ({ low, high, contradicts, overlaps, ...element }): Worth => ({
        ...element,
        outcome: {
          kind: "range",
          low,
          high,
          reason:
            low === high
              ? null
              : contradicts
                ? "marginals-contradict"
                : overlaps
                  ? "periods-overlap"
                  : "bounds-only",
        },
      }),
    );
  });
}

/** Statements that could speak of what is asked for. */
const inScope = ({ statements, ask }: Scope): Statement[] =>
  statements.filter(
    ({ place, period }) =>
      (ask.places === null || ask.places.some((each) => related(ask.framework, each, place))) &&
      (ask.time === "running"
        ? ask.periods.some((each) => ask.order.indexOf(period) <= ask.order.indexOf(each))
        : ask.time === "add"
          ? ask.periods.some((each) => meets(spanOf(ask.framework, each), spanOf(ask.framework, period)))
          : ask.periods.includes(period)),
  );

/** Nothing that was reported is a part of a mean. */
const isMean = ({ accumulation, combination }: IndicatorDefinition): boolean =>
  accumulation === "average" || combination.sources === "average" || combination.places === "average";
const sameReport = (a: Statement, b: Statement): boolean =>
  a.source === b.source && a.place === b.place && a.period === b.period && a.id === b.id;

export function referenceValue(
  framework: MeasurementFramework,
  observations: readonly Observation[],
  query: Query,
  code: string,
  at: Record<string, string>,
  sameKey: SameKey = "refuse",
): ReferenceValue {
  const scope = scopeOf(framework, observations, query, code, at, sameKey);
  const { definition, ask, unit } = scope;
  // Nobody is listed as unknown where no report has such a category, on every axis of which nothing else is asked for.
  const unknownOn = Object.entries(ask.categories).flatMap(([axis, any]) =>
    any.every((each) => each === "unknown") ? [axis] : [],
  );
  const statements = inScope(scope);
  const names = (report: Statement) =>
    unknownOn.every((axis) =>
      statements.some((each) => sameReport(each, report) && each.categories[axis] === "unknown"),
    );
  if (unknownOn.length > 0 && !statements.some(names)) return SILENT;
  if (Object.values(ask.categories).some((any) => any.length === 0)) return SILENT;
  let worths = worthsOf(scope);
  if (ask.time === "running" && at.period !== undefined && query.asOf !== undefined) {
    // Nothing is carried into what has not begun.
    const begun = spanOf(framework, at.period).start <= query.asOf.slice(0, 10);
    if (!begun) worths = worths.filter(({ from }) => from.some((period) => period === at.period));
  }
  if (worths.length === 0) return SILENT;
  const count = worths.reduce((sum, { rows }) => sum + rows, 0);
  const counted = withoutTotals(scope, worths);
  const whole = combineAll(scope, counted);
  const exact = counted.filter(
    ({ outcome }) => outcome.kind !== "none" && (outcome.kind !== "range" || outcome.reason === null),
  );
  const stated = exact.length === 0 ? null : shown(combineAll(scope, exact), definition, unit);
  const result = shown(whole, definition, unit);
  return {
    ...result,
    reported:
      result.value ??
      (isMean(definition) ? null : (stated?.value ?? (isCount(definition) && stated === null ? 0 : null))),
    carried: carriedFrom(scope, worths, at.period),
    levels: definition.measure === "scale" ? levelsOf(definition, worths) : null,
    count,
  };
}

function carriedFrom(scope: Scope, worths: readonly Worth[], period: string | undefined): string | null {
  const { ask } = scope;
  if (ask.time !== "running") return null;
  const orderOf = (each: string) => ask.order.indexOf(each);
  const until =
    period !== undefined ? orderOf(period) : Math.max(...inScope(scope).map((each) => orderOf(each.period)));
  const oldest = Math.min(...worths.flatMap(({ from }) => from.map(orderOf)));
  return oldest < until ? (ask.order[oldest] ?? null) : null;
}

function levelsOf({ levels = [] }: IndicatorDefinition, worths: readonly Worth[]): number[] {
  const counts = levels.map(() => 0);
  for (const { outcome } of worths)
    if (outcome.kind === "alone") counts[outcome.value] = (counts[outcome.value] ?? 0) + 1;
  return counts;
}

const grouped = (worths: readonly Worth[], of: (worth: Worth) => string): Worth[][] =>
  [...new Set(worths.map(of))].map((key) => worths.filter((worth) => of(worth) === key));

/** Which of one source's reports are of the same days and places, and which of them hold another. */
function inTime({ framework }: Ask) {
  const shareDays = (a: Worth, b: Worth) =>
    a.source === b.source &&
    a.period !== b.period &&
    (a.place === b.place || related(framework, a.place, b.place)) &&
    meets(spanOf(framework, a.period), spanOf(framework, b.period));
  const days = (period: string) => daysOf(spanOf(framework, period));
  const holds = (outer: Worth, inner: Worth) =>
    shareDays(outer, inner) && days(inner.period).every((day) => days(outer.period).includes(day));
  return { shareDays, holds, days };
}

/** A longer period all of whose days are reported in shorter ones is their total, and no period beside them. */
function withoutTotals({ definition, ask }: Scope, worths: readonly Worth[]): readonly Worth[] {
  if (definition.measure === "scale" || !["max", "average"].includes(definition.accumulation)) return worths;
  const { holds, days } = inTime(ask);
  return worths.filter((outer) => {
    const inner = worths.filter((each) => each.place === outer.place && holds(outer, each));
    return !days(outer.period).every((day) => inner.some((each) => days(each.period).includes(day)));
  });
}

/** Sources at each place, then places, then periods. */
function combineAll({ definition, ask }: Scope, worths: readonly Worth[]): Outcome {
  const { accumulation, combination } = definition;
  if (definition.measure === "scale") return scaleOf(definition, worths);
  const over = (outcomes: Outcome[], how: string, refusal: ResultReason) =>
    combine(outcomes, how, refusal, definition);
  if (
    combination.sources === "sum" &&
    combination.places === "sum" &&
    ["sum", "latest", "cumulative"].includes(accumulation)
  )
    return over(
      worths.map(({ outcome }) => outcome),
      "sum",
      "no-actual",
    );
  const one = accumulation === "latest" || accumulation === "cumulative";
  const apart = !one && accumulation !== "sum";
  const { shareDays, holds } = inTime(ask);
  const byPeriod = (some: readonly Worth[]) =>
    (one ? [[...some]] : grouped(some, ({ period }) => period)).map((period) =>
      over(
        grouped(period, ({ place }) => place).map((place) =>
          over(
            place.map(({ outcome }) => outcome),
            combination.sources,
            "sources-not-combined",
          ),
        ),
        combination.places,
        "places-not-combined",
      ),
    );
  const placesTouch = (a: Worth, b: Worth) =>
    a.place !== b.place && (a.place === "*" || b.place === "*" || related(ask.framework, a.place, b.place));
  const periodsTouch = (a: Worth, b: Worth) =>
    !one &&
    a.period !== b.period &&
    (a.period === "*" ||
      b.period === "*" ||
      meets(spanOf(ask.framework, a.period), spanOf(ask.framework, b.period)));
  // Places that are not summed are brought together period by period, of one source as well.
  const crossed = worths.some((a) =>
    worths.some((b) =>
      a.source === b.source
        ? combination.places !== "sum" && a.place !== b.place && periodsTouch(a, b)
        : (placesTouch(a, b) && (combination.sources !== "sum" || combination.places !== "sum")) ||
          periodsTouch(a, b),
    ),
  );
  if (crossed)
    return {
      kind: "none",
      reason: combination.sources === "sum" ? "places-not-combined" : "sources-not-combined",
      bounds: null,
    };
  const open = (a: Worth, b: Worth) => (accumulation === "max" ? holds(a, b) : shareDays(a, b));
  if (!apart || !worths.some((a) => worths.some((b) => open(a, b))))
    return over(byPeriod(worths), one ? "sum" : accumulation, "no-actual");
  // What was reported of a part of a period leaves open what the rest of it was: the largest part is between the largest of the shorter
  // periods and the largest of all, and no mean is more than that.
  const all = over(byPeriod(worths), "max", "no-actual");
  if (all.kind === "none") return { ...all, bounds: null };
  if (!isCount(definition) || all.kind !== "range" || worths.some(({ outcome }) => outcome.kind !== "range"))
    return { kind: "none", reason: "periods-overlap", bounds: null };
  const shorter = worths.filter((outer) => !worths.some((inner) => holds(outer, inner)));
  const largest = over(byPeriod(shorter), "max", "no-actual");
  const low = accumulation === "max" && largest.kind === "range" ? largest.low : 0;
  return { kind: "range", low, high: all.high, reason: low === all.high ? null : "periods-overlap" };
}

const daysOf = ({ start, end }: { start: string; end: string }): string[] => {
  const days: string[] = [];
  for (let day = Date.parse(start); day <= Date.parse(end); day += 86_400_000)
    days.push(new Date(day).toISOString().slice(0, 10));
  return days;
};

function scaleOf({ accumulation, combination }: IndicatorDefinition, worths: readonly Worth[]): Outcome {
  const none = worths.flatMap(({ outcome }) => (outcome.kind === "none" ? [outcome.reason] : []));
  const [reason] = [weightiest(none)];
  if (reason !== null) return { kind: "none", reason, bounds: null };
  const values = worths
    .flatMap(({ outcome }) => (outcome.kind === "alone" ? [outcome.value] : []))
    .sort((a, b) => a - b);
  if (combination.sources === "none" && new Set(worths.map(({ source }) => source)).size > 1)
    return { kind: "none", reason: "sources-not-combined", bounds: null };
  if (combination.places === "none" && new Set(worths.map(({ place }) => place)).size > 1)
    return { kind: "none", reason: "places-not-combined", bounds: null };
  if ([accumulation, combination.sources, combination.places].includes("max") && values.length > 0)
    return { kind: "alone", value: Math.max(...values) };
  const [low, high] = [
    values[Math.floor((values.length - 1) / 2)] ?? 0,
    values[Math.floor(values.length / 2)] ?? 0,
  ];
  return low === high
    ? { kind: "alone", value: low }
    : { kind: "none", reason: "bounds-only", bounds: [low, high] };
}

const points = ({ measure }: IndicatorDefinition): number => (measure === "percentage" ? 100 : 1);

/** What an outcome lies between. */
function boundsOf(outcome: Outcome, definition: IndicatorDefinition): [number, number] | null {
  if (outcome.kind === "range") return [outcome.low, outcome.high];
  if (outcome.kind === "alone") return [outcome.value, outcome.value];
  if (outcome.kind === "none") return outcome.bounds;
  if (outcome.denominator === 0) return null;
  const quotient = quotientOf(outcome.numerator * points(definition), outcome.denominator);
  return [quotient, quotient];
}

function combine(
  outcomes: Outcome[],
  how: string,
  refusal: ResultReason,
  definition: IndicatorDefinition,
): Outcome {
  const [first] = outcomes;
  if (first === undefined) return { kind: "none", reason: "no-actual", bounds: null };
  if (outcomes.length === 1) return first;
  if (how === "none") return { kind: "none", reason: refusal, bounds: null };
  const merge = (numbers: number[]): number => {
    if (how === "max") return Math.max(...numbers);
    const sum = numbers.reduce((a, b) => a + b, 0);
    return how === "average" ? sum / numbers.length : sum;
  };
  const each = outcomes.map((outcome) => boundsOf(outcome, definition));
  if (isRatio(definition)) {
    const settled = how === "max" ? outcomes.map((outcome) => settle(outcome, definition)) : outcomes;
    const reason = weightiest(settled.map((outcome) => (outcome.kind === "none" ? outcome.reason : null)));
    const known = each.filter((bounds) => bounds !== null);
    const hull: [number, number] | null =
      known.length < each.length
        ? null
        : [Math.min(...known.map(([low]) => low)), Math.max(...known.map(([, high]) => high))];
    if (how === "max") {
      if (reason !== null) return { kind: "none", reason, bounds: null };
      const best = Math.max(
        ...settled.map((outcome) => (outcome.kind === "alone" ? outcome.value : Number.NaN)),
      );
      return { kind: "alone", value: best };
    }
    const bare = outcomes.some(({ kind }) => kind === "alone");
    if (reason !== null)
      return { kind: "none", reason, bounds: reason === "denominator-missing" ? hull : null };
    if (bare) return { kind: "none", reason: "denominator-missing", bounds: hull };
    const pairs = outcomes.filter((outcome) => outcome.kind === "pair");
    return {
      kind: "pair",
      numerator: pairs.reduce((sum, { numerator }) => sum + numerator, 0),
      denominator: pairs.reduce((sum, { denominator }) => sum + denominator, 0),
    };
  }
  const reason = weightiest(
    outcomes.map((outcome) => (outcome.kind === "none" || outcome.kind === "range" ? outcome.reason : null)),
  );
  const known = each.filter((bounds) => bounds !== null);
  if (known.length < each.length) return { kind: "none", reason: reason ?? "no-actual", bounds: null };
  const [low, high] = [merge(known.map(([from]) => from)), merge(known.map(([, to]) => to))];
  return { kind: "range", low, high, reason: low === high ? null : (reason ?? "bounds-only") };
}

export function settle(outcome: Outcome, definition: IndicatorDefinition): Outcome {
  if (outcome.kind !== "pair") return outcome;
  if (outcome.denominator === 0) return { kind: "none", reason: "denominator-zero", bounds: null };
  return { kind: "alone", value: quotientOf(outcome.numerator * points(definition), outcome.denominator) };
}

function shown(
  outcome: Outcome,
  definition: IndicatorDefinition,
  unit: number,
): Pick<ReferenceValue, "value" | "reason" | "bounds"> {
  const settled = settle(outcome, definition);
  // A quotient has no unit; everything else is in whole units.
  const scale = outcome.kind === "pair" || isRatio(definition) ? 1 : unit;
  if (settled.kind === "alone") return { value: settled.value / scale, reason: null, bounds: null };
  if (settled.kind === "range" && settled.reason === null)
    return { value: settled.low / scale, reason: null, bounds: null };
  if (settled.kind === "pair") throw new Error("a pair is settled");
  const bounds = settled.kind === "range" ? ([settled.low, settled.high] as const) : settled.bounds;
  return {
    value: null,
    reason: settled.reason,
    bounds: bounds && {
      low: bounds[0] / scale,
      high: bounds[1] === Number.POSITIVE_INFINITY ? null : bounds[1] / scale,
    },
  };
}

/** The share of the total that reports disaggregate by the axes split by. */
export function referenceCoverage(
  framework: MeasurementFramework,
  observations: readonly Observation[],
  query: Query,
  code: string,
  sameKey: SameKey = "refuse",
): number | null {
  const axes = framework.axes.filter(({ name }) => query.by?.includes(name));
  const whole = { ...query, by: [] };
  const total = scopeOf(framework, observations, whole, code, {}, sameKey);
  if (axes.length === 0 || !isCount(total.definition)) return null;
  const sum = (worths: Worth[]): number | null =>
    worths.reduce<number | null>(
      (all, { outcome }) =>
        all === null || outcome.kind !== "range" || outcome.low !== outcome.high ? null : all + outcome.low,
      0,
    );
  const all = sum(worthsOf(total));
  if (all === null || all === 0) return null;
  const categoriesOf = ({ name }: (typeof axes)[number]) =>
    [...(total.ask.partitions[name] ?? []), "unknown"].filter(
      (category) => query.where?.[name]?.includes(category) ?? true,
    );
  let covered = 0;
  const visit = (at: Record<string, string>, left: typeof axes): void => {
    const [axis, ...rest] = left;
    if (axis !== undefined) {
      for (const category of categoriesOf(axis)) visit({ ...at, [axis.name]: category }, rest);
      return;
    }
    for (const { outcome } of worthsOf(scopeOf(framework, observations, whole, code, at, sameKey)))
      if (outcome.kind === "range" && outcome.low === outcome.high) covered += outcome.low;
  };
  if (axes.some(({ kind }) => kind === "overlapping")) return null;
  visit({}, axes);
  return covered / all;
}

/** Rows that another one replaced, and rows that said the same again. */
export function referenceCounts(
  observations: readonly Observation[],
  query: Query,
  code: string,
  sameKey: SameKey = "refuse",
): { replaced: number; repeated: number } {
  const all = observations.filter(({ indicator }) => indicator === code);
  const { replaced, repeated } = inForce(all, query.asOf, sameKey);
  return { replaced: replaced.length, repeated: repeated.length };
}
