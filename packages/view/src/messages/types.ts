import type {
  ExpenseCategory,
  GenderMarker,
  Rating,
  ReportType,
  RiskMarker,
  Severity,
  UndefinedReason,
  ValueColumn,
} from "@cadre/core";
import type { GoalReason, ResultReason } from "@cadre/core/aggregate";
import type { Forecast, StatusReason } from "@cadre/core/indicators";
import type { FundCause, FundState } from "@cadre/core/lifecycle";
import type { NamedField } from "@cadre/core/locale";
import type { PortfolioDimension } from "@cadre/core/portfolio";
import type { SurveyReason } from "@cadre/core/survey";
import type { StatusKey } from "../theme/index.ts";

/** A column's heading and what a reader who has never seen the fund needs to know of it. */
export interface ColumnLabels {
  name: string;
  meaning: string;
}

/** Columns of the tables. */
export type Column =
  | "code"
  | "indicator"
  | "unit"
  | ValueColumn
  | "percentOfTarget"
  | "progress"
  | "status"
  | "trend"
  | "remark"
  | "activity"
  | "state"
  | "timeline"
  | "since"
  | "until"
  | "cause"
  | "impact"
  | "severity"
  | "place"
  | "message"
  | "found"
  | "expected"
  | "rule"
  | "group"
  | "value"
  | "share"
  | "agency"
  | "output"
  | "category"
  | "amount"
  | "gewe"
  | "geweShare"
  | "spent"
  | "date"
  | "planned"
  | "event"
  | "low"
  | "high"
  | "item";

/** Every word that a table, a chart or the dashboard prints beside the data. */
export interface Messages {
  columns: Record<Column, ColumnLabels>;
  statuses: Record<StatusKey, string>;
  statusMeanings: Record<StatusKey, string>;
  states: Record<FundState, string>;
  /** Statuses and states in the plural, where the word differs: `{ planifiée: "planifiées" }`. */
  plurals: Record<string, string>;
  stateMeanings: Record<FundState, string>;
  causes: Record<FundCause, string>;
  severities: Record<Severity, { one: string; many: string; meaning: string }>;
  ratings: Record<Rating, string>;
  reasons: Record<StatusReason | UndefinedReason | GoalReason, string>;
  /** Progress from baseline to target, shown in place of percent of target where less is better. */
  progressOf: (percent: string) => string;
  resultReasons: Record<ResultReason, string>;
  forecastReasons: Record<Exclude<Forecast["reason"], null>, string>;
  categories: Record<ExpenseCategory, string>;
  markers: Record<GenderMarker, string>;
  risks: Record<RiskMarker, string>;
  reports: Record<ReportType, string>;
  axes: Record<string, string>;
  /** Names of fields, parts and columns that findings are about, where they are not those of English and French. */
  names: Partial<Record<NamedField, string>>;
  members: Record<string, string>;
  kinds: Record<
    "outcome" | "output" | "indicator" | "activity" | "project" | "budget" | "narrative" | "report",
    string
  >;
  events: Record<string, string>;
  /** A machine's states that are no activity's: of a project, of a report. */
  otherStates: Record<string, string>;
  /** Numbers that are none. */
  tbd: string;
  tbdMeaning: string;
  none: string;
  noneMeaning: string;
  textMeaning: string;
  unknown: string;
  notReported: string;
  asTable: string;
  legend: string;
  more: (count: string) => string;
  nextRows: (from: string, to: string) => string;
  moreHint: string;
  colon: string;
  quote: (text: string) => string;
  line: (line: string) => string;
  findingsHere: (count: number) => string;
  partition: (sum: string) => string;
  overlapping: string;
  inconsistent: (sum: string, total: string) => string;
  between: (low: string, high: string) => string;
  atLeast: (low: string) => string;
  atMost: (high: string) => string;
  sharp: string;
  notSharp: string;
  rest: string;
  onDay: (day: string) => string;
  /** At least so many days, and nobody knows when they end. */
  daysOpen: (days: string) => string;
  inferred: string;
  overview: OverviewMessages;
  dashboard: Record<
    | "title"
    | "language"
    | "skip"
    | "overview"
    | "time"
    | "timeMeaning"
    | "delivery"
    | "deliveryMeaning"
    | "money"
    | "budget"
    | "budgetMeaning"
    | "gender"
    | "genderMeaning"
    | "ofBudget"
    | "ofBudgetOf"
    | "allocated"
    | "spent"
    | "spentMeaning"
    | "ofAllocation"
    | "ofExpenditure"
    | "marker"
    | "agrees"
    | "contradicts"
    | "unknownShare"
    | "covid"
    | "evaluation"
    | "byAgency"
    | "byOutput"
    | "byCategory"
    | "noLines"
    | "convening"
    | "indicators"
    | "activities"
    | "findings"
    | "outcomes"
    | "outcomesMeaning"
    | "late"
    | "lateNone"
    | "lateMeaning"
    | "daysLost"
    | "daysLostMeaning"
    | "tranches"
    | "waiting"
    | "search"
    | "searchHint"
    | "all"
    | "clear"
    | "filters"
    | "details"
    | "previous"
    | "next"
    | "noRows"
    | "noneAtAll"
    | "noFindings"
    | "print"
    | "madeBy"
    | "rating"
    | "noRating"
    | "history"
    | "breakdown"
    | "planned"
    | "earliest"
    | "slack"
    | "critical"
    | "loading"
    | "failed"
    | "noScript"
    | "without"
    | "project"
    | "number"
    | "dates"
    | "agencies"
    | "refused"
    | "withOutput"
    | "allStatuses"
    | "allStates"
    | "allCauses"
    | "allSeverities"
    | "allOutcomes"
    | "outputs"
    | "impactLabel"
    | "explain"
    | "goTo"
    | "printedPart"
    | "overTime"
    | "way"
    | "updated"
    | "live",
    string
  >;
  /** Sorting and downloading of tables; names of columns that only a file has. */
  table: {
    download: string;
    downloadMeaning: string;
    sortBy: (column: string) => string;
    sortMeaning: string;
    /** What is said beside a number, or in place of one. */
    note: (column: string) => string;
    /** Why there is no number. */
    reason: (column: string) => string;
    percent: (column: string) => string;
    breakdown: (column: string) => string;
    plannedStart: string;
    plannedEnd: string;
    line: string;
    about: string;
    currency: string;
  };
  /** Rows of a table: all of them, or some of all. */
  count: Record<
    "indicators" | "activities" | "findings",
    { all: (all: number) => string; some: (shown: number, all: number) => string }
  >;
  pages: (page: string, pages: string) => string;
  charts: {
    planned: string;
    actual: string;
    projected: string;
    interval: string;
    milestone: string;
    target: string;
    bar: (percent: string) => string;
    trend: (points: string) => string;
    progressTitle: (name: string) => string;
    progressText: (actual: string, target: string) => string;
    noTarget: string;
    forecast: (value: string, low: string, high: string, level: string, end: string) => string;
    noForecast: (why: string) => string;
    allCauses: string;
    /** What belongs to no agency, output or category. */
    noSlice: Record<"agency" | "output" | "category", string>;
    ganttNow: string;
    waitsFor: (codes: string) => string;
    machineTitle: (machine: string) => string;
    machineText: (path: string) => string;
    machineNoPath: string;
  };
}

/** The texts of what is seen first on the dashboard. */
interface OverviewMessages {
  attention: string;
  /** Nothing needs attention. */
  calm: string;
  late: (late: number, all: number) => string;
  mostOften: (cause: string, count: string) => string;
  behind: (behind: number, all: number) => string;
  unmeasured: (count: number, all: number) => string;
  furtherErrors: (count: number) => string;
  progress: string;
  median: string;
  measured: (measured: string, all: string) => string;
  noneMeasured: string;
  skyline: (median: string) => string;
  notMeasurable: (count: number) => string;
  lateActivities: string;
  ofAll: (count: string, all: string) => string;
  noActivities: string;
}

/** The texts that charts alone print: what the dashboard prints too is in `Messages`. */
export interface ChartMessages {
  source: string;
  projectNumber: (number: string) => string;
  span: (start: string, end: string) => string;
  activityDays: string;
  statusTitle: string;
  statusUnit: string;
  valueSign: string;
  rangeSign: string;
  leftSign: string;
  baseline: string;
  breakdownTitle: (name: string, axis: string) => string;
  pyramidTitle: (name: string) => string;
  estimatesText: (level: string) => string;
  estimate: (value: string, interval: string, n: string) => string;
  /** Why an estimate or its interval is missing. */
  noEstimate: Record<SurveyReason, string>;
  estimateSign: string;
  intervalSign: (level: string) => string;
  shareUnit: string;
  likertUnit: string;
  netScore: string;
  boundsTitle: string;
  lostTitle: (name: string) => string;
  boundsText: string;
  budgetTitle: (by: string) => string;
  budgetText: (total: string, gewe: string, share: string) => string;
  budgetPartly: (total: string, gewe: string, unknown: number, parts: number) => string;
  budgetShareUnknown: (total: string) => string;
  geweLegend: string;
  otherLegend: string;
  ganttTitle: string;
  ganttText: (activities: string, late: string) => string;
  ganttPlan: string;
  nothing: string;
}
/** The texts of the portfolio's page. */
export interface PortfolioMessages {
  title: string;
  /** Projects, with their budget where it is known. */
  approved: (projects: string, budget: string) => string;
  verdict: (projects: string, late: number, activities: number, errors: string) => string;
  search: string;
  searchHint: string;
  all: Record<PortfolioDimension, string>;
  dimension: Record<PortfolioDimension, string>;
  clear: string;
  noMatch: string;
  projects: (all: number) => string;
  /** The page puts the number in the place of `shown`. */
  shown: (shown: string, all: number) => string;
  columns: Record<
    "project" | "time" | "money" | "indicators" | "late" | "errors" | "gewe" | "report",
    string
  >;
  /** Columns that only a file has. */
  file: Record<
    | "number"
    | "country"
    | "agency"
    | "agencies"
    | "focusArea"
    | "start"
    | "end"
    | "budget"
    | "currency"
    | "error"
    | "warning"
    | "info"
    | "type"
    | "year"
    | "reports",
    string
  >;
  compare: string;
  compareColumns: Record<"projects" | "budget" | "indicators" | "late" | "errors", string>;
  none: string;
  lateOf: (late: string, all: string) => string;
  earlier: (count: number) => string;
  agrees: string;
  contradicts: string;
}

/** A word of a table that may not have it: the key itself then, which is somebody's own word. */
export const labelOf = (table: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(table, key) ? (table[key] ?? key) : key;
