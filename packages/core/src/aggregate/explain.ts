import type { Bilingual } from "../locale/index.ts";
import { resultText } from "../locale/result-text.ts";
import { type Observation, type ObservationTable, observationAt } from "../observations/index.ts";
import { CHUNK } from "../observations/table.ts";
import { groupOf, rowHolds, rowsByPlan } from "./accumulate.ts";
import { runPlan } from "./compute.ts";
import type { Goal, IndicatorDefinition, MeasurementFramework } from "./definition.ts";
import { planQuery } from "./plan.ts";
import type { Query, ResultRow } from "./query.ts";
import { resultAt } from "./result-rows.ts";
import { resultsOfReports } from "./results-of-reports.ts";

/** Where a value comes from. */
export interface Explanation {
  /** The value itself. */
  result: ResultRow;
  /** How the indicator was measured: measure, accumulation, combination. */
  definition: IndicatorDefinition;
  /** Revision of the framework that it was computed under; `null` where the framework names none. */
  revision: string | null;
  /** What was known by then; `null`: all that is known now. */
  asOf: string | null;
  /** The observations that it rests on, by row of the table. Corrected and withdrawn ones are not among them. */
  observations: {
    /** Index in the table, from 0. */
    row: number;
    /** What was reported. */
    observation: Observation;
  }[];
  /** The target in force, where it is compared with one. */
  target: Goal | null;
  /** All of it in words, a sentence a line. */
  text: Bilingual;
}

/** Which of an indicator's values is explained. */
export interface ExplainOptions {
  /** The query that gave the value. Default: everything that is known. */
  query?: Query;
  /** The member of each dimension that the query splits by: `{ sex: "female" }`. */
  at?: Readonly<Record<string, string>>;
}

/**
 * Says which observations, which formula and which revision of the framework a value came from, in data and in words; `null` where there
 * is no such value.
 * @throws RangeError where the query names what neither framework nor table knows.
 */
export function explainResult(
  framework: MeasurementFramework,
  table: ObservationTable,
  indicator: string,
  { query = {}, at = {} }: ExplainOptions = {},
): Explanation | null {
  const own = { ...query, indicators: [indicator] };
  const plan = planQuery(framework, table, own);
  const indicatorPlan = plan.indicatorPlans[0];
  if (indicatorPlan === undefined) return null;
  let group = indicatorPlan.offset;
  for (const { name, members } of plan.dimensions.slice(1)) {
    const member = members.indexOf(at[name] ?? "");
    if (member < 0) return null;
    group += member * (plan.strides.get(name) ?? 0);
  }
  const results = runPlan(plan, table);
  const index = results.keys === null ? group : results.keys.indexOf(group);
  if (index < 0) return null;
  const result = resultAt(results, index);
  const rows: number[] = [];
  if (indicatorPlan.additive && !indicatorPlan.open) {
    for (const [number, chunk] of table.chunks.entries())
      for (let row = 0; row < chunk.size; row += 1)
        if (rowHolds(chunk, row, plan.knownBy) && groupOf(plan, chunk, row) === group)
          rows.push(number * CHUNK + row);
  } else
    for (const [, reported] of rowsByPlan(plan, table, new Set([indicatorPlan.code])))
      rows.push(
        ...(resultsOfReports(plan, table, indicatorPlan, reported, true).parts.get(group)?.rows ?? []),
      );
  const { definition } = indicatorPlan;
  const observations = [...new Set(rows)]
    .sort((a, b) => a - b)
    .map((row) => ({ row, observation: observationAt(table, row) }));
  const day = query.asOf?.slice(0, 10) ?? "9999-12-31";
  const target =
    result.target === null
      ? null
      : ((definition.targets ?? [])
          .filter((goal) => goal.value === result.target && (goal.since ?? "") <= day)
          .at(-1) ?? null);
  const revision = framework.revision ?? null;
  const asOf = query.asOf ?? null;
  return {
    result: result,
    definition,
    revision,
    asOf,
    observations,
    target,
    text: resultText({
      ...definition,
      at,
      value: result.value,
      reason: result.reason,
      bounds: result.bounds,
      count: observations.length,
      sources: [...new Set(observations.flatMap(({ observation }) => observation.source ?? []))],
      periods: [...new Set(observations.map(({ observation }) => observation.period))],
      percentOfTarget: result.percentOfTarget,
      target: result.target,
      undefinedBecause: result.undefinedBecause,
      revision,
      asOf,
    }),
  };
}
