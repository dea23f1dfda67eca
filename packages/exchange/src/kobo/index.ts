export { type AnswerKind, type KoboForm, parseKoboForm, type Question } from "./form.ts";
export {
  explainKoboMapping,
  KoboCategories,
  KoboCondition,
  KoboMapping,
  KoboValue,
  parseKoboMapping,
} from "./mapping.ts";
export {
  type KoboOptions,
  koboSource,
  readKobo,
  withdrawals,
} from "./read.ts";
export { type KoboEntry, parseKoboSubmissions, type SheetRow, submissionsOfSheets } from "./submissions.ts";
