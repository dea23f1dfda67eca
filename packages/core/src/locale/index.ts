export { CAUSE_NAMES, namesIn, STATE_NAMES } from "./activity-names.ts";
export { bilingual, type MessageValue } from "./bilingual.ts";
export { expectedText } from "./expected.ts";
export {
  formatDate,
  formatDays,
  formatMoney,
  formatNumber,
  formatPercent,
  type NumberStyle,
} from "./format.ts";
export { Bilingual, Language } from "./language.ts";
export {
  axisNames,
  columnName,
  columnNames,
  fieldName,
  kindName,
  questionName,
  rowName,
  topicName,
} from "./names.ts";
export { formatValueNumber } from "./value.ts";
