export {
  type Conversion,
  type ConvertedTotal,
  convertMoney,
  convertTotal,
  type DatedMoney,
  type ExchangeDifference,
  exchangeDifference,
  type MissingRate,
  type RoundingMode,
  type UsedRates,
} from "./convert.ts";
export { type BudgetConversion, convertBudget } from "./convert-budget.ts";
export { RateTable, rateOn } from "./rates.ts";
