/**
 * Tables, charts and the dashboard of a results framework: accessible HTML and SVG, in French and English, for a notebook, a page and paper.
 *
 * @packageDocumentation
 */
export {
  activityGantt,
  type BoundedFigure,
  type BreakdownFigure,
  type BreakdownPart,
  boundsChart,
  breakdownChart,
  breakdownFigure,
  breakdownOfCells,
  budgetChart,
  type GanttOptions,
  type MachineOptions,
  machineDiagram,
  type PyramidOptions,
  progressChart,
  pyramidChart,
} from "./charts/index.ts";
export {
  type Amount,
  type AmountSlice,
  type DashboardModel,
  type DashboardOptions,
  dashboardHtml,
  dashboardModel,
  type Heading,
  type PageOptions,
} from "./dashboard/index.ts";
export { type MimeBundle, nodeOf, type View } from "./display/index.ts";
export {
  type ActivityRow,
  type BudgetBy,
  type FindingRow,
  type IndicatorRow,
  type LateCode,
  type PartsOfFigure,
  type ReachRow,
  type Reported,
  type ReportedOptions,
  type Span,
  type Subject,
  type SubjectKind,
  withObservations,
} from "./facts/index.ts";
export type { MachineLayout, StateBox, StateWay } from "./machine/index.ts";
export type { ProgressFacts } from "./marks/index.ts";
export {
  activityTable,
  type DocumentTableOptions,
  figureTable,
  findingTable,
  indicatorTable,
  type TableOptions,
} from "./views/index.ts";
