import type { GenderMarker } from "../document/index.ts";
import { type BudgetPolicy, PBF_BUDGET_POLICY_2018 } from "./policy.ts";

/**
 * How a declared gender marker stands to the share of the budget. A share never proves a marker: it can only agree with the
 * declared one or contradict it.
 */
export interface MarkerAgreement {
  declared: GenderMarker | null;
  /** Every marker whose range holds the share. */
  admitted: GenderMarker[];
  /** The marker that the share alone would suggest: the highest admitted one. `null` where share or ranges are unknown. */
  computed: GenderMarker | null;
  /** `null` where the marker, the share or the policy's ranges are unknown. */
  agrees: boolean | null;
}

/** Compares the declared marker with the GEWE share (a fraction of the whole budget) under a policy. */
export function markerAgreement(
  declared: GenderMarker | null,
  share: number | null,
  policy: BudgetPolicy = PBF_BUDGET_POLICY_2018,
): MarkerAgreement {
  if (share === null || policy.markerBands.length === 0) {
    return { declared, admitted: [], computed: null, agrees: null };
  }
  const admitted = policy.markerBands
    .filter(({ from, below }) => share >= from && (below === null || share < below))
    .map(({ marker }) => marker);
  // A budget without any GEWE money suggests GM0, though GM1 admits it too.
  const computed = (share === 0 ? admitted.at(0) : admitted.at(-1)) ?? null;
  return { declared, admitted, computed, agrees: declared === null ? null : admitted.includes(declared) };
}
