export { type FigureFacts, figureWords } from "./figures.ts";
export { formatDate, formatMoney, formatNumber, formatPercent } from "./format.ts";
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
export { say, type Told } from "./say.ts";
export { type Lateness, type ReachFacts, reachWords } from "./schedule.ts";
