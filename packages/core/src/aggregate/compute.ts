import type { ObservationTable } from "../observations/index.ts";
import { accumulate, emptySums, mergeSums, rowsByPlan, type Sums } from "./accumulate.ts";
import type { MeasurementFramework } from "./definition.ts";
import { finish } from "./finish.ts";
import type { PartialResult } from "./partial-result.ts";
import { fits, type IndicatorPlan, type Plan, planQuery } from "./plan.ts";
import type { Query, ResultSet } from "./query.ts";
import { resultsOfReports } from "./results-of-reports.ts";

/**
 * The values of a query. Plan once with {@link planQuery} and run with {@link runPlan} where the same cut is asked for again.
 * @throws RangeError where the query names what neither framework nor table knows.
 */
export function computeResults(
  framework: MeasurementFramework,
  table: ObservationTable,
  query: Query = {},
): ResultSet {
  return runPlan(planQuery(framework, table, query), table);
}

/** Runs a plan; where the table has outgrown it, a new one is made. */
export function runPlan(plan: Plan, table: ObservationTable): ResultSet {
  const fitting = fits(plan, table) ? plan : planQuery(plan.framework, table, plan.query);
  return resultsOfShares(fitting, table, [sumShare(fitting, table, 0, 1)]);
}

/**
 * Sums one of several shares of a table's rows. A worker does this on a table over shared memory (`shareTable`), with the plan that it
 * was sent; `resultsOfShares` brings the shares together. Since sums are of whole units, the answer is the very one of `runPlan`.
 * @param share from 0 to `of` - 1. Shares are whole chunks, as equal as may be.
 */
export function sumShare(plan: Plan, table: ObservationTable, share: number, of: number): Sums {
  const sums = emptySums(plan);
  const chunks = table.chunks.length;
  accumulate(plan, table, sums, Math.floor((share * chunks) / of), Math.floor(((share + 1) * chunks) / of));
  return sums;
}

/** The values of a plan from the shares of all its rows. Reports that must be read one by one are read here. */
export function resultsOfShares(plan: Plan, table: ObservationTable, shares: readonly Sums[]): ResultSet {
  const [first = emptySums(plan), ...others] = shares;
  for (const share of others) mergeSums(first, share);
  const parts = new Map<number, PartialResult>();
  const coverage = new Map<IndicatorPlan, number>();
  for (const [indicator, rows] of rowsByPlan(plan, table)) {
    const indicatorPlan = plan.indicatorPlans[plan.planOf[indicator] ?? -1];
    if (indicatorPlan === undefined) continue;
    const read = resultsOfReports(plan, table, indicatorPlan, rows);
    for (const [group, part] of read.parts) parts.set(group, part);
    coverage.set(indicatorPlan, read.coverage);
  }
  return finish(plan, table, first, parts, coverage, true);
}
