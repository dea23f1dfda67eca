// The main entry point: a project's framework document, its indicators, budget and lifecycles. Larger parts have entry points of their own:
// `@cadre/core/checks`, `/results`, `/observations`, `/aggregate`, `/bounds`, `/compare`, and the whole of `/indicators`, `/lifecycle` and
// `/locale`.

export {
  type BudgetPolicy,
  expenditureOf,
  type GeweShares,
  geweOfLines,
  geweShares,
  type LineTotal,
  type LineTotals,
  lineTotals,
  type MarkerAgreement,
  type MarkerBand,
  markerAgreement,
  PBF_BUDGET_POLICY_2018,
  PBF_BUDGET_POLICY_BEFORE_2018,
  totalLines,
} from "./budget/index.ts";
export { characterCount } from "./checks/index.ts";
export { parseWith, problemsOf } from "./diagnostics/parse.ts";
export {
  bySeverity,
  type Failure,
  Finding,
  Fix,
  Patch,
  Problem,
  type Result,
  refuse,
  Severity,
  type Success,
} from "./diagnostics/problem.ts";
export { Evidence, formatLocation, SourceLocation } from "./diagnostics/source-location.ts";
export { ResultError, unwrap } from "./diagnostics/unwrap.ts";
export * from "./document/index.ts";
export {
  type BreakdownCheck,
  type Computed,
  checkBreakdown,
  directionOf,
  percentOfTarget,
  progress,
  type UndefinedReason,
  unitOf,
} from "./indicators/index.ts";
export {
  ACTIVITY_STATES,
  type ActivityContext,
  ActivityEvent,
  type ActivityEventType,
  type ActivitySnapshot,
  type ActivityState,
  activityMachine,
  Basis,
  Cause,
  type Dated,
  inOrderOfEffect,
  type Refusal,
  type RefusalReason,
  type RefusedEvent,
  replay,
} from "./lifecycle/index.ts";
export {
  Bilingual,
  bilingual,
  columnName,
  formatDate,
  formatMoney,
  formatNumber,
  formatPercent,
  formatValueNumber,
  Language,
  type MessageValue,
  type NumberStyle,
} from "./locale/index.ts";
export { Axis, UNKNOWN } from "./values/axis.ts";
export { Code, compareCodes, parentCode } from "./values/code.ts";
export {
  CalendarDate,
  compareDates,
  daysBetween,
  earliest,
  elapsedShare,
  latest,
  monthsBetween,
  PartialDate,
  shiftDate,
} from "./values/date.ts";
export { sumDecimals, sumMoney } from "./values/exact-sum.ts";
export type { Bounds, Interval, OpenBounds } from "./values/interval.ts";
export {
  addMoney,
  allocateMoney,
  decimalsOf,
  Money,
  money,
  moneyShare,
  subtractMoney,
  toMajor,
} from "./values/money.ts";
export { Period } from "./values/period.ts";
export { Qualifier, Quantity, Value } from "./values/value.ts";
export {
  boundsOf,
  NONE,
  numberOf,
  numberValue,
  type ValueState,
  valueState,
} from "./values/value-number.ts";
