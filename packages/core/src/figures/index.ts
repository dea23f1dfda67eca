export type { Sums as Share } from "./accumulate.ts";
export type { Part } from "./accumulate-reports.ts";
export { computeFigures, figuresOfShares, runPlan, sumShare } from "./compute.ts";
export { Goal, IndicatorDefinition, MeasurementFramework } from "./definition.ts";
export { type Explanation, explainFigure } from "./explain.ts";
export { figureAt, figureRows, membersAt } from "./figure-rows.ts";
export { type MeasurementOptions, measurementOf } from "./measurement-of.ts";
export { parseMeasurement } from "./parse.ts";
export { type Plan, planQuery } from "./plan.ts";
export {
  addReports,
  addSum,
  type GroupSum,
  type Incoming,
  openDimensions,
  openPushDown,
  type PushDown,
  planPushDown,
  pushedFigures,
  type ReadIndicator,
  type RowKind,
  type RowsProfile,
  type SummedIndicator,
} from "./push-down.ts";
export {
  type Dimension,
  FIGURE_REASONS,
  type FigureReason,
  type FigureRow,
  type Figures,
  GOAL_REASONS,
  type GoalReason,
  Query,
} from "./query.ts";
export { type RolledFigures, rollUpFigures } from "./roll-up-figures.ts";
export { projectIndicator, seriesOf } from "./series.ts";
export { type CellFigure, type IndicatorFigure, indicatorFigures, type StandingOptions } from "./standing.ts";
export { absorb, type LiveView, openView, viewFigures } from "./view.ts";
