export { BudgetLine, ExpenseCategory, Move, REALLOCATION_POLICY, type ReallocationPolicy } from "./line.ts";
export { type ChangedTotal, type Reallocated, type ReallocationOptions, reallocate } from "./reallocate.ts";
