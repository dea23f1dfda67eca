import * as z from "zod";
import { Money } from "../values/money.ts";

/** An exact amount from one line to another. */
export const Move = z
  .object({
    /** Id of the line that it is taken from. */
    from: z.string(),
    /** Id of the line that it is added to. */
    to: z.string(),
    /** What is moved; above 0. */
    amount: Money,
  })
  .meta({ id: "Move", description: "An exact amount moved from one budget line to another" });
export type Move = z.infer<typeof Move>;

/** The fund's rule about moves, as data. */
export interface ReallocationPolicy {
  /** Names the policy: `reallocation`. */
  id: string;
  /** Which of its versions: `form-3.5`. */
  version: string;
  /** Where the rule is written. */
  source: string;
  /** Kinds of totals that the limit is measured on. */
  by: ("category" | "agency" | "output")[];
  /** A total that differs by more than this share from the approved budget needs the fund's approval, however many moves led there. */
  limit: number;
}

/**
 * The fund's form 3.5 for categories. That agencies and outputs are measured in the same way is an assumption; the project document's own
 * terms prevail: pass your own policy.
 */
export const REALLOCATION_POLICY: ReallocationPolicy = {
  id: "reallocation",
  version: "form-3.5",
  source:
    "PBF form 3.5, re-allocation with no cost implications: needed above 15 % of any category, cumulatively against the approved budget. " +
    "Agencies and outputs alike: an assumption, the project document's own terms prevail",
  by: ["category", "agency", "output"],
  limit: 0.15,
};
