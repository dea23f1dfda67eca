export { checkAnnex } from "./annex/check-annex.ts";
export {
  type Change,
  type ChangeArea,
  type Comparison,
  type ComparisonSide,
  compareDocuments,
  type Renumbering,
} from "./compare.ts";
export type { Plain } from "./facts.ts";
export { likeness } from "./likeness.ts";
export { compareWithPlan, type PlanDifference } from "./plan.ts";
