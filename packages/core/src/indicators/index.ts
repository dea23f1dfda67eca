export { type BreakdownCheck, checkBreakdown } from "./breakdown.ts";
export {
  Accumulation,
  Combination,
  Goal,
  IndicatorDefinition,
  Measure,
  MeasurementFramework,
  ReportingPeriod,
} from "./definition.ts";
export {
  type Computed,
  directionOf,
  percentOfTarget,
  progress,
  type UndefinedReason,
  unitOf,
} from "./performance.ts";
export { type Plan, planQuery } from "./plan.ts";
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
export { type RolledFigures, rollUpFigures } from "./query-roll-up.ts";
export { computeFigures, figureAt, figureRows, membersAt, runPlan } from "./query-run.ts";
export { absorb, type LiveView, openView, viewFigures } from "./view.ts";
