import { type BudgetPolicy, PBF_BUDGET_POLICY_2018 } from "../budget/index.ts";
import type { FrameworkDocument } from "../framework/index.ts";
import type { Bilingual } from "../locale/index.ts";
import type { Finding, Severity } from "../problem.ts";

/** Everything about the rules that is a number or a rule of the fund, as data. */
export interface QualityPolicy {
  budget: BudgetPolicy;
  /** The template's limit for each cell of the indicator table, in characters. */
  cellLimit: number;
  /** How far delivery may lag behind the share of time elapsed, as a difference of fractions. */
  deliveryLag: number;
}

/** The policy that holds unless a caller gives another. */
export const DEFAULT_QUALITY_POLICY: QualityPolicy = {
  budget: PBF_BUDGET_POLICY_2018,
  // Template, part V: "300 caractères maximum par entrée".
  cellLimit: 300,
  // Ours: the fund names no figure.
  deliveryLag: 0.1,
};

/** What a rule reports; it takes the rule's severity unless it has one of its own. */
export type Hit = Omit<Finding, "rule" | "severity"> & { severity?: Severity };

/** One thing that is checked. */
export interface Rule {
  id: string;
  severity: Severity;
  /** What is checked, for the page of rules. */
  about: Bilingual;
  /** The template's paragraph, or that the rule is ours. */
  source: string;
  /** Looks at a document and tells what it found; never changes it. */
  check: (document: FrameworkDocument, policy: QualityPolicy) => Hit[];
}
