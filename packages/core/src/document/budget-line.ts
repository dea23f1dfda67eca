import * as z from "zod";
import { Code } from "../values/code.ts";
import { CalendarDate } from "../values/date.ts";
import { Money } from "../values/money.ts";
import { extensible } from "./extensions.ts";

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

/** What an additional cost of the budget annex is for: the rows below its activities. */
export const CostPurpose = z.enum(["personnel", "operations", "monitoring", "evaluation", "audit"]);
export type CostPurpose = z.infer<typeof CostPurpose>;

/** A line of the budget: what one agency may spend, on which activity, under which category. */
export const BudgetLine = z
  .object({
    /** Names the line within the budget. */
    id: z.string().min(1),
    /** `null` where it belongs to no activity or output: indirect costs, evaluation. */
    activity: Code.nullable(),
    /** Code of the output; `null` where the line belongs to none. */
    output: Code.nullable(),
    /** Name of the agency that spends it, as on the cover. */
    agency: z.string(),
    /** `null` where the annex does not say: its table of activities has agencies for columns and no categories. */
    category: ExpenseCategory.nullable(),
    /** What may be spent. */
    amount: Money,
    /** What an additional cost is for, where its label says so. */
    purpose: CostPurpose.optional(),
    /** The label of a line that belongs to no activity, as written. */
    title: z.string().optional(),
    /** The approved amount, where the annex shows a revised budget beside it: `amount` is then the revised one. */
    approved: Money.optional(),
    /** Share of it for gender equality and women's empowerment, 0 to 1; `null` where the annex does not say. */
    gewe: z.number().min(0).max(1).nullable(),
    /** Committed: it cannot be moved any more. */
    committed: Money.optional(),
    /** Expenditure to date. */
    spent: Money.optional(),
    /** Justification of the share for gender equality, as written. */
    justification: z.string().optional(),
    /** Remarks, as written. */
    remark: z.string().optional(),
    ...extensible,
  })
  .meta({ id: "BudgetLine" });
export type BudgetLine = z.infer<typeof BudgetLine>;

/** Expenditure that the annex reports once for several lines: those of the agencies that share an activity. */
export const SharedExpenditure = z
  .object({
    /** Ids of the lines. */
    lines: z.array(z.string().min(1)).min(1),
    /** Spent on the lines together to date. */
    spent: Money.optional(),
    /** Committed on the lines together: it cannot be moved any more. */
    committed: Money.optional(),
  })
  .meta({ id: "SharedExpenditure" });
export type SharedExpenditure = z.infer<typeof SharedExpenditure>;

/** A line whose amount cannot be read: an error value, a formula without a saved value. Totals that include it are unknown. */
export const UnreadableLine = z
  .object({
    /** Code of the activity; `null` where it belongs to none. */
    activity: Code.nullable(),
    /** Code of the output; `null` where it belongs to none. */
    output: Code.nullable(),
    /** Name of the agency. */
    agency: z.string(),
    /** The content of the cell: `#REF!`. */
    found: z.string(),
  })
  .meta({ id: "UnreadableLine" });
export type UnreadableLine = z.infer<typeof UnreadableLine>;

/** An amount of the annex's table 2: one agency's costs of one category in an output; `output: null`: additional costs. */
export const CategoryAmount = z
  .object({
    /** Code of the output; `null`: additional costs. */
    output: Code.nullable(),
    /** Name of the agency. */
    agency: z.string(),
    /** Category of expense. */
    category: ExpenseCategory,
    /** The costs. */
    amount: Money,
  })
  .meta({ id: "CategoryAmount" });
export type CategoryAmount = z.infer<typeof CategoryAmount>;

/** Indirect support costs of one agency, as the annex states them below its lines. */
export const IndirectAmount = z
  .object({
    /** Name of the agency. */
    agency: z.string(),
    /** Its indirect support costs. */
    amount: Money,
  })
  .meta({ id: "IndirectAmount" });
export type IndirectAmount = z.infer<typeof IndirectAmount>;

/** A tranche of one agency's money, as the MPTF Office transfers it. */
export const Tranche = z
  .object({
    /** From 1, in the order of transfer. */
    number: z.int().positive(),
    /** Name of the agency that receives it. */
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
