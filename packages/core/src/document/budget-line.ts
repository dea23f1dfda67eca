import { z } from "zod";
import { Code } from "../values/code.ts";
import { CalendarDate } from "../values/date.ts";
import { Money } from "../values/money.ts";

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
    /** `null` where the annex does not say: its table of activities has agencies for columns and no categories. */
    category: ExpenseCategory.nullable(),
    amount: Money,
    /** Share of it for gender equality and women's empowerment, 0 to 1; `null` where the annex does not say. */
    gewe: z.number().min(0).max(1).nullable(),
    /** Spent or committed: it cannot be moved any more. */
    committed: Money.optional(),
    /** Expenditure to date. */
    spent: Money.optional(),
    /** Justification and remarks, as written. */
    remark: z.string().optional(),
  })
  .meta({ id: "BudgetLine" });
export type BudgetLine = z.infer<typeof BudgetLine>;

/** A tranche of one agency's money, as the MPTF Office transfers it. */
export const Tranche = z
  .object({
    /** From 1, in the order of transfer. */
    number: z.int().positive(),
    agency: z.string(),
    /** `null` where the annex does not say. */
    amount: Money.nullable(),
    /** Share of the agency's budget, as a fraction: 0.35. `null` where the annex does not say. */
    share: z.number().min(0).max(1).nullable(),
    /** Day on which the agency received it; `null`: not yet, or not said. */
    received: CalendarDate.nullable(),
  })
  .meta({ id: "Tranche" });
export type Tranche = z.infer<typeof Tranche>;
