import { type BudgetPolicy, PBF_BUDGET_POLICY_2018 } from "../budget/index.ts";
import type { Finding, Severity } from "../diagnostics/problem.ts";
import type { FrameworkDocument } from "../document/index.ts";
import { FUND_PROFILE, type Profile } from "../lifecycle/index.ts";
import type { Bilingual } from "../locale/index.ts";

/** Everything about the rules that is a number or a rule of the fund, as data. */
export interface QualityPolicy {
  /** Rules of the fund about money. */
  budget: BudgetPolicy;
  /** The template's limit for each cell of the indicator table, in characters. */
  cellLimit: number;
  /** What an agency adds to the fund's states, events and causes. */
  profile: Profile;
  /** How far delivery may lag behind the share of time elapsed, as a difference of fractions. */
  deliveryLag: number;
  /** After so many months of the project, what is still to be determined is a warning. */
  toBeDeterminedMonths: number;
  /** Progress of more than so many times the target is asked about. */
  farBeyondTarget: number;
  /** Least share of the budget for the evaluation, as a fraction, and where that is written. */
  evaluation: {
    /** Least share of the budget for the evaluation, as a fraction. */
    minimum: number;
    /** Which version of the rule. */
    version: string;
    /** Where it is written. */
    source: string;
  };
  /** Codes of the fund's focus areas. */
  focusAreas: readonly string[];
  /** How many outcomes the template has space for. */
  maxOutcomes: number;
}

/** The default policy. */
export const DEFAULT_QUALITY_POLICY: QualityPolicy = {
  budget: PBF_BUDGET_POLICY_2018,
  profile: FUND_PROFILE,
  // Template, part V: "300 caractères maximum par entrée".
  cellLimit: 300,
  // Ours: the fund names no number.
  deliveryLag: 0.1,
  // Ours.
  toBeDeterminedMonths: 12,
  // Ours: more than twice as much as planned is rather a slip of a digit.
  farBeyondTarget: 3,
  evaluation: {
    minimum: 0.03,
    version: "assumed-2026",
    source: "Assumed: the fund’s documents ask for an evaluation budget and name no minimum share",
  },
  focusAreas: ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "3.1", "3.2", "4.1", "4.2", "4.3"],
  // Template, part II: "Si votre projet a plus de quatre Résultats, contactez PBSO".
  maxOutcomes: 4,
};

/** What a rule reports; its severity is the rule's by default. */
export type Hit = Omit<Finding, "code" | "severity"> & {
  /** How much it weighs. Default: the rule's severity. */
  severity?: Severity;
};

/** One thing that is checked. */
export interface Rule {
  /** Names what it finds: the `code` of its findings. */
  id: string;
  /** How much its findings weigh where they say nothing else. */
  severity: Severity;
  /** Returns what it found in a document; must not change it. */
  check: (document: FrameworkDocument, context: RuleContext) => Hit[];
}

/** What a document is held against. */
export interface RuleContext extends QualityPolicy {
  /** The project's report before this one; `null` where the caller has none. */
  previous: FrameworkDocument | null;
}

/** A rule's entry on the page of rules. */
export interface RulePage {
  /** What is checked. */
  about: Bilingual;
  /** Where it is written: in the template, in the fund's rules; or that it is ours. */
  source: Bilingual;
}
