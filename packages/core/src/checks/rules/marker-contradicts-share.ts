import { computeBudget, markerAgreement } from "../../budget/index.ts";
import { bilingual } from "../../locale/index.ts";
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
      "The project declares {0}, but {1} of its budget goes to gender equality, which fits {2}.",
      "Le projet déclare {0}, mais {1} de son budget va à l’égalité des sexes, ce qui correspond à {2}.",
      declared,
      { share },
      computed ?? admitted.join(", "),
    );
    return [hit(document, "project/genderMarker", message, declared, admitted.join(" | "))];
  },
};
