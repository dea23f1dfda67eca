import type { GenderMarker } from "../document/index.ts";
import { compareFractions, type Fraction, fraction } from "../values/fraction.ts";
import { type BudgetPolicy, PBF_BUDGET_POLICY_2018 } from "./policy.ts";

/**
 * Whether a declared gender marker agrees with the share of the budget. A share never proves a marker: it can only agree with the
 * declared one or contradict it.
 */
export interface MarkerAgreement {
  /** The marker that the cover page declares; `null` where it declares none. */
  declared: GenderMarker | null;
  /** Every marker whose range holds the share. */
  admitted: GenderMarker[];
  /** The marker that the share alone would suggest: the highest admitted one. `null` where share or ranges are unknown. */
  computed: GenderMarker | null;
  /** `null` where the marker, the share or the policy's ranges are unknown. */
  agrees: boolean | null;
}

/**
 * Compares the declared marker with the GEWE share (a fraction of the whole budget) under a policy. Thresholds are compared exactly: 30 %
 * is GM2.
 */
export function markerAgreement(
  declared: GenderMarker | null,
  share: number | Fraction | null,
  { policy = PBF_BUDGET_POLICY_2018 }: { policy?: BudgetPolicy | undefined } = {},
): MarkerAgreement {
  if (share === null || policy.markerBands.length === 0) {
    return { declared, admitted: [], computed: null, agrees: null };
  }
  const exact = typeof share === "number" ? fraction(share) : share;
  const admitted = policy.markerBands
    .filter(
      ({ from, below }) =>
        compareFractions(exact, fraction(from)) >= 0 &&
        (below === null || compareFractions(exact, fraction(below)) < 0),
    )
    .map(({ marker }) => marker);
  // A budget without any GEWE money suggests GM0, though GM1 admits it too.
  const computed = (exact.numerator === 0n ? admitted.at(0) : admitted.at(-1)) ?? null;
  return { declared, admitted, computed, agrees: declared === null ? null : admitted.includes(declared) };
}
