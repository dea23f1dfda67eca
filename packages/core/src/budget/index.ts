export { isAnnexAlone } from "./annex-alone.ts";
export { type BudgetOptions, computeBudget } from "./compute.ts";
export { type GeweShares, geweShares } from "./gewe.ts";
export {
  exactShare,
  roundFraction,
  shareBounds,
  type WeightedLines,
  weightLines as weighLines,
} from "./gewe-share.ts";
export {
  geweOfLines,
  type IndirectCosts,
  indirectAt,
  indirectCosts,
  type LineTotal,
  type LineTotals,
  lineTotals,
  type TrancheTotal,
  totalLines,
  trancheTotals,
} from "./lines.ts";
export { type MarkerAgreement, markerAgreement } from "./marker.ts";
export {
  type BudgetPolicy,
  type MarkerBand,
  PBF_BUDGET_POLICY_2018,
  PBF_BUDGET_POLICY_BEFORE_2018,
} from "./policy.ts";
export { BudgetResult } from "./result.ts";
export { possibleTotals, roundingOf } from "./tolerance.ts";
export { type BudgetParts, directLines, expenditureOf } from "./totals.ts";
export { type LateTranche, lateTranches } from "./tranches.ts";
