export { type BoundedFigure, boundedWords, boundsChart } from "./bounds.ts";
export {
  type BreakdownFigure,
  type BreakdownPart,
  breakdownChart,
  breakdownFigure,
  breakdownOfCells,
} from "./breakdown.ts";
export { BUDGET_INKS, budgetChart, budgetKey, budgetPicture, budgetWords } from "./budget.ts";
export { activityGantt, type GanttOptions } from "./gantt.ts";
export { type MachineOptions, machineDiagram } from "./machine.ts";
export { progressChart } from "./progress.ts";
export { type PyramidOptions, pyramidChart } from "./pyramid.ts";
