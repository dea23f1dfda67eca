import { computeBudget, markerAgreement } from "../../budget/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule, RulePage } from "../rule.ts";
import { BUDGET_POLICY } from "../sources.ts";

export const page: RulePage = {
  about: {
    en: "The declared gender marker agrees with the share of the budget for gender equality",
    fr: "Le marqueur de genre déclaré concorde avec la part du budget pour l’égalité des sexes",
  },
  source: BUDGET_POLICY,
};

export const rule: Rule = {
  id: "marker-contradicts-share",
  severity: "error",
  check: (document, policy) => {
    const { byCover, byLines } = computeBudget(document, { policy: policy.budget }).marker;
    // The cover page first, since it is what the project declares; the lines where it is silent.
    const share = byCover.share ?? byLines.share;
    const { declared, computed, admitted, agrees } = markerAgreement(
      document.project.genderMarker,
      share,
      policy.budget,
    );
    if (agrees !== false || declared === null || share === null) return [];
    const message = bilingual(
      en.markerContradictsShare,
      fr.markerContradictsShare,
      declared,
      { share },
      computed ?? admitted.join(", "),
    );
    return [hit(document, "project/genderMarker", message, declared, admitted.join(" | "))];
  },
};
