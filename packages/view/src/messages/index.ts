export { chartsIn, messagesIn, portfolioIn } from "./catalogue.ts";
export { counted, daysText, isOne } from "./counts.ts";
export { codeOf, languagesOf, tagOf, textPart } from "./languages.ts";
export {
  causeLabel,
  eventLabel,
  fundStateOf,
  type OwnNames,
  ownNames,
  stateLabel,
  stateMeaning,
} from "./own-names.ts";
export { chartMessages, portfolioMessages, viewMessages } from "./translation.ts";
export {
  type ChartMessages,
  type Column,
  type ColumnLabels,
  labelOf,
  type Messages,
  type PortfolioMessages,
} from "./types.ts";
