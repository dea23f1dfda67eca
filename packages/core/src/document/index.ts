export {
  BudgetLine,
  CategoryAmount,
  CostPurpose,
  ExpenseCategory,
  IndirectAmount,
  SharedExpenditure,
  Tranche,
  UnreadableLine,
} from "./budget-line.ts";
export { Activity, FrameworkDocument, Outcome, Output, Rating } from "./document.ts";
export { type Edited, edit } from "./edit.ts";
export { Expression, expressionTooLarge, Formula, type IndexComponent } from "./expression.ts";
export {
  Breakdown,
  Direction,
  Indicator,
  Maintain,
  Milestone,
  ReportedValue,
  Sample,
  VALUE_COLUMNS,
  type ValueColumn,
} from "./indicator.ts";
export { frameworkJsonSchema } from "./json-schema.ts";
export { Accumulation, Combination, Measure, Measurement } from "./measurement.ts";
export { parseFramework } from "./parse.ts";
export type { Reader, WriteOptions, Writer, Written } from "./port.ts";
export { Agency, Budget, GenderMarker, Project, RiskMarker } from "./project.ts";
export { Modality, PriorityWindow, ProjectDocument } from "./project-document.ts";
export { BOUNDARY_RULES, type BoundaryRule } from "./references.ts";
export {
  CovidCategory,
  Narrative,
  NarrativeTopic,
  Report,
  ReportedClaim,
  ReportType,
  reportAsOf,
} from "./report.ts";
export { type IndicatorLevel, indicatorsOf, locationOf } from "./walk.ts";
export { Dependency, Schedule, ScheduledActivity } from "./work-plan.ts";
