/**
 * Tables, charts and the dashboard of a results framework: accessible HTML and SVG, in English, French and languages that an agency adds, for a notebook, a page and print.
 *
 * @packageDocumentation
 */
export {
  activityGantt,
  type BoundedValue,
  type BreakdownPart,
  type BreakdownValue,
  boundsChart,
  breakdownChart,
  breakdownOfCells,
  breakdownValue,
  budgetChart,
  type ChartedEstimate,
  delayCausesChart,
  type EstimateRow,
  type EstimatesOptions,
  estimatesChart,
  type GanttOptions,
  type LikertRow,
  likertChart,
  type MachineOptions,
  machineDiagram,
  type PyramidOptions,
  progressChart,
  pyramidChart,
  type StatusOptions,
  statusChart,
} from "./charts/index.ts";
export {
  type Amount,
  type AmountSlice,
  type DashboardModel,
  type DashboardOptions,
  dashboardHtml,
  dashboardModel,
  dashboardModelInSteps,
  type Heading,
  type PageOptions,
} from "./dashboard/index.ts";
export type { MachineLayout, StateBox, StateTransition } from "./machine/index.ts";
export {
  chartMessages,
  type OwnNames,
  portfolioMessages,
  viewMessages,
} from "./messages/index.ts";
export { type MimeBundle, nodeOf, type PictureFileOptions, type View } from "./notebook/index.ts";
export { type PortfolioPageOptions, portfolioHtml } from "./portfolio/index.ts";
export type {
  ActivityRow,
  BudgetBy,
  DelayImpactRow,
  FindingRow,
  IndicatorRow,
  PartsOfValue,
  Span,
  Subject,
  SubjectKind,
} from "./results/index.ts";
export type { ProgressData } from "./shapes/index.ts";
export {
  activityTable,
  type DocumentTableOptions,
  findingTable,
  indicatorTable,
  reportedValueTable,
  type TableOptions,
} from "./views/index.ts";
