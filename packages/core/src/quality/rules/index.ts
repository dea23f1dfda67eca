import type { Rule } from "../rule.ts";
import { answerMissing } from "./answer-missing.ts";
import { breakdownInNarrative } from "./breakdown-in-narrative.ts";
import { breakdownSum } from "./breakdown-sum.ts";
import { datesOutOfOrder, projectFieldMissing } from "./cover.ts";
import { covidCategoryUnticked } from "./covid-category-unticked.ts";
import { deliveryBehindTime } from "./delivery-behind-time.ts";
import { disaggregationMissing } from "./disaggregation-missing.ts";
import { duplicateCode } from "./duplicate-code.ts";
import { eventRefused } from "./event-refused.ts";
import { figureContradicted } from "./figure-contradicted.ts";
import { agencyBudgetsSum, geweWithinBudget, markerContradictsShare } from "./money.ts";
import { cellOverLimit, textOverLimit } from "./over-limit.ts";
import { ratingMissing } from "./rating-missing.ts";
import { toBeDetermined } from "./to-be-determined.ts";

/** The rules that a document is checked by unless the caller says otherwise. */
export const RULES: readonly Rule[] = [
  breakdownSum,
  figureContradicted,
  markerContradictsShare,
  agencyBudgetsSum,
  geweWithinBudget,
  datesOutOfOrder,
  duplicateCode,
  disaggregationMissing,
  textOverLimit,
  cellOverLimit,
  ratingMissing,
  covidCategoryUnticked,
  deliveryBehindTime,
  projectFieldMissing,
  eventRefused,
  answerMissing,
  toBeDetermined,
  breakdownInNarrative,
];
