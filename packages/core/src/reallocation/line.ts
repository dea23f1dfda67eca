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

/** An exact amount from one line to another. */
export const Move = z
  .object({ from: z.string(), to: z.string(), amount: Money })
  .meta({ id: "Move", description: "An exact amount moved from one budget line to another" });
export type Move = z.infer<typeof Move>;

/** The fund's rule about moves, as data. */
export interface ReallocationPolicy {
  id: string;
  version: string;
  /** Where the rule is written. */
  source: string;
  /** Kinds of totals that the limit is measured on. */
  by: ("category" | "agency" | "output")[];
  /** A total that changes by more than this share of itself needs the fund's approval. */
  limit: number;
}

/**
 * The policy that holds unless a caller gives another. The share is an assumption of ours, to be replaced by what the project's own
 * document lays down.
 */
export const REALLOCATION_POLICY: ReallocationPolicy = {
  id: "reallocation",
  version: "cadre-1",
  source: "Assumption of Cadre: the project document's own terms prevail",
  by: ["category", "agency", "output"],
  limit: 0.15,
};
