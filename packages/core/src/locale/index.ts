export {
  CAUSE_NAMES,
  EVENT_NAMES,
  namesIn,
  RATING_NAMES,
  STATE_NAMES,
  STATUS_NAMES,
} from "./activity-names.ts";
export { bilingual, type MessageValue } from "./bilingual.ts";
export { type Catalogue, catalogue } from "./catalogue.ts";
export { formatDetails } from "./details.ts";
export { expectedText } from "./expected.ts";
export {
  formatDate,
  formatDays,
  formatMoney,
  formatNumber,
  formatPercent,
  localeOf,
  type NumberStyle,
  percentText,
  pluralForm,
} from "./format.ts";
export {
  Bilingual,
  type DisplayLanguage,
  Language,
  type Names,
  type OwnLanguage,
  type PluralText,
  type TranslatedMessages,
} from "./language.ts";
export {
  axisNames,
  columnName,
  columnNames,
  fieldName,
  kindName,
  type NamedField,
  questionName,
  rowName,
  topicName,
} from "./names.ts";
export {
  type CheckedTranslation,
  coreMessages,
  defineLanguage,
  type Translation,
  translationOf,
} from "./own-language.ts";
export { fallbackOf, languageOf, textIn } from "./text-in.ts";
export { formatValueNumber } from "./value.ts";
