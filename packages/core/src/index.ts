// The door of a single project: its framework, indicators, budget, lifecycles, findings. What a portfolio of observations needs stands
// behind doors of its own (`@cadre/core/observations`, `/figures`, `/bounds`), so that nobody carries it who does not use it.
export { Axis, UNKNOWN } from "./axis.ts";
export { parseBy } from "./border.ts";
export * from "./budget/index.ts";
export { Code, compareCodes, parentCode } from "./code.ts";
export {
  CalendarDate,
  compareDates,
  daysBetween,
  earliest,
  elapsedShare,
  latest,
  PartialDate,
  shiftDate,
} from "./date.ts";
export { exactSum, sumDecimals, sumDoubles, sumMoney } from "./exact-sum.ts";
export * from "./framework/index.ts";
export * from "./indicators/index.ts";
export * from "./inspection/index.ts";
export * from "./lifecycle/index.ts";
export * from "./locale/index.ts";
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
export {
  Calendar,
  checkPeriods,
  Period,
  parsePeriod,
  periodContains,
  periodDays,
  periodOf,
  periodsBetween,
  periodsInForce,
  type SetPeriod,
} from "./period.ts";
export { Evidence, Place, showPlace } from "./place.ts";
export { Finding, Problem, type Result, refuse, Severity } from "./problem.ts";
export * from "./quality/index.ts";
export { NONE, numberOf, numberValue, Value } from "./value.ts";
