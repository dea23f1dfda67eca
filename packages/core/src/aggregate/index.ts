export type { Sums as Share } from "./accumulate.ts";
export { type CommonTable, commonTable, type SilentIndicator } from "./common-table.ts";
export { computeResults, resultsOfShares, sumShare } from "./compute.ts";
export type { CellResult, ComputedIndicator } from "./computed-indicator.ts";
export { Goal, IndicatorDefinition, MeasurementFramework } from "./definition.ts";
export { deriveResults } from "./derive-results.ts";
export { type ExplainOptions, type Explanation, explainResult } from "./explain.ts";
export { type IndicatorResultOptions, indicatorResults } from "./indicator-results.ts";
export { type MeasurementOptions, measurementOf } from "./measurement-of.ts";
export { parseMeasurement } from "./parse.ts";
export type { PartialResult } from "./partial-result.ts";
export {
  type Dimension,
  GOAL_REASONS,
  type GoalReason,
  Query,
  RESULT_REASONS,
  type ResultReason,
  type ResultRow,
  type ResultSet,
} from "./query.ts";
export { ResultRecord, resultRecord } from "./result-record.ts";
export { resultRows } from "./result-rows.ts";
export { ROW_RULES, type RowFindingOptions, type RowRule, rowFindings } from "./row-findings.ts";
export { forecastIndicator, seriesOf } from "./series.ts";
export { absorb, type LiveView, openView, viewResults } from "./view.ts";
export {
  type ObservedDocument,
  type WithObservationsOptions,
  withObservations,
} from "./with-observations.ts";
