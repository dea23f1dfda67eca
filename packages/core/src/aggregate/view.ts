import type { ObservationTable } from "../observations/index.ts";
import { ReportIndex } from "../observations/report-counts.ts";
import { CHUNK, CONFLICTING, chunkOf } from "../observations/table.ts";
import { placesOf, usesOf } from "../observations/use.ts";
import {
  accumulate,
  addRow,
  emptySums,
  groupOf,
  rowsByPlan,
  type Sums,
  scalesOf,
  slotOf,
} from "./accumulate.ts";
import { isComplete, periodsApart, placesApart } from "./completeness.ts";
import type { MeasurementFramework } from "./definition.ts";
import { finish } from "./finish.ts";
import type { PartialResult, ReadIndicatorResults } from "./partial-result.ts";
import { covers, type IndicatorPlan, type Plan, planQuery, staysExact } from "./plan.ts";
import type { Query, ResultSet } from "./query.ts";
import { resultsOfReports } from "./results-of-reports.ts";

/** A query's values kept up with a table that grows: sums are kept, and only what a new row touches is computed again. */
export interface LiveView {
  /** @internal How the query is answered from the table; it holds while no row comes that it does not cover. */
  plan: Plan;
  /** @internal Running sums by group of the indicators that add up. */
  sums: Sums;
  /** @internal By table code, the factor that makes an indicator's values whole numbers; `null` where all are. */
  scales: Float64Array | null;
  /** @internal What was read of the indicators whose reports are read one by one, by index among the plan's indicatorPlans. */
  read: Map<number, ReadIndicatorResults>;
  /** @internal Table codes of indicators whose reports have changed since they were read. */
  stale: Set<number>;
  /** @internal The reports, counted, of a plan that sums rows which name categories: a report adds up once it has a row for each combination. */
  reports: ReportIndex | null;
  /** @internal Table codes of indicators to whose reports rows came: while one of these is not complete, the indicator is read. */
  partial: Set<number>;
  /** @internal Places, periods and combinations that each indicator's rows are of. */
  known: {
    /** Codes of places in the table; where none is part of another, 1 for any of them. */
    places: Set<number>;
    /** Codes of periods in the table. */
    periods: Set<number>;
    /** Codes of combinations of categories in the table. */
    combinations: Set<number>;
  }[];
  /** Rows of the table that are in the view. */
  rowCount: number;
  /** How often everything was worked out again, since rows came that the plan had not foreseen. */
  rebuilt: number;
}

const namesAxes = ({ profile }: ObservationTable, code: number): boolean =>
  (profile.axisMasks[code]?.[0] ?? 0) !== 0;

/** Opens a view of a table. Give it what was added with {@link absorb}. */
export function openView(
  framework: MeasurementFramework,
  table: ObservationTable,
  query: Query = {},
): LiveView {
  const plan = planQuery(framework, table, query, undefined, false);
  const sums = emptySums(plan);
  accumulate(plan, table, sums);
  return {
    plan,
    sums,
    scales: scalesOf(plan),
    read: new Map(),
    stale: new Set(plan.indicatorPlans.flatMap(({ additive, code }) => (additive || code < 0 ? [] : [code]))),
    reports: plan.indicatorPlans.some(({ additive, code }) => additive && namesAxes(table, code))
      ? new ReportIndex(table, plan.knownBy)
      : null,
    partial: new Set(),
    known: usesOf(table).map(({ placeKinds, periods, combinations }, code) => ({
      places: new Set(plan.geometry.tree ? placesOf(table)[code] : placeKinds),
      periods: new Set(periods),
      combinations: new Set(combinations),
    })),
    rowCount: table.size,
    rebuilt: 0,
  };
}

/** Takes in the rows that were added to the table since. A row of a sum costs the same however large the table is. */
export function absorb(view: LiveView, table: ObservationTable): void {
  const first = view.rowCount;
  for (let row = first; row < table.size; row += 1) {
    if (!absorbRow(view, table, row, first)) {
      const { plan, rebuilt } = view;
      Object.assign(view, openView(plan.framework, table, plan.query), { rebuilt: rebuilt + 1 });
      return;
    }
  }
  view.rowCount = table.size;
}

/** Whether the row could be taken in. */
function absorbRow(view: LiveView, table: ObservationTable, row: number, first: number): boolean {
  const { plan, sums, scales } = view;
  if (!covers(plan, table)) return false;
  const chunk = chunkOf(table, row);
  const index = row % CHUNK;
  const code = chunk.indicator[index] as number;
  const indicatorPlan = plan.indicatorPlans[plan.planOf[code] ?? -1];
  if (indicatorPlan === undefined) return true;
  // Whether all that is rolled up has reported is found out with the plan.
  if (indicatorPlan.definition.rollsUp !== undefined) return false;
  if (!indicatorPlan.additive) {
    view.stale.add(code);
    return true;
  }
  if (!staysExact(table, code, indicatorPlan.scale) || !staysPlain(view, table, indicatorPlan, row))
    return false;
  const time = chunk.recorded[index] as number;
  if (time > plan.knownBy) return true;
  // What a withdrawal took the place of is not reported by its own row.
  if (Number.isNaN(chunk.value[index])) return false;
  // A row that contradicts another one takes that one out, too.
  if (chunk.fate?.[index] === CONFLICTING) return false;
  if (chunk.superseded !== null && (chunk.superseded[index] as number) <= plan.knownBy) return true;
  // The last row with the same keys that was in the view before has held until now.
  let before = chunk.previous?.[index] ?? -1;
  while (before >= first) before = chunkOf(table, before).previous?.[before % CHUNK] ?? -1;
  const old = before < 0 ? null : chunkOf(table, before);
  const was = before % CHUNK;
  const held = old !== null && !Number.isNaN(old.value[was]) && (old.fate?.[was] ?? 0) === 0;
  if (!held && namesAxes(table, code)) {
    if (view.reports === null) return false;
    view.reports.add(chunk, index);
    view.partial.add(code);
  }
  const group = groupOf(plan, chunk, index);
  if (group < 0) return true;
  const slot = slotOf(sums, group);
  addRow(sums, slot, chunk, index, scales, 1);
  // Of rows that add up, the earlier one goes on holding.
  if (held && (old.superseded?.[was] ?? Number.POSITIVE_INFINITY) <= plan.knownBy)
    addRow(sums, slot, old, was, scales, -1);
  return true;
}

/** Whether an indicator's values are still sums with a new row: of no place and period that is part of another one's. */
function staysPlain(view: LiveView, table: ObservationTable, { code }: IndicatorPlan, row: number): boolean {
  const { plan, known } = view;
  const chunk = chunkOf(table, row);
  const index = row % CHUNK;
  const place = plan.geometry.tree
    ? (chunk.place[index] as number)
    : Math.min(chunk.place[index] as number, 1);
  const period = table.cellKeys.period[chunk.cellKey[index] as number] as number;
  const own = known[code];
  if (own === undefined) return false;
  // Where an axis is open, a new category makes reports without it incomplete.
  const combination = table.cellKeys.cell[chunk.cellKey[index] as number] as number;
  if (!own.combinations.has(combination)) {
    own.combinations.add(combination);
    if (table.combinations.axes.some(({ categories }) => categories === undefined)) return false;
  }
  if (!own.places.has(place)) {
    own.places.add(place);
    if (!placesApart(table, plan.geometry, code, plan.memberOf.has("place"))) return false;
  }
  if (!own.periods.has(period)) {
    own.periods.add(period);
    if (!periodsApart(table, plan.geometry, code, plan.memberOf.get("period") ?? null)) return false;
  }
  return true;
}

/** The view's values. Indicators that are not sums, or not yet, are reread where rows of theirs came in. */
export function viewResults(view: LiveView, table: ObservationTable): ResultSet {
  const { plan, sums, read, stale, reports, partial } = view;
  for (const code of partial)
    if (reports?.countsOf(code)?.every((each) => isComplete(table, code, each)) === true)
      partial.delete(code);
  const anew = new Set([...stale, ...partial]);
  if (anew.size > 0) {
    for (const [code, rows] of rowsByPlan(plan, table, anew)) {
      const index = plan.planOf[code] ?? -1;
      const indicatorPlan = plan.indicatorPlans[index];
      if (indicatorPlan !== undefined) read.set(index, resultsOfReports(plan, table, indicatorPlan, rows));
    }
    stale.clear();
  }
  const parts = new Map<number, PartialResult>();
  const coverage = new Map<IndicatorPlan, number>();
  for (const [index, { parts: own, coverage: share }] of read) {
    const indicatorPlan = plan.indicatorPlans[index] as IndicatorPlan;
    if (indicatorPlan.additive && !partial.has(indicatorPlan.code)) continue;
    for (const [group, part] of own) parts.set(group, part);
    coverage.set(indicatorPlan, share);
  }
  return finish(plan, table, sums, parts, coverage);
}
