// The semantics written for clarity alone: rows are filtered, sorted and scanned, numbers are added as exact fractions. It shares no
// code with the engine but the shapes of data. Tests hold the engine against it.

import type { Goal, IndicatorDefinition, MeasurementFramework } from "../../src/aggregate/definition.ts";
import type { GoalReason, Query, ResultReason } from "../../src/aggregate/query.ts";
import type { Combination } from "../../src/document/index.ts";
import type { Observation } from "../../src/observations/index.ts";

/** A number, or a reason with bounds where there are any. `pair`: numerator and denominator of a ratio not yet divided. */
export type Outcome =
  | { kind: "number"; value: number }
  | { kind: "pair"; numerator: number; denominator: number }
  | { kind: "none"; reason: ResultReason; bounds: [number, number] | null };

export interface ReferenceFigure {
  value: number | null;
  reason: ResultReason | null;
  bounds: [low: number, high: number] | null;
  percentOfTarget: number | null;
  progress: number | null;
  undefinedBecause: GoalReason | null;
}

const WEIGHT: ResultReason[] = [
  "sources-not-combined",
  "places-not-combined",
  "denominator-missing",
  "denominator-zero",
  "parts-do-not-add-up",
  "bounds-only",
  "no-actual",
];

const none = (reason: ResultReason, bounds: [number, number] | null = null): Outcome => ({
  kind: "none",
  reason,
  bounds,
});

/** A double as a fraction over a power of two, or, if it is a short decimal, over a power of ten. */
function fraction(value: number): { over: bigint; under: bigint; decimal: boolean } {
  const text = String(value);
  const [whole = "", decimals = ""] = text.split(".");
  if (/^-?\d+(\.\d{1,9})?$/.test(text) && Math.abs(Number(whole + decimals)) <= 1e15) {
    return { over: BigInt(whole + decimals), under: 10n ** BigInt(decimals.length), decimal: true };
  }
  let under = 1n;
  let scaled = value;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    under *= 2n;
  }
  return { over: BigInt(scaled), under, decimal: false };
}

/** The double of a fraction by which a binary one is doubled until 80 bits stand before the point, and rounded to even. */
function toDouble(over: bigint, under: bigint): number {
  if (over === 0n) return 0;
  const sign = over < 0n ? -1 : 1;
  const size = over < 0n ? -over : over;
  let shift = 0;
  while ((size << BigInt(shift)) / under < 1n << 54n) shift += 1;
  const quotient = (size << BigInt(shift)) / under;
  const sticky = (size << BigInt(shift)) % under === 0n ? 0n : 1n;
  // Number() of a big integer rounds to even; the sticky bit keeps what was cut off from looking like a tie.
  return (sign * Number((quotient << 1n) | sticky)) / 2 ** (shift + 1);
}

/** The largest of the denominators, which are powers of one base. */
function commonUnder(parts: { under: bigint }[]): bigint {
  let most = 1n;
  for (const { under } of parts) if (under > most) most = under;
  return most;
}

export function sumOf(values: number[]): number {
  if (values.includes(Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
  let parts = values.map(fraction);
  if (parts.some(({ decimal }) => !decimal)) {
    // One that is no short decimal makes all be taken as the doubles that they are.
    parts = values.map((value) => {
      let under = 1n;
      let scaled = value;
      while (!Number.isInteger(scaled)) {
        scaled *= 2;
        under *= 2n;
      }
      return { over: BigInt(scaled), under, decimal: false };
    });
  }
  const under = commonUnder(parts);
  const over = parts.reduce((sum, part) => sum + (part.over * under) / part.under, 0n);
  return toDouble(over, under);
}

/** Decimals are divided as fractions of integers, others as the doubles that they are. */
function quotientOf(above: number, below: number, times = 1): number {
  if (!Number.isFinite(above)) return above / below;
  const [a, b] = [fraction(above), fraction(below)];
  if (!a.decimal || !b.decimal) return (above / below) * times + 0;
  const sign = b.over < 0n ? -1n : 1n;
  return toDouble(sign * a.over * b.under * BigInt(times), sign * a.under * b.over);
}

const isRatio = (definition: IndicatorDefinition) =>
  definition.measure === "ratio" || definition.measure === "percentage";
const isCount = (definition: IndicatorDefinition) =>
  definition.measure === "count" || definition.measure === "currency";
const partsAddUp = (definition: IndicatorDefinition) =>
  definition.measure !== "score" && definition.measure !== "scale";

/** Divides a pair. */
function settled(outcome: Outcome, definition: IndicatorDefinition): Outcome {
  if (outcome.kind !== "pair") return outcome;
  if (outcome.denominator === 0) return none("denominator-zero");
  const points = definition.measure === "percentage" ? 100 : 1;
  return { kind: "number", value: quotientOf(outcome.numerator, outcome.denominator, points) };
}

function merged(values: number[], how: Combination): number {
  if (how === "max") return Math.max(...values);
  return how === "average" ? quotientOf(sumOf(values), values.length) : sumOf(values);
}

export function combined(
  outcomes: Outcome[],
  how: Combination,
  refusal: ResultReason,
  definition: IndicatorDefinition,
): Outcome {
  if (outcomes.length === 0) return none("no-actual");
  if (outcomes.length === 1) return outcomes[0] as Outcome;
  if (how === "none") return none(refusal);
  const each = how === "max" ? outcomes.map((outcome) => settled(outcome, definition)) : outcomes;
  const reasons = each.flatMap((outcome) => (outcome.kind === "none" ? [outcome.reason] : []));
  if (reasons.length > 0) {
    const reason = WEIGHT.find((candidate) => reasons.includes(candidate)) as ResultReason;
    if (isRatio(definition)) return none(reason);
    const bounds = each.map((outcome): [number, number] | null => {
      if (outcome.kind === "none") return outcome.bounds;
      return outcome.kind === "number" ? [outcome.value, outcome.value] : null;
    });
    const all = bounds.filter((bound) => bound !== null);
    if (all.length < bounds.length) return none(reason);
    return none(reason, [
      merged(
        all.map(([low]) => low),
        how,
      ),
      merged(
        all.map(([, high]) => high),
        how,
      ),
    ]);
  }
  if (how === "max") {
    const values = each.map((outcome) => (outcome.kind === "number" ? outcome.value : Number.NaN));
    const best = outcomes.filter((_, place) => values[place] === Math.max(...values));
    const below = (outcome: Outcome) => (outcome.kind === "pair" ? outcome.denominator : 0);
    return [...best].sort((a, b) => below(b) - below(a))[0] as Outcome;
  }
  if (!isRatio(definition))
    return {
      kind: "number",
      value: merged(
        outcomes.map((o) => (o.kind === "number" ? o.value : 0)),
        how,
      ),
    };
  const pairs = outcomes.filter((outcome) => outcome.kind === "pair");
  if (pairs.length < outcomes.length) return none("denominator-missing");
  return {
    kind: "pair",
    numerator: sumOf(pairs.map((pair) => pair.numerator)),
    denominator: sumOf(pairs.map((pair) => pair.denominator)),
  };
}

const slotOf = (row: Observation): string =>
  JSON.stringify([
    row.indicator,
    row.period,
    row.source ?? "",
    row.place ?? "",
    Object.entries(row.categories ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);

/** What was known at the end of a day: the last recorded row of each slot, less those that withdraw. */
function knownRows(rows: Observation[], asOf: string | undefined): Observation[] {
  const visible = rows.filter((row) => asOf === undefined || row.recordedAt.slice(0, 10) <= asOf);
  // The sort is stable: of rows recorded at one time the one given last comes last.
  const inOrder = [...visible].sort((a, b) =>
    a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0,
  );
  const last = new Map<string, Observation>();
  for (const row of inOrder) last.set(slotOf(row), row);
  return [...last.values()].filter((row) => row.value !== null);
}

function read(row: Observation): Outcome {
  if (row.value !== undefined && row.value !== null) return { kind: "number", value: row.value };
  if (row.denominator === undefined || row.denominator === null) return none("denominator-missing");
  return { kind: "pair", numerator: row.numerator ?? 0, denominator: row.denominator };
}

type Cells = Record<string, string>;
const axesOf = (row: Observation): string[] => Object.keys(row.categories ?? {});
const restrict = (cells: Cells, axes: string[]): Cells =>
  Object.fromEntries(axes.map((axis) => [axis, cells[axis] ?? ""]));

/** One report's figure for given cells: the reported one, or the parts of the coarsest breakdown that has it. */
function reported(
  report: Observation[],
  cells: Cells,
  definition: IndicatorDefinition,
  framework: MeasurementFramework,
): Outcome | null {
  const axes = Object.keys(cells);
  const fitting = report.filter((row) => axes.every((axis) => row.categories?.[axis] === cells[axis]));
  if (fitting.length === 0) return null;
  const order = framework.axes.map(({ name }) => name);
  const isOverlapping = (axis: string) =>
    framework.axes.find(({ name }) => name === axis)?.kind === "overlapping";
  const extras = (row: Observation) => axesOf(row).filter((axis) => !axes.includes(axis));
  const rankOf = (row: Observation): [number, number, number] => [
    extras(row).some(isOverlapping) ? 1 : 0,
    axesOf(row).length,
    axesOf(row).reduce((sum, axis) => sum + 2 ** order.indexOf(axis), 0),
  ];
  const sorted = [...fitting].sort((a, b) => {
    const [left, right] = [rankOf(a), rankOf(b)];
    return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
  });
  const first = sorted[0] as Observation;
  const parts = sorted.filter((row) => rankOf(row).join() === rankOf(first).join());
  if (extras(first).length === 0) return read(first);
  if (!extras(first).some(isOverlapping) && partsAddUp(definition))
    return combined(parts.map(read), "sum", "parts-do-not-add-up", definition);
  const values = parts.map((row) => row.value ?? 0);
  if (!isCount(definition) || values.some((value) => value < 0)) return none("parts-do-not-add-up");
  const apart = extras(first).filter((axis) => !isOverlapping(axis));
  const largest = new Map<string, number>();
  for (const row of parts) {
    const key = JSON.stringify(restrict(row.categories ?? {}, apart));
    largest.set(key, Math.max(largest.get(key) ?? 0, row.value ?? 0));
  }
  return none("parts-do-not-add-up", [sumOf([...largest.values()]), Number.POSITIVE_INFINITY]);
}

/** What the marginals of a report say of a joint cell; those that its joint cells would add up to are none. */
function confined(
  whole: Observation[],
  cells: Cells,
  definition: IndicatorDefinition,
  framework: MeasurementFramework,
): Outcome | null {
  const axes = Object.keys(cells);
  if (axes.length < 2 || !isCount(definition)) return null;
  const report = whole.filter((row) => !axes.every((axis) => row.categories?.[axis] !== undefined));
  const marginals: number[] = [];
  for (const axis of axes) {
    const marginal = reported(report, restrict(cells, [axis]), definition, framework);
    if (marginal?.kind !== "number" || marginal.value < 0) return null;
    marginals.push(marginal.value);
  }
  const total = reported(report, {}, definition, framework);
  const all = total?.kind === "number" ? total.value : Number.POSITIVE_INFINITY;
  const low =
    all === Number.POSITIVE_INFINITY
      ? 0
      : Math.max(0, sumOf([...marginals, ...marginals.slice(1).map(() => -all)]));
  return none("bounds-only", [low, Math.max(low, Math.min(all, ...marginals))]);
}

interface Element {
  period: string;
  source: string;
  place: string;
  outcome: Outcome;
}

const distinct = <T>(items: T[]): T[] => [...new Set(items)];

/** Sources within each place, then places. */
function overSourcesAndPlaces(elements: Element[], definition: IndicatorDefinition): Outcome {
  const { sources, places } = definition.combination;
  const local = distinct(elements.map(({ place }) => place)).map((place) =>
    combined(
      elements.filter((element) => element.place === place).map(({ outcome }) => outcome),
      sources,
      "sources-not-combined",
      definition,
    ),
  );
  return combined(local, places, "places-not-combined", definition);
}

/** The figure of one indicator at one place of the result. */
function figure(
  definition: IndicatorDefinition,
  framework: MeasurementFramework,
  rows: Observation[],
  query: Query,
  at: Record<string, string>,
): Outcome {
  const { by = [], where = {} } = query;
  const order = [...framework.periods]
    .sort((a, b) => (a.end + a.start < b.end + b.start ? -1 : 1))
    .map(({ id }) => id);
  const rank = (period: string) => order.indexOf(period);
  const isAxis = (name: string) => framework.axes.some((axis) => axis.name === name);
  const axes = distinct([...by, ...Object.keys(where)]).filter(isAxis);
  const matches = (name: "source" | "place", row: Observation) =>
    (at[name] === undefined || at[name] === (row[name] ?? "")) &&
    (where[name] === undefined || where[name].includes(row[name] ?? ""));
  const mine = rows.filter(
    (row) => row.indicator === definition.code && matches("source", row) && matches("place", row),
  );
  const inWindow = (period: string) => where.period === undefined || where.period.includes(period);
  const ofWindow = mine.filter((row) => definition.accumulation === "cumulative" || inWindow(row.period));

  // One element per report: the cells asked for, of those chosen but not split by added up.
  const elements: Element[] = [];
  const reportKey = (row: Observation) => JSON.stringify([row.period, row.source ?? "", row.place ?? ""]);
  for (const key of distinct(ofWindow.map(reportKey))) {
    const report = ofWindow.filter((row) => reportKey(row) === key);
    const [period, source, place] = JSON.parse(key) as [string, string, string];
    let wanted: Cells[] = [{}];
    for (const axis of axes) {
      const categories =
        at[axis] !== undefined
          ? [at[axis]]
          : distinct(rows.flatMap((row) => row.categories?.[axis] ?? [])).filter((c) =>
              where[axis]?.includes(c),
            );
      const allowed = categories.filter((category) => where[axis]?.includes(category) ?? true);
      wanted = wanted.flatMap((cells) => allowed.map((category) => ({ ...cells, [axis]: category })));
    }
    const found = wanted.flatMap(
      (cells) =>
        reported(report, cells, definition, framework) ??
        confined(report, cells, definition, framework) ??
        [],
    );
    if (found.length === 0) continue;
    const overlaps = axes.some(
      (axis) =>
        !by.includes(axis) &&
        framework.axes.some(({ name, kind }) => name === axis && kind === "overlapping"),
    );
    const outcome =
      found.length === 1 || (partsAddUp(definition) && !overlaps)
        ? combined(found, "sum", "parts-do-not-add-up", definition)
        : none("parts-do-not-add-up");
    elements.push({ period, source, place, outcome });
  }

  const lastOfSeries = (group: Element[]) => {
    const inTime = [...group].sort((a, b) => rank(a.period) - rank(b.period));
    const last = new Map<string, Element>();
    for (const element of inTime) last.set(JSON.stringify([element.source, element.place]), element);
    return [...last.values()];
  };
  const whole = (group: Element[]) => overSourcesAndPlaces(group, definition);
  const cumulative = definition.accumulation === "cumulative";
  if (at.period !== undefined) {
    if (!cumulative) return whole(elements.filter(({ period }) => period === at.period));
    const here = rank(at.period);
    // It is carried no further than the last period that anything was reported of.
    const ofIndicator = rows.filter(
      (row) =>
        row.indicator === definition.code &&
        (where.source?.includes(row.source ?? "") ?? true) &&
        (where.place?.includes(row.place ?? "") ?? true),
    );
    if (ofIndicator.every((row) => rank(row.period) < here)) return none("no-actual");
    return whole(lastOfSeries(elements.filter(({ period }) => rank(period) <= here)));
  }
  if (cumulative || definition.accumulation === "latest") {
    const end = Math.max(-1, ...order.filter(inWindow).map(rank));
    return whole(lastOfSeries(elements.filter(({ period }) => rank(period) <= end)));
  }
  const periods = distinct(elements.map(({ period }) => period));
  return combined(
    periods.map((period) => whole(elements.filter((element) => element.period === period))),
    definition.accumulation as Combination,
    "no-actual",
    definition,
  );
}

/** The goal for just what is asked, in its last revision. */
function goalFor(goals: Goal[] | undefined, at: Record<string, string>, query: Query): Goal | null {
  const wanted = { ...at };
  for (const [name, members] of Object.entries(query.where ?? {})) {
    if (name in wanted) continue;
    if (members.length !== 1) return null;
    wanted[name] = members[0] as string;
  }
  const same = (goal: Goal) =>
    Object.keys(goal.at ?? {}).length === Object.keys(wanted).length &&
    Object.entries(wanted).every(([name, member]) => goal.at?.[name] === member);
  const inForce = (goals ?? []).filter(
    (goal) => same(goal) && (query.asOf === undefined || (goal.since ?? "") <= query.asOf),
  );
  return (
    [...inForce]
      .sort((a, b) => ((a.since ?? "") < (b.since ?? "") ? -1 : (a.since ?? "") > (b.since ?? "") ? 1 : 0))
      .at(-1) ?? null
  );
}

/** The figure of an indicator `at` given members of the dimensions that the query splits by. */
export function referenceFigure(
  framework: MeasurementFramework,
  observations: Observation[],
  query: Query,
  code: string,
  at: Record<string, string>,
): ReferenceFigure {
  const definition = framework.indicators.find((each) => each.code === code) as IndicatorDefinition;
  const rows = knownRows(observations, query.asOf);
  const outcome = settled(figure(definition, framework, rows, query, at), definition);
  const value = outcome.kind === "number" ? outcome.value : null;
  const target = goalFor(definition.targets, at, query);
  const baseline = goalFor(definition.baselines, at, query);
  const because = (): GoalReason | null => {
    if (target === null) return "no-target";
    if (target.value === null) return "target-tbd";
    if (value === null) return "no-actual";
    return null;
  };
  const gap = because();
  const to = target?.value ?? 0;
  const from = baseline?.value ?? 0;
  const falls = typeof baseline?.value === "number" && baseline.value > to;
  const noPercent = gap ?? (falls ? "decreasing-indicator" : to === 0 ? "target-zero" : null);
  const noProgress =
    gap ??
    (baseline === null
      ? "no-baseline"
      : baseline.value === null
        ? "baseline-tbd"
        : from === to
          ? "baseline-equals-target"
          : null);
  return {
    value,
    reason: outcome.kind === "none" ? outcome.reason : null,
    bounds: outcome.kind === "none" ? outcome.bounds : null,
    percentOfTarget: noPercent === null && value !== null ? quotientOf(value, to) : null,
    progress:
      noProgress === null && value !== null ? quotientOf(sumOf([value, -from]), sumOf([to, -from])) : null,
    undefinedBecause: noPercent ?? noProgress,
  };
}
