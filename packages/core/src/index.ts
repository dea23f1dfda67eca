// The door of a single project: its framework, indicators, budget, lifecycles. The rules stand behind doors of their own, `@cadre/core/quality`
// (`check`) and `@cadre/core/inspection` (`inspect`), since they are half of the core and know every part of a paper; so does what a
// portfolio or a tool needs (`@cadre/core/observations`, `/figures`, `/bounds`, `/comparison`; the whole of `/indicators`, `/lifecycle` and
// `/locale`). Nobody carries what he does not use.
export { Axis, UNKNOWN } from "./axis.ts";
export { parseBy } from "./border.ts";
export {
  type BudgetPolicy,
  type GeweShares,
  geweOfLines,
  geweShares,
  type IndirectCosts,
  indirectCosts,
  type LineTotal,
  type LineTotals,
  lineTotals,
  type MarkerAgreement,
  type MarkerBand,
  markerAgreement,
  PBF_BUDGET_POLICY_2018,
  PBF_BUDGET_POLICY_BEFORE_2018,
  type TrancheTotal,
  totalLines,
  trancheTotals,
} from "./budget/index.ts";
export { Code, compareCodes, parentCode } from "./code.ts";
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
} from "./date.ts";
export { sumDecimals, sumMoney } from "./exact-sum.ts";
export * from "./framework/index.ts";
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
  type ActivityStanding,
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
  columnName,
  formatDate,
  formatMoney,
  formatNumber,
  formatPercent,
  Language,
  say,
  type Told,
} from "./locale/index.ts";
export {
  addMoney,
  allocateMoney,
  decimalsOf,
  Money,
  money,
  moneyShare,
  subtractMoney,
  toMajor,
} from "./money.ts";
export { Period } from "./period.ts";
export { Evidence, Place, showPlace } from "./place.ts";
export { bySeverity, Finding, Fix, Patch, Problem, type Result, refuse, Severity } from "./problem.ts";
export { characterCount } from "./quality/index.ts";
export { NONE, numberOf, numberValue, Value } from "./value.ts";
