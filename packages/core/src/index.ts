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
} from "./date.ts";
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
export * from "./observations/index.ts";
export { Evidence, Place, showPlace } from "./place.ts";
export { Finding, Problem, type Result, refuse, Severity } from "./problem.ts";
export * from "./quality/index.ts";
export { NONE, numberOf, numberValue, Value } from "./value.ts";
