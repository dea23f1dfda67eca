import {
  addObservationColumns,
  createTable,
  type ObservationColumns,
  type ObservationTable,
} from "../observations/index.ts";
import { codeIn, combinationOf, profileOf } from "../observations/profile.ts";
import type { ReportCounts } from "../observations/report-counts.ts";
import { noteCounts, noteUse, placesOf, usesOf } from "../observations/use.ts";
import { MAX_DECIMALS, NO_DECIMAL } from "../values/decimals.ts";
import { emptySums, type Sums, slotOf } from "./accumulate.ts";
import type { MeasurementFramework } from "./definition.ts";
import { finish } from "./finish.ts";
import type { PartialResult } from "./partial-result.ts";
import { type IndicatorPlan, type Plan, planQuery } from "./plan.ts";
import type { Query, ResultSet } from "./query.ts";
import { resultsOfReports } from "./results-of-reports.ts";

/** What a database says of one indicator's rows that name the same axes. */
export interface RowKind {
  indicator: string;
  /** Axes that the rows name. */
  axes: string[];
  rows: number;
  /** Decimals that their values are written with, at most; more than nine: one of them is no short decimal. */
  decimals: number;
  /** Sum of their values' sizes. */
  magnitude: number;
  /** Whether one of them has a numerator; a value without a denominator; a value below zero. */
  ratio: boolean;
  bare: boolean;
  negative: boolean;
  /** Whether one of them is reported without a value. */
  unvalued: boolean;
}

/** What is known of the rows of one indicator in force. */
export interface RowsOfIndicator {
  indicator: string;
  /** Places and periods that any of its rows is of, and the categories that they name of each open axis. */
  places: string[];
  periods: string[];
  categories: Readonly<Record<string, readonly string[]>>;
  /** Reports in force by the axes on which they name the category `unknown`, and the rows of these. */
  reports: { unknown: string[]; reports: number; rows: number }[];
  /** Rows that a later one took the place of, and rows that said the same again. */
  replaced: number;
  repeated: number;
}

/** What is known of rows that stay where they are: it decides how a query goes about them. */
export interface RowsProfile {
  kinds: RowKind[];
  indicators: RowsOfIndicator[];
  /** Names that occur, of those dimensions whose names neither framework nor axis lays down. */
  names: Partial<Record<string, string[]>>;
}

/** An indicator whose rows are plain sums, in whole units of 1 ÷ `scale`. */
export interface SummedIndicator {
  code: string;
  scale: number;
}

/** An indicator whose reports are read one by one. */
export interface ReadIndicator {
  code: string;
}

/** A query divided: what a database adds up, and what is read report by report from the rows that it hands over. */
export interface PushDown {
  plan: Plan;
  /** @internal Dictionaries and no rows. */
  frame: ObservationTable;
  summed: SummedIndicator[];
  read: ReadIndicator[];
  /** Axes that are split by or that categories are chosen on. */
  asked: string[];
}

/** Dimensions whose names a profile must list: the open ones that a query names. */
export function openDimensions(framework: MeasurementFramework, query: Query): string[] {
  const named = new Set([...(query.by ?? []), ...Object.keys(query.where ?? {})]);
  const open = framework.axes.filter(({ categories }) => categories === undefined).map(({ name }) => name);
  return ["source", "place", ...open].filter((name) => named.has(name));
}

const bits = (names: readonly string[], all: readonly string[]): number =>
  names.reduce((mask, name) => mask | (1 << all.indexOf(name)), 0);

/**
 * Plans a query over rows that lie elsewhere, by the very planner of `planQuery`: what is a sum there is a sum here.
 * @throws RangeError where the query names what neither framework nor profile knows.
 */
export function planPushDown(
  framework: MeasurementFramework,
  rows: RowsProfile,
  query: Query = {},
): PushDown {
  const axes = framework.axes.map(({ name }) => name);
  const frame = createTable(framework);
  profileOf(
    frame,
    rows.kinds.map(({ indicator, axes: named, decimals, ...kind }) => ({
      ...kind,
      indicator,
      axisMask: bits(named, axes),
      decimals: decimals > MAX_DECIMALS ? NO_DECIMAL : decimals,
    })),
    rows.names,
  );
  noteRows(frame, rows.indicators);
  // A database sums the rows that break down what is asked for; what confines the cells from above is read from the reports.
  const plan = planQuery(framework, frame, query, undefined, false);
  const asked = [...plan.byAxes, ...plan.whereAxes].map((axis) => axes[axis] ?? "");
  const pushDown: PushDown = { plan, frame, summed: [], read: [], asked };
  for (const indicatorPlan of plan.indicatorPlans) {
    const { definition, code, additive, scale } = indicatorPlan;
    if ((frame.profile.axisMasks[code] ?? []).length === 0) continue;
    if (additive) pushDown.summed.push({ code: definition.code, scale });
    else pushDown.read.push({ code: definition.code });
  }
  return pushDown;
}

/** Informs a table without rows about what is known of rows in another store. */
function noteRows(frame: ObservationTable, indicators: readonly RowsOfIndicator[]): void {
  const { texts } = frame.indicators;
  const counts: ReportCounts = texts.map(() => null);
  const beside = { replaced: new Uint32Array(texts.length), repeated: new Uint32Array(texts.length) };
  const axes = frame.combinations.axes.map(({ name }) => name);
  for (const { indicator, places, periods, categories, reports, replaced, repeated } of indicators) {
    const code = frame.indicators.codes.get(indicator);
    if (code === undefined) continue;
    beside.replaced[code] = replaced;
    beside.repeated[code] = repeated;
    // Which of several breakdowns a report has is not asked of the database.
    const [axisMask, ...others] = frame.profile.axisMasks[code] ?? [];
    if (axisMask !== undefined && others.length === 0)
      counts[code] = [
        {
          axisMask,
          rows: reports.reduce((sum, { rows }) => sum + rows, 0),
          reports: new Map(reports.map(({ unknown, reports: count }) => [bits(unknown, axes), count])),
        },
      ];
    const combinations = new Set<number>();
    for (const [axis, { name }] of frame.combinations.axes.entries())
      for (const category of categories[name] ?? []) combinations.add(combinationOf(frame, axis, category));
    noteUse(frame, code, {
      places: new Set(places.map((place) => codeIn(frame.places, place))),
      periods: new Set(periods.map((period) => codeIn(frame.periods, period))),
      combinations,
    });
  }
  noteCounts(frame, counts, beside);
}

/** The sums of one group, as a database adds them up. Numbers are whole units of the indicator's `scale`. */
export interface GroupSum {
  indicator: string;
  /** Member of each dimension that is split by. */
  at: Readonly<Record<string, string>>;
  /** Of values and numerators. */
  sum: number;
  count: number;
  denominator: number;
  /** Rows with a numerator and no denominator, and rows whose value is alone. */
  missing: number;
  bare: number;
}

/** A query under way: sums and parts as far as they have come in. */
export interface Incoming {
  pushDown: PushDown;
  /** @internal */
  sums: Sums;
  parts: Map<number, PartialResult>;
  coverage: Map<IndicatorPlan, number>;
}

/** Opens what {@link addSum} and {@link addReports} add to and {@link pushDownResults} finishes. */
export const openPushDown = (pushDown: PushDown): Incoming => ({
  pushDown,
  sums: emptySums(pushDown.plan),
  parts: new Map(),
  coverage: new Map(),
});

/** Takes in the sums of one group. @throws RangeError where a member is none of the plan's. */
export function addSum({ pushDown: { plan }, sums }: Incoming, group: GroupSum): void {
  let key = 0;
  for (const { name, members } of plan.dimensions) {
    const member = name === "indicator" ? group.indicator : (group.at[name] ?? "");
    const index = members.indexOf(member);
    if (index < 0) throw new RangeError(`${name} ${member} was not foreseen`);
    key += index * (plan.strides.get(name) ?? 0);
  }
  const slot = slotOf(sums, key);
  sums.sum[slot] = (sums.sum[slot] ?? 0) + group.sum;
  sums.count[slot] = (sums.count[slot] ?? 0) + group.count;
  for (const name of ["denominator", "missing", "bare"] as const) {
    const column = sums[name];
    if (column !== null) column[slot] = (column[slot] ?? 0) + group[name];
  }
}

/**
 * Takes in the rows in force of one indicator whose reports are read one by one; all of them at once.
 * @throws RangeError where a row is none that the framework admits.
 */
export function addReports(
  { pushDown: { plan, frame }, parts, coverage }: Incoming,
  indicator: string,
  columns: Omit<ObservationColumns, "indicator" | "recordedAt"> & Pick<Required<ObservationColumns>, "value">,
): void {
  const rows = columns.value.length;
  const indicatorPlan = plan.indicatorPlans.find(({ definition }) => definition.code === indicator);
  if (indicatorPlan === undefined) throw new RangeError(`indicator ${indicator} was not asked for`);
  // Dictionaries are shared, so that codes are those of the plan; rows, and the order in which they meet, are the table's own.
  const empty = createTable({ axes: frame.combinations.axes }, { sameKey: "add" });
  const table: ObservationTable = {
    ...empty,
    ...namesOf(frame),
    limits: frame.limits,
    sameKey: frame.sameKey,
  };
  const { rejected } = addObservationColumns(table, {
    ...columns,
    indicator: { texts: [indicator], codes: new Uint8Array(rows) },
    recordedAt: new Float64Array(rows),
  });
  if (rejected[0] !== undefined) throw new RangeError(rejected[0].message.en);
  const all = Array.from({ length: rows }, (_, row) => row);
  const code = table.indicators.codes.get(indicator) ?? 0;
  const [use, places] = [usesOf(frame)[code], placesOf(frame)[code]];
  if (use !== undefined && places !== undefined) noteUse(table, code, { ...use, places });
  table.profile.negative[code] = frame.profile.negative[code] ?? 0;
  const read = resultsOfReports(plan, table, indicatorPlan, all);
  coverage.set(indicatorPlan, read.coverage);
  for (const [group, part] of read.parts) parts.set(group, part);
}

const namesOf = ({ indicators, periods, sources, places, combinations }: ObservationTable) => ({
  indicators,
  periods,
  sources,
  places,
  combinations,
});

/** The values of everything that came in, with reasons, bounds and what is wanted of them: by the code that finishes any query. */
export function pushDownResults({ pushDown: { plan, frame }, sums, parts, coverage }: Incoming): ResultSet {
  return finish(plan, frame, sums, parts, coverage);
}
