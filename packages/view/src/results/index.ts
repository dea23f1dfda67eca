export {
  type ActivityRow,
  type ActivityRowOptions,
  activityRowSteps,
  activityRows,
  type DelayImpactRow,
  isLate,
  lastKnownDay,
  lateByCause,
  type Span,
  timeSpan,
} from "./activities.ts";
export { agencySlices, type BudgetBy, type BudgetSlice, budgetSlices, sliceBudget } from "./budget.ts";
export {
  type FindingRow,
  findingRows,
  findingsByCode,
  type Subject,
  type SubjectKind,
  subjectOf,
} from "./findings.ts";
export {
  countByStatus,
  type IndicatorRow,
  type IndicatorRowOptions,
  indicatorRows,
  type PartsOfValue,
  statusKeyOf,
  timeOf,
} from "./indicators.ts";
export { sourceText } from "./source.ts";
