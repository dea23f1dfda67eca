import type { GenderMarker } from "../document/index.ts";

/** One marker's range of the GEWE share: from (inclusive) to (exclusive; `null` has no upper end), as fractions. */
export interface MarkerBand {
  /** The marker that the range is of. */
  marker: GenderMarker;
  /** The least share that admits it. */
  from: number;
  /** The share from which it is admitted no more. */
  below: number | null;
}

/** Rules of the fund about money, as data: pass your own where another template or year applies. */
export interface BudgetPolicy {
  /** Names the policy: `pbf-budget`. */
  id: string;
  /** Which of its versions: `2018`. */
  version: string;
  /** Where the rule is written. */
  source: string;
  /** Ranges of the GEWE share in which each marker may be declared. Several may fit one share. */
  markerBands: MarkerBand[];
  /** Indirect support costs ÷ direct costs, as a fraction; `null` where the policy names no rate. */
  indirectRate: number | null;
  /** Least shares of the direct costs, as fractions; `null`: the policy names none. */
  minima: {
    /** For gender equality and women's empowerment. */
    gewe: number | null;
    /** For monitoring and evaluation. */
    monitoringAndEvaluation: number | null;
  };
  /** The share of the money received that must be spent or committed before the next tranche; `null`: the policy names none. */
  trancheDelivery: number | null;
}

/** The gender marker's thresholds of the PBF project document template in use since 2018. */
export const PBF_BUDGET_POLICY_2018: BudgetPolicy = {
  id: "pbf-budget",
  version: "2018",
  source:
    "PBF project document template, 2018 and later, gender marker: GM3 at least 80 % of the budget, GM2 30 % or more, " +
    "GM1 under 30 %, GM0 none expected; budget annex D: 7 % indirect support costs, at least 5 % for monitoring and evaluation and 15 % " +
    "for gender equality; performance-based tranches: the next one at 75 % delivery of the one before",
  markerBands: [
    { marker: "GM0", from: 0, below: Number.MIN_VALUE },
    { marker: "GM1", from: 0, below: 0.3 },
    { marker: "GM2", from: 0.3, below: 0.8 },
    { marker: "GM3", from: 0.8, below: null },
  ],
  indirectRate: 0.07,
  minima: { gewe: 0.15, monitoringAndEvaluation: 0.05 },
  trancheDelivery: 0.75,
};

/** Templates before 2018 named the markers but gave no percentages: no share contradicts a marker. */
export const PBF_BUDGET_POLICY_BEFORE_2018: BudgetPolicy = {
  id: "pbf-budget",
  version: "before-2018",
  source:
    "PBF project document templates before 2018: markers without percentages; 7 % indirect support costs",
  markerBands: [],
  indirectRate: 0.07,
  minima: { gewe: null, monitoringAndEvaluation: null },
  trancheDelivery: null,
};
