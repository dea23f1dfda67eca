import { z } from "zod";
import { Code } from "../code.ts";
import { Money } from "../money.ts";

/** The expense categories of the UN Sustainable Development Group, as the budget annex has them. */
export const ExpenseCategory = z.enum([
  "staff",
  "supplies",
  "equipment",
  "contractual-services",
  "travel",
  "transfers-and-grants",
  "general-operating",
  "indirect-support",
]);
export type ExpenseCategory = z.infer<typeof ExpenseCategory>;

/** A line of the budget: what one agency may spend, on which activity, under which category. */
export const BudgetLine = z
  .object({
    id: z.string().min(1),
    /** `null` where it belongs to no activity or output: indirect costs, evaluation. */
    activity: Code.nullable(),
    output: Code.nullable(),
    agency: z.string(),
    category: ExpenseCategory,
    amount: Money,
    /** Share of it for gender equality and women's empowerment, 0 to 1. */
    gewe: z.number().min(0).max(1),
    /** Spent or committed: it cannot be moved any more. */
    committed: Money.optional(),
  })
  .meta({ id: "BudgetLine" });
export type BudgetLine = z.infer<typeof BudgetLine>;
