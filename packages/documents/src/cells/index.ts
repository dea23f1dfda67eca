export { type DayOrder, dayOrderOf, readDate, type ScannedDate, scanDate } from "./date.ts";
export { CELL_LEXICON, type CellLexicon, plainTerm } from "./lexicon.ts";
export { CURRENCY, LOCAL_CURRENCY, readAmount, readMoney, readShare, type ScannedAmount } from "./money.ts";
export {
  ENGLISH_HABIT,
  FRENCH_HABIT,
  habitOf,
  NO_HABIT,
  type NumberHabit,
  type ScannedNumber,
  scanNumber,
} from "./number.ts";
export { settleRow } from "./settle.ts";
export { type ReadValue, type ReadValueOptions, type Remark, readValue } from "./value.ts";
