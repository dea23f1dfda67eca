export { availableIn } from "./available.ts";
export { approvedOf, type ChangedTotal, changedTotals } from "./changes.ts";
export { Move, REALLOCATION_POLICY, type ReallocationPolicy } from "./policy.ts";
export { type ReallocationOptions, reallocate } from "./reallocate.ts";
export type { ChangedIndirect, Reallocated } from "./result.ts";
export {
  approvedLines,
  type BudgetRevision,
  budgetRevision,
  lineName,
  type RevisedAmount,
  type RevisedTotal,
} from "./revision.ts";
