import type { RulePage } from "../quality/index.ts";
import { page as actualFarBeyondTarget } from "../quality/rules/actual-far-beyond-target.ts";
import { page as actualFell } from "../quality/rules/actual-fell.ts";
import { page as agencyBudgetMissing } from "../quality/rules/agency-budget-missing.ts";
import { page as agencyBudgetsSum } from "../quality/rules/agency-budgets-sum.ts";
import { page as agencyLinesSum } from "../quality/rules/agency-lines-sum.ts";
import { page as agencyRepeated } from "../quality/rules/agency-repeated.ts";
import { page as amountUnanswered } from "../quality/rules/amount-unanswered.ts";
import { page as amountWithinBudget } from "../quality/rules/amount-within-budget.ts";
import { page as answerMissing } from "../quality/rules/answer-missing.ts";
import { page as baselinesAnswer } from "../quality/rules/baselines-answer.ts";
import { page as breakdownInNarrative } from "../quality/rules/breakdown-in-narrative.ts";
import { page as breakdownLabelRepeated } from "../quality/rules/breakdown-label-repeated.ts";
import { page as breakdownLabelVariant } from "../quality/rules/breakdown-label-variant.ts";
import { page as breakdownSum } from "../quality/rules/breakdown-sum.ts";
import { page as budgetLinesSum } from "../quality/rules/budget-lines-sum.ts";
import { page as cellOverLimit } from "../quality/rules/cell-over-limit.ts";
import { page as codeMisplaced } from "../quality/rules/code-misplaced.ts";
import { page as codeSkipped } from "../quality/rules/code-skipped.ts";
import { page as columnsShifted } from "../quality/rules/columns-shifted.ts";
import { page as conveningAgency } from "../quality/rules/convening-agency.ts";
import { page as countNotWhole } from "../quality/rules/count-not-whole.ts";
import { page as covidCategoryUnticked } from "../quality/rules/covid-category-unticked.ts";
import { page as currencyMixed } from "../quality/rules/currency-mixed.ts";
import { page as datesOutOfOrder } from "../quality/rules/dates-out-of-order.ts";
import { page as delayOverdue } from "../quality/rules/delay-overdue.ts";
import { page as delayWithoutCause } from "../quality/rules/delay-without-cause.ts";
import { page as deliveryBehindTime } from "../quality/rules/delivery-behind-time.ts";
import { page as deliveryContradicted } from "../quality/rules/delivery-contradicted.ts";
import { page as deliveryOutOfRange } from "../quality/rules/delivery-out-of-range.ts";
import { page as disaggregationMissing } from "../quality/rules/disaggregation-missing.ts";
import { page as duplicateCode } from "../quality/rules/duplicate-code.ts";
import { page as evaluationBudget } from "../quality/rules/evaluation-budget.ts";
import { page as eventOutsideProject } from "../quality/rules/event-outside-project.ts";
import { page as eventRefused } from "../quality/rules/event-refused.ts";
import { page as figureContradicted } from "../quality/rules/figure-contradicted.ts";
import { page as figureMissing } from "../quality/rules/figure-missing.ts";
import { page as figureUnlikeOthers } from "../quality/rules/figure-unlike-others.ts";
import { page as focusAreaUnknown } from "../quality/rules/focus-area-unknown.ts";
import { page as geweBeyondExpenditure } from "../quality/rules/gewe-beyond-expenditure.ts";
import { page as geweLinesSum } from "../quality/rules/gewe-lines-sum.ts";
import { page as geweWithinBudget } from "../quality/rules/gewe-within-budget.ts";
import { page as indicatorRepeated } from "../quality/rules/indicator-repeated.ts";
import { page as indirectSupportRate } from "../quality/rules/indirect-support-rate.ts";
import { page as lastSixMonths } from "../quality/rules/last-six-months.ts";
import { page as lineOvercommitted } from "../quality/rules/line-overcommitted.ts";
import { page as lineUnknownAgency } from "../quality/rules/line-unknown-agency.ts";
import { page as markerContradictsShare } from "../quality/rules/marker-contradicts-share.ts";
import { page as milestoneBeyondTarget } from "../quality/rules/milestone-beyond-target.ts";
import { page as narrativeMissing } from "../quality/rules/narrative-missing.ts";
import { page as nothingMeasured } from "../quality/rules/nothing-measured.ts";
import { page as numberFormat } from "../quality/rules/number-format.ts";
import { page as periodsOverlap } from "../quality/rules/periods-overlap.ts";
import { page as planChanged } from "../quality/rules/plan-changed.ts";
import { page as projectFieldMissing } from "../quality/rules/project-field-missing.ts";
import { page as ratingContradicted } from "../quality/rules/rating-contradicted.ts";
import { page as ratingMissing } from "../quality/rules/rating-missing.ts";
import { page as reportOutsideProject } from "../quality/rules/report-outside-project.ts";
import { page as rowRepeated } from "../quality/rules/row-repeated.ts";
import { page as shareOutOfRange } from "../quality/rules/share-out-of-range.ts";
import { page as spellingVariant } from "../quality/rules/spelling-variant.ts";
import { page as targetNotBeyondBaseline } from "../quality/rules/target-not-beyond-baseline.ts";
import { page as textCopied } from "../quality/rules/text-copied.ts";
import { page as textOverLimit } from "../quality/rules/text-over-limit.ts";
import { page as toBeDetermined } from "../quality/rules/to-be-determined.ts";
import { page as tooManyOutcomes } from "../quality/rules/too-many-outcomes.ts";
import { page as tranchesOutOfOrder } from "../quality/rules/tranches-out-of-order.ts";
import { page as tranchesSum } from "../quality/rules/tranches-sum.ts";
import { page as unitsDiffer } from "../quality/rules/units-differ.ts";
import { page as unknownCode } from "../quality/rules/unknown-code.ts";
import { page as untidyText } from "../quality/rules/untidy-text.ts";
import { page as workPlanOrder } from "../quality/rules/work-plan-order.ts";
import { page as workPlanOutsideProject } from "../quality/rules/work-plan-outside-project.ts";
import { page as zeroOrUnknown } from "../quality/rules/zero-or-unknown.ts";

/** What each rule is about and where it is written, by its id. Apart from the rules, so that who only checks does not carry it. */
export const RULE_PAGES: Readonly<Record<string, RulePage>> = {
  "breakdown-sum": breakdownSum,
  "breakdown-label-repeated": breakdownLabelRepeated,
  "figure-contradicted": figureContradicted,
  "zero-or-unknown": zeroOrUnknown,
  "units-differ": unitsDiffer,
  "share-out-of-range": shareOutOfRange,
  "count-not-whole": countNotWhole,
  "columns-shifted": columnsShifted,
  "marker-contradicts-share": markerContradictsShare,
  "agency-budgets-sum": agencyBudgetsSum,
  "agency-budget-missing": agencyBudgetMissing,
  "budget-lines-sum": budgetLinesSum,
  "agency-lines-sum": agencyLinesSum,
  "gewe-lines-sum": geweLinesSum,
  "gewe-within-budget": geweWithinBudget,
  "gewe-beyond-expenditure": geweBeyondExpenditure,
  "amount-within-budget": amountWithinBudget,
  "delivery-out-of-range": deliveryOutOfRange,
  "line-overcommitted": lineOvercommitted,
  "tranches-sum": tranchesSum,
  "tranches-out-of-order": tranchesOutOfOrder,
  "delivery-contradicted": deliveryContradicted,
  "indirect-support-rate": indirectSupportRate,
  "currency-mixed": currencyMixed,
  "evaluation-budget": evaluationBudget,
  "dates-out-of-order": datesOutOfOrder,
  "report-outside-project": reportOutsideProject,
  "last-six-months": lastSixMonths,
  "event-outside-project": eventOutsideProject,
  "event-refused": eventRefused,
  "delay-without-cause": delayWithoutCause,
  "delay-overdue": delayOverdue,
  "work-plan-outside-project": workPlanOutsideProject,
  "work-plan-order": workPlanOrder,
  "periods-overlap": periodsOverlap,
  "duplicate-code": duplicateCode,
  "row-repeated": rowRepeated,
  "code-misplaced": codeMisplaced,
  "code-skipped": codeSkipped,
  "unknown-code": unknownCode,
  "agency-repeated": agencyRepeated,
  "line-unknown-agency": lineUnknownAgency,
  "convening-agency": conveningAgency,
  "focus-area-unknown": focusAreaUnknown,
  "too-many-outcomes": tooManyOutcomes,
  "nothing-measured": nothingMeasured,
  "indicator-repeated": indicatorRepeated,
  "disaggregation-missing": disaggregationMissing,
  "text-over-limit": textOverLimit,
  "cell-over-limit": cellOverLimit,
  "rating-missing": ratingMissing,
  "rating-contradicted": ratingContradicted,
  "covid-category-unticked": covidCategoryUnticked,
  "amount-unanswered": amountUnanswered,
  "delivery-behind-time": deliveryBehindTime,
  "project-field-missing": projectFieldMissing,
  "narrative-missing": narrativeMissing,
  "answer-missing": answerMissing,
  "baselines-answer": baselinesAnswer,
  "figure-missing": figureMissing,
  "figure-unlike-others": figureUnlikeOthers,
  "target-not-beyond-baseline": targetNotBeyondBaseline,
  "milestone-beyond-target": milestoneBeyondTarget,
  "actual-far-beyond-target": actualFarBeyondTarget,
  "to-be-determined": toBeDetermined,
  "breakdown-in-narrative": breakdownInNarrative,
  "number-format": numberFormat,
  "spelling-variant": spellingVariant,
  "breakdown-label-variant": breakdownLabelVariant,
  "untidy-text": untidyText,
  "text-copied": textCopied,
  "plan-changed": planChanged,
  "actual-fell": actualFell,
};
