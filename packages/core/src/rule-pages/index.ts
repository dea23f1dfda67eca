import { BOUNDARY_PAGES } from "../checks/boundary-pages.ts";
import type { RulePage } from "../checks/index.ts";
import { ROW_PAGES } from "../checks/row-pages.ts";
import { page as actualFarBeyondTarget } from "../checks/rules/actual-far-beyond-target.ts";
import { page as actualFell } from "../checks/rules/actual-fell.ts";
import { page as agencyBudgetMissing } from "../checks/rules/agency-budget-missing.ts";
import { page as agencyBudgetsSum } from "../checks/rules/agency-budgets-sum.ts";
import { page as agencyLinesSum } from "../checks/rules/agency-lines-sum.ts";
import { page as agencyRepeated } from "../checks/rules/agency-repeated.ts";
import { page as amountUnanswered } from "../checks/rules/amount-unanswered.ts";
import { page as amountWithinBudget } from "../checks/rules/amount-within-budget.ts";
import { page as answerMissing } from "../checks/rules/answer-missing.ts";
import { page as baselinesAnswer } from "../checks/rules/baselines-answer.ts";
import { page as breakdownInNarrative } from "../checks/rules/breakdown-in-narrative.ts";
import { page as breakdownLabelRepeated } from "../checks/rules/breakdown-label-repeated.ts";
import { page as breakdownLabelVariant } from "../checks/rules/breakdown-label-variant.ts";
import { page as breakdownSum } from "../checks/rules/breakdown-sum.ts";
import { page as budgetLinesSum } from "../checks/rules/budget-lines-sum.ts";
import { page as cellOverLimit } from "../checks/rules/cell-over-limit.ts";
import { page as codeMisplaced } from "../checks/rules/code-misplaced.ts";
import { page as codeSkipped } from "../checks/rules/code-skipped.ts";
import { page as columnsShifted } from "../checks/rules/columns-shifted.ts";
import { page as conveningAgency } from "../checks/rules/convening-agency.ts";
import { page as countNotWhole } from "../checks/rules/count-not-whole.ts";
import { page as covidCategoryUnticked } from "../checks/rules/covid-category-unticked.ts";
import { page as currencyMixed } from "../checks/rules/currency-mixed.ts";
import { page as datesOutOfOrder } from "../checks/rules/dates-out-of-order.ts";
import { page as delayOverdue } from "../checks/rules/delay-overdue.ts";
import { page as delayWithoutCause } from "../checks/rules/delay-without-cause.ts";
import { page as deliveryBehindTime } from "../checks/rules/delivery-behind-time.ts";
import { page as deliveryContradicted } from "../checks/rules/delivery-contradicted.ts";
import { page as deliveryOutOfRange } from "../checks/rules/delivery-out-of-range.ts";
import { page as disaggregationMissing } from "../checks/rules/disaggregation-missing.ts";
import { page as duplicateCode } from "../checks/rules/duplicate-code.ts";
import { page as evaluationBudget } from "../checks/rules/evaluation-budget.ts";
import { page as eventOutsideProject } from "../checks/rules/event-outside-project.ts";
import { page as eventRefused } from "../checks/rules/event-refused.ts";
import { page as focusAreaUnknown } from "../checks/rules/focus-area-unknown.ts";
import { page as formulaContradicted } from "../checks/rules/formula-contradicted.ts";
import { page as formulaInvalid } from "../checks/rules/formula-invalid.ts";
import { page as formulaUnits } from "../checks/rules/formula-units.ts";
import { page as geweBelowMinimum } from "../checks/rules/gewe-below-minimum.ts";
import { page as geweBeyondExpenditure } from "../checks/rules/gewe-beyond-expenditure.ts";
import { page as geweLinesSum } from "../checks/rules/gewe-lines-sum.ts";
import { page as geweWithinBudget } from "../checks/rules/gewe-within-budget.ts";
import { page as indicatorRepeated } from "../checks/rules/indicator-repeated.ts";
import { page as indirectSupportRate } from "../checks/rules/indirect-support-rate.ts";
import { page as lastSixMonths } from "../checks/rules/last-six-months.ts";
import { page as lineOvercommitted } from "../checks/rules/line-overcommitted.ts";
import { page as lineUnknownAgency } from "../checks/rules/line-unknown-agency.ts";
import { page as markerContradictsShare } from "../checks/rules/marker-contradicts-share.ts";
import { page as milestoneBelowBaseline } from "../checks/rules/milestone-below-baseline.ts";
import { page as milestoneBeyondTarget } from "../checks/rules/milestone-beyond-target.ts";
import { page as monitoringBelowMinimum } from "../checks/rules/monitoring-below-minimum.ts";
import { page as narrativeMissing } from "../checks/rules/narrative-missing.ts";
import { page as nothingMeasured } from "../checks/rules/nothing-measured.ts";
import { page as numberFormat } from "../checks/rules/number-format.ts";
import { page as periodsOverlap } from "../checks/rules/periods-overlap.ts";
import { page as planChanged } from "../checks/rules/plan-changed.ts";
import { page as projectFieldMissing } from "../checks/rules/project-field-missing.ts";
import { page as ratingContradicted } from "../checks/rules/rating-contradicted.ts";
import { page as ratingMissing } from "../checks/rules/rating-missing.ts";
import { page as remarkIsNumber } from "../checks/rules/remark-is-number.ts";
import { page as reportOutsideProject } from "../checks/rules/report-outside-project.ts";
import { page as rowRepeated } from "../checks/rules/row-repeated.ts";
import { page as shareOutOfRange } from "../checks/rules/share-out-of-range.ts";
import { page as spellingVariant } from "../checks/rules/spelling-variant.ts";
import { page as targetNotBeyondBaseline } from "../checks/rules/target-not-beyond-baseline.ts";
import { page as textCopied } from "../checks/rules/text-copied.ts";
import { page as textOverLimit } from "../checks/rules/text-over-limit.ts";
import { page as toBeDetermined } from "../checks/rules/to-be-determined.ts";
import { page as tooManyOutcomes } from "../checks/rules/too-many-outcomes.ts";
import { page as tranchesOutOfOrder } from "../checks/rules/tranches-out-of-order.ts";
import { page as tranchesSum } from "../checks/rules/tranches-sum.ts";
import { page as unitsDiffer } from "../checks/rules/units-differ.ts";
import { page as unknownCode } from "../checks/rules/unknown-code.ts";
import { page as untidyText } from "../checks/rules/untidy-text.ts";
import { page as valueContradicted } from "../checks/rules/value-contradicted.ts";
import { page as valueMissing } from "../checks/rules/value-missing.ts";
import { page as valueUnlikeOthers } from "../checks/rules/value-unlike-others.ts";
import { page as workPlanOrder } from "../checks/rules/work-plan-order.ts";
import { page as workPlanOutsideProject } from "../checks/rules/work-plan-outside-project.ts";
import { page as zeroOrUnknown } from "../checks/rules/zero-or-unknown.ts";

export { type CoreCode, FINDING_PAGES, type FindingPage, findingPages } from "./finding-pages.ts";
export { REMEDIES } from "./remedies.ts";

/** What each rule is about and where it is written, by its id. Apart from the rules, so that who only checks does not carry it. */
export const RULE_PAGES: Readonly<Record<string, RulePage>> = {
  "breakdown-sum": breakdownSum,
  "breakdown-label-repeated": breakdownLabelRepeated,
  "value-contradicted": valueContradicted,
  "formula-invalid": formulaInvalid,
  "formula-units": formulaUnits,
  "formula-contradicted": formulaContradicted,
  "zero-or-unknown": zeroOrUnknown,
  "units-differ": unitsDiffer,
  "share-out-of-range": shareOutOfRange,
  "count-not-whole": countNotWhole,
  "columns-shifted": columnsShifted,
  "remark-is-number": remarkIsNumber,
  "marker-contradicts-share": markerContradictsShare,
  "agency-budgets-sum": agencyBudgetsSum,
  "agency-budget-missing": agencyBudgetMissing,
  "budget-lines-sum": budgetLinesSum,
  "agency-lines-sum": agencyLinesSum,
  "gewe-lines-sum": geweLinesSum,
  "gewe-within-budget": geweWithinBudget,
  "gewe-below-minimum": geweBelowMinimum,
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
  "monitoring-below-minimum": monitoringBelowMinimum,
  "narrative-missing": narrativeMissing,
  "answer-missing": answerMissing,
  "baselines-answer": baselinesAnswer,
  "value-missing": valueMissing,
  "value-unlike-others": valueUnlikeOthers,
  "target-not-beyond-baseline": targetNotBeyondBaseline,
  "milestone-below-baseline": milestoneBelowBaseline,
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
  ...ROW_PAGES,
  ...BOUNDARY_PAGES,
};
