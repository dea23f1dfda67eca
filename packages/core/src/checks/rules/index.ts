import type { Rule } from "../rule.ts";
import { rule as actualFarBeyondTarget } from "./actual-far-beyond-target.ts";
import { rule as actualFell } from "./actual-fell.ts";
import { rule as agencyBudgetMissing } from "./agency-budget-missing.ts";
import { rule as agencyBudgetsSum } from "./agency-budgets-sum.ts";
import { rule as agencyLinesSum } from "./agency-lines-sum.ts";
import { rule as agencyRepeated } from "./agency-repeated.ts";
import { rule as amountUnanswered } from "./amount-unanswered.ts";
import { rule as amountWithinBudget } from "./amount-within-budget.ts";
import { rule as answerMissing } from "./answer-missing.ts";
import { rule as baselinesAnswer } from "./baselines-answer.ts";
import { rule as breakdownInNarrative } from "./breakdown-in-narrative.ts";
import { rule as breakdownLabelRepeated } from "./breakdown-label-repeated.ts";
import { rule as breakdownLabelVariant } from "./breakdown-label-variant.ts";
import { rule as breakdownSum } from "./breakdown-sum.ts";
import { rule as budgetLinesSum } from "./budget-lines-sum.ts";
import { rule as cellOverLimit } from "./cell-over-limit.ts";
import { rule as codeMisplaced } from "./code-misplaced.ts";
import { rule as codeSkipped } from "./code-skipped.ts";
import { rule as columnsShifted } from "./columns-shifted.ts";
import { rule as conveningAgency } from "./convening-agency.ts";
import { rule as countNotWhole } from "./count-not-whole.ts";
import { rule as covidCategoryUnticked } from "./covid-category-unticked.ts";
import { rule as currencyMixed } from "./currency-mixed.ts";
import { rule as datesOutOfOrder } from "./dates-out-of-order.ts";
import { rule as delayOverdue } from "./delay-overdue.ts";
import { rule as delayWithoutCause } from "./delay-without-cause.ts";
import { rule as deliveryBehindTime } from "./delivery-behind-time.ts";
import { rule as deliveryContradicted } from "./delivery-contradicted.ts";
import { rule as deliveryOutOfRange } from "./delivery-out-of-range.ts";
import { rule as disaggregationMissing } from "./disaggregation-missing.ts";
import { rule as duplicateCode } from "./duplicate-code.ts";
import { rule as evaluationBudget } from "./evaluation-budget.ts";
import { rule as eventOutsideProject } from "./event-outside-project.ts";
import { rule as eventRefused } from "./event-refused.ts";
import { rule as focusAreaUnknown } from "./focus-area-unknown.ts";
import { rule as formulaContradicted } from "./formula-contradicted.ts";
import { rule as formulaInvalid } from "./formula-invalid.ts";
import { rule as formulaUnits } from "./formula-units.ts";
import { rule as geweBelowMinimum } from "./gewe-below-minimum.ts";
import { rule as geweBeyondExpenditure } from "./gewe-beyond-expenditure.ts";
import { rule as geweLinesSum } from "./gewe-lines-sum.ts";
import { rule as geweWithinBudget } from "./gewe-within-budget.ts";
import { rule as indicatorRepeated } from "./indicator-repeated.ts";
import { rule as indirectSupportRate } from "./indirect-support-rate.ts";
import { rule as lastSixMonths } from "./last-six-months.ts";
import { rule as lineOvercommitted } from "./line-overcommitted.ts";
import { rule as lineUnknownAgency } from "./line-unknown-agency.ts";
import { rule as markerContradictsShare } from "./marker-contradicts-share.ts";
import { rule as milestoneBelowBaseline } from "./milestone-below-baseline.ts";
import { rule as milestoneBeyondTarget } from "./milestone-beyond-target.ts";
import { rule as monitoringBelowMinimum } from "./monitoring-below-minimum.ts";
import { rule as narrativeMissing } from "./narrative-missing.ts";
import { rule as nothingMeasured } from "./nothing-measured.ts";
import { rule as numberFormat } from "./number-format.ts";
import { rule as ownCodeUnknown } from "./own-code-unknown.ts";
import { rule as periodsOverlap } from "./periods-overlap.ts";
import { rule as planChanged } from "./plan-changed.ts";
import { rule as projectFieldMissing } from "./project-field-missing.ts";
import { rule as ratingContradicted } from "./rating-contradicted.ts";
import { rule as ratingMissing } from "./rating-missing.ts";
import { rule as remarkIsNumber } from "./remark-is-number.ts";
import { rule as reportOutsideProject } from "./report-outside-project.ts";
import { rule as rowRepeated } from "./row-repeated.ts";
import { rule as shareOutOfRange } from "./share-out-of-range.ts";
import { rule as spellingVariant } from "./spelling-variant.ts";
import { rule as targetNotBeyondBaseline } from "./target-not-beyond-baseline.ts";
import { rule as textCopied } from "./text-copied.ts";
import { rule as textOverLimit } from "./text-over-limit.ts";
import { rule as toBeDetermined } from "./to-be-determined.ts";
import { rule as tooManyOutcomes } from "./too-many-outcomes.ts";
import { rule as tranchesOutOfOrder } from "./tranches-out-of-order.ts";
import { rule as tranchesSum } from "./tranches-sum.ts";
import { rule as unitsDiffer } from "./units-differ.ts";
import { rule as unknownCode } from "./unknown-code.ts";
import { rule as untidyText } from "./untidy-text.ts";
import { rule as valueContradicted } from "./value-contradicted.ts";
import { rule as valueMissing } from "./value-missing.ts";
import { rule as valueUnlikeOthers } from "./value-unlike-others.ts";
import { rule as workPlanOrder } from "./work-plan-order.ts";
import { rule as workPlanOutsideProject } from "./work-plan-outside-project.ts";
import { rule as zeroOrUnknown } from "./zero-or-unknown.ts";

/** The rules that a document is checked by. Default of `check`. */
export const RULES: readonly Rule[] = [
  breakdownSum,
  breakdownLabelRepeated,
  valueContradicted,
  formulaInvalid,
  formulaUnits,
  formulaContradicted,
  zeroOrUnknown,
  unitsDiffer,
  shareOutOfRange,
  countNotWhole,
  columnsShifted,
  remarkIsNumber,
  markerContradictsShare,
  agencyBudgetsSum,
  agencyBudgetMissing,
  budgetLinesSum,
  agencyLinesSum,
  geweLinesSum,
  geweWithinBudget,
  geweBelowMinimum,
  geweBeyondExpenditure,
  amountWithinBudget,
  deliveryOutOfRange,
  lineOvercommitted,
  tranchesSum,
  tranchesOutOfOrder,
  deliveryContradicted,
  indirectSupportRate,
  currencyMixed,
  evaluationBudget,
  datesOutOfOrder,
  reportOutsideProject,
  lastSixMonths,
  eventOutsideProject,
  eventRefused,
  ownCodeUnknown,
  delayWithoutCause,
  delayOverdue,
  workPlanOutsideProject,
  workPlanOrder,
  periodsOverlap,
  duplicateCode,
  rowRepeated,
  codeMisplaced,
  codeSkipped,
  unknownCode,
  agencyRepeated,
  lineUnknownAgency,
  conveningAgency,
  focusAreaUnknown,
  tooManyOutcomes,
  nothingMeasured,
  indicatorRepeated,
  disaggregationMissing,
  textOverLimit,
  cellOverLimit,
  ratingMissing,
  ratingContradicted,
  covidCategoryUnticked,
  amountUnanswered,
  deliveryBehindTime,
  projectFieldMissing,
  monitoringBelowMinimum,
  narrativeMissing,
  answerMissing,
  baselinesAnswer,
  valueMissing,
  valueUnlikeOthers,
  targetNotBeyondBaseline,
  milestoneBelowBaseline,
  milestoneBeyondTarget,
  actualFarBeyondTarget,
  toBeDetermined,
  breakdownInNarrative,
  numberFormat,
  spellingVariant,
  breakdownLabelVariant,
  untidyText,
  textCopied,
  planChanged,
  actualFell,
];
