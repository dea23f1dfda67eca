export { MESSAGES, OVERVIEW_LABELS, PORTFOLIO_LABELS } from "./catalogue.ts";
export {
  causeLabel,
  eventLabel,
  fundStateOf,
  type OwnNames,
  ownNames,
  stateLabel,
  stateMeaning,
} from "./own-names.ts";
export { type Column, type ColumnLabels, labelOf, type Messages } from "./types.ts";
