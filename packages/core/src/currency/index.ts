export {
  type Conversion,
  type ConvertedTotal,
  convertMoney,
  convertTotal,
  type DatedMoney,
  type ExchangeDifference,
  exchangeDifference,
  type Rounding,
} from "./convert.ts";
export { RateTable, rateOn } from "./rates.ts";
