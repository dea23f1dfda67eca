export { computeFigures, figureAt, figureRows, membersAt, runPlan } from "./compute.ts";
export {
  Accumulation,
  Combination,
  Goal,
  IndicatorDefinition,
  Measure,
  MeasurementFramework,
} from "./definition.ts";
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
export { type RolledFigures, rollUpFigures } from "./roll-up-figures.ts";
export { absorb, type LiveView, openView, viewFigures } from "./view.ts";
