import { computeBudget } from "../../budget/index.ts";
import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { compareQuotients } from "../../values/fraction.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "gewe-below-minimum",
  severity: "warning",
  check: (document, { budget }) => {
    const minimum = budget.minima.gewe;
    const { share } = computeBudget(document, { policy: budget }).marker.byLines;
    if (minimum === null || share === null || compareQuotients(share, 1, minimum, 1) >= 0) return [];
    const message = bilingual(en.geweBelowMinimum, fr.geweBelowMinimum, { share }, { share: minimum });
    return [hit(document, "budget/lines", message, share, `at least ${minimum}`)];
  },
};
