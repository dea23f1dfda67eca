import { computeBudget, markerAgreement } from "../../budget/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "marker-contradicts-share",
  severity: "error",
  check: (document, policy) => {
    const { byCover, byLines } = computeBudget(document, { policy: policy.budget }).marker;
    // The cover page first, since it is what the project declares; the lines where it is silent.
    const share = byCover.share ?? byLines.share;
    const { declared, computed, admitted, agrees } = markerAgreement(document.project.genderMarker, share, {
      policy: policy.budget,
    });
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
