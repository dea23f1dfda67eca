import { z } from "zod";
import { Money } from "../values/money.ts";

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
