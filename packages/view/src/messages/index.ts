export { MESSAGES } from "./catalogue.ts";
export { type Column, type ColumnLabels, labelOf, type Messages } from "./messages.ts";
export {
  causeLabel,
  eventLabel,
  fundStateOf,
  type OwnNames,
  ownNames,
  stateLabel,
  stateMeaning,
} from "./own-names.ts";
