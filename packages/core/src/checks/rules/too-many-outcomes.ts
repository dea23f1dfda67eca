import { bilingual } from "../../locale/index.ts";
import * as en from "../../messages.en.ts";
import * as fr from "../../messages.fr.ts";
import { hit } from "../hit.ts";
import type { Rule } from "../rule.ts";

export const rule: Rule = {
  id: "too-many-outcomes",
  severity: "info",
  check: (document, { maxOutcomes }) => {
    const count = document.outcomes.length;
    if (count <= maxOutcomes) return [];
    const message = bilingual(en.tooManyOutcomes, fr.tooManyOutcomes, count, maxOutcomes);
    return [hit(document, "outcomes", message, count, `at most ${maxOutcomes}`)];
  },
};
