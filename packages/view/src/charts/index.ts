export { type BoundedValue, boundedText, boundsChart } from "./bounds.ts";
export {
  type BreakdownPart,
  type BreakdownValue,
  breakdownChart,
  breakdownOfCells,
  breakdownValue,
} from "./breakdown.ts";
export { BUDGET_INKS, budgetChart, budgetKey, budgetPicture, budgetText } from "./budget.ts";
export { delayCausesChart } from "./delay-causes.ts";
export {
  type ChartedEstimate,
  type EstimateRow,
  type EstimatesOptions,
  estimatesChart,
} from "./estimates.ts";
export { activityGantt, type GanttOptions } from "./gantt.ts";
export { type LikertRow, likertChart } from "./likert.ts";
export { type MachineOptions, machineDiagram } from "./machine.ts";
export { progressChart } from "./progress.ts";
export { type PyramidOptions, pyramidChart } from "./pyramid.ts";
export { type StatusOptions, statusChart } from "./statuses.ts";
